"""What winning a customer and keeping one cost, and how the two compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from retention.metrics import (
    ACQUIRED_CUSTOMERS,
    ACQUISITION_COST,
    ACQUISITION_SPEND,
    COST_RATIO,
    COST_RATIO_HIGH,
    COST_RATIO_LOW,
    KEPT_CUSTOMERS,
    RETENTION_COST,
    RETENTION_SPEND,
    measure,
)
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.facts import month_of

COUNTS = (ACQUIRED_CUSTOMERS, KEPT_CUSTOMERS)
MONEY = (ACQUISITION_SPEND, RETENTION_SPEND, ACQUISITION_COST, RETENTION_COST)
RATIOS = (COST_RATIO, COST_RATIO_LOW, COST_RATIO_HIGH)


@dataclass(frozen=True)
class Costs:
    """The costs of the window, money in major units; None = cannot be known, and `missing` says why and what would help.

    ratio_low, ratio_high: the ratio with all shared spend counted as keeping, or as winning.
    periods: a frame for charts with month, acquired, kept.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    has_spend: bool
    acquired: int
    kept: int
    acquisition_spend: float | None
    retention_spend: float | None
    cac: float | None
    crc: float | None
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    missing: tuple[Sentence, ...]
    periods: pa.Table


def costs(marts: Marts) -> Costs:
    """The figures behind the costs page and the `costs` command."""
    with marts.engine() as engine:
        row = measure(engine, (*COUNTS, *MONEY, *RATIOS), marts.parameters).to_pylist()[0]
        window = engine.arrow("select spend_lines, customers_before from cost_window").to_pylist()[0]
        periods = engine.arrow("select month, acquired, kept from cost_periods order by month")
    facts = marts.facts
    money = {metric.name: None if row[metric.name] is None else facts.major(row[metric.name]) for metric in MONEY}
    ratio, low, high = (row[metric.name] for metric in RATIOS)
    months = pa.array([month_of(index) for index in periods["month"].to_pylist()], pa.date32())
    return Costs(
        window_first_day=facts.window_first_day,
        as_of=facts.as_of,
        currency=facts.currency,
        has_spend=bool(window["spend_lines"]),
        acquired=int(row["acquired_customers"]),
        kept=int(row["kept_customers"]),
        acquisition_spend=money["acquisition_spend"],
        retention_spend=money["retention_spend"],
        cac=money["acquisition_cost"],
        crc=money["retention_cost"],
        ratio=ratio,
        ratio_low=ratio if low is None else low,
        ratio_high=ratio if high is None else high,
        missing=tuple(_missing(row, window)),
        periods=periods.set_column(0, "month", months),
    )


def _missing(row: dict[str, float | int | None], window: dict[str, int]) -> list[Sentence]:
    reasons = []
    if row["acquisition_spend"] is None or row["retention_spend"] is None:
        reasons.append(
            sentence(
                "There is no table of spend in the data: type in what the window's winning and keeping cost, or upload a sheet with"
                " date, channel, amount and purpose."
            )
        )
    elif not row["acquisition_spend"] and not row["retention_spend"]:
        reasons.append(sentence("No spend falls in this window: choose a longer window or another as-of date."))
    elif not row["retention_spend"]:
        reasons.append(
            sentence("None of the spend in this window went into keeping customers, so keeping one has no price to compare with.")
        )
    if not row["acquired_customers"]:
        reasons.append(sentence("Nobody made a first purchase in this window, so there is no cost of a new customer."))
    if not window["customers_before"]:
        reasons.append(sentence("Nobody had bought before this window, so nobody could be kept: the data are too short."))
    elif not row["kept_customers"]:
        reasons.append(sentence("None of the earlier customers bought again in this window, so there is no cost of a kept customer."))
    return reasons
