"""A list of returned orders without amounts: which of the sales it means, and what the sums are without them."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.meanings.table import Table
from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.expressions import Expressions
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import CENT
from retention.sentence import counted

LIST = "returned_orders"


def returned_orders(spooled: Spooled, tables: Sequence[Table]) -> Offer:
    """The offer to count the listed orders as cancelled. They still count otherwise: the list does not say what was given back."""
    lists = [table for table in tables if table.role == "returns" and table.column("order_id")]
    parts = [f"select {Expressions(table).identity('order_id')} as returned from {table.raw.table}" for table in lists]
    spooled.connection.execute(f"create or replace temp table {LIST} as {' union '.join(parts) or 'select null as returned'}")
    statement = f"""
        select count(distinct order_id), coalesce(sum(amount), 0)
        from spooled where order_id in (select returned from {LIST})"""
    orders, total = spooled.row("order_lines", ["order_id", "amount"], statement) if lists else (0, 0)
    said = counted(
        "{count} order is on a list of returned orders, which has no amounts: take its sales of {total} out",
        "{count} orders are on a list of returned orders, which has no amounts: take their sales of {total} out",
        orders,
        total=total.quantize(CENT) if total else 0,
    )
    return Offer("returned_orders", said, orders, False, _cancelled)


def _cancelled(source: str) -> str:
    status = f"case when order_id in (select returned from {LIST}) then 'cancelled' else status end as status"
    return f"from (select * replace ({status}) {source})"
