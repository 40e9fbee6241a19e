"""Where the SQL runs: one small surface that every engine can offer. DuckDB, one cursor per piece of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa

Parameter = str | int | float | None
FOLDER = Path(__file__).parent


class Engine(Protocol):
    """What the marts, metrics and answers ask of a database."""

    def arrow(self, sql: str, parameters: Mapping[str, Parameter] | None = None) -> pa.Table:
        """The rows of one SELECT; `$name` in the text stands for a bound parameter."""

    def store(self, name: str, sql: str, parameters: Mapping[str, Parameter] | None = None, *, is_view: bool = False) -> None:
        """Keeps the rows of one SELECT (or, as a view, the SELECT itself) under a name; `$name` stands for a bound parameter."""


@dataclass(frozen=True)
class DuckDB:
    """The default engine: a DuckDB cursor whose current catalogue holds the marts."""

    cursor: duckdb.DuckDBPyConnection

    def arrow(self, sql: str, parameters: Mapping[str, Parameter] | None = None) -> pa.Table:
        """The rows of one SELECT as an Arrow table."""
        return _with_plain_numbers(self.cursor.sql(sql, params=_used(sql, parameters)).to_arrow_table())

    def store(self, name: str, sql: str, parameters: Mapping[str, Parameter] | None = None, *, is_view: bool = False) -> None:
        """Keeps the rows of one SELECT under a name of ours (never one from a file)."""
        self.cursor.execute(f"create {'view' if is_view else 'table'} {name} as {sql}", _used(sql, parameters))

    def store_for_now(self, name: str, parameters: Mapping[str, Parameter] | None = None) -> None:
        """Keeps the rows of one answer's SELECT under its own name, seen by this cursor only: several others read them."""
        sql = sql_text("answers", name)
        self.cursor.execute(f"create or replace temp table {name} as {sql}", _used(sql, parameters))


@cache
def sql_text(layer: str, name: str) -> str:
    """One SELECT of the house, e.g. sql_text("marts", "cohorts")."""
    return (FOLDER / layer / f"{name}.sql").read_text(encoding="utf-8")


def _used(sql: str, parameters: Mapping[str, Parameter] | None) -> dict[str, Parameter]:
    return {name: value for name, value in (parameters or {}).items() if f"${name}" in sql}


def _with_plain_numbers(table: pa.Table) -> pa.Table:
    """DuckDB adds whole numbers up in 128 bits, which Python sees as decimals; sums of minor units fit in 64."""
    for place, column in enumerate(table.schema):
        if pa.types.is_decimal(column.type):
            plain = pa.int64() if column.type.scale == 0 else pa.float64()
            table = table.set_column(place, column.name, table.column(place).cast(plain))
    return table
