"""How many customers money wins or keeps: each further coin less than the one before, up to a ceiling that no money lifts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.optimize import brentq

HIGHEST_STEEPNESS = 700.0  # times the spend: beyond it e^-x is nothing


@dataclass(frozen=True)
class SpendCurve:
    """rate = floor + (ceiling - floor) (1 - e^(-steepness × spend)): with no spend the floor, with any amount of it the ceiling.

    Rates are shares of people with spend per person, or customers in all with spend in all; the curve is the same.
    floor: who would come, or stay, anyway; the textbook has none. Source: Blattberg & Deighton 1996.
    ValueError unless 0 <= floor < ceiling and steepness > 0.
    """

    ceiling: float
    steepness: float
    floor: float = 0.0

    def __post_init__(self) -> None:
        if not (0 <= self.floor < self.ceiling and self.steepness > 0):
            raise ValueError(f"no curve rises from {self.floor} to {self.ceiling} with steepness {self.steepness}")

    @property
    def within_reach(self) -> float:
        """What money can change: the ceiling less the floor."""
        return self.ceiling - self.floor

    def rate(self, spend: float) -> float:
        """What so much spend brings."""
        return self.floor - self.within_reach * math.expm1(-self.steepness * spend)

    def slope(self, spend: float) -> float:
        """What the next unit of money brings at so much spend."""
        return self.within_reach * self.steepness * math.exp(-self.steepness * spend)

    def average_cost(self, spend: float) -> float:
        """Spend over all that were won or kept: what a ratio of averages compares. Infinite where nobody was."""
        rate = self.rate(spend)
        return spend / rate if rate else math.inf

    def next_cost(self, spend: float) -> float:
        """What the next one won or kept costs at so much spend, 1 ÷ slope: what moving money depends on."""
        slope = self.slope(spend)
        return 1 / slope if slope else math.inf

    def spend_for(self, rate: float) -> float:
        """How much must be spent for this rate: 0 at the floor or below, infinite at the ceiling or above."""
        if rate <= self.floor:
            return 0.0
        if rate >= self.ceiling:
            return math.inf
        return -math.log((self.ceiling - rate) / self.within_reach) / self.steepness


def curve_to_ceiling(spend: float, rate: float, ceiling: float, floor: float = 0.0) -> SpendCurve:
    """The curve through today's spend and rate with a ceiling that somebody takes to be true.

    steepness = -ln((ceiling - rate) ÷ (ceiling - floor)) ÷ spend. ValueError unless spend > 0 and 0 <= floor < rate < ceiling.
    """
    if not (spend > 0 and 0 <= floor < rate < ceiling):
        raise ValueError(f"no curve from {floor} passes {rate} at a spend of {spend} on its way to {ceiling}")
    return SpendCurve(ceiling, -math.log((ceiling - rate) / (ceiling - floor)) / spend, floor)


def curve_through(first: tuple[float, float], second: tuple[float, float], floor: float = 0.0) -> SpendCurve:
    """The curve through two levels of (spend, rate), which also tell its ceiling.

    With g = rate less floor, g1 ÷ g2 = (1 - e^(-k s1)) ÷ (1 - e^(-k s2)) is solved for k; it rises from s1 ÷ s2 (each coin worth the same)
    towards 1 (nothing to be gained). ValueError where no such curve exists: unless more spend brought more, and less than in proportion.
    """
    (less, few), (more, many) = sorted((first, second))
    few, many = few - floor, many - floor
    if not (0 < less < more and 0 < few < many and few * more > many * less):
        raise ValueError("more money must have brought more customers, and fewer for each further coin")

    def off(steepness: float) -> float:
        return math.expm1(-steepness * less) / math.expm1(-steepness * more) - few / many

    lowest, highest = 1e-9 / more, HIGHEST_STEEPNESS / less
    if off(lowest) >= 0 or off(highest) <= 0:
        raise ValueError("the two levels are too near to a straight line, or to a flat one, to tell a ceiling")
    steepness = float(brentq(off, lowest, highest, xtol=1e-15 / more, rtol=1e-14))
    return SpendCurve(floor - many / math.expm1(-steepness * more), steepness, floor)
