"""The rows of an understood table as canonical rows in a spool file, and a full account of those that are not among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from retention.ingest.meanings.table import Table
from retention.ingest.roles import DAY_FIELDS, NUMBER_FIELDS
from retention.ingest.rows.batches import BATCH_ROWS
from retention.ingest.rows.expressions import Plan
from retention.ingest.rows.left_out import find_totals_and_notes, has_totals_label, is_lone_note, kind_sql
from retention.ingest.rows.spool import Spool
from retention.ingest.rows.totals import COUNTED


@dataclass(frozen=True)
class Cleaned:
    """What became of a table's rows.

    kept: in the spool. left_out: kind (blank, header, totals, note, not_sale, repeated, refused) -> rows.
    totals_sum, not_sale_sum: what rows of totals, and rows of fees, payouts and transfers, would have added.
    residue: what rounding to four decimals has taken from the sales.
    unread: field -> cells that hold something which could not be read, in rows that were kept.
    """

    table: Table
    plan: Plan | None
    kept: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    totals_sum: Decimal | None = None
    not_sale_sum: Decimal | None = None
    residue: Decimal = Decimal(0)
    unread: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows of data: all but the header, titles, blank rows, repeated headers and totals."""
        return self.kept + sum(self.left_out.get(kind, 0) for kind in ("not_sale", "repeated", "refused"))


def clean(connection: DuckDBPyConnection, table: Table, plan: Plan | None, spool: Spool) -> Cleaned:
    """The account of the table's rows; those that could be read are in the spool.

    One walk over the rows, and a second one for those that could not be read, if there are any.
    """
    if plan is None:
        return Cleaned(table, None, left_out=_left_out(connection, table, None)[0])
    seen, kept, nulls, residue = 0, 0, Counter[str](), Decimal(0)
    for rows, numbers, batch in _batches(connection, table, plan):
        spool.write(plan.table, table.raw, numbers, batch.select([*plan.columns, "fingerprint"]))
        seen, kept = seen + rows, kept + batch.num_rows
        if plan.exact:
            residue += pc.sum(batch.column("residue")).as_py() or 0
        nulls.update({name: batch.column(name).null_count for name in plan.columns})
    left_out: Mapping[str, int] = {}
    sums: Mapping[str, Decimal] = {}
    if kept < seen:
        left_out, sums = _left_out(connection, table, plan)
    totals_sum, not_sale_sum = sums.get("totals"), sums.get("not_sale")
    return Cleaned(table, plan, kept, left_out, totals_sum, not_sale_sum, residue, _unread(connection, table, plan, nulls))


def _batches(connection: DuckDBPyConnection, table: Table, plan: Plan) -> Iterator[tuple[int, pa.Array, pa.RecordBatch]]:
    """Batch by batch in the order of the file: how many rows were looked at, and the kept ones with their numbers."""
    has_number = plan.key is not None or not table.raw.is_consecutive
    names = ", ".join(f'"{name}"' for name in plan.columns)
    residue = f", case when {COUNTED} then exact - {plan.amount} end as residue" if plan.exact else ""
    number = ', "row"' if has_number else ""
    statement = f"select {names}, is_kept, fingerprint{number}{residue} from ({rows_sql(table, plan, has_number)})"
    if plan.key:
        statement += ' order by "row"'  # telling rows apart by their key has shuffled them
    first, above, places = 1, table.shape.first_body_row, pa.array([], pa.int64())
    for batch in connection.sql(statement).to_arrow_reader(BATCH_ROWS):
        if has_number:
            numbers = batch.column("row")
        else:
            if len(places) < batch.num_rows:
                places = pa.array(range(batch.num_rows), pa.int64())
            numbers = pc.add(places.slice(0, batch.num_rows), first)
            skipped = min(batch.num_rows, max(0, above - first))
            first += batch.num_rows
            batch, numbers = batch.slice(skipped), numbers.slice(skipped)
        kept, rows = batch.column("is_kept"), batch.num_rows
        if kept.true_count < rows:
            numbers, batch = numbers.filter(kept), batch.filter(kept)
        yield rows, numbers, batch


