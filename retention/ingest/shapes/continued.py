"""A table that goes on over several sheets or files of which only the first has headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.cells import is_only_data, is_typed, texts_of
from retention.ingest.shapes.shape import find_shape, first_rows

SAMPLED_ROWS = 60
MOST = 0.8

Kinds = tuple[str | None, ...]


def with_headers_of_the_first(connection: DuckDBPyConnection, tables: Sequence[RawTable]) -> list[RawTable]:
    """The tables, those without headers with the headers of the last one before them that has some and holds the same kinds of cells."""
    if len(tables) < 2:
        return list(tables)
    done: list[RawTable] = []
    first: tuple[tuple[str, ...], Kinds] | None = None
    for table in tables:
        rows = first_rows(connection, table, SAMPLED_ROWS)
        shape = find_shape(rows, table.width)
        kinds = _kinds([cells for number, cells in rows if number >= shape.first_body_row], table.width)
        if shape.header_row is not None:
            first = shape.headers, kinds
        elif first and _fit(first[1], kinds):
            table = replace(table, headers=first[0])
        done.append(table)
    return done


def _kinds(rows: Sequence[Sequence[str | None]], width: int) -> Kinds:
    """What each column holds: "day" (or another number with marks in it), "number", "word", None where nothing or all sorts of things."""
    return tuple(_kind(texts_of(row[place] for row in rows)) for place in range(width))


def _kind(texts: Sequence[str]) -> str | None:
    whole = sum(text.isdigit() for text in texts)
    marked = sum(is_only_data(text) for text in texts)
    words = sum(not is_typed(text) and not is_only_data(text) for text in texts)
    counts = {"number": whole + marked if whole and marked else whole, "marked": marked, "word": words}
    return next((kind for kind, count in counts.items() if texts and count >= MOST * len(texts)), None)


def _fit(one: Kinds, other: Kinds) -> bool:
    """Whether the columns can be the same: as many, none of another kind, and at least two of the same kind that are no words only."""
    if len(one) != len(other):
        return False
    alike = [left for left, right in zip(one, other, strict=True) if left and left == right]
    differing = any({left, right} == {"word", kind} for left, right in zip(one, other, strict=True) for kind in ("number", "marked"))
    return not differing and len(alike) >= 2 and any(kind != "word" for kind in alike)
