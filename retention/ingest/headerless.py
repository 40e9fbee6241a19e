"""What the columns of a table without headers are likely to be, by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retention.ingest.profile import Column

HIGHEST_QUANTITY = 1000


def with_likely_meanings(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, with a meaning for those that leave little doubt.

    They are the first days, the last numbers with decimals, and whatever else repeats, but not in every row, as customers do.
    """
    free = [column for column in columns if column.filled]
    likely: dict[int, str] = {}

    def take(meaning: str, candidates: Sequence[Column]) -> None:
        if candidates:
            likely[candidates[0].position] = meaning
            free.remove(candidates[0])

    take("date", [column for column in free if column.holds_days() and not column.days.serials and not column.days.months])
    numeric = [column for column in free if column.holds_numbers()]
    with_decimals = [column for column in numeric if column.marks.mark]
    take("amount", with_decimals[::-1] or (numeric if len(numeric) == 1 else []))
    take("customer_id", [column for column in free if 2 <= column.distinct < column.filled and not _can_be_quantity(column)])
    return tuple(replace(column, meanings={likely[column.position]: 1.0} if column.position in likely else {}) for column in columns)


def _can_be_quantity(column: Column) -> bool:
    if any(value.startswith("0") for value in column.values):  # 00123 is a number of somebody, not of pieces
        return False
    return column.holds_numbers() and column.whole == column.filled and (column.highest or 0) <= HIGHEST_QUANTITY
