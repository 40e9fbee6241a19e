"""Orders that came to nothing, wait for their money or were a test do not count; whoever counts them all the same can say so."""

from __future__ import annotations

from retention.ingest.repairs.offer import Offer, as_it_is
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import CENT, LEFT_ASIDE
from retention.sentence import counted


def orders_not_counted(spooled: Spooled) -> Offer:
    """The offer; the rows keep their state when it is made, and become sales when it is switched off."""
    statement = f"select count(*), coalesce(sum(amount), 0) from spooled where {LEFT_ASIDE}"
    rows, total = spooled.row("order_lines", ["amount", "status"], statement)
    said = counted(
        "{count} row is cancelled, returned, unpaid or a test: do not count its amount of {total}",
        "{count} rows are cancelled, returned, unpaid or tests: do not count their amounts, {total} in all",
        rows,
        total=total.quantize(CENT),
    )
    return Offer("not_counted_rows", said, rows, True, as_it_is, _counted)


def _counted(source: str) -> str:
    return f"from (select * replace (case when {LEFT_ASIDE} then 'sale' else status end as status) {source})"
