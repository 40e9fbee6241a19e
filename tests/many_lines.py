"""A shop of many order lines in a workspace of its own, written at once (row by row would take minutes)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from retention.warehouse import Workspace, open_workspace
from retention.warehouse.customer_keys import number_customers


def insert(cursor: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows into a table at once: as texts, of which each column makes what it holds."""
    many = list(rows)
    if not many:
        return
    texts = [pa.array([None if value is None else str(value) for value in values], pa.string()) for values in zip(*many, strict=True)]
    cursor.register("given", pa.table(dict(zip(columns, texts, strict=True))))
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.execute(f"insert into {table} ({names}) select * from given")
    cursor.unregister("given")
    if table == "order_lines":
        number_lines(cursor)


def number_lines(cursor: duckdb.DuckDBPyConnection) -> None:
    """What a load does for its lines: those that were put into the table without their customer's number have it afterwards."""
    files = [row[0] for row in cursor.execute("select distinct file from order_lines").fetchall()]
    number_customers(cursor, "order_lines", files)
    cursor.execute(
        "update order_lines set customer = customer_keys.customer from customer_keys"
        " where order_lines.customer is null and customer_keys.customer_id = order_lines.customer_id"
    )


def make_shop(path: Path, lines: Iterable[tuple[str, date, str]]) -> Workspace:
    """The shop behind lines of customer, day and amount; a negative amount is a return."""
    customer, day, amount = zip(*lines, strict=True)
    workspace = open_workspace(path)
    with workspace.cursor() as cursor:
        cursor.register("given", pa.table({"customer": customer, "day": day, "amount": amount}))
        cursor.execute(
            'insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, status, currency)'
            " select 1, 'many.csv', row_number() over (), customer, day, cast(amount as decimal(18, 4)),"
            " case when amount like '-%' then 'return' else 'sale' end, 'EUR' from given"
        )
        cursor.unregister("given")
        number_lines(cursor)
        cursor.execute("update workspace set data_version = 1")
    return workspace
