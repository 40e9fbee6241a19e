"""Everybody who has bought, a row each: what scripts get and what a person takes away as a table."""

from __future__ import annotations

import math

from retention.answers.customer_intervals import customer_intervals
from retention.answers.customer_values import CustomerValues
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import NAMES


def customer_rows(values: CustomerValues) -> list[dict[str, object]]:
    """One row per customer, those who brought the most first.

    value: sales so far; margin: margin so far, null where it is not known. The three values as in the document, in margin where is_margin.
    low, high: 8 of 10 random futures of this customer lie between them. Nothing is forecast of single customers in a base below 100.
    """
    interval = customer_intervals(values)
    forecast = {
        "alive": values.alive,
        "chance_to_buy": values.chance_to_buy,
        "expected_purchases": values.expected_purchases,
        "predicted_value": values.predicted,
        "low": interval and interval[0],
        "high": interval and interval[1],
    }
    is_said = values.fits is not None and values.fits.tells_customers_apart
    columns: dict[str, list[object]] = {
        "customer_id": values.customer_id.tolist(),
        "first_day": [day_of(day).isoformat() for day in values.first_day.tolist()],
        "last_day": [day_of(day).isoformat() for day in values.last_day.tolist()],
        "purchase_days": values.purchase_days.tolist(),
        "orders": values.orders.tolist(),
        "value": values.sales.tolist(),
        "margin": [None if math.isnan(margin) else margin for margin in values.margin.tolist()],
        "rung": [NAMES[rung] for rung in values.rung.tolist()],
        "turn": values.turn.tolist(),
        "is_at_risk": values.is_at_risk.tolist(),
        "simple_value": values.simple.tolist(),
        "historic_value": values.historic.tolist(),
    }
    nothing: list[object] = [None] * len(values.customer)
    columns |= {name: nothing if amounts is None or not is_said else amounts.tolist() for name, amounts in forecast.items()}
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    order = sorted(range(len(rows)), key=lambda place: (-values.sales[place], str(values.customer_id[place])))
    return [rows[place] for place in order]
