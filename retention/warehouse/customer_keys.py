"""A whole number for every customer who appears in the sales: what lines are grouped and joined by, names stay in one table.

Grouping ten million lines by numbers instead of texts saves a sixth of what all marts take. A number is never given out twice: whoever
still reads figures by it while an import is taken back must not find them under somebody else's name.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb


def number_customers(cursor: duckdb.DuckDBPyConnection, lines: str, files: Sequence[str]) -> None:
    """Nothing comes back; all customers of the lines from these files have a number. lines: a table of ours, or one we registered."""
    cursor.execute(
        "insert into customer_keys select nextval('customer_numbers'), customer_id from (select distinct customer_id"
        f" from {lines} anti join customer_keys using (customer_id)"
        " where customer_id is not null and list_contains($files, file) order by customer_id)",
        {"files": list(files)},
    )


def forget_customers(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing comes back; who appears in no line any more has gone from the list too."""
    cursor.execute("delete from customer_keys where customer not in (select customer from order_lines where customer is not null)")
