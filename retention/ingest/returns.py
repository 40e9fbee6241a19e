"""Lists of returned orders: which of the sales they mean, and what those are worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from retention.ingest.expressions import Expressions
from retention.ingest.reading import Finding
from retention.ingest.table import Table
from retention.ingest.totals import CENT, ask
from retention.sentence import counted


def findings_of_returns(connection: DuckDBPyConnection, tables: Sequence[Table], paths: Mapping[str, Path]) -> Iterator[Finding]:
    """How many orders a list of returns names, and their sales. They still count: the list does not say what was given back."""
    for table in tables:
        if table.role != "returns" or not table.column("order_id") or "order_lines" not in paths:
            continue
        listed = f"select {Expressions(table).identity('order_id')} from {table.raw.table}"
        statement = f"select count(distinct order_id), coalesce(sum(amount), 0) from spooled where order_id in ({listed})"
        count, total = ask(connection, paths["order_lines"], ["order_id", "amount"], statement)
        if count:
            said = counted(
                "{count} order is on a list of returned orders; its sales of {total} still count, because the list has no amounts",
                "{count} orders are on a list of returned orders; their sales of {total} still count, because the list has no amounts",
                count,
                total=total.quantize(CENT),
            )
            yield Finding("returned_orders", "warning", count, said, table.raw.file, table.raw.sheet)
