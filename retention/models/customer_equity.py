"""What a prospect is worth to a shop that spends on winning and on keeping, and how much of either is best (Blattberg & Deighton 1996)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.optimize import minimize_scalar

from retention.models.spend_curves import SpendCurve


@dataclass(frozen=True)
class Equity:
    """Worth at one pair of spends, per prospect and per customer and year; money in one unit throughout.

    lifetime_value: of a won customer, with what keeping costs taken off. per_prospect = won × lifetime_value - spend on winning.
    win_average, keep_average: spend ÷ those won, ÷ those kept; win_next, keep_next: what the next one costs.
    """

    win_spend: float
    keep_spend: float
    won: float
    kept: float
    lifetime_value: float
    per_prospect: float
    win_average: float
    keep_average: float
    win_next: float
    keep_next: float


@dataclass(frozen=True)
class CustomerEquity:
    """Curves of winning (spend per prospect) and keeping (per customer and year), a customer's yearly margin, the yearly discount rate.

    The first margin comes when a customer is won; what keeping costs is paid at each year's end by everybody still there.
    """

    winning: SpendCurve
    keeping: SpendCurve
    margin: float
    discount: float

    def lifetime_value(self, keep_spend: float) -> float:
        """m + (m r - R) ÷ (1 + d - r), with r kept at a spend of R."""
        kept = self.keeping.rate(keep_spend)
        return self.margin + (self.margin * kept - keep_spend) / (1 + self.discount - kept)

    def at(self, win_spend: float, keep_spend: float) -> Equity:
        """Everything at these two spends."""
        won, value = self.winning.rate(win_spend), self.lifetime_value(keep_spend)
        return Equity(
            win_spend=win_spend,
            keep_spend=keep_spend,
            won=won,
            kept=self.keeping.rate(keep_spend),
            lifetime_value=value,
            per_prospect=won * value - win_spend,
            win_average=self.winning.average_cost(win_spend),
            keep_average=self.keeping.average_cost(keep_spend),
            win_next=self.winning.next_cost(win_spend),
            keep_next=self.keeping.next_cost(keep_spend),
        )

    def best(self) -> Equity:
        """Where no other pair of spends is worth more: there the next customer costs what a customer is worth, won or kept.

        Keeping first, by search: its best spend does not depend on winning. Then A* = ln(k a CLV) ÷ k, 0 where even the first coin loses.
        ValueError where a customer's value has no end: everybody can be kept, and there is no discount.
        """
        keep_spend = self._best_keep_spend()
        gain = self.winning.within_reach * self.winning.steepness * self.lifetime_value(keep_spend)
        return self.at(math.log(gain) / self.winning.steepness if gain > 1 else 0.0, keep_spend)

    def _best_keep_spend(self) -> float:
        lost = 1 + self.discount - self.keeping.ceiling  # by leaving and by waiting, at the least
        if lost <= 0:
            raise ValueError("nobody leaves and nothing is lost by waiting: a customer's value has no end")
        most = self.margin * (1 + self.discount) / lost  # nobody is kept for more than all the margin that can ever come of it
        if most <= 0:
            return 0.0
        found = minimize_scalar(lambda spend: -self.lifetime_value(spend), bounds=(0.0, most), method="bounded", options={"xatol": 1e-9})
        spend = float(found.x)
        return spend if self.lifetime_value(spend) > self.lifetime_value(0.0) else 0.0
