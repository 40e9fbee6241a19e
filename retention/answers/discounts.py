"""What was taken off the price: on customers' first purchases, and on their later ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from retention.answers.reach_counts import NewCustomers
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import THE_WINDOW


class DiscountRow(TypedDict):
    """Discounts of one month given to those who first bought in another, in minor units; see discounts_by_month.sql."""

    month: int
    first_month: int
    first_discount: int
    later_discount: int
    first_purchases: int
    later_purchases: int
    discounted_first: int
    discounted_later: int


@dataclass(frozen=True)
class Discounts:
    """Discounts given in some time, in major units, with the purchases (days with a purchase) they are counted from.

    first: on first-ever purchases; later: on all that followed; later_of_new: of these, on purchases of customers won in the same time.
    discounted_first, discounted_later: how many of them carried a discount.
    Nothing is taken off for goods brought back on another day: files do not say what discount goes back with them.
    """

    first: float = 0.0
    later: float = 0.0
    first_purchases: int = 0
    later_purchases: int = 0
    discounted_first: int = 0
    discounted_later: int = 0
    later_of_new: float = 0.0

    @property
    def kept(self) -> float:
        """Given to customers who had bought before that time: what keeping them took."""
        return self.later - self.later_of_new


@dataclass(frozen=True)
class DiscountMonths:
    """Discounts by month; `of` adds up neighbouring months."""

    rows: Sequence[DiscountRow]
    minor_units: int

    def of(self, months: Iterable[int]) -> Discounts:
        """Those of these months together, which decide who is an earlier customer: who first bought before the first of them."""
        wanted = set(months)
        rows = [row for row in self.rows if row["month"] in wanted]
        own = [row for row in rows if row["first_month"] >= min(wanted)]
        return Discounts(
            first=sum(row["first_discount"] for row in rows) / self.minor_units,
            later=sum(row["later_discount"] for row in rows) / self.minor_units,
            first_purchases=sum(row["first_purchases"] for row in rows),
            later_purchases=sum(row["later_purchases"] for row in rows),
            discounted_first=sum(row["discounted_first"] for row in rows),
            discounted_later=sum(row["discounted_later"] for row in rows),
            later_of_new=sum(row["later_discount"] for row in own) / self.minor_units,
        )


def discounts_by_month(marts: Marts) -> DiscountMonths | None:
    """Discounts given in each month and in the window; None where no order in the data carries one."""
    with marts.engine() as engine:
        rows: list[DiscountRow] = engine.arrow(sql_text("answers", "discounts_by_month")).to_pylist()
    is_given = any(row["first_discount"] or row["later_discount"] for row in rows)
    return DiscountMonths(rows, marts.facts.minor_units) if is_given else None


def discounts_in_window(marts: Marts) -> Discounts | None:
    """Discounts given in the window of the question; None where no order in the data carries one."""
    found = discounts_by_month(marts)
    return None if found is None else found.of([THE_WINDOW])


def discounts_to_win(marts: Marts, new: NewCustomers) -> dict[str, float]:
    """Discounts on first purchases in the window by the key of the channel that won the customer, major units. new: whoever was won."""
    with marts.engine() as engine:
        given = engine.arrow(sql_text("answers", "first_discounts"))["discount"].to_numpy()
    sums = np.bincount(new.channel, given, len(new.channels)).tolist()
    return {key: marts.facts.major(discount) for key, discount in zip(new.channels, sums, strict=True) if discount}
