"""Several tables on one sheet or in one file, one below the other or side by side: each becomes a raw table of its own, a view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.cells import Cells, is_typed, same, text_of, texts_of
from retention.ingest.shapes.shape import Numbered, Shape, can_be_header, first_rows, known_headers, shape_of
from retention.ingest.shapes.side_by_side import sides, view_of

MOST_ROWS = 50_000  # of a longer table only the first rows are searched: an export that long holds one table
HEAD_ROWS = 3_000
MOST_CANDIDATES = 5_000
MOST_ASKED = 100
LEAST_BODY_ROWS = 2
MOST_TITLE_ROWS = 4
MOST_PREAMBLE_ROWS = 30
END = 1 << 62


def blocks_of(connection: DuckDBPyConnection, raw: RawTable) -> list[RawTable]:
    """The tables that this one really holds; the raw table itself where it is just one."""
    shape = shape_of(connection, raw)
    starts = _starts(connection, raw, shape)
    if not starts and not _has_gap(raw, shape):
        return [raw]
    firsts = [*([] if starts and _is_preamble(connection, raw, shape, starts[0]) else [0]), *starts]
    lasts = [*(first - 1 for first in firsts[1:]), END]
    blocks = [side for first, last in zip(firsts, lasts, strict=True) for side in sides(connection, raw, first, last)]
    if len(blocks) == 1 and not firsts[0]:
        return [raw]
    parts = [view_of(connection, raw, block, number) for number, block in enumerate(blocks, start=1)]
    return [replace(parts[0], findings=raw.findings), *parts[1:]]


def _is_preamble(connection: DuckDBPyConnection, raw: RawTable, shape: Shape, end: int) -> bool:
    """Whether what stands above this row is no table of its own: a few lines of a name and a value, as summaries have."""
    rows = [cells for number, cells in first_rows(connection, raw, MOST_PREAMBLE_ROWS + 1) if number < end]
    return shape.header_row is None and len(rows) <= MOST_PREAMBLE_ROWS and all(len(texts_of(cells)) <= 2 for cells in rows)


def _starts(connection: DuckDBPyConnection, raw: RawTable, shape: Shape) -> list[int]:
    """The numbers of the rows with which another table begins, below the first one."""
    if raw.headers:
        return []
    heads: list[Cells] = [*shape.heads]
    starts: list[int] = []
    asked = 0
    for number, before, *candidate in _candidates(connection, raw, shape.first_body_row + LEAST_BODY_ROWS):
        is_likely = 2 * known_headers(candidate) >= len(texts_of(candidate)) or before <= 1
        if asked >= MOST_ASKED or not is_likely or not can_be_header(candidate) or any(same(candidate, head) for head in heads):
            continue
        asked += 1
        above, below = _around(connection, raw, number)
        if _opens_table(candidate, above, below, shape.written) and (not starts or number > starts[-1] + LEAST_BODY_ROWS):
            starts.append(_first_title(number, above))
            heads += [candidate, *(cells for _, cells in below[:2])]
    return starts


def _candidates(connection: DuckDBPyConnection, raw: RawTable, first: int) -> list[tuple[Any, ...]]:
    """Rows of at least two cells of which none begins with a digit: number, how many cells the row above it fills, cells."""
    cells = [f"c{position}" for position in range(raw.width)]
    filled = " + ".join(f"({cell} is not null)::int" for cell in cells)
    opens_with_digit = " or ".join(f"coalesce({cell} >= '0' and {cell} < ':', false)" for cell in cells)
    source = raw.table if raw.rows <= MOST_ROWS else f"(select * from {raw.table} limit {HEAD_ROWS})"
    counted = f'select *, {filled} as filled, lag({filled}, 1, 0) over (order by "row") as before from {source}'
    where = f'"row" >= {first} and filled >= 2 and not ({opens_with_digit})'
    return connection.execute(
        f'select "row", before, {", ".join(cells)} from ({counted}) where {where} order by "row" limit {MOST_CANDIDATES}'
    ).fetchall()


def _around(connection: DuckDBPyConnection, raw: RawTable, number: int) -> tuple[list[Numbered], list[Numbered]]:
    """The rows right above one (nearest first) and right below it."""
    cells = ", ".join(f"c{position}" for position in range(raw.width))
    statement = f'select "row", {cells} from {raw.table} where "row" {{}} order by 1 {{}} limit 8'
    above = connection.execute(statement.format(f"< {number}", "desc")).fetchall()
    below = connection.execute(statement.format(f"> {number}", "")).fetchall()
    return [(row[0], row[1:]) for row in above], [(row[0], row[1:]) for row in below]


def _opens_table(cells: Cells, above: Sequence[Numbered], below: Sequence[Numbered], first: Cells) -> bool:
    """Whether a row of words is the header of another table: at least two rows of data below, and words that headers have."""
    body = []
    for _, row in below:
        if not texts_of(row):
            break
        body.append(row)
    with_data = [row for row in body if any(is_typed(text) for text in texts_of(row))]
    if len(with_data) < LEAST_BODY_ROWS:
        return False
    known, written = known_headers(cells), len(texts_of(cells))
    is_apart = any(not texts_of(row) for _, row in above[: MOST_TITLE_ROWS + 1])
    if 2 * known >= written and known >= (2 if is_apart else 3):
        return True
    usual = max(len(texts_of(row)) for row in with_data)
    return is_apart and not known and written != len(texts_of(first)) and usual == written


def _first_title(number: int, above: Sequence[Numbered]) -> int:
    """Where a table with its titles begins: behind the last blank row above its header, if only titles stand between."""
    first = number
    for row, cells in above[: MOST_TITLE_ROWS + 1]:
        if not texts_of(cells):
            return first
        if len(texts_of(cells)) > 2:
            break
        first = row
    return number


def _has_gap(raw: RawTable, shape: Shape) -> bool:
    """Whether a column without a header stands between others."""
    written = [text_of(cell) for cell in shape.written]
    filled = [place for place, cell in enumerate(written) if cell]
    return raw.rows <= MOST_ROWS and bool(filled) and None in written[filled[0] : filled[-1]]
