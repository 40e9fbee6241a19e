"""The people that filters leave as a table to take away: to call, to write to, to ask for their name in public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retention.answers.customer_groups import TIERS
from retention.answers.strategies import STRATEGIES
from retention.locale import Words
from retention.report.people_columns import PeopleColumns
from retention.sentence import N_

STABILITY_LABELS = {
    "yearly": N_("Once a year"),
    "steady": N_("Steady"),
    "uneven": N_("Uneven"),
    "too_few": N_("Too few purchases to tell"),
}
COLUMNS = PeopleColumns(
    labels={
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
    },
    money=("sales", "margin", "brought_money"),
    in_the_unit=("brought_money",),
    codes={
        "rung": {name: strategy.label for name, strategy in STRATEGIES.items()},
        "stability": STABILITY_LABELS,
        "tier": dict(TIERS),
    },
)


def people_table(rows: Sequence[Mapping[str, object]], words: Words, is_margin: bool, currency: str | None) -> bytes:
    """The rows of `people_rows` as CSV; see PeopleColumns.table."""
    return COLUMNS.table(rows, words, is_margin, currency)
