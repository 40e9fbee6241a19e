"""What a new customer has brought by each month since the first purchase, and what the model expects beyond the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from retention.answers.customer_months import CustomerMonths, customer_months
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import Fits
from retention.answers.months_ahead import last_observed_month, months_ahead
from retention.models.history import Floats, Integers
from retention.models.prediction_interval import NORMAL_90
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts

SHARES = {"p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90}
COLUMNS = pa.schema(
    [("age_months", pa.int64()), ("customers", pa.int64()), *((name, pa.float64()) for name in ("mean", "low", "high", *SHARES))]
)


@dataclass(frozen=True)
class ValueByAge:
    """What customers had brought by each age, all purchases until then together; in margin where is_margin, else in sales; major units.

    Both tables: age_months, customers, mean, low, high, p10, p25, p50, p75, p90. low, high: 90 % interval of the mean (null for one
    customer, and where it is expected: how far off a forecast may be is for the back-test to say).
    observed: at each age only customers known for at least that many whole months (of 30.4375 days); age 0 is the day of the first
    purchase. It ends where too few have been known for that long (see `last_observed_month`).
    expected: the months after that, as many as the question looks ahead: what all customers will have brought by then, seen as far as they
    have been seen and expected beyond; empty where nothing can be forecast, for the reason in `missing`. Not discounted.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    customers: int
    observed: pa.Table
    expected: pa.Table
    missing: tuple[Sentence, ...]


def value_by_age(marts: Marts, values: CustomerValues) -> ValueByAge:
    """The growth of a customer's value since the first purchase, as far as the data tell and as far as the model expects."""
    months = customer_months(marts, values.is_margin)
    counts = len(months.customer) - np.concatenate([[0], np.cumsum(np.bincount(months.complete_months))[:-1]])
    last = last_observed_month(counts)
    fits = values.fits if values.fits and values.fits.tells_customers_apart else None
    reason = sentence("What comes after the data cannot be forecast yet: too few customers have bought.")
    return ValueByAge(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_margin=values.is_margin,
        customers=len(months.customer),
        observed=_observed(months, last) if len(months.customer) else COLUMNS.empty_table(),
        expected=_expected(fits, values, months, last) if fits else COLUMNS.empty_table(),
        missing=() if fits else (reason,),
    )


def _observed(months: CustomerMonths, last: int) -> pa.Table:
    # those known for longest first, so that everybody known for k months is the beginning of the list
    order = np.argsort(-months.complete_months, kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    oldest_first = -months.complete_months[order]
    brought = np.zeros(len(order))
    ends = np.searchsorted(months.month, np.arange(last + 2))
    rows = []
    for age in range(last + 1):
        entries = slice(ends[age], ends[age + 1])
        brought[rank[months.place[entries]]] += months.money[entries]  # each customer stands once in a month
        members = brought[: np.searchsorted(oldest_first, -age, side="right")]
        half = NORMAL_90 * float(members.std(ddof=1)) / len(members) ** 0.5 if len(members) > 1 else None
        mean = float(members.mean())
        rows.append(_row(age, members, mean, None if half is None else (mean - half, mean + half)))
    return pa.Table.from_pylist(rows, COLUMNS)


def _expected(fits: Fits, values: CustomerValues, months: CustomerMonths, last: int) -> pa.Table:
    ages = np.arange(last + 1, last + 1 + values.horizon_months)
    everybody: Integers = np.arange(len(months.customer))
    ahead = months_ahead(fits, values.known, months, everybody, ages, values.margin_share)
    rows = [
        _row(age, drawn, float(expected.mean()), None) | {"customers": len(everybody)}
        for age, expected, drawn in zip(ages.tolist(), ahead.expected.T, ahead.drawn.T, strict=True)
    ]
    return pa.Table.from_pylist(rows, COLUMNS)


def _row(age: int, members: Floats, mean: float, interval: tuple[float, float] | None) -> dict[str, float | None]:
    low, high = interval or (None, None)
    points = np.quantile(members, list(SHARES.values())).tolist()
    return {"age_months": age, "customers": len(members), "mean": mean, "low": low, "high": high, **dict(zip(SHARES, points, strict=True))}
