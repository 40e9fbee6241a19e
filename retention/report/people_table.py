"""The people that filters leave as a table to take away: to call, to write to, to ask for their name in public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retention.answers.customer_groups import TIERS
from retention.answers.strategies import STRATEGIES
from retention.locale import Words
from retention.report.csv_table import csv_table
from retention.sentence import N_

COLUMNS = {
    "customer_id": N_("Customer"),
    "name": N_("Name"),
    "rung": N_("Rung of the ladder"),
    "is_at_risk": N_("At risk"),
    "stability": N_("How steadily"),
    "purchases": N_("Days with a purchase"),
    "mean_gap_days": N_("Days between purchases"),
    "last_day": N_("Last purchase"),
    "tier": N_("Third by value so far"),
    "sales": N_("Sales so far"),
    "margin": N_("Margin so far"),
    "worth_showing": N_("Worth showing to others"),
    "brought": N_("Customers brought"),
    "brought_money": N_("Money from those brought"),
}
STABILITY_LABELS = {
    "yearly": N_("Once a year"),
    "steady": N_("Steady"),
    "uneven": N_("Uneven"),
    "too_few": N_("Too few purchases to tell"),
}
MONEY = ("sales", "margin", "brought_money")
LABELS: Mapping[str, Mapping[str, str]] = {
    "rung": {name: strategy.label for name, strategy in STRATEGIES.items()},
    "stability": STABILITY_LABELS,
    "tier": dict(TIERS),
}


def people_table(rows: Sequence[Mapping[str, object]], words: Words, is_margin: bool, currency: str | None) -> bytes:
    """The rows of `people_rows` as CSV; headers in the language of the page and with the currency, figures as plain numbers."""
    headers = []
    for name, label in COLUMNS.items():
        unit = [words("in margin") if is_margin else words("in sales")] if name == "brought_money" else []
        headers.append(", ".join([words(label), *unit, *([currency] if currency and name in MONEY else [])]))
    return csv_table(headers, [[_cell(words, name, row[name]) for name in COLUMNS] for row in rows])


def _cell(words: Words, name: str, value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return words("yes") if value else words("no")
        case float():
            return round(value, 4)
        case str() if name in LABELS:
            return words(LABELS[name][value])
    return value
