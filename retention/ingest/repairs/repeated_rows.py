"""Rows that are the same as an earlier one of the same table, cell by cell: kept, because the same thing can be bought twice."""

from __future__ import annotations

from retention.ingest.repairs.offer import Offer
from retention.ingest.spooled import Spooled
from retention.sentence import counted

PLACE = "file, sheet, fingerprint"


def repeated_rows(spooled: Spooled) -> Offer:
    """The offer to leave out all but the first of each kind."""
    statement = f"select sum(times - 1) from (select count(*) as times from spooled group by {PLACE})"
    (rows,) = spooled.row("order_lines", ["file", "sheet", "fingerprint"], statement)
    said = counted(
        "{count} row is exactly like an earlier one; it was kept, because the same thing can be bought twice",
        "{count} rows are exactly like earlier ones; they were kept, because the same thing can be bought twice",
        int(rows),
    )
    return Offer("exact_duplicate_rows", said, int(rows), False, _once)


def _once(source: str) -> str:
    return f"from (select * {source} qualify row_number() over (partition by {PLACE}) = 1)"
