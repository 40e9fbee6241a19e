"""Where a table begins: the row of its headers below any titles, and what its columns are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from retention.ingest.vocabulary import meanings

Cells = Sequence[str | None]

SEARCHED_ROWS = 60
MAX_HEADER_CHARACTERS = 100
LEAST_FILLED = 0.5  # of what rows usually fill: titles and notes above a table fill less
MOST_TYPED = 0.2  # of a header's cells may look like numbers or days ("2024")


@dataclass(frozen=True)
class Shape:
    """header_row: counted from 0 as the file stands, None where there is none. written: its cells as they stand.

    headers: one name per column, all different; "2" for a second column without a name.
    """

    header_row: int | None
    written: tuple[str | None, ...]
    headers: tuple[str, ...]

    @property
    def first_body_row(self) -> int:
        """The first row that can hold data, counted from 1."""
        return 1 if self.header_row is None else self.header_row + 2


def find_shape(rows: Sequence[tuple[int, Cells]], width: int) -> Shape:
    """The shape of a table that begins with these rows (number from 1, cells)."""
    filled = [(number, cells, sum(_has_text(cell) for cell in cells)) for number, cells in rows[:SEARCHED_ROWS]]
    filled = [row for row in filled if row[2]]
    candidates = []
    for place, (number, cells, count) in enumerate(filled):
        below = filled[place + 1 : place + 21]
        usual = median([row[2] for row in below]) if below else count
        if count < max(min(2, width), LEAST_FILLED * usual):
            continue
        known = sum(bool(meanings(cell)) for cell in cells if cell)
        if not _can_be_header(cells, known):
            break
        candidates.append((known >= min(2, count), -place, number, cells))
    if not candidates and len(filled) > 1 and filled[0][0] == 1 and _can_be_header(filled[0][1], 0):
        candidates.append((False, 0, *filled[0][:2]))  # a sparse header: the very first row, of words, right above the data
    if not candidates:
        return shape_at(None, (), width)
    _, _, number, cells = max(candidates, key=lambda candidate: candidate[:2])
    return shape_at(number - 1, cells, width)


def shape_at(header_row: int | None, cells: Cells, width: int) -> Shape:
    """The shape of a table whose header is known to stand in this row."""
    written = tuple(cells) if header_row is not None else (None,) * width
    return Shape(header_row, written, _distinct([clean_header(cell or "") or str(place + 1) for place, cell in enumerate(written)]))


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


def _can_be_header(cells: Cells, known: int) -> bool:
    """Different words, of which `known` are headers' usual ones, and hardly any number among them."""
    texts = [cell for cell in cells if cell and _has_text(cell)]
    if sum(_is_typed(text) for text in texts) > (MOST_TYPED * len(texts) if known else 0):
        return False
    return len({text.casefold() for text in texts}) >= len(texts) / 2


def _has_text(cell: str | None) -> bool:
    return cell is not None and not cell.isspace()


def _is_typed(text: str) -> bool:
    """Whether the cell is rather a number, a day or a code than a word: half of its signs are digits."""
    signs = [sign for sign in text if not sign.isspace()]
    digits = sum(sign.isdigit() for sign in signs)
    return digits * 2 >= len(signs) and digits > 0
