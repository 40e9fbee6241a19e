"""What customers have brought, month by month since their first purchase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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

    def brought_by_month(self, members: Integers) -> Floats:
        """What each of these (places in the order of the key) had brought by the end of month 0, 1, … (a column).

        The month that is not over yet counts in the last column.
        """
        row = np.full(len(self.customer), -1)
        row[members] = np.arange(len(members))
        entries, width = row[self.place] >= 0, self.months + 2
        cell = row[self.place[entries]] * width + self.month[entries]
        by_month = np.bincount(cell, weights=self.money[entries], minlength=len(members) * width)
        brought: Floats = by_month.reshape(len(members), width).cumsum(axis=1)
        return brought


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
    """Margin ÷ sales of what customers bought in the window, which is what sales to come will leave; None = margin is not known.

    It is known where every sale of a customer has a cost, or the question's margin share stands in for it; where it is not, everything is
    counted in sales. Without sales in the window: margin ÷ sales of everything.
    """
    return margin_share_on(marts, marts.facts.as_of)


def margin_share_on(marts: Marts, day: date) -> float | None:
    """The same as it was known on an earlier day, from a window of the same length."""
    asked = {"cut_day": day_number(day), "window_days": marts.facts.window_days}
    with marts.engine() as engine:
        row = engine.arrow(sql_text("answers", "margin_totals"), asked).to_pylist()[0]
    share = marts.question.margin_share
    if (row["value"] or 0) <= 0 or (row["uncosted_customers"] and share is None):
        return None
    part = "recent_" if (row["recent_value"] or 0) > 0 else ""
    return float(row[f"{part}margin"] + (share or 0.0) * row[f"{part}uncosted_value"]) / float(row[f"{part}value"])


def money_of(marts: Marts, rows: pa.Table, is_margin: bool) -> Floats:
    """The rows' money in major units: margin, with the question's margin share where no cost is known, or sales."""
    value, margin, uncosted = (rows[name].to_numpy() for name in ("value", "margin", "uncosted_value"))
    minor = margin + (marts.question.margin_share or 0.0) * uncosted if is_margin else value
    return np.asarray(minor, np.float64) / marts.facts.minor_units
