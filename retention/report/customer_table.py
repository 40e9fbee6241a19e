"""Everybody with what they are worth, as a table to take away: for a mailing, a call list, the accountant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retention.answers.strategies import STRATEGIES
from retention.locale import Words
from retention.report.csv_table import csv_table
from retention.sentence import N_

COLUMNS = {
    "customer_id": N_("Customer"),
    "rung": N_("Rung of the ladder"),
    "is_at_risk": N_("At risk"),
    "first_day": N_("First purchase"),
    "last_day": N_("Last purchase"),
    "purchase_days": N_("Days with a purchase"),
    "orders": N_("Orders"),
    "value": N_("Sales so far"),
    "margin": N_("Margin so far"),
    "simple_value": N_("Simple value"),
    "predicted_value": N_("Predicted value"),
    "low": N_("In eight of ten futures at least"),
    "high": N_("In eight of ten futures at most"),
    "alive": N_("Still a customer"),
    "chance_to_buy": N_("Buys at least once"),
    "expected_purchases": N_("Purchases expected"),
}

IN_THE_UNIT = ("simple_value", "predicted_value", "low", "high")  # of margin or of sales, as the page counts
MONEY = ("value", "margin", *IN_THE_UNIT)


def customer_table(rows: Sequence[Mapping[str, object]], words: Words, is_margin: bool, currency: str | None) -> bytes:
    """The rows of `customer_rows` as CSV; headers speak the language of the page and name the unit, figures stay plain numbers."""
    unit = words("in margin") if is_margin else words("in sales")
    headers = []
    for name, label in COLUMNS.items():
        said = [words(label), *([unit] if name in IN_THE_UNIT else []), *([currency] if currency and name in MONEY else [])]
        headers.append(", ".join(said))
    return csv_table(headers, [[_cell(words, name, row[name]) for name in COLUMNS] for row in rows])


def _cell(words: Words, name: str, value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return words("yes") if value else words("no")
        case float():
            return round(value, 4)
        case str() if name == "rung":
            return words(STRATEGIES[value].label)
    return value
