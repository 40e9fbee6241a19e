"""For which months spend on winning and on keeping is in the data: what nobody wrote down is not known, and not 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import Facts, month_of


@dataclass(frozen=True)
class SpendDays:
    """One side's months. judged: what share of a month's days has a line, of spend on this side alone where there is any such spend.

    with_lines: the months with any line of this side, shared ones too.
    """

    judged: Mapping[int, float]
    with_lines: frozenset[int]

    def gaps(self, months: Iterable[int]) -> tuple[int, ...]:
        """Those of the months with less than half of the days with lines that months with lines usually have."""
        if not self.judged:
            return ()
        enough = median(self.judged.values()) / 2
        return tuple(month for month in months if self.judged.get(month, 0.0) < enough)

    def has_lines(self, months: Iterable[int]) -> bool:
        """Whether there is any line of this side in these months."""
        return not self.with_lines.isdisjoint(months)


def spend_days(marts: Marts) -> dict[str, SpendDays]:
    """The months of "winning" and of "keeping", months as calendar months since the year 0."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "spend_days"), {"lead_days": marts.question.lead_days}).to_pylist()
    found = {}
    for side in ("winning", "keeping"):
        own = [row for row in rows if row["side"] == side]
        alone = [row for row in own if not row["is_shared"]]
        shares = {row["month"]: row["days"] / days_in(marts.facts, row["month"]) for row in alone or own}
        found[side] = SpendDays(shares, frozenset(row["month"] for row in own))
    return found


def days_in(facts: Facts, month: int) -> int:
    """How many days of the month lie between the first sale and the as-of day."""
    first, last = max(month_of(month), facts.first_day), min(month_of(month + 1) - timedelta(days=1), facts.as_of)
    return (last - first).days + 1
