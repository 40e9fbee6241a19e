"""A file as a raw table: every record and every cell as text, nothing interpreted yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from duckdb import CatalogException, DuckDBPyConnection

from retention.ingest.guard.recognise import recognise
from retention.ingest.reading import Finding
from retention.sentence import Sentence


@dataclass(frozen=True)
class RawTable:
    """One table as it stands in a file or on one sheet.

    table: its name in the connection, with the columns `row` (BIGINT, counted from 1 as a person sees it) and c0 … cN
    (VARCHAR, NULL for a blank cell). width: how many c columns there are. rows: how many records, blank ones included.
    is_consecutive: `row` is simply 1, 2, 3 … in the table's order, so that nobody needs to ask for it.
    first_row: the number of its first row, where it is one of several tables in a file or on a sheet.
    headers: the names of its columns, where it goes on with a table that began elsewhere and has none of its own.
    refused: the numbers of rows in it that the reader could not read whole, with the reason.
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
    first_row: int = 1
    headers: tuple[str, ...] = ()
    refused: Mapping[int, Sentence] = field(default_factory=dict)

    def rows_from(self, row: int) -> int:
        """How many records there are from the one with this number on."""
        return max(0, self.rows - max(0, row - self.first_row))

    @property
    def name(self) -> str:
        """What people call it: its file, and the sheet where that has several."""
        return self.file if self.sheet is None else f"{self.file} / {self.sheet}"


def read_raw(path: Path, shown_name: str, connection: DuckDBPyConnection) -> list[RawTable]:
    """The tables of one file, made in the connection: one for each sheet, and each table in an archive, that is not empty.

    Refuses what is no table, locked, damaged or too large. Only ever called in the capped child: what has to be unpacked or
    rewritten goes to the temporary folder, and text stays there until it has been understood.
    """
    # Each reader hands back the RawTable above and loads a parser of its own, of which one file needs only one.
    from retention.ingest.formats.archive import read_archive
    from retention.ingest.formats.json_records import read_json
    from retention.ingest.formats.parquet import read_parquet
    from retention.ingest.formats.text import read_text
    from retention.ingest.formats.workbook import read_workbook
    from retention.ingest.guard.preflight import preflight

    match recognise(path, shown_name):
        case "text":
            return [read_text(path, shown_name, connection, next_table(connection))]
        case "json":
            return read_json(path, shown_name, connection)
        case "parquet":
            return [read_parquet(path, shown_name, connection, next_table(connection))]
        case "xls":
            return read_workbook(path, shown_name, connection, {})
        case "xlsx" | "xlsb" | "ods":
            return read_workbook(path, shown_name, connection, preflight(path, shown_name))
        case "zip" | "gzip":
            return read_archive(path, shown_name, connection)


def next_table(connection: DuckDBPyConnection) -> str:
    """The next free name: raw_0, raw_1, …"""
    # Asking the catalogue for its views would make it build all of its own first, for tens of milliseconds.
    # All of the result is fetched, because a half-fetched one keeps the connection busy.
    ((made,),) = connection.execute("select coalesce(getvariable('raw_tables'), 0)").fetchall()
    while _exists(f"raw_{made}", connection):
        made += 1
    connection.execute(f"set variable raw_tables = {made + 1}")
    return f"raw_{made}"


def _exists(table: str, connection: DuckDBPyConnection) -> bool:
    try:
        connection.execute(f"from {table} limit 0")
    except CatalogException:
        return False
    return True
