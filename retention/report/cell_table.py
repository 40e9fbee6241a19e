"""The people of one cell of the board as a table to take away: for a mailing, a call list, a CRM."""

from __future__ import annotations

from collections.abc import Sequence

from retention.answers.cell_customers import CellCustomer
from retention.locale import Words
from retention.report.csv_table import csv_table
from retention.sentence import N_

COLUMNS = {
    "customer_id": N_("Customer"),
    "name": N_("Name"),
    "last_purchase": N_("Last purchase"),
    "silent_days": N_("Days of silence"),
    "brought": N_("Brought so far"),
    "predicted": N_("Predicted value"),
    "chance_to_buy": N_("Buys at least once"),
    "most_worth_spending": N_("Most worth spending"),
}
MONEY = ("brought", "predicted", "most_worth_spending")


def headers(words: Words, is_margin: bool, currency: str | None) -> list[str]:
    """The columns in the language of the page; money says what it is counted in."""
    unit = words("in margin") if is_margin else words("in sales")
    named = [(words(label), name in MONEY) for name, label in COLUMNS.items()]
    return [", ".join([label, *([unit, *([currency] if currency else [])] if is_money else [])]) for label, is_money in named]


def cell_table(
    people: Sequence[CellCustomer], most_worth_spending: float | None, words: Words, is_margin: bool, currency: str | None
) -> bytes:
    """These customers as CSV: ids and names run nothing, figures are plain numbers, days as 2026-01-31, what is not known is empty.

    most_worth_spending: on one of them, the same for all of the cell.
    """
    rows = [[_cell(getattr(person, name, most_worth_spending)) for name in COLUMNS] for person in people]
    return csv_table(headers(words, is_margin, currency), rows)


def _cell(value: object) -> object:
    return "" if value is None else round(value, 4) if isinstance(value, float) else value
