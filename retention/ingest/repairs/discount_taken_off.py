"""A discount that a file notes but whose amounts are quantity × price all the same: whoever knows that it was given can take it off."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.meanings.table import Table
from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import sentence

NOTED = "noted_discount"


def discount_taken_off(spooled: Spooled, tables: Sequence[Table]) -> Offer:
    """The offer to make the amounts smaller by the discount that stands beside them; amounts are read as they stand otherwise."""
    noting = [table for table in tables if table.discount == "not applied"]
    column = next((column for table in noting if (column := table.column("discount") or table.column("discount_share"))), None)
    rows = 0
    if column:
        (rows,) = spooled.row("order_lines", [NOTED], f"select count(*) filter ({NOTED} > 0) from spooled")
    said = sentence(
        "Column {column} of {file} notes a discount, but the amounts are quantity × price without it: take it off",
        column=column.header if column else "",
        file=noting[0].raw.file if noting else "",
    )
    return Offer("discount_not_applied", said, rows, False, _taken_off)


def _taken_off(source: str) -> str:
    net = f"cast(amount - coalesce({NOTED}, 0) as decimal(18, 4)) as amount, {NOTED} as discount"
    return f"from (select * replace ({net}) {source})"
