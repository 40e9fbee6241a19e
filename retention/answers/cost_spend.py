"""What was spent on winning and on keeping: in the window, in each month, by each channel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict

from retention.answers.cost_ratio import UNKNOWN, Spend
from retention.answers.discounts import DiscountMonths, Discounts
from retention.answers.spend_days import SpendDays, spend_days
from retention.warehouse import Marts, Workspace
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import THE_WINDOW, day_of, month_of


class SpendRow(TypedDict):
    """Spend of one channel in a month, or in the window (month 0), in minor units; see cost_spend.sql."""

    channel: str | None
    month: int
    winning: int
    keeping: int
    shared_to_winning: int
    shared_to_keeping: int
    shared_if_winning: int
    shared_if_keeping: int
    has_winning: int


@dataclass(frozen=True)
class SpendTable:
    """All spend in the data as the question counts it. first_day, last_day: of all its lines, None = there is no spend in the data.

    winning_from: since when spend on winning can be told, which is later than first_day where it is counted some days after it was spent.
    winning_days, keeping_days: for which months either side has lines.
    """

    rows: list[SpendRow]
    first_day: date | None
    last_day: date | None
    winning_from: date | None
    winning_days: SpendDays
    keeping_days: SpendDays

    def of(self, months: Iterable[int]) -> Spend:
        """The spend of these months together (THE_WINDOW = of the window), nothing where the table has none of them."""
        wanted = set(months)
        return spent([row for row in self.rows if row["month"] in wanted])

    @property
    def window(self) -> list[SpendRow]:
        """The window's rows."""
        return [row for row in self.rows if row["month"] == THE_WINDOW]

    def covers(self, month: int) -> bool:
        """Whether the spend of this month is in the data: it begins no later, and ends no earlier."""
        if self.winning_from is None or self.last_day is None:
            return False
        return self.winning_from <= month_of(month) <= self.last_day


def has_spend(workspace: Workspace) -> bool:
    """Whether the data hold any spend, from a file or typed in line by line."""
    with workspace.cursor() as cursor:
        return cursor.execute("select 1 from spend union all select 1 from typed_spend limit 1").fetchone() is not None


def spend_rows(marts: Marts, lead_days: int) -> list[SpendRow]:
    """Spend by channel and month up to the as-of day, and in the window; spend on winning counted so many days later."""
    with marts.engine() as engine:
        rows: list[SpendRow] = engine.arrow(sql_text("answers", "cost_spend"), {"lead_days": lead_days}).to_pylist()
    return rows


def spend_table(marts: Marts) -> SpendTable:
    """The spend behind the question, spend on winning counted as many days later as it says."""
    lead_days = marts.question.lead_days
    rows = spend_rows(marts, lead_days)
    with marts.engine() as engine:
        lines = engine.arrow("select min(first_day) as first_day, max(last_day) as last_day from spend_lines").to_pylist()[0]
    days = spend_days(marts)
    sides = days["winning"], days["keeping"]
    if lines["first_day"] is None:
        return SpendTable(rows, None, None, None, *sides)
    first, last = day_of(lines["first_day"]), day_of(lines["last_day"])
    return SpendTable(rows, first, last, first.replace(day=1) + timedelta(days=lead_days), *sides)


def spent(rows: Iterable[SpendRow]) -> Spend:
    """These rows together."""
    rows = list(rows)
    return Spend(
        winning=sum(row["winning"] for row in rows),
        keeping=sum(row["keeping"] for row in rows),
        shared_to_winning=sum(row["shared_to_winning"] for row in rows),
        shared_to_keeping=sum(row["shared_to_keeping"] for row in rows),
        shared_if_winning=sum(row["shared_if_winning"] for row in rows),
        shared_if_keeping=sum(row["shared_if_keeping"] for row in rows),
    )


def spent_in_window(marts: Marts, table: SpendTable, discounts: Discounts | None) -> Spend:
    """Spend in the window; where the data have none there, the sums typed in. discounts: those to count as spend, None = not counted."""
    asked, minor = marts.question, marts.facts.minor
    typed = Spend(minor(asked.acquisition_spend), minor(asked.retention_spend))
    return with_discounts(marts, spent(table.window) if table.window else typed, discounts)


def spent_in_months(marts: Marts, table: SpendTable, months: Iterable[int], discounts: DiscountMonths | None) -> Spend:
    """The same for neighbouring months together, which must all lie within the spend of the data to be known; nothing typed in is theirs.

    A side without any line in them is not known: nobody says that nothing was spent.
    """
    months = list(months)
    if not months or not all(table.covers(month) for month in months):
        return UNKNOWN
    spend = with_discounts(marts, table.of(months), discounts.of(months) if discounts else None)
    return replace(
        spend,
        winning=spend.winning if table.winning_days.has_lines(months) else None,
        keeping=spend.keeping if table.keeping_days.has_lines(months) else None,
    )


def with_discounts(marts: Marts, spend: Spend, discounts: Discounts | None) -> Spend:
    """Discounts on first purchases as spend on winning, those on later purchases of earlier customers as spend on keeping.

    Those on later purchases of customers won in the same time count on neither side: they are not among the kept.
    """
    if discounts is None:
        return spend
    units = marts.facts.minor_units
    return spend.plus(round(discounts.first * units), round(discounts.kept * units))
