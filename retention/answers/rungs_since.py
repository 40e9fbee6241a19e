"""What became of the people of each rung and profit tier who stood there some months ago: the shop's own past, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from retention.answers.customer_groups import TIERS, by_tier
from retention.answers.customer_months import money_of
from retention.answers.predictions import MONTH_DAYS
from retention.models.history import Integers, Yes
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number
from retention.warehouse.rungs import LAPSED, NAMES

RUNGS = max(NAMES) + 1  # rungs are counted in tables of so many rows, by their numbers in the marts
COLUMNS = len(TIERS)


@dataclass(frozen=True, eq=False)
class RungsSince:
    """Everybody as they stood on an earlier evening, and whether they have stood elsewhere since.

    day: that evening; months: how long ago it is. Tables have a row per rung number and a column per tier, as they stood then:
    people; climbed: stood on a higher rung at any time since; lapsed: stood on the lapsed rung at any time since; came_back: of those who
    had lapsed, who bought again. returned_to: per rung number, how many of these stood there first on their return.
    customer, place, has_climbed, has_lapsed: one entry per customer known then, by key: the place is rung then × COLUMNS + tier then.
    """

    day: date
    months: float
    people: Integers
    climbed: Integers
    lapsed: Integers
    came_back: Integers
    returned_to: Integers
    customer: Integers
    place: Integers
    has_climbed: Yes
    has_lapsed: Yes


def rungs_since(marts: Marts, is_margin: bool) -> RungsSince:
    """The horizon's months ago, or half of the history where that is shorter: who stood where, and who has moved since.

    Tiers are the thirds of everybody known then, by what they had brought by then in margin or in sales: nobody's later purchases decide
    about the group they are counted in.
    """
    facts = marts.facts
    days = min(round(marts.question.horizon_months * MONTH_DAYS), (facts.as_of - facts.first_day).days // 2)
    cut = facts.as_of - timedelta(days=days)
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "rungs_since"), {"cut_day": day_number(cut)})
    column = {name: rows[name].to_numpy().astype(np.int64) for name in ("rung_then", "highest_since", "lapsed_since", "return_since")}
    then, highest = column["rung_then"], column["highest_since"]
    place = then * COLUMNS + _tiers(marts, rows, is_margin)
    has_left = then == LAPSED
    came_back = has_left & (highest > 0)
    has_climbed, has_lapsed = ~has_left & (highest > then), ~has_left & (column["lapsed_since"] > 0)
    return RungsSince(
        day=cut,
        months=days / MONTH_DAYS,
        people=counted(place[then > 0]),
        climbed=counted(place[has_climbed]),
        lapsed=counted(place[has_lapsed]),
        came_back=counted(place[came_back]),
        returned_to=np.bincount(column["return_since"][came_back] % 8, minlength=RUNGS).astype(np.int64),
        customer=rows["customer"].to_numpy().astype(np.int64),
        place=place,
        has_climbed=has_climbed,
        has_lapsed=has_lapsed,
    )


def counted(place: Integers) -> Integers:
    """How many are of each rung and tier; place = rung × COLUMNS + tier."""
    return np.bincount(place, minlength=RUNGS * COLUMNS).reshape(RUNGS, COLUMNS).astype(np.int64)


def _tiers(marts: Marts, rows: pa.Table, is_margin: bool) -> Integers:
    return by_tier(money_of(marts, rows, is_margin)).places
