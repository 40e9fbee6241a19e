"""A file as a raw table: every record and every cell as text, nothing interpreted yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from retention.ingest.reading import Finding
from retention.ingest.recognise import recognise


@dataclass(frozen=True)
class RawTable:
    """One table as it stands in a file or on one sheet.

    table: its name in the connection, with the columns `row` (BIGINT, counted from 1 as a person sees it) and c0 … cN
    (VARCHAR, NULL for a blank cell). width: how many c columns there are. rows: how many records, blank ones included.
    is_consecutive: `row` is simply 1, 2, 3 … in the table's order, so that nobody needs to ask for it.
    """

    file: str
    sheet: str | None
    table: str
    width: int
    rows: int
    encoding: str | None
    delimiter: str | None
    findings: tuple[Finding, ...] = ()
    is_consecutive: bool = False


def read_raw(path: Path, shown_name: str, connection: DuckDBPyConnection) -> list[RawTable]:
    """The tables of one file, made in the connection; a workbook gives one for each sheet that is not empty.

    Refuses what is no table, locked, damaged or too large. Only ever called in the capped child.
    """
    # Each reader hands back the RawTable above and loads a parser of its own, of which one file needs only one.
    from retention.ingest.parquet import read_parquet
    from retention.ingest.preflight import preflight
    from retention.ingest.text import read_text
    from retention.ingest.workbook import read_workbook

    match recognise(path, shown_name):
        case "text":
            return [read_text(path, shown_name, connection, next_table(connection))]
        case "parquet":
            return [read_parquet(path, shown_name, connection, next_table(connection))]
        case "xls":
            return read_workbook(path, shown_name, connection, {})
        case "xlsx" | "xlsb" | "ods":
            return read_workbook(path, shown_name, connection, preflight(path, shown_name))


def next_table(connection: DuckDBPyConnection) -> str:
    """The next free name: raw_0, raw_1, …"""
    # All of the result is fetched, because a half-fetched one keeps the connection busy.
    # Text is often a view of the file, because reading it again is faster than keeping it.
    names = "select table_name as name from duckdb_tables() union all select view_name from duckdb_views()"
    ((made,),) = connection.execute(f"select count(*) from ({names}) where regexp_full_match(name, 'raw_[0-9]+')").fetchall()
    return f"raw_{made}"
