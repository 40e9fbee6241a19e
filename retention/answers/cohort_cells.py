"""Customers by the period of their first purchase, and what they did in each month since: one cell per cohort and age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.customer_months import money_of
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import last_whole_month, month_number, month_of, period_name


@dataclass(frozen=True)
class Cell:
    """One cohort in one month of age (0 = the calendar month of the first purchase).

    customers: those of the cohort seen to this age. bought: of them, who made a purchase in this month. kept: who has not lapsed even once
    by its end. money, money_so_far: of this month and of all months up to it, in major units, returns taken off (those before the first
    purchase at age 0). is_complete: the month has ended for the whole cohort; what has not will still change and stands in no curve and no
    comparison.
    """

    age: int
    is_complete: bool
    customers: int
    bought: int
    kept: int
    money: float
    money_so_far: float

    @property
    def money_per_customer(self) -> float:
        """What one of them had brought by the end of this month."""
        return self.money_so_far / self.customers


@dataclass(frozen=True)
class Cohort:
    """Customers who first bought in the same period ("2025-01", "2025-Q1" or "2025"), and one cell per month of age seen so far."""

    name: str
    first_month: date
    customers: int
    cells: tuple[Cell, ...]


def monthly_cohorts(marts: Marts, is_margin: bool) -> tuple[Cohort, ...]:
    """One cohort per month that won somebody, the earliest first. A month in which none of them came back is a cell of nothing."""
    with marts.engine() as engine:
        rows = engine.arrow("select * from cohorts order by first_month, age_months")
        lapses = engine.arrow(sql_text("answers", "cohort_lapses")).to_pylist()
    bought: dict[int, dict[int, tuple[int, float]]] = defaultdict(dict)
    for row, money in zip(rows.to_pylist(), money_of(marts, rows, is_margin).tolist(), strict=True):
        bought[row["first_month"]][row["age_months"]] = (row["customers"], money)
    lapsed = {(row["first_month"], row["age_months"]): row["customers"] for row in lapses}
    last, last_complete = month_number(marts.facts.as_of), last_whole_month(marts.facts.as_of)
    found = []
    for month, by_age in bought.items():
        customers, so_far, cells = by_age[0][0], 0.0, []
        kept = customers
        for age in range(last - month + 1):
            buyers, money = by_age.get(age, (0, 0.0))
            kept, so_far = kept - lapsed.get((month, age), 0), so_far + money
            cells.append(Cell(age, month + age <= last_complete, customers, buyers, kept, money, so_far))
        found.append(Cohort(period_name(month, 1), month_of(month), customers, tuple(cells)))
    return tuple(found)


def grouped(cohorts: Sequence[Cohort], months: int, last_complete: int) -> tuple[Cohort, ...]:
    """The same customers by quarter (3 months) or year (12). At each age only those months of a period count that have come so far.

    last_complete: see `last_whole_month`.
    """
    members: dict[int, list[Cohort]] = defaultdict(list)
    for cohort in cohorts:
        members[month_number(cohort.first_month) // months * months].append(cohort)
    return tuple(_together(first, months, group, last_complete) for first, group in members.items())


def span_in_months(cohorts: Sequence[Cohort]) -> int:
    """From the first cohort's month to the last one's, both counted; 0 without cohorts."""
    return month_number(cohorts[-1].first_month) - month_number(cohorts[0].first_month) + 1 if cohorts else 0


def _together(first: int, months: int, group: Sequence[Cohort], last_complete: int) -> Cohort:
    cells = []
    for age in range(max(len(cohort.cells) for cohort in group)):
        seen = [cohort.cells[age] for cohort in group if age < len(cohort.cells)]
        people, bought, kept = (sum(getattr(cell, name) for cell in seen) for name in ("customers", "bought", "kept"))
        money, so_far = (float(np.sum([getattr(cell, name) for cell in seen])) for name in ("money", "money_so_far"))
        cells.append(Cell(age, first + months - 1 + age <= last_complete, people, bought, kept, money, so_far))
    return Cohort(period_name(first, months), month_of(first), sum(cohort.customers for cohort in group), tuple(cells))
