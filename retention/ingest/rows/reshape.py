"""Orders over several lines, whose values stand on one of them only: filled down, and the order's total shared out over its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, headers_of, heads_of, sample_of
from retention.ingest.exports import column_of_export
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.table import Table
from retention.ingest.roles import OF_ORDER
from retention.ingest.rows.order_blocks import find_blocks

A_CENT = 0.011


@dataclass(frozen=True)
class Blocks:
    """How the orders of a table stand over several lines.

    order: the column of their numbers. starts: the column that is filled on the first line only, where they have no numbers.
    filled: columns to fill down. totals: columns of money to share out, the order's total first.
    """

    order: Column | None
    starts: Column
    filled: tuple[Column, ...]
    totals: tuple[Column, ...]


def reshape(connection: DuckDBPyConnection, table: Table) -> Table:
    """The same table over a view in which every line of an order has the order's values and its own share of the order's money.

    Lines share by quantity × price, to the cent, with the rest on the first line; lines without prices share alike. The sum of the
    amounts stays the sum of the totals. Untouched: tables whose rows stand for themselves, and lines that have amounts of their own.
    """
    blocks = _of_export(table) if table.export else _found(connection, table)
    if blocks is None or not (blocks.filled or blocks.totals):
        return table
    keyed = _keyed(table, blocks)
    # The orders whose total stands once for several lines.
    shared = (
        f"select order_key from ({_weighed(table, blocks, keyed)}) where is_shared and place = 1"
        if blocks.totals
        else "select 1 where false"
    )
    ((orders, several),) = connection.execute(
        f"select (select count(*) from ({shared})), (select count(*) from ({keyed}) where order_key is not null)"
        f" - (select count(distinct order_key) from ({keyed}))"
    ).fetchall()
    if not several:
        return table
    raw = replace(table.raw, table=f"{table.raw.table}_lines", is_consecutive=False)
    connection.execute(f"create or replace temp view {raw.table} as {_lines(table, blocks, keyed)}")
    connection.execute(f"create or replace temp view {sample_of(raw)} as select * from {sample_of(table.raw)}")
    for variable in (headers_of, heads_of):
        connection.execute(f"set variable {variable(raw)} = getvariable('{variable(table.raw)}')")
    return replace(table, raw=raw, shared_totals=orders)


def _of_export(table: Table) -> Blocks | None:
    export, order = table.export, table.column("order_id")
    if export is None or order is None:
        return None
    filled, totals = (
        [column_of_export(table.columns, header) for header in headers] for headers in (export.whole_order, export.order_totals)
    )
    return Blocks(order, order, tuple(column for column in filled if column), tuple(column for column in totals if column))


def _found(connection: DuckDBPyConnection, table: Table) -> Blocks | None:
    """The blocks of a file of unknown origin, where they leave no doubt."""
    amount, order = table.column("amount"), table.column("order_id")
    if table.is_order_total and amount and order:
        return Blocks(order, order, (), (amount,))
    kind, day = find_blocks(connection, table), table.column("ordered_at")
    if kind is None or day is None:
        return None
    filled = tuple(column for name in ("order_id", *OF_ORDER) if (column := table.column(name)))
    total = table.column("amount")
    return Blocks(table.column("order_id"), day, filled, (total,) if total and kind != "filled once" else ())


def _body(raw: RawTable, first_row: int) -> str:
    return f'select * from {raw.table} where "row" >= {first_row}'


def _is_line(table: Table) -> str:
    """Whether a row holds something of its own: a product, a quantity or a price, and is no row of totals."""
    own = [f"value_of({column.sql})" for name in ("product", "quantity", "unit_price") if (column := table.column(name))]
    order = table.column("order_id")
    is_totals = f" and not coalesce(opens_totals({order.sql}), false)" if order else ""
    return f"coalesce({', '.join(own)}) is not null{is_totals}" if own else "true"


def _keyed(table: Table, blocks: Blocks) -> str:
    """Every row with the key of its order: its number, else that of the row above, else the number of the block."""
    above = 'over (order by "row" rows between unbounded preceding and current row)'
    if blocks.order:
        key = f"last_value(id_of({blocks.order.sql}) ignore nulls) {above}"
    else:
        key = f"cast(count(value_of({blocks.starts.sql})) {above} as varchar)"
    return f"select *, case when {_is_line(table)} then {key} end as order_key from ({_body(table.raw, table.shape.first_body_row)})"


def _weighed(table: Table, blocks: Blocks, keyed: str) -> str:
    """Every row with its weight, its place in the order, the order's total, and whether that has to be shared out."""
    quantity, price = table.column("quantity"), table.column("unit_price")
    pieces = f"coalesce({_money(table, quantity)}, 1)" if quantity else "1"
    weight = f"coalesce(greatest({pieces} * {_money(table, price)}, 0), 0)" if price else "0"
    total = _money(table, blocks.totals[0])
    order = "over (partition by order_key)"
    return f"""
        select *, order_key is not null and lines > 1 and fewest = most and not has_own as is_shared
        from (
            select *, row_number() over (partition by order_key order by "row") as place, count(*) {order} as lines,
                sum(weight) {order} as weights, min(total) {order} as fewest, max(total) {order} as most,
                bool_and(coalesce(abs(total - weight) <= {A_CENT}, false)) {order} as has_own
            from (select *, cast({weight} as double) as weight, {total} as total from ({keyed}))
        )"""


def _lines(table: Table, blocks: Blocks, keyed: str) -> str:
    """The statement of the view."""
    every = [column.sql for column in table.columns]
    cells = {name: name for name in every}
    for column in blocks.filled:
        of_order = (
            f'first_value(value_of({column.sql}) ignore nulls) over (partition by order_key order by "row"'
            " rows between unbounded preceding and unbounded following)"
        )
        cells[column.sql] = f"case when order_key is null then {column.sql} else coalesce(value_of({column.sql}), {of_order}) end"
    source = keyed
    if blocks.totals:
        source = f"select *, {', '.join(_shares(table, blocks.totals))} from ({_weighed(table, blocks, keyed)})"
        for column in blocks.totals:
            share = f"share_{column.position}"
            rest = (
                f"case when place = 1 then whole_{column.position} - sum({share}) over (partition by order_key) + {share} else {share} end"
            )
            text = f"cast(cast({rest} as decimal(18, 4)) as varchar)"
            if table.marks.get(column.position) == ",":
                text = f"replace({text}, '.', ',')"
            cells[column.sql] = f"case when is_shared and {share} is not null then {text} else {cells[column.sql]} end"
    selected = ", ".join(f"{cell} as {name}" for name, cell in cells.items())
    return f'select "row", {selected} from ({source}) order by "row"'


def _shares(table: Table, totals: Sequence[Column]) -> list[str]:
    """The order's money under each of these columns, and what the row's share of it is, to the cent."""
    found = []
    for column in totals:
        whole = (
            f'first_value({_money(table, column)} ignore nulls) over (partition by order_key order by "row"'
            " rows between unbounded preceding and unbounded following)"
        )
        share = f"cast(round(case when weights > 0 then {whole} * weight / weights else {whole} / lines end, 2) as decimal(18, 4))"
        found += [f"{whole} as whole_{column.position}", f"{share} as share_{column.position}"]
    return found


def _money(table: Table, column: Column) -> str:
    return f"money({column.sql}, '{table.marks.get(column.position, '.')}')"
