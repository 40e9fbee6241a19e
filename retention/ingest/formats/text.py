"""A text file to a raw table: encoding and delimiter found from its bytes, every record accounted for, the bulk read by the engine."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from retention.ingest.formats.dialect import Dialect, find_dialect
from retention.ingest.formats.encoding import PlainText, plain_text
from retention.ingest.formats.raw import RawTable
from retention.ingest.formats.records import Record, records
from retention.ingest.formats.short_rows import ShortRows
from retention.ingest.formats.text_findings import encoding_findings, mending_findings
from retention.ingest.guard.limits import MAX_COLUMNS, MAX_PIECE_BYTES
from retention.sentence import Refusal, Sentence, sentence

SAMPLE_CHARACTERS = 1 << 17
BATCH_RECORDS = 20_000


def read_text(path: Path, shown_name: str, connection: DuckDBPyConnection, table: str) -> RawTable:
    """The raw table of a text file, made in the connection under this name.

    A file in which every line is one record of the same number of cells, nearly every export there is, stays where it is: the
    table is a view that the engine reads at full speed, with the dialect told, not guessed. Anything else is read record by
    record here, so that a stray quote or a short row costs no other row.
    """
    plain = plain_text(path)
    with plain.path.open(encoding="utf-8-sig", newline="") as file:
        sample = file.read(SAMPLE_CHARACTERS)
    cut = max(sample.rfind("\n"), sample.rfind("\r")) + 1
    dialect = find_dialect(sample[:cut] if len(sample) == SAMPLE_CHARACTERS else sample)
    if dialect.width > MAX_COLUMNS:
        raise _too_wide(shown_name, dialect.width)
    read = _Read(dialect.width, plain.lines)
    is_regular = _is_regular(plain, dialect, connection, table)
    if not is_regular:
        read = _read_carefully(plain, dialect, connection, table, shown_name)
        if plain.path != path:
            plain.path.unlink()
    if not read.width:
        raise Refusal(sentence("{file} is empty; choose the file that holds the table", file=shown_name))
    findings = (*encoding_findings(plain, shown_name), *mending_findings(read.stray_quotes, read.rejoined, shown_name))
    raw = RawTable(shown_name, None, table, read.width, read.rows, plain.encoding, dialect.delimiter, findings, is_regular)
    return replace(raw, refused=read.refused)


def _is_regular(plain: PlainText, dialect: Dialect, connection: DuckDBPyConnection, table: str) -> bool:
    """Whether the engine finds as many records of the told width as there are lines; then the view of them is made."""
    if not dialect.is_plain:
        return False
    columns = ", ".join(f"'c{position}': 'varchar'" for position in range(dialect.width))
    # The path reaches the engine as a value, with the characters disarmed that would make it a search for several files.
    disarmed = "".join(f"[{character}]" if character in "*?[" else character for character in str(plain.path))
    connection.execute(f"set variable {table}_path = $path", {"path": disarmed})
    source = f"""read_csv(
        getvariable('{table}_path'), auto_detect = false, header = false, delim = '{dialect.delimiter}', quote = '"', escape = '"',
        strict_mode = true, null_padding = false, columns = {{{columns}}})"""
    try:
        ((records,),) = connection.execute(f"select count(*) from {source}").fetchall()
    except duckdb.InvalidInputException:
        return False
    if records != plain.lines:
        return False
    names = ", ".join(f"c{position}" for position in range(dialect.width))
    # DuckDB 2.0 hands a lone try_cast down to its CSV reader, which then fails on the first cell that cannot be cast.
    connection.execute("set disabled_optimizers = 'type_pushdown'")
    connection.execute(f"create view {table} as select row_number() over () as row, {names} from {source}")
    return True


@dataclass
class _Read:
    """What was found while reading: how wide and long the table is, and the lines that had to be mended."""

    width: int
    rows: int
    stray_quotes: list[int] = field(default_factory=list)
    rejoined: list[int] = field(default_factory=list)
    refused: Mapping[int, Sentence] = field(default_factory=dict)


def _read_carefully(plain: PlainText, dialect: Dialect, connection: DuckDBPyConnection, table: str, shown_name: str) -> _Read:
    """The same, record by record; the table is made and filled."""
    read, short = _Read(0, 0), ShortRows(dialect.width)
    csv.field_size_limit(MAX_PIECE_BYTES)
    connection.execute(f'create table {table} ("row" bigint)')
    with plain.path.open(encoding="utf-8-sig", newline="") as file:
        found = records(iter(file), dialect)
        while batch := _batch(found, shown_name):
            widest = max(len(record.cells) for record in batch)
            if widest > MAX_COLUMNS:
                raise _too_wide(shown_name, widest)
            for position in range(read.width, widest):
                connection.execute(f"alter table {table} add column c{position} varchar")
            read.width, read.rows = max(read.width, widest), read.rows + len(batch)
            read.stray_quotes += [record.line for record in batch if record.has_stray_quote]
            read.rejoined += [record.line for record in batch if record.is_rejoined]
            short.add(batch)
            _insert(batch, widest, connection, table)
    return replace(read, refused=short.refused)


def _batch(found: Iterator[Record], shown_name: str) -> list[Record]:
    try:
        return list(islice(found, BATCH_RECORDS))
    except csv.Error as error:
        raise Refusal(
            sentence(
                "{file} holds a cell of more than {count} characters, which no table needs; check that it is a table, and save it again",
                file=shown_name,
                count=MAX_PIECE_BYTES,
            )
        ) from error


def _insert(batch: list[Record], width: int, connection: DuckDBPyConnection, table: str) -> None:
    columns = list(zip_longest(*(record.cells for record in batch)))
    numbers = pa.array([record.line for record in batch], pa.int64())
    arrays = [numbers, *(pa.array(column, pa.string()) for column in columns)]
    names = [f"c{position}" for position in range(width)]
    connection.register("text_records", pa.table(arrays, names=["row", *names]))
    blanked = "".join(f", nullif({name}, '') as {name}" for name in names)
    connection.execute(f"insert into {table} by name select row{blanked} from text_records")
    connection.unregister("text_records")


def _too_wide(shown_name: str, width: int) -> Refusal:
    return Refusal(
        sentence(
            "{file} has {width} columns, more than the {most} that can be read; leave out those that are not needed",
            file=shown_name,
            width=width,
            most=MAX_COLUMNS,
        )
    )
