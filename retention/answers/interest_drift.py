"""Which interest grew and which shrank between the first and the latest stretch of the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from retention.models.proportions import BEYOND_NOISE, Share, chances_of_many
from retention.models.stratified_shares import Repeated, chance_of_no_change
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import day_number

NAMED = 12  # interests looked at one by one; the more, the harder it is for each to stand out
YEAR, HALF = 365, 182


@dataclass(frozen=True)
class Drifted:
    """In what share of the purchases this interest was the one with most money, then and now.

    The intervals know that purchases of one customer are alike: they are as wide as those of the independent purchases that would tell as
    much. is_beyond_noise is False where so few purchases are for it that one more would look like a change.
    """

    name: str
    first: Share
    latest: Share
    is_beyond_noise: bool

    @property
    def change(self) -> float:
        """How much larger its share is now."""
        return (self.latest.share or 0.0) - (self.first.share or 0.0)


@dataclass(frozen=True)
class Drift:
    """The first and the latest stretch, of equal length (a year, or half a year where there are not two), and each interest in both.

    grew, shrank: those that changed most, beyond noise; None = none did. purchases: in both stretches, with a known interest.
    """

    days: int
    first_until: date
    latest_from: date
    purchases: int
    rows: tuple[Drifted, ...]
    grew: Drifted | None
    shrank: Drifted | None


def interest_drift(marts: Marts, engine: DuckDB, names: tuple[str, ...]) -> Drift | None:
    """The drift on a cursor where `purchase_interests` stands; None with less than a year of data.

    Judged on the number of purchases, not on money, which a few large checks can move.
    """
    first, last = marts.facts.first_day, marts.facts.as_of
    history = (last - first).days + 1
    days = YEAR if history >= 2 * YEAR else HALF
    if history < 2 * HALF:
        return None
    until, since = first + timedelta(days=days), last - timedelta(days=days - 1)
    asked = {"first_until_day": day_number(until), "latest_from_day": day_number(since), "named": NAMED}
    rows = engine.arrow(sql_text("answers", "interest_periods"), asked).to_pylist()
    counts = {(row["is_latest"], row["interest"]): row for row in rows}
    totals = [counts.get((part, 0)) for part in (0, 1)]

    def repeated(part: int, interest: int) -> Repeated:
        row, total = counts.get((part, interest)), totals[part]
        own = (row["purchases"], row["squares"], row["products"]) if row else (0, 0, 0)
        return Repeated(own[0], total["purchases"], own[1], own[2], total["squares"]) if total else Repeated(0, 0, 0, 0, 0)

    pairs = [(repeated(0, place), repeated(1, place)) for place in range(1, len(names[:NAMED]) + 1)]
    chances = chances_of_many([chance_of_no_change(then, now) for then, now in pairs])
    drifted = tuple(
        Drifted(name, then.told, now.told, chance < BEYOND_NOISE) for name, (then, now), chance in zip(names, pairs, chances, strict=False)
    )
    sure = sorted((row for row in drifted if row.is_beyond_noise), key=lambda row: row.change)
    return Drift(
        days=days,
        first_until=until - timedelta(days=1),
        latest_from=since,
        purchases=sum(total["purchases"] for total in totals if total is not None),
        rows=drifted,
        grew=sure[-1] if sure and sure[-1].change > 0 else None,
        shrank=sure[0] if sure and sure[0].change < 0 else None,
    )
