"""The month that stood out most in the last year: a measure for what growth a shop has seen at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retention.answers.month_steps import first_whole_month
from retention.programmes.business import MONTHS_IN_YEAR
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import last_whole_month, month_of


@dataclass(frozen=True)
class BestMonth:
    """The month (its first day) whose sales stood furthest above the mean of the months before and after it, and by which share."""

    month: date
    above_neighbours: float


def best_month(marts: Marts, engine: DuckDB) -> BestMonth | None:
    """Of the last twelve whole months, those with whole neighbours on both sides; None where the data have fewer than twelve whole months.

    Sales of customers, returns taken off.
    """
    last = last_whole_month(marts.facts.as_of)
    before = last - MONTHS_IN_YEAR  # the neighbour of the first of the twelve
    if last - first_whole_month(marts.facts) + 1 < MONTHS_IN_YEAR:
        return None
    span = {"first_month": max(before, first_whole_month(marts.facts)), "last_month": last}
    rows = engine.arrow(sql_text("answers", "sales_by_month"), span).to_pylist()
    sales = dict.fromkeys(range(span["first_month"], last + 1), 0) | {row["month"]: row["value"] for row in rows}
    around = {month: (sales[month - 1] + sales[month + 1]) / 2 for month in sales if month - 1 in sales and month + 1 in sales}
    above = {month: sales[month] / usual - 1 for month, usual in around.items() if usual > 0}
    if not above:
        return None
    best = max(above, key=lambda month: above[month])
    return BestMonth(month_of(best), above[best])
