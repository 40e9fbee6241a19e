"""What customers are worth: the simple sum, and what each has brought so far with its spread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from retention.answers.ask import read_summaries
from retention.metrics import (
    AVERAGE_CHECK,
    CUSTOMERS,
    HISTORIC_LIFETIME_VALUE,
    MARGIN,
    ORDERS_PER_MONTH,
    REPEAT_RATE,
    REVENUE,
    SIMPLE_LIFETIME_VALUE,
    measure,
)
from retention.models.mbg_nbd import MbgNbd, Prior
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import NAMES

BARS = 30
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)


@dataclass(frozen=True)
class Value:
    """Values in sales and, where margin is known, in margin; major units. None = cannot be known.

    margin_share: margin ÷ sales of all customers. simple: average check × orders per month × horizon in months.
    top_fifth_share: the part of all sales that the most valuable fifth of the customers brought.
    bins: low, high, customers, is_open (the last bar holds everybody beyond it).
    curve: customer_share, value_share (0 to 1), the most valuable first.
    """

    as_of: date
    currency: str | None
    customers: int
    repeat_rate: float | None
    average_check: float | None
    orders_per_month: float | None
    horizon_months: int
    simple: float | None
    historic_mean: float | None
    historic_total: float
    margin_share: float | None
    top_fifth_share: float | None
    quantiles: Mapping[float, float]
    bins: pa.Table
    curve: pa.Table


def value(marts: Marts) -> Value:
    """The figures behind the value page and the `value` command."""
    with marts.engine() as engine:
        paid = measure(engine, (AVERAGE_CHECK, ORDERS_PER_MONTH, SIMPLE_LIFETIME_VALUE), marts.parameters).to_pylist()[0]
        base = measure(engine, (CUSTOMERS, REVENUE, MARGIN, HISTORIC_LIFETIME_VALUE, REPEAT_RATE), marts.parameters).to_pylist()[0]
        quantiles = _quantiles(engine, marts)
        bins = _bins(engine, marts, quantiles)
        curve = _curve(engine)
        top = engine.arrow(sql_text("answers", "top_fifth")).to_pylist()
    major = marts.facts.major
    return Value(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        customers=int(base["customers"]),
        repeat_rate=base["repeat_rate"],
        average_check=None if paid["average_check"] is None else major(paid["average_check"]),
        orders_per_month=paid["orders_per_month"],
        horizon_months=marts.question.horizon_months,
        simple=None if paid["simple_lifetime_value"] is None else major(paid["simple_lifetime_value"]),
        historic_mean=None if base["historic_lifetime_value"] is None else major(base["historic_lifetime_value"]),
        historic_total=major(base["revenue"] or 0),
        margin_share=None if base["margin"] is None or not base["revenue"] else base["margin"] / base["revenue"],
        top_fifth_share=top[0]["top_value"] / top[0]["value"] if top and top[0]["value"] > 0 else None,
        quantiles=quantiles,
        bins=bins,
        curve=curve,
    )


def per_customer(marts: Marts) -> pa.Table:
    """One row per customer, the most valuable first: what they brought, when, and the rung they stand on; money in major units."""
    with marts.engine() as engine:
        table = engine.arrow(sql_text("answers", "value_per_customer"))
    rows = table.to_pylist()
    share = marts.question.margin_share
    for row in rows:
        uncosted = row.pop("uncosted_value")
        margin = row["margin"] if not uncosted else None if share is None else row["margin"] + share * uncosted
        row["margin"] = None if margin is None else marts.facts.major(margin)
        row["value"] = marts.facts.major(row["value"])
        row["rung"] = NAMES[row["rung"]]
        row["first_day"], row["last_day"] = day_of(row["first_day"]), day_of(row["last_day"])
    return pa.Table.from_pylist(rows)


def fitted_model(marts: Marts, prior: Prior = "weak") -> MbgNbd:
    """The purchase model behind the silence limits, fitted to all histories up to the as-of date (in days)."""
    with marts.engine() as engine:
        return MbgNbd.fit(read_summaries(engine.arrow("select * from purchase_summaries")), prior)


def _quantiles(engine: DuckDB, marts: Marts) -> dict[float, float]:
    """Points of the value distribution, between neighbours by straight line."""
    rows = engine.arrow(sql_text("answers", "value_quantiles")).to_pylist()
    if not rows:
        return {}
    values = {row["place"]: marts.facts.major(row["value"]) for row in rows}
    found = {}
    for share in QUANTILES:
        position = share * (rows[0]["customers"] - 1)
        below = values[math.floor(position) + 1]
        above = values.get(math.floor(position) + 2, below)
        found[share] = below + (above - below) * (position - math.floor(position))
    return found


def _bins(engine: DuckDB, marts: Marts, quantiles: Mapping[float, float]) -> pa.Table:
    """The histogram: equal bars from zero to where 99 in 100 customers lie, the last bar holding everybody beyond."""
    top = max(quantiles.get(0.99, 0.0), 1.0)
    width = _round_width(top / BARS)
    last_bar = math.ceil(top / width)
    sizes = {"width": round(width * marts.facts.minor_units), "last_bar": last_bar}
    rows = engine.arrow(sql_text("answers", "value_bins"), sizes).to_pylist()
    low = [row["bar"] * width for row in rows]
    return pa.table(
        {
            "low": low,
            "high": [start + width for start in low],
            "customers": [row["customers"] for row in rows],
            "is_open": [row["bar"] == last_bar for row in rows],
        }
    )


def _round_width(width: float) -> float:
    """The next width up of 1, 2 or 5 times a power of ten, so that the bars start at figures people would choose."""
    scale: float = 10.0 ** math.floor(math.log10(width))
    return next(step * scale for step in (1, 2, 5, 10) if step * scale >= width)


def _curve(engine: DuckDB) -> pa.Table:
    rows = engine.arrow(sql_text("answers", "value_curve")).to_pylist()
    customers, money = sum(row["customers"] for row in rows), sum(row["value"] for row in rows)
    if money <= 0:
        return pa.table({"customer_share": pa.array([], pa.float64()), "value_share": pa.array([], pa.float64())})
    people_so_far, money_so_far = [0], [0]
    for row in rows:
        people_so_far.append(people_so_far[-1] + row["customers"])
        money_so_far.append(money_so_far[-1] + row["value"])
    return pa.table(
        {"customer_share": [people / customers for people in people_so_far], "value_share": [part / money for part in money_so_far]}
    )
