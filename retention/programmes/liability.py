"""What points owed mean in the books: part of each sale belongs to goods that are still to be given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PointsSold:
    """Sales that earned points, shared between the goods handed over and the points to come, by their prices (money).

    goods: counted as revenue at once; points: revenue when they are claimed, or will never be.
    """

    goods: float
    points: float

    @classmethod
    def of(cls, sales: float, points: float, expected_share: float, price_of_a_point: float = 1.0) -> PointsSold:
        """Sales shared in proportion to their own price and to that of the points expected to be claimed. Source: IFRS 15, example 52."""
        promised = points * expected_share * price_of_a_point
        goods = sales * sales / (sales + promised)
        return cls(goods, sales - goods)

    def earned(self, claimed: float, expected: float) -> float:
        """Revenue from points so far. claimed: points claimed so far; expected: those that will ever be, by the newest estimate."""
        return self.points * min(claimed / expected, 1.0)

    def owed(self, claimed: float, expected: float) -> float:
        """What is still owed, as the books show it; see `earned`."""
        return self.points - self.earned(claimed, expected)
