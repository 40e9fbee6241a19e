"""Everybody with what they are worth, as a table to take away: for a mailing, a call list, the accountant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retention.answers.strategies import STRATEGIES
from retention.locale import Words
from retention.report.people_columns import PeopleColumns
from retention.sentence import N_

COLUMNS = PeopleColumns(
    labels={
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
    },
    money=("value", "margin", "simple_value", "predicted_value", "low", "high"),
    in_the_unit=("simple_value", "predicted_value", "low", "high"),
    codes={"rung": {name: strategy.label for name, strategy in STRATEGIES.items()}},
)


def customer_table(rows: Sequence[Mapping[str, object]], words: Words, is_margin: bool, currency: str | None) -> bytes:
    """The rows of `customer_rows` as CSV; see PeopleColumns.table."""
    return COLUMNS.table(rows, words, is_margin, currency)
