"""A JSON file to raw tables: one document, or one record a line; every number keeps the digits it was written with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from duckdb import DuckDBPyConnection

from retention.ingest.formats.encoding import plain_text
from retention.ingest.formats.json_shape import Row, rows_in
from retention.ingest.formats.raw import RawTable
from retention.ingest.formats.raw_rows import RawRows
from retention.ingest.formats.text_findings import encoding_findings
from retention.ingest.guard.limits import MAX_PIECE_BYTES
from retention.ingest.guard.recognise import shown
from retention.sentence import Refusal, sentence

MAX_TABLES = 50
RECORD_START = re.compile(r"\s*[\[{]")
_decode = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str).decode


def read_json(path: Path, shown_name: str, connection: DuckDBPyConnection) -> list[RawTable]:
    """The raw tables of a JSON file; the first row of each holds the names of its columns, unless it is a list of lists.

    Where every line is a record of its own, a broken line is refused and costs no other one. Refuses a file that is no JSON,
    naming where it breaks, one without any record, and one that is too large.
    """
    plain = plain_text(path)
    made: dict[str | None, RawRows] = {}
    try:
        for row in _rows(plain.path, shown_name):
            if row.table not in made:
                if len(made) == MAX_TABLES:
                    raise Refusal(
                        sentence("{file} holds too many lists to tell which is the table; save the table as CSV", file=shown_name)
                    )
                made[row.table] = RawRows(connection, len(made), shown_name)
            if row.cells is None:
                made[row.table].refuse(sentence("What stands here is no complete JSON record"))
            else:
                made[row.table].add(row.cells)
            if row.key:
                made[row.table].names[row.key[0]] = row.key[1]
    except RecursionError as error:
        raise Refusal(sentence("{file} holds lists within lists, too deep for a table; save the table as CSV", file=shown_name)) from error
    finally:
        if plain.path != path:
            plain.path.unlink()
    tables = [table for name, rows in _worth_reading(made).items() if (table := rows.finish(name and shown(name), plain.encoding))]
    if not tables:
        raise Refusal(sentence("{file} is empty; choose the file that holds the table", file=shown_name))
    if len(tables) == 1 and len(made) == 1:
        tables = [replace(tables[0], sheet=None)]
    findings = tuple(encoding_findings(plain, shown_name))
    return [replace(tables[0], findings=findings), *tables[1:]]


def _worth_reading(made: dict[str | None, RawRows]) -> dict[str | None, RawRows]:
    """The tables that are more than a remark: the longest, and every other with two columns and two rows."""
    filled = {name: rows for name, rows in made.items() if rows.columns}
    longest = max((rows.rows for rows in filled.values()), default=0)
    return {name: rows for name, rows in filled.items() if rows.rows == longest or (rows.rows > 1 and rows.columns > 1)}


def _rows(path: Path, shown_name: str) -> Iterator[Row]:
    if _begins_with_records(path):
        yield from _of_lines(path)
        return
    text = path.read_text("utf-8-sig")
    try:
        document = _decode(text)
    except json.JSONDecodeError as error:
        if not _is_mostly_records(path):
            raise Refusal(
                sentence(
                    "{file} breaks off or is no proper JSON at line {line}, character {place}; save it again or save the table as CSV",
                    file=shown_name,
                    line=error.lineno,
                    place=error.colno,
                )
            ) from error
        yield from _of_lines(path)
        return
    del text
    yield from rows_in(document)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig") as file:
        while line := file.readline(MAX_PIECE_BYTES):
            if line.strip(" \t\r\n[],"):
                yield line.strip().removesuffix(",")


def _begins_with_records(path: Path) -> bool:
    """Whether the first line holds a whole record, and the next one begins another."""
    first, second = [*islice(_lines(path), 2), "", ""][:2]
    return RECORD_START.match(second) is not None and isinstance(_record(first), (dict, list))


def _is_mostly_records(path: Path) -> bool:
    """Whether most lines are whole records, and it is others that break the file."""
    start = list(islice(_lines(path), 1_000))
    return sum(isinstance(_record(line), dict) for line in start) * 2 > len(start)


def _record(line: str) -> object:
    try:
        return _decode(line)
    except json.JSONDecodeError:
        return None


def _of_lines(path: Path) -> Iterator[Row]:
    for line in _lines(path):
        match _record(line):
            case dict() as record:
                yield from rows_in([record])
            case list() as cells if not any(isinstance(cell, (dict, list)) for cell in cells):
                yield from rows_in([cells])
            case _:
                yield Row(None, None)
