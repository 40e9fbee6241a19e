"""The people of one cell of the board as a table to take away: for a mailing, a call list, a CRM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from retention.answers.cell_customers import CellCustomer
from retention.locale import Words
from retention.report.people_columns import PeopleColumns
from retention.sentence import N_

COLUMNS = PeopleColumns(
    labels={
        "customer_id": N_("Customer"),
        "name": N_("Name"),
        "last_purchase": N_("Last purchase"),
        "silent_days": N_("Days of silence"),
        "brought": N_("Brought so far"),
        "predicted": N_("Predicted value"),
        "chance_to_buy": N_("Buys at least once"),
        "most_worth_spending": N_("Most worth spending"),
    },
    money=("brought", "predicted", "most_worth_spending"),
    in_the_unit=("brought", "predicted", "most_worth_spending"),
)


def cell_table(
    people: Sequence[CellCustomer], most_worth_spending: float | None, words: Words, is_margin: bool, currency: str | None
) -> bytes:
    """These customers as CSV, days as 2026-01-31; see PeopleColumns.table. most_worth_spending: on one of them, the same for all."""
    rows = ({**asdict(person), "most_worth_spending": most_worth_spending} for person in people)
    return COLUMNS.table(rows, words, is_margin, currency)
