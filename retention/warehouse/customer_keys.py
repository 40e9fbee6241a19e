"""A whole number for every customer who appears in the sales: what lines are grouped and joined by, names stay in one table.

Grouping ten million lines by numbers instead of texts saves a sixth of what all marts take.
"""

from __future__ import annotations

import duckdb


def number_customers(cursor: duckdb.DuckDBPyConnection, lines: str) -> None:
    """Nothing comes back; all customers of these lines (a table of ours, or one registered by us) have a number afterwards."""
    cursor.execute(
        "insert into customer_keys"
        " select (select coalesce(max(customer), 0) from customer_keys) + row_number() over (order by customer_id), customer_id"
        f" from (select distinct customer_id from {lines} where customer_id is not null) anti join customer_keys using (customer_id)"
    )


def number_lines(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing comes back; lines that were put into the table without their customer's number have it afterwards."""
    number_customers(cursor, "order_lines")
    cursor.execute(
        "update order_lines set customer = customer_keys.customer from customer_keys"
        " where order_lines.customer is null and customer_keys.customer_id = order_lines.customer_id"
    )


def forget_customers(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing comes back; who appears in no line any more has gone from the list too."""
    cursor.execute("delete from customer_keys where customer not in (select customer from order_lines where customer is not null)")
