"""What the whole base of customers was worth month by month, each time as it could have been known on that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from retention.answers.backtest import spending_model
from retention.answers.customer_months import margin_share_on
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import BASE, Fits
from retention.answers.known_customers import KnownCustomers, known_customers
from retention.answers.predictions import predict
from retention.models.history import Floats
from retention.models.purchase_model import PurchaseModel
from retention.warehouse import Marts
from retention.warehouse.facts import day_number, month_number, month_of

MOST_POINTS = 13
COLUMNS = pa.schema([("day", pa.date32()), ("value", pa.float64()), ("customers", pa.int64())])


def equity_over_time(marts: Marts, values: CustomerValues) -> pa.Table:
    """day, value, customers: up to 13 evenly spaced month ends, the earliest first, the last one the as-of day; money in major units.

    Each day's models are fitted to what was known on that day, its margin share too; only the kind of model is today's best one. Days with
    fewer than 30 customers are left out; empty where nothing is forecast.
    """
    fits = values.fits
    if fits is None or fits.model is None or values.predicted is None:
        return COLUMNS.empty_table()
    model, rows = fits.model, [(marts.facts.as_of, float(values.predicted.sum()), len(values.known))]
    enough_since = marts.facts.as_of - timedelta(days=int(np.sort(values.T)[-BASE]))
    for day in month_ends_before(marts.facts.as_of, enough_since):
        known = known_customers(marts, day_number(day))
        model = type(model).fit(known.grouped[0], start=model)
        rows.append((day, float(_expected_sales(marts, fits, model, known).sum()) * _share(marts, day, values.is_margin), len(known)))
    return pa.Table.from_pylist([dict(zip(COLUMNS.names, row, strict=True)) for row in reversed(rows)], COLUMNS)


def month_ends_before(as_of: date, earliest: date) -> list[date]:
    """At most 12 evenly spaced last days of months before the as-of day, none before the earliest day, the latest first."""
    last, first = month_number(as_of), month_number(earliest)
    ends = [month_of(month + 1) - timedelta(days=1) for month in range(last - 1, first - 1, -1)]
    step = max(1, -(-len(ends) // (MOST_POINTS - 1)))
    return ends[step - 1 :: step]


def _expected_sales(marts: Marts, fits: Fits, model: PurchaseModel, known: KnownCustomers) -> Floats:
    """Expected discounted sales of each customer, with what an earlier day knew of purchases and of their worth."""
    then = replace(
        fits,
        customers=len(known),
        models={model.name: model},
        model_name=model.name,
        histories=known.grouped[0],
        spending=spending_model(known),
        kept_share=known.kept_share,
        scoreboard=None,
    )
    asked = marts.question
    seen = predict(then, known, asked.horizon_months, asked.annual_discount_rate)
    return np.zeros(0) if seen is None else seen.value


def _share(marts: Marts, day: date, is_margin: bool) -> float:
    return (margin_share_on(marts, day) or 0.0) if is_margin else 1.0
