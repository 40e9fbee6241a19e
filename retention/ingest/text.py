"""A text file to a raw table: encoding and delimiter found from its bytes, every record accounted for, the bulk read by the engine."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from retention.ingest.dialect import BLANKS, Dialect, find_dialect
from retention.ingest.encoding import PlainText, plain_text
from retention.ingest.limits import MAX_COLUMNS, MAX_PIECE_BYTES
from retention.ingest.raw import RawTable
from retention.ingest.reading import Finding
from retention.sentence import Refusal, counted, sentence

SAMPLE_CHARACTERS = 1 << 18
BATCH_RECORDS = 20_000
LONGEST_RECORD_LINES = 500  # no cell holds that many lines; a quote that was never closed does


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
    if _is_regular(plain, dialect, connection, table):
        width, rows, stray, is_consecutive = dialect.width, plain.lines, [], True
    else:
        width, rows, stray = _read_carefully(plain, dialect, connection, table, shown_name)
        is_consecutive = False
    if plain.path != path and not is_consecutive:
        plain.path.unlink()
    findings = tuple(_findings(plain, stray, shown_name))
    return RawTable(shown_name, None, table, width, rows, plain.encoding, dialect.delimiter, findings, is_consecutive)


def _is_regular(plain: PlainText, dialect: Dialect, connection: DuckDBPyConnection, table: str) -> bool:
    """Whether the engine finds as many records of the told width as there are lines; then the view of them is made."""
    if dialect.delimiter in (None, BLANKS) or dialect.has_backslashes:
        return False
    columns = ", ".join(f"'c{position}': 'varchar'" for position in range(dialect.width))
    # The path reaches the engine as a value, with the characters disarmed that would make it a search for several files.
    disarmed = "".join(f"[{character}]" if character in "*?[" else character for character in str(plain.path))
    connection.execute(f"set variable {table}_path = $path", {"path": disarmed})
    source = f"""read_csv(
        getvariable('{table}_path'), auto_detect = false, header = false, delim = '{dialect.delimiter}', quote = '"', escape = '"',
        strict_mode = true, null_padding = false, max_line_size = {MAX_PIECE_BYTES}, columns = {{{columns}}})"""
    try:
        ((records,),) = connection.execute(f"select count(*) from {source}").fetchall()
    except duckdb.InvalidInputException:
        return False
    if records != plain.lines:
        return False
    names = ", ".join(f"c{position}" for position in range(dialect.width))
    connection.execute(f"create view {table} as select row_number() over () as row, {names} from {source}")
    return True


@dataclass(frozen=True)
class Record:
    """line: where it starts, counted from 1. has_stray_quote: its quotes were never closed and count as characters."""

    line: int
    cells: list[str]
    has_stray_quote: bool = False


def records(lines: Iterator[str], dialect: Dialect) -> Iterator[Record]:
    """Every record of a file, whatever its quotes do: one that swallows its neighbours is read again without them."""
    waiting: deque[str] = deque()
    held: list[str] = []
    number = 1

    def feed() -> Iterator[str]:
        while len(held) < LONGEST_RECORD_LINES:
            line = waiting.popleft() if waiting else next(lines, None)
            if line is None:
                return
            held.append(line)
            yield line

    is_over = False
    while not is_over:
        is_over = True
        for cells in dialect.records(feed()):
            is_over = False
            if is_stray := len(held) > 1 and _is_stray(cells, held, dialect):
                waiting.extendleft(reversed(held[1:]))
                cells = dialect.literal(held[0])
                del held[1:]
            yield Record(number, cells, is_stray)
            number += len(held)
            held.clear()


def _is_stray(cells: list[str], held: list[str], dialect: Dialect) -> bool:
    text = "".join(held)
    quotes = text.count('"') - (text.count('\\"') if dialect.has_backslashes else 0)
    return quotes % 2 == 1 or (len(cells) != dialect.width and len(dialect.literal(held[0])) == dialect.width)


def _read_carefully(
    plain: PlainText, dialect: Dialect, connection: DuckDBPyConnection, table: str, shown_name: str
) -> tuple[int, int, list[int]]:
    """The table's width, its number of records and the lines with stray quotes; the table is made and filled."""
    width, rows, stray = 0, 0, []
    csv.field_size_limit(MAX_PIECE_BYTES)
    connection.execute(f'create table {table} ("row" bigint)')
    with plain.path.open(encoding="utf-8-sig", newline="") as file:
        found = records(islice(file, plain.lines), dialect)
        while batch := _batch(found, shown_name):
            widest = max(len(record.cells) for record in batch)
            if widest > MAX_COLUMNS:
                raise _too_wide(shown_name, widest)
            for position in range(width, widest):
                connection.execute(f"alter table {table} add column c{position} varchar")
            width, rows = max(width, widest), rows + len(batch)
            stray += [record.line for record in batch if record.has_stray_quote]
            _insert(batch, widest, connection, table)
    return width, rows, stray


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


def _findings(plain: PlainText, stray: list[int], shown_name: str) -> Iterator[Finding]:
    if plain.removed_nuls:
        said = counted(
            "{count} invisible NUL character in {file} was left out",
            "{count} invisible NUL characters in {file} were left out",
            plain.removed_nuls,
            file=shown_name,
        )
        yield Finding("nul_characters", "info", 0, said, shown_name)
    if plain.damaged_letters:
        said = counted(
            "{count} letter in {file} is damaged and shows as a question mark",
            "{count} letters in {file} are damaged and show as question marks",
            plain.damaged_letters,
            file=shown_name,
        )
        yield Finding("damaged_letters", "warning", 0, said, shown_name)
    if stray:
        said = counted(
            "{count} line of {file} has a quotation mark without its partner (line {line}); it was read as a plain character",
            "{count} lines of {file} have a quotation mark without its partner (the first is line {line}); they were read as plain characters",
            len(stray),
            file=shown_name,
            line=stray[0],
        )
        yield Finding("stray_quotes", "warning", len(stray), said, shown_name)
