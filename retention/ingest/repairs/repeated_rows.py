"""Rows that are the same as an earlier one of the same table, cell by cell: kept, because the same thing can be bought twice."""

from __future__ import annotations

from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import counted

PLACE = "file, sheet, fingerprint"


def repeated_rows(spooled: Spooled) -> Offer:
    """The offer to leave out all but the first of each kind."""
    columns = ["file", "sheet", "fingerprint"]
    (rows,) = spooled.row("order_lines", columns, f"select count(*) - count(distinct hash({PLACE})) from spooled")
    if rows:  # the quick count may be one off, once in the life of the sun
        statement = f"select sum(times - 1) from (select count(*) as times from spooled group by {PLACE})"
        (rows,) = spooled.row("order_lines", columns, statement)
    said = counted(
        "{count} row is exactly like an earlier one, as when the same thing is bought twice: leave it out",
        "{count} rows are exactly like earlier ones, as when the same thing is bought twice: leave them out",
        int(rows),
    )
    return Offer("exact_duplicate_rows", said, int(rows), False, _once)


def _once(source: str) -> str:
    return f"from (select * {source} qualify row_number() over (partition by {PLACE}) = 1)"
