"""Where a table begins: the rows of its headers below any titles, and what its columns are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.cells import Cells, is_only_data, is_typed, is_year, text_of, texts_of
from retention.ingest.shapes.header_rows import BODY_ROWS, is_numbering, joined, last_row, upper_rows
from retention.ingest.vocabulary import meanings

SEARCHED_ROWS = 60
ROWS_BELOW = BODY_ROWS + 1  # are looked at to tell the last row of the headers from the first one of the table
MAX_HEADER_CHARACTERS = 100
LEAST_FILLED = 0.5  # of what rows usually fill: titles and notes above a table fill less
MOST_TYPED = 0.2  # of a header's cells may look like numbers or days ("2024")

Numbered = tuple[int, Cells]


@dataclass(frozen=True)
class Shape:
    """header_row: the last row of the headers, counted from 0 as the file stands, None where there is none. written: its cells.

    headers: one name per column, all different; "2" for a second column without a name. header_rows: how many rows they are made of.
    heads: every row from the titles down to the headers, which printed reports repeat on every page. numbering: whether the row
    below only numbers the columns.
    """

    header_row: int | None
    written: tuple[str | None, ...]
    headers: tuple[str, ...]
    header_rows: int = 1
    heads: tuple[Cells, ...] = ()
    numbering: bool = False

    @property
    def first_body_row(self) -> int:
        """The first row that can hold data, counted from 1."""
        return 1 if self.header_row is None else self.header_row + 2 + self.numbering


def shape_of(connection: DuckDBPyConnection, raw: RawTable, has_header: bool | None = None, header_row: int | None = None) -> Shape:
    """The shape of a raw table: found, unless somebody said whether it has headers (has_header), and in which row they stand."""
    if raw.headers and not has_header:
        return Shape(None, (None,) * raw.width, raw.headers)
    rows = first_rows(connection, raw, (SEARCHED_ROWS if header_row is None else header_row + 1) + ROWS_BELOW)
    return find_shape(rows, raw.width) if has_header is None else shape_at(header_row, rows, raw.width)


def first_rows(connection: DuckDBPyConnection, raw: RawTable, most: int) -> list[Numbered]:
    """The first rows of a raw table: number and cells."""
    cells = ", ".join(f"c{position}" for position in range(raw.width))
    return [(row[0], row[1:]) for row in connection.execute(f'select "row", {cells} from {raw.table} limit {most}').fetchall()]


def find_shape(rows: Sequence[Numbered], width: int) -> Shape:
    """The shape of a table that begins with these rows (number from 1, cells)."""
    filled = [(place, cells, len(texts_of(cells))) for place, (_, cells) in enumerate(rows[:SEARCHED_ROWS])]
    filled = [row for row in filled if row[2]]
    candidates: list[tuple[bool, int]] = []
    for order, (place, cells, count) in enumerate(filled):
        below = filled[order + 1 : order + 21]
        usual = median([row[2] for row in below]) if below else count
        if count < max(min(2, width), LEAST_FILLED * usual):
            continue
        if not can_be_header(cells):
            if below and all(is_year(text) for text in texts_of(cells)) and can_be_header(below[0][1]):
                continue  # years above the months or sums of each
            break
        candidates.append((known_headers(cells) >= min(2, count), -place))
    if not candidates and len(filled) > 1 and rows[filled[0][0]][0] == 1 and can_be_header(filled[0][1], known=0):
        candidates.append((False, -filled[0][0]))  # a sparse header: the very first row, of words, right above the data
    if not candidates:
        return shape_at(None, (), width)
    place = last_row([cells for _, cells in rows], -max(candidates)[1])
    return shape_at(rows[place][0] - 1, rows, width)


def shape_at(header_row: int | None, rows: Sequence[Numbered], width: int) -> Shape:
    """The shape of a table whose (last) header row is known; without any header if there is no such row among these."""
    place = next((place for place, (number, _) in enumerate(rows) if header_row is not None and number == header_row + 1), None)
    if place is None:
        return Shape(None, (None,) * width, named((None,) * width))
    cells = [cells for _, cells in rows]
    above = upper_rows(cells, place)
    below = cells[place + 1 : place + 1 + ROWS_BELOW]
    numbering = bool(below) and is_numbering(below[0], below[1:])
    heads = tuple(row for row in cells[: place + 1 + numbering] if texts_of(row))
    return Shape(header_row, tuple(cells[place]), named(joined(cells[place - above : place + 1])), above + 1, heads, numbering)


def named(written: Sequence[str | None]) -> tuple[str, ...]:
    """The columns' names as they are shown: cleaned, and no two the same."""
    return _distinct([clean_header(cell or "") or str(place + 1) for place, cell in enumerate(written)])


def can_be_header(cells: Cells, known: int | None = None) -> bool:
    """Different words, of which `known` are headers' usual ones, and hardly any number among them."""
    texts = texts_of(cells)
    known = known_headers(cells) if known is None else known
    if sum(is_typed(text) for text in texts) > (MOST_TYPED * len(texts) if known else 0) or any(is_only_data(text) for text in texts):
        return False
    return len({text.casefold() for text in texts}) >= len(texts) / 2


def known_headers(cells: Cells) -> int:
    """How many cells hold a word that headers are made of."""
    return sum(bool(meanings(text)) for cell in cells if (text := text_of(cell)))


def clean_header(text: str) -> str:
    """The header as it can be shown and compared: no invisible characters, single blanks, at most 100 characters."""
    visible = (
        letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) not in ("Cf", "Cc") or letter.isspace()
    )
    return " ".join("".join(visible).split())[:MAX_HEADER_CHARACTERS].strip()


def _distinct(names: list[str]) -> tuple[str, ...]:
    taken: set[str] = set()
    distinct = []
    for name in names:
        candidate, times = name, 1
        while candidate.casefold() in taken:
            times += 1
            candidate = f"{name} ({times})"
        taken.add(candidate.casefold())
        distinct.append(candidate)
    return tuple(distinct)
