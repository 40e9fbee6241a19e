"""Finding a customer by a piece of the id or the name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import NAMES


@dataclass(frozen=True)
class Found:
    """A customer that a search came upon; sales so far in major units."""

    customer_id: str
    name: str | None
    sales: float
    purchase_days: int
    last_day: date
    rung: str


def find_customers(marts: Marts, text: str, limit: int = 20) -> tuple[Found, ...]:
    """Customers whose id or name has this text in it, letter case apart, the most valuable first. No sign in it is a wildcard."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "customers_found"), {"text": text, "most": limit}).to_pylist()
    major = marts.facts.major
    return tuple(
        Found(row["customer_id"], row["name"], major(row["value"]), row["purchase_days"], day_of(row["last_day"]), NAMES[row["rung"]])
        for row in rows
    )
