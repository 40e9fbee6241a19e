"""How the second turn differs from the first, for the same people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.customer_months import money_of
from retention.models.history import Integers
from retention.models.mean_interval import mean_interval
from retention.models.proportions import BEYOND_NOISE, chances_of_many
from retention.models.turn_order import NAMES, Purchases, SilenceLimits, expected_changes, turn_pairs
from retention.sentence import N_
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import day_number

MOST_PEOPLE = 5_000  # more make the intervals no narrower than anybody could see
ORDERS = 40
LABELS = {
    "check": N_("Average check"),
    "purchases": N_("Purchases in the turn"),
    "pace": N_("Days between two purchases"),
    "money": N_("Money in the turn"),
}


@dataclass(frozen=True)
class Difference:
    """One figure in the first and in the second turn, on average over the `people` who have it in both; money in major units.

    Returns before the first purchase are of neither turn here.

    unchanged: what the second would be if nothing had changed, as the rule that ends a turn knows old customers better than new ones.
    change: second less unchanged; low, high: where that lies 95 times in 100, None below 20 people. is_beyond_noise: chance alone would
    show so much less than once in twenty times, all figures looked at together.
    """

    name: str
    people: int
    first: float
    second: float
    unchanged: float
    change: float
    low: float | None
    high: float | None
    is_beyond_noise: bool


def differences(marts: Marts, engine: DuckDB, is_margin: bool) -> tuple[int, tuple[Difference, ...]]:
    """How many people were compared (of those whose second turn is over; at most 5,000), and each figure that some of them have twice."""
    rows = engine.arrow(sql_text("answers", "paired_purchases"), {"most": MOST_PEOPLE})
    if not rows.num_rows:
        return 0, ()
    limits = engine.arrow(
        "select lapsed_flat_days, lapsed_base_millidays, lapsed_factor_millionths from gap_limits order by repeat_purchases"
    )
    customers, person = np.unique(rows["customer"].to_numpy(), return_inverse=True)
    day: Integers = rows["day"].to_numpy().astype(np.int64)
    first_day = day[np.searchsorted(person, np.arange(len(customers)))]
    purchases = Purchases(
        person=person.astype(np.int64),
        age=day - first_day[person],
        sales=rows["value"].to_numpy() / marts.facts.minor_units,
        money=money_of(marts, rows, is_margin),
        end_age=day_number(marts.facts.as_of) - first_day,
    )
    silence = SilenceLimits(*(limits[name].to_numpy().astype(np.int64) for name in limits.column_names))
    pairs = turn_pairs(purchases, silence)
    expected = expected_changes(purchases, silence, ORDERS)
    found = []
    for name, first, second, usual in zip(NAMES, pairs.first, pairs.second, expected, strict=True):
        told = pairs.is_told & np.isfinite(second - first - usual)
        if told.any():
            found.append((name, first[told], second[told], usual[told], mean_interval((second - first - usual)[told])))
    chances = iter(chances_of_many([mean.chance for *_, mean in found if mean.chance is not None]))
    return int(pairs.is_told.sum()), tuple(
        Difference(
            name=name,
            people=mean.of,
            first=float(first.mean()),
            second=float(second.mean()),
            unchanged=float((first + usual).mean()),
            change=mean.mean,
            low=mean.low,
            high=mean.high,
            is_beyond_noise=mean.chance is not None and next(chances) < BEYOND_NOISE,
        )
        for name, first, second, usual, mean in found
    )
