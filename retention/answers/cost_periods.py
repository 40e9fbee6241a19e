"""Winning against keeping over time: every quarter and every month with its customers, its spend and its ratio."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from retention.answers.cost_ratio import CostRatio
from retention.answers.cost_spend import SpendTable, spend_table, spent_in_months
from retention.answers.discounts import DiscountMonths, discounts_by_month
from retention.answers.settled import settled_from
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import MONTH, QUARTER, YEAR, month_number, month_of, period_name


@dataclass(frozen=True)
class PeriodCosts(CostRatio):
    """One month, quarter or year: won = first-ever purchase in it; kept = bought before it and again in it.

    name: such as "2025-07" or "2025-Q3"; of a year the quarter it ends with. reactivated: those of the kept who came back after a lapse in
    it; they are not new. is_whole: False where the as-of day comes before its end, or it began before the data. is_settled: False where so
    little of the data lies before it (less than its own length, or than the silence of settled_from) that earlier customers may look new.
    without_winning, without_keeping: its months with no, or much less than usual, spend on that side in the data; see SpendDays.
    """

    name: str
    first_day: date
    reactivated: int
    is_whole: bool
    is_settled: bool
    without_winning: int
    without_keeping: int

    @property
    def is_comparable(self) -> bool:
        """Whether its figures are what they seem, so that another period may be held against it."""
        return self.is_whole and self.is_settled and not self.without_winning and not self.without_keeping


@dataclass(frozen=True)
class CostPeriods:
    """The quarters and the months from the first sale to the as-of day, and the years that end with a quarter, the earliest first.

    years: as long as they are, they can be told from the fifth quarter on. has_spend: whether the data hold any spend.
    """

    years: tuple[PeriodCosts, ...]
    quarters: tuple[PeriodCosts, ...]
    months: tuple[PeriodCosts, ...]
    currency: str | None
    has_spend: bool


@dataclass(frozen=True)
class _Source:
    """What every period is cut from."""

    marts: Marts
    buyers: dict[tuple[int, int], dict[str, int]]
    table: SpendTable
    discounts: DiscountMonths | None
    settled: date

    def period(self, months: int, period: int, name: str) -> PeriodCosts:
        """The period of so many months with this number in cost_buyers.sql; a year ends with the quarter of its number."""
        facts, buyers = self.marts.facts, self.buyers.get((months, period), {})
        after = (period + 1) * min(months, QUARTER)
        first, covered = month_of(after - months), [month for month in range(after - months, after) if month_of(month) <= facts.as_of]
        return PeriodCosts(
            acquired=buyers.get("acquired", 0),
            kept=buyers.get("kept", 0),
            spend=spent_in_months(self.marts, self.table, covered, self.discounts),
            minor_units=facts.minor_units,
            name=name,
            first_day=first,
            reactivated=buyers.get("back", 0),
            is_whole=facts.first_day.replace(day=1) <= first and month_of(after) <= facts.as_of + timedelta(days=1),
            is_settled=first >= self.settled and after - months - month_number(facts.first_day) >= months,
            without_winning=len(self.table.winning_days.gaps(covered)),
            without_keeping=len(self.table.keeping_days.gaps(covered)),
        )


def cost_periods(marts: Marts) -> CostPeriods:
    """Costs over time; ask them of an unfiltered question. What was typed in for the window belongs to no quarter or month."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "cost_buyers")).to_pylist()
    source = _Source(
        marts=marts,
        buyers={(row["months"], row["period"]): row for row in rows},
        table=spend_table(marts),
        discounts=discounts_by_month(marts) if marts.question.counts_discounts else None,
        settled=settled_from(marts),
    )
    first, last = month_number(marts.facts.first_day), month_number(marts.facts.as_of)
    quarters = {quarter: period_name(quarter * QUARTER, QUARTER) for quarter in range(first // QUARTER, last // QUARTER + 1)}
    return CostPeriods(
        years=tuple(source.period(YEAR, quarter, name) for quarter, name in list(quarters.items())[YEAR // QUARTER :]),
        quarters=tuple(source.period(QUARTER, quarter, name) for quarter, name in quarters.items()),
        months=tuple(source.period(MONTH, month, period_name(month, MONTH)) for month in range(first, last + 1)),
        currency=marts.facts.currency,
        has_spend=source.table.first_day is not None,
    )
