"""What customers have brought, month by month since their first purchase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from retention.models.history import Floats, Integers
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number

SIXTEENTHS_OF_A_MONTH = 487  # 30.4375 days in whole numbers, so that the database and Python cut at the same day


@dataclass(frozen=True, eq=False)
class CustomerMonths:
    """What each customer brought in each month since the first purchase; money in major units.

    customer, complete_months: one entry per customer, in the order of the key; only months that are over count.
    place, month, money: one entry per customer and month with sales or returns: the customer's place in the first two, the month (0 = the
    day of the first purchase, k = up to k × 30.4375 days after it) and what came in it; the earliest months first.
    """

    customer: Integers
    complete_months: Integers
    place: Integers
    month: Integers
    money: Floats

    @property
    def months(self) -> int:
        """How many months the longest known customer has completed."""
        return int(self.complete_months.max(initial=0))

    def mean_by_month(self, group: Integers, groups: int) -> tuple[Integers, Floats]:
        """For each group and month k = 0, 1, …: how many have been known for k months, and what those had brought by then on average.

        group: for each customer the number of their group, -1 = in none. Both arrays are (groups, months + 1); NaN where nobody has been
        known for that long.
        """
        months = self.months + 1
        inside = group >= 0
        exactly = np.bincount(group[inside] * months + self.complete_months[inside], minlength=groups * months)
        customers = np.flip(np.flip(exactly.reshape(groups, months), axis=1).cumsum(axis=1), axis=1)
        counted = inside[self.place] & (self.month <= self.complete_months[self.place])
        place, month = self.place[counted], self.month[counted]
        cell = (group[place] * months + self.complete_months[place]) * months + month
        money = np.bincount(cell, weights=self.money[counted], minlength=groups * months * months)
        # (group, known for exactly so long, month), summed to (group, known for at least so long, brought by the end of the month)
        so_far = money.reshape(groups, months, months).cumsum(axis=2)
        so_far = np.flip(np.flip(so_far, axis=1).cumsum(axis=1), axis=1)
        totals = np.diagonal(so_far, axis1=1, axis2=2)
        return customers, np.divide(totals, customers, out=np.full(totals.shape, np.nan), where=customers > 0)


def customer_months(marts: Marts, is_margin: bool) -> CustomerMonths:
    """The months of everybody who has bought, in margin or in sales."""
    with marts.engine() as engine:
        people = engine.arrow("select customer, first_day from customers_now order by customer")
        rows = engine.arrow(sql_text("answers", "months_since_first"))
    customer = people["customer"].to_numpy().astype(np.int64)
    age_days = day_number(marts.facts.as_of) - people["first_day"].to_numpy().astype(np.int64)
    return CustomerMonths(
        customer=customer,
        complete_months=complete_months(age_days),
        place=np.searchsorted(customer, rows["customer"].to_numpy()),
        month=rows["age_month"].to_numpy().astype(np.int64),
        money=money_of(marts, rows, is_margin),
    )


def complete_months(days: Integers) -> Integers:
    """How many whole months of 30.4375 days fit into so many days."""
    return days * 16 // SIXTEENTHS_OF_A_MONTH


def margin_share_of(marts: Marts) -> float | None:
    """Margin ÷ sales of everybody who has bought; None = margin is not known, and everything is counted in sales.

    It is known where every sale of a customer has a cost, or the question's margin share stands in for it.
    """
    with marts.engine() as engine:
        row = engine.arrow(sql_text("answers", "margin_totals"), {"cut_day": day_number(marts.facts.as_of)}).to_pylist()[0]
    return share_of_totals(marts, row)


def share_of_totals(marts: Marts, row: Mapping[str, int | None]) -> float | None:
    """The margin share behind a row of `margin_totals`; None where margin is not known."""
    sales, margin, uncosted, share = row["value"] or 0, row["margin"] or 0, row["uncosted_value"] or 0, marts.question.margin_share
    if sales <= 0 or (row["uncosted_customers"] and share is None):
        return None
    return (margin + (share or 0.0) * uncosted) / sales


def money_of(marts: Marts, rows: pa.Table, is_margin: bool) -> Floats:
    """The rows' money in major units: margin, with the question's margin share where no cost is known, or sales."""
    value, margin, uncosted = (rows[name].to_numpy() for name in ("value", "margin", "uncosted_value"))
    minor = margin + (marts.question.margin_share or 0.0) * uncosted if is_margin else value
    return np.asarray(minor, np.float64) / marts.facts.minor_units
