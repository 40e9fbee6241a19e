"""Sorting customers into groups: by rung, profit tier, and by how, when, where and with what they first came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from retention.answers.strategies import STRATEGIES
from retention.models.history import Floats, Integers
from retention.sentence import N_, Sentence, counted, sentence
from retention.warehouse.facts import month_of
from retention.warehouse.rungs import NAMES

# Where a list of channels or products is long, the groups with the most customers stand for themselves and the others together.
MOST_GROUPS = 11
MOST_MONTHS, MOST_QUARTERS = 12, 12
FROM_FILES = ("channel", "city", "store", "category", "product")
TIERS = (
    ("best", N_("Best third")),
    ("middle", N_("Middle third")),
    ("lowest", N_("Lowest third")),
)


@dataclass(frozen=True, eq=False)
class Grouping:
    """One way of sorting customers into groups.

    names: the groups in the order to show them; None = the many small ones together. labels: the same for people to read; text from
    a file stands in them as a value, so that a page can disarm it. places: for each customer the place of their group in `names`.
    """

    names: tuple[str | None, ...]
    labels: tuple[Sentence, ...]
    places: Integers


def by_rung(rungs: Integers) -> Grouping:
    """First purchase, regular, advocate, lapsed, as far as anybody stands there."""
    numbers, places = np.unique(rungs, return_inverse=True)
    names = tuple(NAMES[number] for number in numbers.tolist())
    return Grouping(names, tuple(Sentence(STRATEGIES[name].label) for name in names), places.astype(np.int64))


def by_tier(brought: Floats) -> Grouping:
    """Three thirds of the customers by what they have brought so far, the best first; equals share the third that most of them fall in.

    So thirds are unequal where many have brought the same: nobody is called less profitable than somebody who brought as much.
    """
    _, level, customers = np.unique(-brought, return_inverse=True, return_counts=True)
    middle = np.cumsum(customers) - (customers + 1) / 2  # of the places that equals take together
    places = (middle[level] * 3 // max(len(brought), 1)).astype(np.int64)
    return Grouping(tuple(name for name, _ in TIERS), tuple(Sentence(label) for _, label in TIERS), places)


def by_first_purchase(first_days: Integers) -> Grouping:
    """By the month of the first purchase, by its quarter where there is more than a year of them, by its year beyond three."""
    dates = first_days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]").astype(np.int64) + 1970 * 12
    span = int(np.ptp(months)) + 1 if len(months) else 0
    length = 1 if span <= MOST_MONTHS else 3 if span <= 3 * MOST_QUARTERS else 12
    periods, places = np.unique(months // length, return_inverse=True)
    names = tuple(_period_name(period * length, length) for period in periods.tolist())
    return Grouping(names, tuple(_said(name) for name in names), places.astype(np.int64))


def by_column(column: pa.ChunkedArray) -> Grouping | None:
    """By a column of texts, the largest groups first, "not known" and the many small ones last; None where it tells nobody apart."""
    coded = column.combine_chunks().dictionary_encode()
    codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    texts = coded.dictionary.to_pylist()
    if len(texts) < 2:
        return None
    sizes = np.bincount(codes[codes >= 0], minlength=len(texts))
    ranked = sorted(range(len(texts)), key=lambda code: (-sizes[code], texts[code]))
    shown = ranked if len(ranked) <= MOST_GROUPS + 1 else ranked[:MOST_GROUPS]
    place_of = np.full(len(texts) + 1, len(shown))  # the small ones; the last entry is for code -1
    place_of[shown] = np.arange(len(shown))
    names: list[str | None] = [texts[code] for code in shown]
    labels = [_said(texts[code]) for code in shown]
    if len(shown) < len(texts):
        names.append(None)
        labels.append(counted("All others ({count})", "All others ({count})", len(texts) - len(shown)))
    place_of[-1] = len(names)
    if np.any(codes < 0):
        names.append("")
        labels.append(sentence("Not known"))
    return Grouping(tuple(names), tuple(labels), place_of[codes])


def groupings_of_records(rungs: Integers, first_days: Integers, firsts: pa.Table) -> Mapping[str, Grouping]:
    """Every way of sorting that the data offer but by value: rung, channel, cohort, city, store, category and product of the first
    purchase.

    One entry per customer in all of them, in one order. A way that puts everybody into one group is left out.
    """
    found = {"rung": by_rung(rungs), "channel": None, "cohort": by_first_purchase(first_days)}
    found |= {name: by_column(firsts[name]) for name in FROM_FILES}
    return {name: grouping for name, grouping in found.items() if grouping is not None and tells_apart(grouping)}


def with_tiers(found: Mapping[str, Grouping], brought: Floats) -> Mapping[str, Grouping]:
    """The same ways of sorting and, behind the first of them, the thirds by what customers have brought."""
    tier = by_tier(brought)
    rung = {name: grouping for name, grouping in found.items() if name == "rung"}
    return rung | ({"tier": tier} if tells_apart(tier) else {}) | dict(found)


def tells_apart(grouping: Grouping) -> bool:
    """Whether not everybody is in one group."""
    return bool(np.any(grouping.places != grouping.places[:1]))


def _period_name(month: int, length: int) -> str:
    first = month_of(month)
    if length == 12:
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if length == 1 else f"{first:%Y}-Q{first.month // 3 + 1}"


def _said(text: str) -> Sentence:
    """Text of a file or a plain figure as a sentence: nothing in it is translated."""
    return Sentence("{name}", (("name", text),))
