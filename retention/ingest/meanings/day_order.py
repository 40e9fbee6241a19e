"""How a column writes its days; what the sample does not settle is asked of the whole column, then of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import SAMPLED_ROWS, Column
from retention.ingest.formats.raw import RawTable
from retention.ingest.mapping import Wish
from retention.ingest.values.dates import ISO, DayFormat, day_sql, given, settle
from retention.ingest.values.day_evidence import DayEvidence
from retention.ingest.values.swapped_days import Swap, find_swap, is_suspicious


def day_format(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], column: Column, wish: Wish) -> DayFormat:
    """The format of a column of days. A pattern that a person wished for goes first; dollars beside it speak for the month in front."""
    evidence = _settled(connection, raw, columns, column)
    way = settle(evidence, prefers_month_first=any(column.currency == "USD" for column in columns))
    if wish.date:
        way = given(wish.date, way)
    if is_suspicious(evidence) and way.is_certain and ISO in (way.pattern, *way.others):
        turned = replace(way, swap=Swap(evidence.iso, is_certain=False, is_undone=True))
        if swap := find_swap(connection, raw.table, column.sql, day_sql(column.sql, way), day_sql(column.sql, turned)):
            way = replace(way, swap=replace(swap, is_undone=wish.repairs.get("swapped_days", swap.is_certain)))
    return way


def _settled(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], column: Column) -> DayEvidence:
    """What the column says about its days; what its neighbours say about their order, if it does not say that itself."""
    days = _days_of_all(connection, raw, column)
    for separator in days.separators:
        if days.is_month_first(separator) is None:
            others = [other.days.above_12(separator) for other in columns if other.days.is_settled]
            days = days.with_orders(separator, sum(first for first, _ in others), sum(second for _, second in others))
    return days


def _days_of_all(connection: DuckDBPyConnection, raw: RawTable, column: Column) -> DayEvidence:
    days = column.days
    if days.is_settled or raw.rows <= SAMPLED_ROWS:
        return days
    for separator in days.separators:
        # Cheaper than looking at a cell's shape, and enough: the sample has shown what stands in the column.
        parts = [f"split_part({column.sql}, '{separator}', {part})" for part in (1, 2)]
        counts = ", ".join(f"count(*) filter (length({part}) = 2 and {part} > '12')" for part in parts)
        ((first, second),) = connection.execute(f"select {counts} from {raw.table}").fetchall()
        days = days.with_orders(separator, first, second)
    return days
