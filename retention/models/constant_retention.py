"""What a customer is worth if the same share stays every year: textbook sums, and what improving each of their parts brings."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

FirstMargin = Literal["at_once", "after_a_year", "after_first_renewal"]


def margin_multiple(retention: float, discount: float, growth: float = 0.0, first_margin: FirstMargin = "after_first_renewal") -> float:
    """How many yearly margins a customer is worth, all the years to come together.

    retention, discount, growth: shares per year; growth is that of the margin of those who stay. first_margin: at once, from everybody;
    in a year, from everybody; or in a year, from those who stayed. Textbooks have all three, and they differ by up to a margin:
    (1 + i), 1 or r over (1 + i - r (1 + g)). Source: Gupta & Lehmann 2003 (the last one).
    ValueError where the sum has no end: more is gained by staying and growing than is lost by waiting.
    """
    lost_by_waiting = 1 + discount - retention * (1 + growth)
    if lost_by_waiting <= 0:
        raise ValueError("retention and growth outweigh the discount: the sum has no end")
    first: dict[FirstMargin, float] = {"at_once": 1 + discount, "after_a_year": 1.0, "after_first_renewal": retention}
    return first[first_margin] / lost_by_waiting


def value_with_promotion(contribution: float, promotion_cost: float, retention: float, discount: float, years: int) -> float:
    """What a customer is worth who buys at the start of every year and is courted in the middle of each, over so many years.

    sum over i = 0 … n of GC r^i / (1 + d)^i, less the sum over i = 1 … n of M r^(i-1) / (1 + d)^(i-1/2).
    Source: Berger & Nasr 1998, case 1.
    """
    stays = retention / (1 + discount)
    earned = contribution * sum(stays**year for year in range(years + 1))
    spent = promotion_cost / math.sqrt(1 + discount) * sum(stays**year for year in range(years))
    return earned - spent


@dataclass(frozen=True)
class ConstantRetention:
    """A customer whose margin, chance to stay and discount rate are the same every year, and what he cost to win.

    ASSUMPTIONS: everybody stays with the same chance, every year; the margin does not change; the first margin comes after the first
    renewal. Where customers differ the true value, and what better retention brings, are higher (Fader & Hardie 2010).

    margin, acquisition_cost: money; retention, discount: shares per year. `replace(customer, retention=…)` asks what if.
    Nothing here says what an improvement costs. Source: Gupta, Lehmann & Stuart 2004.
    """

    margin: float
    retention: float
    discount: float
    acquisition_cost: float = 0.0

    @property
    def value(self) -> float:
        """All margins to come, in money of today, less what the customer cost to win."""
        return self._earned - self.acquisition_cost

    def elasticities(self) -> dict[str, float]:
        """By how many per cent the value rises for each per cent by which one part gets better, for very small improvements.

        Better = higher margin and retention, lower acquisition cost and discount. For m the margin, k the multiple, V the value:
        retention m k (1 + i) / (1 + i - r) / V, margin m k / V, acquisition cost c / V, discount m k i / (1 + i - r) / V.
        ValueError where the value is not above zero, as shares of it then say nothing.
        """
        value = self._value_above_zero()
        earned = self._earned / value
        after_a_year = margin_multiple(self.retention, self.discount, first_margin="after_a_year")
        return {
            "retention": earned * after_a_year * (1 + self.discount),
            "margin": earned,
            "acquisition_cost": self.acquisition_cost / value,
            "discount": earned * after_a_year * self.discount,
        }

    def gains(self, better: float = 0.01) -> dict[str, float]:
        """By which share the value rises if one part gets better by this share (1 %) and the others stay; computed anew for each.

        Retention never exceeds 1. ValueError as in `elasticities`, or where perfect retention meets no discount.
        """
        value = self._value_above_zero()
        changed = {
            "retention": replace(self, retention=min(self.retention * (1 + better), 1.0)),
            "margin": replace(self, margin=self.margin * (1 + better)),
            "acquisition_cost": replace(self, acquisition_cost=self.acquisition_cost * (1 - better)),
            "discount": replace(self, discount=self.discount * (1 - better)),
        }
        return {part: customer.value / value - 1 for part, customer in changed.items()}

    def retention_to_afford(self, yearly_cost: float) -> float | None:
        """What share must stay every year for a service at this cost per customer and year to leave the value as it was; None where it
        costs the whole margin, or more would have to stay than there are.

        (m - c) r / (1 + i - r) = value of the margins now, so r = value (1 + i) / (m - c + value).
        """
        needed = self._earned * (1 + self.discount) / (self.margin - yearly_cost + self._earned)
        return needed if yearly_cost < self.margin and needed <= 1 else None

    @property
    def _earned(self) -> float:
        """All margins to come, in money of today."""
        return self.margin * margin_multiple(self.retention, self.discount)

    def _value_above_zero(self) -> float:
        value = self.value
        if value <= 0:
            raise ValueError("a customer who costs more than he brings has no value to take shares of")
        return value
