"""What a programme is: an idea, assumptions with their evidence, and one formula from assumptions to effect."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from retention.sentence import N_, Refusal, sentence

Floats = NDArray[np.float64]
Unit = Literal["share", "money", "count", "months"]


@dataclass(frozen=True)
class Assumption:
    """One figure a programme's result rests on: what it is, what it may be, and why we think so.

    low, likely, high: how sure anyone can be (low = likely = high: a decision or a bill, not a guess). minimum, maximum: what may be
    typed in. unit "share": 0.05 means 5 per cent; "money": in the shop's currency. source: the evidence, or that there is none.
    """

    name: str
    label: str
    low: float
    likely: float
    high: float
    unit: Unit
    source: str
    minimum: float
    maximum: float

    def range_around(self, value: float) -> tuple[float, float, float]:
        """Low, likely and high once a person has set the likely value: the evidence stays, stretched to take the value in."""
        if self.low == self.high:
            return value, value, value
        return min(self.low, value), value, max(self.high, value)


@dataclass(frozen=True)
class Business:
    """The customers a programme is for, in one year without it.

    average_check: money per purchase; margin_share: what is left of a sale after the goods, strictly between 0 and 1.
    Refusal where a figure cannot be.
    """

    customers: float
    purchases_per_customer_year: float
    average_check: float
    margin_share: float

    def __post_init__(self) -> None:
        for name in ("customers", "purchases_per_customer_year", "average_check"):
            value = float(getattr(self, name))
            if not (math.isfinite(value) and value >= 0):
                raise Refusal(sentence("{name} must be a number from 0 up, not {value}.", name=name, value=tidy(value)))
        if not 0 < self.margin_share < 1:
            percent = tidy(self.margin_share * 100)
            raise Refusal(
                sentence(
                    "margin_share must be more than 0 and less than 100 per cent, not {value}: what is left of a sale after the goods.",
                    value=percent,
                )
            )

    @property
    def sales_per_customer_year(self) -> float:
        """What one of these customers spends in a year (money)."""
        return self.purchases_per_customer_year * self.average_check


@dataclass(frozen=True, eq=False)
class Effect:
    """What a programme changes, in the same terms for all programmes; one entry per scenario.

    uptake: share of customers who take part. sales_growth (G): a participant's sales with the programme over those without it.
    reward_share (e): cost of the reward as a share of a participant's sales. Costs in money.
    """

    uptake: Floats
    sales_growth: Floats
    reward_share: Floats
    member_cost_yearly: Floats
    fixed_cost_yearly: Floats
    setup_cost: Floats


@dataclass(frozen=True)
class Programme:
    """One way to move customers. suits: rungs it is meant for. effect: the formula, scenario by scenario."""

    name: str
    label: str
    idea: str
    suits: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    effect: Callable[[Mapping[str, Floats]], Effect]


def effect_on_sales(values: Mapping[str, Floats], reward_share: Floats) -> Effect:
    """The effect of a programme that makes participants buy more often or more at once, for a reward on all they buy.

    G = (1 + frequency lift)(1 + basket lift).
    """
    return Effect(
        uptake=values["uptake"],
        sales_growth=(1 + values["frequency_lift"]) * (1 + values["basket_lift"]),
        reward_share=reward_share,
        member_cost_yearly=values["member_cost_yearly"],
        fixed_cost_yearly=values["fixed_cost_yearly"],
        setup_cost=values["setup_cost"],
    )


def tidy(value: float) -> int | float | str:
    """A number as a person would write it in a sentence: 140, not 140.00000000000001."""
    if not math.isfinite(value):
        return str(value)
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


BASKET_LIFT = Assumption(
    name="basket_lift",
    label=N_("Bigger average check"),
    low=0.0,
    likely=0.0,
    high=0.0,
    unit="share",
    source=N_("Assumption: left at nothing, so that the same extra sales are not counted twice; set it if you have measured it."),
    minimum=0.0,
    maximum=1.0,
)
LARGEST_COST = 1e9
MEMBER_COST = Assumption(
    name="member_cost_yearly",
    label=N_("Cost per participant and year"),
    low=0.0,
    likely=0.0,
    high=0.0,
    unit="money",
    source=N_("Your own bill: cards, messages, fees; nothing until you set it."),
    minimum=0.0,
    maximum=LARGEST_COST,
)
FIXED_COST = Assumption(
    name="fixed_cost_yearly",
    label=N_("Fixed cost per year"),
    low=0.0,
    likely=0.0,
    high=0.0,
    unit="money",
    source=N_("Your own bill: software, staff time, print; nothing until you set it."),
    minimum=0.0,
    maximum=LARGEST_COST,
)
SETUP_COST = Assumption(
    name="setup_cost",
    label=N_("One-off cost before the start"),
    low=0.0,
    likely=0.0,
    high=0.0,
    unit="money",
    source=N_("Your own bill: what has to be paid before the first month; nothing until you set it."),
    minimum=0.0,
    maximum=LARGEST_COST,
)
