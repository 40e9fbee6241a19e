"""Orders in one table and their lines or payments in another are the same sales: the table with more detail counts, the others do not."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from retention.ingest.meanings.table import Table
from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import COUNTED
from retention.sentence import sentence

MOST = 0.8  # of the smaller table's orders are in the other one too, or of its customers with the same sum
LEAST_CUSTOMERS = 3  # with the same sum in both tables are no chance any more
PLACE = "concat_ws(chr(31), file, sheet)"
SEEN = ("file", "sheet", "order_id", "customer_id", "ordered_at", "amount", "status")


@dataclass(frozen=True)
class Part:
    """What one table adds to the sales; `place` is its file and sheet."""

    place: str
    lines: int
    orders: int
    is_same: tuple[object, ...]  # sum, first and last day: two tables with the same are the same
    is_account: bool  # a bank's statement: what it says came in was sold before


def same_sales_twice(spooled: Spooled, tables: Sequence[Table]) -> Offer:
    """The offer to leave out the coarser of tables of different columns with the same orders, sums of customers, or sum and days."""
    kept, left = "", list[Part]()
    headers = {place_of(table): table.shape.headers for table in tables}
    accounts = {place_of(table) for table in tables if table.account}
    parts = _parts(spooled, accounts) if len(set(headers.values())) > 1 else []
    for place, part in enumerate(parts):
        others = (one for one in parts[:place] if one not in left and headers.get(one.place) != headers.get(part.place))
        if other := next((one for one in others if _are_same(spooled, one, part)), None):
            kept, left = other.place, [*left, part]
    spooled.connection.execute("set variable sales_twice = $left::varchar[]", {"left": [part.place for part in left]})
    said = sentence(
        "{left} holds the same sales as {kept} with less detail: leave it out",
        left=", ".join(part.place.replace(chr(31), " / ") for part in left),
        kept=kept.replace(chr(31), " / "),
    )
    return Offer("same_sales_twice", said, sum(part.lines for part in left), True, _without)


def _without(source: str) -> str:
    return f"from (select * {source} where not list_contains(getvariable('sales_twice'), {PLACE}))"


def place_of(table: Table) -> str:
    """The file and sheet of a table, as its rows carry them."""
    return chr(31).join(filter(None, (table.raw.file, table.raw.sheet)))


def _parts(spooled: Spooled, accounts: Set[str]) -> list[Part]:
    """The tables of sales, the one with most lines first, statements of accounts last."""
    facts = f"""
        select {PLACE} as place, count(*) as lines, count(distinct order_id) as orders, sum(amount) as revenue,
            min(cast(ordered_at as date)) as first_day, max(cast(ordered_at as date)) as last_day
        from spooled group by place"""
    spooled.make("sales_of_tables", "order_lines", SEEN, facts)
    found = spooled.connection.execute("from sales_of_tables order by lines desc, place").fetchall()
    parts = [Part(place, lines, orders, tuple(rest), place in accounts) for place, lines, orders, *rest in found]
    return sorted(parts, key=lambda part: part.is_account)


def _are_same(spooled: Spooled, part: Part, other: Part) -> bool:
    """Whether the other table, which has fewer lines, holds nothing but sales of the first one."""
    if part.is_same == other.is_same or (other.is_account and not part.is_account):
        return True
    shared, _ = _shared(spooled, "order_id", part, other)
    if other.orders and shared >= MOST * other.orders:
        return True
    known, equal = _shared(spooled, "customer_id", part, other)
    return equal >= LEAST_CUSTOMERS and equal >= MOST * known


def _shared(spooled: Spooled, column: str, part: Part, other: Part) -> tuple[int, int]:
    """How many orders or customers are in both tables, and how many of them with the same sum."""
    statement = f"""
        select count(*), count(*) filter (one = other)
        from (
            select sum(amount) filter ({PLACE} = $1 and {COUNTED}) as one, sum(amount) filter ({PLACE} = $2 and {COUNTED}) as other
            from spooled where {column} is not null group by {column}
        )
        where one is not null and other is not null"""
    shared, equal = spooled.row("order_lines", SEEN, statement, part.place, other.place)
    return int(shared), int(equal)
