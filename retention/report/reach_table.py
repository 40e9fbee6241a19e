"""The customers a programme would be offered to as a table to take away: for a mailing, a card printer, a CRM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from retention.answers.board_strategies import TIER_LABELS
from retention.answers.reach_customers import ReachCustomer
from retention.answers.strategies import STRATEGIES
from retention.locale import Words
from retention.report.people_columns import PeopleColumns
from retention.sentence import N_

COLUMNS = PeopleColumns(
    labels={
        "customer_id": N_("Customer"),
        "name": N_("Name"),
        "rung": N_("Rung of the ladder"),
        "tier": N_("Profit tier"),
        "last_purchase": N_("Last purchase"),
        "sales": N_("Expected to buy without it"),
        "reward": N_("Reward if they take part"),
        "anyway": N_("Of it for what comes anyway"),
        "sensible": N_("Most that makes sense"),
        "is_for_nothing": N_("Pays for what comes anyway"),
    },
    money=("sales", "reward", "anyway", "sensible"),
    in_the_unit=(),
    codes={"rung": {name: strategy.label for name, strategy in STRATEGIES.items()}, "tier": TIER_LABELS},
)


def reach_table(people: Sequence[ReachCustomer], words: Words, currency: str | None) -> bytes:
    """These customers as CSV, days as 2026-01-31; see PeopleColumns.table."""
    return COLUMNS.table((asdict(person) for person in people), words, True, currency)
