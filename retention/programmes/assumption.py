"""One figure a programme's result rests on, and those that all programmes share."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from retention.programmes.tidy import tidy
from retention.sentence import N_, Refusal, sentence

Unit = Literal["share", "money", "count", "months"]
LARGEST_COST = 1e9
YOUR_DECISION = N_("Your decision.")
OTHER_SHOPS = N_(
    "Assumption: other shops' figures do not carry over; put in your own after the first month."
    " The share is taken of whoever is there in each month."
)


@dataclass(frozen=True)
class Assumption:
    """One figure a programme's result rests on: what it is, what it may be, and why we think so.

    low, likely, high: how sure anyone can be (low = likely = high: a decision or a bill, not a guess). minimum, maximum: what may be
    typed in. unit "share": 0.05 means 5 per cent; "money": in the shop's currency. source: the evidence, or that there is none.
    differs_by_rung: it may be set for one rung alone, as "name.rung"; costs of the whole programme may not.
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
    differs_by_rung: bool = True

    def range_around(self, value: float) -> tuple[float, float, float]:
        """Low, likely and high once a person has set the likely value: as far around it as the evidence lies around the likely one, and
        no farther in proportion, so that nothing at all is never unsure; within what can be."""
        if value == self.likely:
            return self.low, value, self.high
        below, above = self.likely - self.low, self.high - self.likely
        if self.likely != 0:
            part = abs(value / self.likely)
            below, above = min(below, below * part), min(above, above * part)
        return max(value - below, self.minimum), value, min(value + above, self.maximum)

    def possible(self, value: float) -> float:
        """The value, if it can be; else a Refusal in one sentence."""
        if math.isfinite(value) and self.minimum <= value <= self.maximum:
            return float(value) + 0.0  # what is typed as -0 is 0
        scale = 100 if self.unit == "share" else 1
        lowest, highest, given = (tidy(figure * scale) for figure in (self.minimum, self.maximum, value))
        told = {"name": self.name, "lowest": lowest, "highest": highest, "given": given}
        if self.unit == "share":
            raise Refusal(sentence("{name} must be between {lowest} and {highest} per cent, not {given}.", **told))
        raise Refusal(sentence("{name} must be between {lowest} and {highest}, not {given}.", **told))


def decision(
    name: str,
    label: str,
    value: float,
    source: str = YOUR_DECISION,
    *,
    unit: Unit = "share",
    minimum: float = 0.0,
    maximum: float = 1.0,
    differs_by_rung: bool = True,
) -> Assumption:
    """A figure that the owner decides on, is billed or puts in, so that there is nothing to be unsure of. label, source: marked English."""
    return Assumption(name, label, value, value, value, unit, source, minimum, maximum, differs_by_rung)


def uptake(low: float, likely: float, high: float, source: str, label: str = N_("Share of customers who take part")) -> Assumption:
    """The share of the customers offered a programme who take part: of whoever stands on the rung in each month, not of fixed people.
    source, label: marked English source."""
    return Assumption("uptake", label, low, likely, high, "share", source, 0.0, 1.0)


def frequency_lift(
    low: float, likely: float, high: float, source: str, label: str = N_("How much more often participants buy")
) -> Assumption:
    """How much more often participants buy, on average over the first year. source, label: marked English source."""
    return Assumption("frequency_lift", label, low, likely, high, "share", source, 0.0, 1.0)


def waiting(months: float, source: str) -> Assumption:
    """How long a reward is owed before it is claimed: it changes what is owed, not what is earned. source: marked English source."""
    return decision("claim_months", N_("Months until a reward is claimed, on average"), months, source, unit="months", maximum=60.0)


def _bill(name: str, label: str, source: str, *, differs_by_rung: bool = True) -> Assumption:
    return decision(name, label, 0.0, source, unit="money", maximum=LARGEST_COST, differs_by_rung=differs_by_rung)


BASKET_LIFT = decision(
    "basket_lift",
    N_("Bigger average check"),
    0.0,
    N_("Assumption: left at nothing, so that the same extra sales are not counted twice; set it if you have measured it."),
)
HALF_LIFE_MONTHS = Assumption(
    name="half_life_months",
    label=N_("Months until half of the effect has worn off"),
    low=3.0,
    likely=9.0,
    high=24.0,
    unit="months",
    source=N_(
        "Small effects were seen to wear off six to nine months after joining (Meyer-Waarden). Lifts are averages of the first year:"
        " the wearing off moves money from its end to its beginning, and makes later years weaker."
    ),
    minimum=1.0,
    maximum=120.0,
)
MEMBER_COST = _bill(
    "member_cost_yearly", N_("Cost per participant and year"), N_("Your own bill: cards, messages, fees; nothing until you set it.")
)
FIXED_COST = _bill(
    "fixed_cost_yearly",
    N_("Fixed cost per year"),
    N_("Your own bill: software, staff time, print; nothing until you set it."),
    differs_by_rung=False,
)
SETUP_COST = _bill(
    "setup_cost",
    N_("One-off cost before the start"),
    N_("Your own bill: what has to be paid before the first month; nothing until you set it."),
    differs_by_rung=False,
)
BILLS = (MEMBER_COST, FIXED_COST, SETUP_COST)  # every programme has them, last
