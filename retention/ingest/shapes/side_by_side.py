"""Tables side by side on one sheet, an empty column between them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.shapes.cells import text_of
from retention.ingest.shapes.shape import shape_of
from retention.ingest.vocabulary import meanings

CLEAR = 0.9  # the score of a header that says what it is
MORE_ROWS = 0.1  # than its neighbour has a table of its own, as a share and
MORE_ROWS_AT_LEAST = 3


class Block(NamedTuple):
    """A part of a raw table: its rows from and to these numbers, its columns from this one up to but not including that one."""

    first_row: int
    last_row: int
    first_column: int
    end_column: int


def sides(connection: DuckDBPyConnection, raw: RawTable, first: int, last: int) -> list[Block]:
    """The tables side by side in these rows: apart by an empty column, and of different lengths or each with its own dates."""
    columns = range(raw.width)
    counts = ", ".join(f"count(c{place})" for place in columns)
    blank = " and ".join(f"c{place} is null" for place in columns)
    ((begins, ends, *filled),) = connection.execute(
        f'select min("row"), max("row") filter (not ({blank})), {counts} from {raw.table} where "row" between {first} and {last}'
    ).fetchall()
    whole = Block(begins, ends or begins, 0, max((place + 1 for place in columns if filled[place]), default=1))
    edges = [-1, *(place for place in range(whole.end_column) if not filled[place]), whole.end_column]
    spans = [(left + 1, right) for left, right in zip(edges, edges[1:], strict=False) if right - left > 1]
    if len(spans) < 2:
        return [whole]
    part = view_of(connection, raw, whole, 1)
    shape = shape_of(connection, part)
    connection.execute(f"drop view {part.table}")
    names = [[text_of(cell) for cell in shape.written[left:right]] for left, right in spans]
    if shape.header_row is None or not all(len(side) >= 2 and all(side) for side in names):
        return [whole]
    lengths = [_length(connection, raw, whole, left, right) for left, right in spans]
    if not all(
        _are_apart(*pair) for pair in zip(zip(names, lengths, strict=True), list(zip(names, lengths, strict=True))[1:], strict=False)
    ):
        return [whole]
    return [Block(whole.first_row, length[1], left, right) for (left, right), length in zip(spans, lengths, strict=True)]


def _length(connection: DuckDBPyConnection, raw: RawTable, block: Block, left: int, right: int) -> tuple[int, int]:
    """How many rows of these columns hold two cells or more, and the number of the last one that holds any."""
    filled = " + ".join(f"(c{place} is not null)::int" for place in range(left, right))
    statement = (
        f'select count(*) filter (filled > 1), max("row") filter (filled > 0) from (select "row", {filled} as filled from {raw.table}'
    )
    ((rows, last),) = connection.execute(f'{statement} where "row" between {block.first_row} and {block.last_row})').fetchall()
    return rows, last


PART = " #"  # the second table on a sheet is called "Sheet1 #2"

_Side = tuple[list[str | None], tuple[int, int]]


def _are_apart(one: _Side, other: _Side) -> bool:
    """Whether two neighbours are tables of their own: one is clearly longer, or both have a column of dates of the same name."""
    (left, (rows, _)), (right, (other_rows, _)) = one, other
    if abs(rows - other_rows) >= max(MORE_ROWS_AT_LEAST, MORE_ROWS * max(rows, other_rows)):
        return True
    shared = {name.casefold() for name in left if name} & {name.casefold() for name in right if name}
    return any(meanings(name).get("date", 0) >= CLEAR for name in shared)


def view_of(connection: DuckDBPyConnection, raw: RawTable, block: Block, number: int) -> RawTable:
    """The block as a raw table; from the second on its sheet is called "… #2"."""
    table = next_table(connection)
    cells = ", ".join(f"c{place} as c{place - block.first_column}" for place in range(block.first_column, block.end_column))
    rows = f'"row" between {block.first_row} and {block.last_row}'
    connection.execute(f'create view {table} as select "row", {cells} from {raw.table} where {rows}')
    ((count,),) = connection.execute(f"select count(*) from {table}").fetchall()
    sheet = raw.sheet if number == 1 else f"{raw.sheet or ''}{PART}{number}".strip()
    return replace(
        raw,
        sheet=sheet,
        table=table,
        width=block.end_column - block.first_column,
        rows=count,
        findings=(),
        is_consecutive=False,
        first_row=block.first_row,
    )


def sheet_of(raw: RawTable) -> str:
    """The name of the whole sheet that a part of it stands on; empty where the file has no sheets."""
    name, _, number = f" {raw.sheet or ''}".rpartition(PART)
    return (name if number.isdigit() else raw.sheet or "").strip()
