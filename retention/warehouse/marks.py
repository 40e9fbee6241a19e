"""Customers marked by hand as worth showing to others: kept beside the data, whatever is imported or taken back."""

from __future__ import annotations

import duckdb

from retention.warehouse.changes import now


def list_marked(cursor: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """The ids of all who are marked, in order."""
    return tuple(row[0] for row in cursor.execute("select customer_id from marked_customers order by customer_id").fetchall())


def mark(cursor: duckdb.DuckDBPyConnection, customer_id: str, is_marked: bool) -> None:
    """Nothing comes back; the customer is marked from now on, or no longer."""
    if is_marked:
        cursor.execute("insert or ignore into marked_customers values (?, ?)", [customer_id, now()])
    else:
        cursor.execute("delete from marked_customers where customer_id = ?", [customer_id])
