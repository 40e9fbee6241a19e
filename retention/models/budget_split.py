"""How a budget is best parted between winning and keeping, and the least that would bring as much."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retention.models.spend_curves import SpendCurve


@dataclass(frozen=True)
class Side:
    """One thing money can be spent on: so many people, the curve per person, and what each one won or kept brings."""

    people: float
    curve: SpendCurve
    value: float

    def brings(self, spend: float) -> float:
        """The money that so much spend per person brings, before the spend itself."""
        return self.people * self.curve.rate(spend) * self.value

    @property
    def first_return(self) -> float:
        """What the first coin brings."""
        return self.value * self.curve.slope(0.0)

    def spend_at(self, log_return: float) -> float:
        """The spend per person at which a further coin brings just e^log_return; 0 where none does."""
        return max(0.0, (math.log(self.first_return) - log_return) / self.curve.steepness) if self.value > 0 else 0.0


@dataclass(frozen=True)
class Split:
    """spends: per person, in the order of the sides; cost: all together; brings: before the cost.

    last_return: what the last coin brings, the same wherever anything is spent; 1 = just itself.
    """

    spends: tuple[float, ...]
    cost: float
    brings: float
    last_return: float


def split_at(sides: Sequence[Side], spends: Sequence[float], last_return: float = math.nan) -> Split:
    """What these spends per person cost and bring."""
    cost = sum(side.people * spend for side, spend in zip(sides, spends, strict=True))
    brings = sum(side.brings(spend) for side, spend in zip(sides, spends, strict=True))
    return Split(tuple(spends), cost, brings, last_return)


def best_split(sides: Sequence[Side], budget: float) -> Split:
    """The parting of the budget that brings most: a coin more brings the same on each side, or less where nothing is spent.

    With V c k e^(-k s) = mu on every side that gets money, sum of people × s = budget gives
    ln mu = (sum of n ln(V c k) ÷ k - budget) ÷ (sum of n ÷ k); sides whose first coin brings less than mu get nothing.
    ValueError for a budget below zero, or where no side brings anything.
    """
    if budget < 0:
        raise ValueError("a budget is not below zero")
    paying = _paying(sides)
    while True:
        weight = sum(side.people / side.curve.steepness for side in paying)
        logs = sum(side.people / side.curve.steepness * math.log(side.first_return) for side in paying)
        log_return = (logs - budget) / weight  # stays a number where e^log_return would already be nothing
        still = [side for side in paying if math.log(side.first_return) >= log_return]
        if len(still) in (0, len(paying)):
            return split_at(sides, [side.spend_at(log_return) for side in sides], math.exp(log_return))
        paying = still


def least_spend(sides: Sequence[Side], target: float) -> Split:
    """The cheapest way to bring at least so much; nothing is spent where that comes by itself. ValueError where no money brings it.

    On the sides that get money, brings = sum of n V ceiling - mu × sum of n ÷ k, which gives mu.
    """
    paying = _paying(sides)
    if target <= sum(side.brings(0.0) for side in sides):
        return split_at(sides, [0.0] * len(sides), max(side.first_return for side in paying))
    while True:
        unpaid = sum(side.brings(0.0) for side in sides if side not in paying)
        most = sum(side.people * side.value * side.curve.ceiling for side in paying)
        last_return = (most + unpaid - target) / sum(side.people / side.curve.steepness for side in paying)
        if last_return <= 0:
            raise ValueError("no budget brings so much")
        still = [side for side in paying if side.first_return >= last_return]
        if len(still) in (0, len(paying)):
            return split_at(sides, [side.spend_at(math.log(last_return)) for side in sides], last_return)
        paying = still


def best_budget(sides: Sequence[Side]) -> Split:
    """Spend on every side until the next coin brings back just itself: more than that loses, however it is parted."""
    return split_at(sides, [side.spend_at(0.0) for side in sides], 1.0)


def _paying(sides: Sequence[Side]) -> list[Side]:
    paying = [side for side in sides if side.value > 0 and side.people > 0]
    if not paying:
        raise ValueError("nothing that money could be spent on brings anything")
    return paying
