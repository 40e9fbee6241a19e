"""What a programme is: an idea, assumptions with their evidence, and one formula from assumptions to effect."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

import numpy as np

from retention.models.history import Floats
from retention.programmes.assumption import Assumption
from retention.programmes.business import LAPSED, Business, Rung

Figure = float | Floats  # one value, or one per scenario
Values = Mapping[str, Figure]


@dataclass(frozen=True, eq=False, kw_only=True)
class Effect:
    """What a programme changes for the customers of one rung, in the same terms for all programmes; an entry per scenario, or one for all.

    uptake: share of the rung's customers who take part. Everything else is about those:
    sales_growth (G): their sales with the programme over those without it, on average over the first year. reward_share (e): cost of the
    reward as a share of all they buy; reward_growth: the growth it follows where that is not G, because it is given per purchase however
    big. growth_margin: margin share of the extra sales (None = the shop's). price_growth: how much more
    they pay for the same goods; all of it is margin. reward_yearly: money per participant and year that does not depend on sales, of
    which reward_yearly_anyway is given for what would have happened anyway. fewer_lapses: by which share their monthly chance to lapse
    falls (below 0: rises). more_returns: by which share the monthly chance of the lapsed to come back grows. new_customers_yearly: people
    whom one participant brings in a year and who would not have come otherwise; newcomer_worth: what one of them brings against any other
    newcomer. claim_months: how long a reward waits to be claimed, on
    average. half_life_months: when half of growth, more returns and new customers has worn off; lapses_half_life_months: the same for
    fewer lapses (None = as the rest).
    """

    uptake: Figure
    sales_growth: Figure = 1.0
    reward_share: Figure = 0.0
    reward_growth: Figure | None = None
    growth_margin: Figure | None = None
    price_growth: Figure = 0.0
    reward_yearly: Figure = 0.0
    reward_yearly_anyway: Figure = 0.0
    fewer_lapses: Figure = 0.0
    more_returns: Figure = 0.0
    new_customers_yearly: Figure = 0.0
    newcomer_worth: Figure = 1.0
    member_cost_yearly: Figure = 0.0
    claim_months: Figure = 0.0
    half_life_months: Figure = math.inf
    lapses_half_life_months: Figure | None = None

    def as_set(self) -> Effect:
        """The effect in the scenario of the set values."""
        arrays = {field.name: figure for field in fields(self) if isinstance(figure := getattr(self, field.name), np.ndarray)}
        return replace(self, **{name: set_value(figure) for name, figure in arrays.items()})


NOBODY = Effect(uptake=0.0)  # of a programme on a rung where it is not offered


def set_value(figure: Figure) -> float:
    """The entry of the set values."""
    return float(figure.flat[0]) if isinstance(figure, np.ndarray) else float(figure)


@dataclass(frozen=True)
class Customers:
    """Whom a formula is about: the rung, and the margin share of the shop (one, or one per scenario)."""

    rung: Rung
    margin_share: Figure


Formula = Callable[[Values, Customers], Effect]
Fixed = Callable[[Values, Business], Figure]


def _fixed_bill(values: Values, _: Business) -> Figure:
    return values["fixed_cost_yearly"]


@dataclass(frozen=True)
class Programme:
    """One way to move customers.

    suits: rungs it is meant for; a business without rungs is offered it whole. effect: the formula, rung by rung. lever: the assumption
    whose break-even is told, because the result hangs on it most; lever_is_harm: the more of it the worse. fixed_cost_yearly: what the
    whole programme costs (or, below 0, saves) every year, whoever takes part. pays_later: it is meant for customers won or kept, whose
    money comes after the months looked at, so that it is judged with that. includes_first_purchases: newcomers get it at once.
    """

    name: str
    label: str
    idea: str
    suits: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    effect: Formula
    lever: str = "frequency_lift"
    lever_is_harm: bool = False
    pays_later: bool = False
    includes_first_purchases: bool = False
    fixed_cost_yearly: Fixed = _fixed_bill

    @property
    def named(self) -> dict[str, Assumption]:
        """The assumptions by their names, in order."""
        return {assumption.name: assumption for assumption in self.assumptions}


def more_sales(values: Values, customers: Customers, **other: Figure) -> Effect:
    """The effect of a programme that makes participants buy more often or more at once; other: further parts of the effect.

    G = (1 + frequency lift)(1 + basket lift). Whoever has lapsed and buys has come back: there, buying more often means more returns.
    """
    return Effect(
        uptake=values["uptake"],
        sales_growth=(1 + values["frequency_lift"]) * (1 + values["basket_lift"]),
        more_returns=values["frequency_lift"] if customers.rung.name == LAPSED else 0.0,
        member_cost_yearly=values["member_cost_yearly"],
        half_life_months=values["half_life_months"],
        **other,
    )
