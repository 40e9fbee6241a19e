"""What customers come for: the mix of categories by how often they have bought and over time, what grew and what shrank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa

from retention.answers.interest_changes import ALIKE_FROM, InterestChanges, interest_changes
from retention.answers.interest_drift import NAMED, Drift, interest_drift
from retention.answers.interest_tables import store_interests
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import QUARTER, month_of, period_name

SHOWN = 7
STAGES = (1, 2, 4, 7)
FEWEST_QUARTERS = 5


@dataclass(frozen=True)
class Part:
    """The money of one interest in one group (major units, returns taken off) and its share of the group's money.

    interest: 1 to 7 = that place in `shown`; 8 = all others together; 0 = not known. A part below zero counts as nothing.
    """

    interest: int
    money: float
    share: float


@dataclass(frozen=True)
class Mix:
    """What one group spent on. group: "1", "2", "4" or "7" = from that purchase on up to the next of these; or a period ("2025-Q3",
    "2025-07"). is_complete is False for a period that the data cover only in part."""

    group: str
    parts: tuple[Part, ...]
    is_complete: bool


@dataclass(frozen=True)
class Interests:
    """What customers came for, up to the as-of day. kind: "category" or "product", None = the data know neither.

    shown: the names with most money, at most seven; others: how many more there are. by_purchase: the mix by the number of the purchase;
    by_period: by quarter, or by month where there are fewer than five quarters. drift: None where there is less than a year of data.
    """

    as_of: date
    currency: str | None
    kind: str | None
    shown: tuple[str, ...]
    others: int
    by_purchase: tuple[Mix, ...]
    by_period: tuple[Mix, ...]
    drift: Drift | None
    changes: InterestChanges | None
    missing: Sentence | None


def interests(marts: Marts) -> Interests:
    """The interests behind the view of that name: one pass over the sales, everything else on one row per customer, day and category."""
    with marts.engine() as engine:
        found = store_interests(engine)
        if found is None:
            return _nothing(marts)
        engine.store_for_now("purchase_interests")
        mix = engine.arrow(sql_text("answers", "interest_mix"), {"shown": SHOWN})
        moves = engine.arrow(sql_text("answers", "interest_moves"), {"named": NAMED, "alike_from": ALIKE_FROM})
        drift = interest_drift(marts, engine, found.names)
    return Interests(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        kind=found.kind,
        shown=found.names[:SHOWN],
        others=max(len(found.names) - SHOWN, 0),
        by_purchase=_by_purchase(marts, mix),
        by_period=_by_period(marts, mix),
        drift=drift,
        changes=interest_changes(moves, found.names[:NAMED]),
        missing=None,
    )


def _nothing(marts: Marts) -> Interests:
    if marts.question.categories:
        why = sentence(
            "What customers come for cannot be told from fewer than two categories: choose at least two categories in the sidebar, or clear"
            " that filter."
        )
    else:
        why = sentence(
            "What customers come for cannot be told: add a column with the category or the product to the sales, with at least two"
            " different ones in it. Then this page shows what newcomers and old customers buy, how that drifts, and which change comes"
            " before a lapse."
        )
    return Interests(marts.facts.as_of, marts.facts.currency, None, (), 0, (), (), None, None, why)


def _by_purchase(marts: Marts, mix: pa.Table) -> tuple[Mix, ...]:
    sums = mix.group_by(["stage", "interest"]).aggregate([("value", "sum")]).to_pylist()
    found = (_mix(marts, str(stage), [row for row in sums if row["stage"] == stage], True) for stage in STAGES)
    return tuple(one for one in found if one.parts)


def _by_period(marts: Marts, mix: pa.Table) -> tuple[Mix, ...]:
    sums = mix.group_by(["month", "interest"]).aggregate([("value", "sum")]).to_pylist()
    months = [row["month"] for row in sums]
    if not months:
        return ()
    is_quarterly = max(months) // QUARTER - min(months) // QUARTER + 1 >= FEWEST_QUARTERS
    length = QUARTER if is_quarterly else 1
    found = []
    for period in range(min(months) // length, max(months) // length + 1):
        first, after = month_of(period * length), month_of((period + 1) * length)
        is_complete = marts.facts.first_day <= first and marts.facts.as_of >= after - timedelta(days=1)
        rows = [row for row in sums if row["month"] // length == period]
        found.append(_mix(marts, period_name(period * length, length), rows, is_complete))
    return tuple(one for one in found if one.parts)


def _mix(marts: Marts, group: str, rows: list[dict[str, int]], is_complete: bool) -> Mix:
    """The parts in the order of `shown`, then all others, then what is not known."""
    money: dict[int, int] = {}
    for row in rows:
        money[row["interest"]] = money.get(row["interest"], 0) + row["value_sum"]
    kept = {interest: value for interest, value in money.items() if value > 0}
    total = sum(kept.values())
    order = sorted(kept, key=lambda interest: interest or SHOWN + 2)
    return Mix(group, tuple(Part(place, marts.facts.major(kept[place]), kept[place] / total) for place in order), is_complete)
