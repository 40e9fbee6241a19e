"""How one value is spread over customers: bars, quantiles, the curve of who brings how much, and the same by group."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from retention.answers.customer_groups import Grouping
from retention.models.history import Floats, Integers
from retention.sentence import Sentence

BARS = 30
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
MOST_POINTS = 200
WIDE_DECADES = 3  # values from 1 to more than 1,000 get five bars to a tenfold, a narrower span ten


@dataclass(frozen=True, eq=False)
class Spread:
    """A value over all customers, in the unit of the values. None = cannot be known (nobody, or nothing brought).

    quantiles: share of customers -> the value below which they lie, between neighbours by straight line.
    bins: low, high, customers, is_open: equal bars with round widths from zero to where 99 in 100 customers lie, the last one holding
    everybody beyond; one bar below zero for all who brought less than nothing. Bars without customers are left out.
    log_bins: low, high, customers: bars of equal width on a logarithmic axis for values above zero; not_positive counts the others.
    distribution: value, share: the share of customers who bring at most this value, at no more than 200 points.
    curve: customer_share, value_share (0 to 1), the most valuable first: the Lorenz curve seen from its rich end.
    gini: 0 = all bring the same, 1 = one brings everything; twice the area between the curve and the line of equality.
    top_fifth_share: the part of everything that the most valuable fifth (rounded up) brings.
    In the last three a customer who brought less than nothing counts as nothing.
    """

    customers: int
    total: float
    mean: float | None
    median: float | None
    gini: float | None
    top_fifth_share: float | None
    quantiles: Mapping[float, float]
    bins: pa.Table
    log_bins: pa.Table
    not_positive: int
    distribution: pa.Table
    curve: pa.Table


@dataclass(frozen=True)
class GroupSpread:
    """One group of customers and how the value is spread in it; share_of_total is None where the whole is not above zero."""

    name: str | None
    label: Sentence
    customers: int
    mean: float
    median: float
    p25: float
    p75: float
    p90: float
    total: float
    share_of_total: float | None


def spread(values: Floats) -> Spread:
    """Everything a page shows of a value's spread; one entry per customer, in any order."""
    ordered = np.sort(values)
    customers, total = len(ordered), float(ordered.sum())
    quantiles = {share: _point(ordered, share) for share in QUANTILES} if customers else {}
    curve, gini, top_fifth = _concentration(ordered)
    positive = ordered[np.searchsorted(ordered, 0.0, side="right") :]
    return Spread(
        customers=customers,
        total=total,
        mean=total / customers if customers else None,
        median=quantiles.get(0.5),
        gini=gini,
        top_fifth_share=top_fifth,
        quantiles=quantiles,
        bins=_bins(ordered, quantiles.get(0.99, 0.0)),
        log_bins=_log_bins(positive),
        not_positive=customers - len(positive),
        distribution=_distribution(ordered),
        curve=curve,
    )


def by_group(values: Floats, grouping: Grouping) -> tuple[GroupSpread, ...]:
    """The value in each group that has customers, in the grouping's own order."""
    order = np.argsort(values)
    total = float(values[order].sum())  # in this order, so that the order of the customers changes not even the last digit
    # a stable sort of small whole numbers is a counting sort: far faster than sorting by group and value at once
    places = grouping.places[order].astype(np.int16)
    ordered = values[order][np.argsort(places, kind="stable")]
    ends = np.cumsum(np.bincount(places, minlength=len(grouping.names)))
    rows = []
    for place, (name, label) in enumerate(zip(grouping.names, grouping.labels, strict=True)):
        members = ordered[ends[place - 1] if place else 0 : ends[place]]
        if not len(members):
            continue
        money = float(members.sum())
        p25, median, p75, p90 = (_point(members, share) for share in (0.25, 0.5, 0.75, 0.9))
        mean, share = money / len(members), money / total if total > 0 else None
        rows.append(GroupSpread(name, label, len(members), mean, median, p25, p75, p90, money, share))
    return tuple(rows)


def _point(ordered: Floats, share: float) -> float:
    position = share * (len(ordered) - 1)
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (ordered[above] - ordered[below]) * (position - below))


def _bins(ordered: Floats, almost_all: float) -> pa.Table:
    top = max(almost_all, 1.0)
    width = round_width(top / BARS)
    last_bar = math.ceil(top / width)
    edges = np.round(np.arange(last_bar + 1) * width, 10)  # 3 × 0.1 is not 0.3 without the rounding
    starts = np.concatenate([[0], np.searchsorted(ordered, edges), [len(ordered)]])
    low, counts = np.concatenate([[-width], edges]), np.diff(starts)
    kept = counts > 0
    high, is_open = np.concatenate([edges, [edges[-1] + width]]), np.arange(len(low)) == last_bar + 1
    return pa.table({"low": low[kept], "high": high[kept], "customers": counts[kept], "is_open": is_open[kept]})


def round_width(width: float) -> float:
    """The next width up of 1, 2 or 5 times a power of ten, so that the bars start at figures people would choose."""
    scale: float = 10.0 ** math.floor(math.log10(width))
    return next(step * scale for step in (1, 2, 5, 10) if step * scale >= width)


def _log_bins(positive: Floats) -> pa.Table:
    if not len(positive):
        return pa.table({name: pa.array([], kind) for name, kind in (("low", "f8"), ("high", "f8"), ("customers", "i8"))})
    first, last = math.log10(positive[0]), math.log10(positive[-1])
    steps = 5 if last - first > WIDE_DECADES else 10
    edges = 10.0 ** (np.arange(math.floor(first * steps), math.floor(last * steps) + 2) / steps)
    counts = np.diff(np.concatenate([[0], np.searchsorted(positive, edges[1:-1]), [len(positive)]]))
    kept = counts > 0
    return pa.table({"low": edges[:-1][kept], "high": edges[1:][kept], "customers": counts[kept]})


def _distribution(ordered: Floats) -> pa.Table:
    ranks = np.unique(np.linspace(0, max(len(ordered) - 1, 0), MOST_POINTS).astype(np.int64))[: len(ordered)]
    value = np.unique(ordered[ranks])
    return pa.table({"value": value, "share": np.searchsorted(ordered, value, side="right") / max(len(ordered), 1)})


def _concentration(ordered: Floats) -> tuple[pa.Table, float | None, float | None]:
    customers, best_first = len(ordered), np.maximum(ordered[::-1], 0.0)
    so_far = np.concatenate([[0.0], np.cumsum(best_first)])
    if so_far[-1] <= 0:
        return pa.table({"customer_share": pa.array([], pa.float64()), "value_share": pa.array([], pa.float64())}), None, None
    people: Integers = np.unique(np.arange(101) * customers // 100)
    curve = pa.table({"customer_share": people / customers, "value_share": so_far[people] / so_far[-1]})
    gini = (2 * so_far.sum() / so_far[-1] - 1) / customers - 1  # so_far holds the area under the curve, step by step
    return curve, max(float(gini), 0.0), float(so_far[(customers + 4) // 5] / so_far[-1])
