"""Whether the values of a column can be what its header says: ids and years are no amounts, days and numbers are nobody's name."""

from __future__ import annotations

from retention.ingest.columns.profile import MOST, Column
from retention.ingest.roles import NUMBER_FIELDS

DAY_MEANINGS = frozenset({"date", "first_day", "last_day", "signed_up_on"})
NUMBER_MEANINGS = NUMBER_FIELDS | {"spend", "ad_metric"}
MONEY_MEANINGS = frozenset({"amount", "unit_price", "unit_cost", "cost", "profit", "spend", "lifetime_revenue"})

ENOUGH = 20  # rows say something about what a column never holds
FIRST_YEAR, LAST_YEAR = 1990, 2035


def can_be(column: Column, meaning: str, is_clear: bool) -> bool:
    """Whether the values allow the meaning. is_clear: the header leaves no doubt, so that half of the values are enough."""
    least_share = 0.5 if is_clear else MOST
    if not column.filled:
        return True
    if meaning in DAY_MEANINGS:
        return column.holds_days(least_share)
    if meaning in NUMBER_MEANINGS and not column.holds_numbers(least_share):
        return False
    if meaning in MONEY_MEANINGS:
        return is_clear or not (_is_running(column) or _is_constant(column) or _holds_years(column))
    if meaning in ("customer_id", "order_id") and not is_clear and _holds_moments(column):
        return False
    if meaning == "customer_id":
        return is_clear or column.filled < ENOUGH or column.distinct > 2  # "Yes" and "No" are no customers
    return meaning not in ("name", "city") or not column.holds_numbers()


def _is_running(column: Column) -> bool:
    """Whole numbers that grow from row to row: an id, or a number of the row."""
    return column.filled >= ENOUGH and column.whole == column.filled and column.rising == column.filled - 1


def _is_constant(column: Column) -> bool:
    return column.filled >= ENOUGH and column.distinct == 1


def _holds_years(column: Column) -> bool:
    whole = column.whole == column.filled and not column.marks.mark
    return whole and (column.lowest or 0) >= FIRST_YEAR and (column.highest or 0) <= LAST_YEAR


def _holds_moments(column: Column) -> bool:
    """Days that nobody takes for a number: 2024-01-31, but not 20240131."""
    return column.holds_days() and not column.days.bare