def rows_sql(table: Table, plan: Plan, has_number: bool = True) -> str:
    """Every row below the header with its canonical columns, whether it is kept, and its fingerprint."""
    cells = ", ".join(column.sql for column in table.columns)
    columns = ", ".join(f'{expression} as "{name}"' for name, expression in plan.columns.items())
    number, below = ('"row", ', f'where "row" >= {table.shape.first_body_row}') if has_number else ("", "")
    unkept = [condition for condition in (has_totals_label(table), is_lone_note(table, plan)) if condition]
    is_kept = f"coalesce({plan.is_kept}{_is_whole(table)}{''.join(f' and not ({condition})' for condition in unkept)}, false)"
    if plan.key:
        is_kept += f' and row_number() over (partition by {plan.key}, {is_kept} order by "row") = 1'
    columns += f", {plan.exact} as exact" if plan.exact else ""
    made = f"select {number}{cells}, hash({cells}) as fingerprint, {columns} from {table.raw.table} {below}"
    return f"select *, {is_kept} as is_kept from ({made})"


def spill_of(table: Table) -> list[str]:
    """Columns behind the last header of a text file that few rows reach: those rows have a cell too many."""
    if table.raw.delimiter is None or table.shape.header_row is None:
        return []
    named = max((place for place, cell in enumerate(table.shape.written) if cell), default=-1)
    behind = table.columns[named + 1 :]
    return [column.sql for column in behind if column.filled < 0.5 * column.rows]


def _is_whole(table: Table) -> str:
    """The condition that no cell stands behind the last header, and that the reader could read the row."""
    spill = spill_of(table)
    spilled = f" and coalesce({', '.join(spill)}) is null" if spill else ""
    return spilled + (f' and "row" not in ({", ".join(map(str, table.raw.refused))})' if table.raw.refused else "")


def left_out_of(table: Table) -> str:
    """The name of the table that holds the rows which are not kept, with their kind."""
    return f"left_out_of_{table.raw.table}"


def _left_out_sql(table: Table, plan: Plan | None) -> str:
    """Every row that is not kept, with its kind."""
    rows = rows_sql(table, plan) if plan else f'select * from {table.raw.table} where "row" >= {table.shape.first_body_row}'
    return f"select *, {kind_sql(table, plan)} as kind from ({rows}) {'where not is_kept' if plan else ''}"


def _left_out(connection: DuckDBPyConnection, table: Table, plan: Plan | None) -> tuple[dict[str, int], dict[str, Decimal]]:
    """How many rows are not kept, by kind, and what the rows of each kind would have added."""
    source, amount = f"({_left_out_sql(table, plan)})", "null"
    if plan:  # the reasons are asked for later
        connection.execute(f"create or replace temp table {left_out_of(table)} as {_left_out_sql(table, plan)}")
        find_totals_and_notes(connection, table, plan, left_out_of(table), rows_sql(table, plan))
        source, amount = left_out_of(table), f"sum({plan.amount})" if plan.amount else "null"
    found = connection.execute(f"select kind, count(*), {amount} from {source} group by kind").fetchall()
    return {kind: count for kind, count, _ in found}, {kind: total for kind, _, total in found if total is not None}


def _unread(connection: DuckDBPyConnection, table: Table, plan: Plan, nulls: Counter[str]) -> dict[str, int]:
    """Fields with cells that hold something which is no number or day; rows live without them, but nobody should lose them unknowing."""
    lost = {}
    for name in plan.columns:
        column = table.column(name)
        is_left_empty = name == "discount" and table.discount == "not applied"
        if nulls[name] and column and not is_left_empty and name in NUMBER_FIELDS | DAY_FIELDS:
            lost[name] = f'count(*) filter (is_kept and "{name}" is null and id_of({column.sql}) is not null)'
    if not lost:
        return {}
    (counts,) = connection.execute(f"select {', '.join(lost.values())} from ({rows_sql(table, plan)})").fetchall()
    return {name: count for name, count in zip(lost, counts, strict=True) if count}
