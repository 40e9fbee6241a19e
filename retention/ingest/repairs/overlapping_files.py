"""Two exports of overlapping time: rows that a later file or sheet repeats cell by cell are counted once."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.meanings.table import Table
from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import counted

# The n-th row of a kind in one table stands for the n-th of that kind in another: what was bought twice stays bought twice.
TIMES = "row_number() over (partition by file, sheet, fingerprint)"
FIRST = "row_number() over (partition by fingerprint, times order by file, sheet nulls first) = 1"


def overlapping_files(spooled: Spooled, tables: Sequence[Table]) -> Offer:
    """The offer to leave out the rows that another table has already; usual, because a sale has one row in one export."""
    rows = 0
    if sum(table.role in ("order_lines", "orders") for table in tables) > 1:
        statement = """
            select coalesce(sum(times - most), 0)
            from (
                select sum(times) as times, max(times) as most
                from (select fingerprint, count(*) as times from spooled group by file, sheet, fingerprint)
                group by fingerprint
            )"""
        (rows,) = spooled.row("order_lines", ["file", "sheet", "fingerprint"], statement)
    said = counted(
        "{count} row stands in two of these tables: count it once",
        "{count} rows stand in two of these tables: count them once",
        int(rows),
    )
    return Offer("overlapping_rows", said, int(rows), True, _once)


def _once(source: str) -> str:
    return f"from (select * exclude (times) from (select *, {TIMES} as times {source}) qualify {FIRST})"
