"""Headers of two or three rows, as merged cells leave them: "Order | | Customer" over "No | Date | Name"; also rows of units."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.shapes.cells import Cells, is_typed, is_year, same, text_of, texts_of
from retention.ingest.vocabulary import CURRENCIES, meanings, plain

MOST_UPPER_ROWS = 2
BODY_ROWS = 5  # below a header are enough to see which columns hold no words
LEAST_NUMBERED = 3
_UNITS = frozenset(
    "%,шт,ед,кг,г,л,м,м2,упак,уп,тыс,pc,pcs,pieces,piece,unit,units,kg,g,l,m,buc,bucati,cm,st,stk,szt,adet,"
    "number,text,date,dd.mm.yyyy,dd/mm/yyyy,yyyy-mm-dd,mm/dd/yyyy,дд.мм.гггг,zz.ll.aaaa,дата".split(",")
)


def upper_rows(rows: Sequence[Cells], place: int) -> int:
    """How many of the rows right above this header row belong to it."""
    below = rows[place + 1 : place + 1 + BODY_ROWS]
    count = 0
    while count < MOST_UPPER_ROWS and place > count and _belongs_above(rows[place - count - 1], rows[place - count], below):
        count += 1
    return count


def last_row(rows: Sequence[Cells], place: int) -> int:
    """The place of the last row of the header of which this is one row."""
    last = min(place + MOST_UPPER_ROWS, len(rows) - 1)
    while place < last and _belongs_above(rows[place], rows[place + 1], rows[place + 2 : place + 2 + BODY_ROWS]):
        place += 1
    return place


def joined(rows: Sequence[Cells]) -> tuple[str | None, ...]:
    """One header per column: the texts above each other, a merged cell's text over all the columns that it covers."""
    width = len(rows[-1])
    spread = [list(rows[-1])]
    starts: set[int] = set()
    whole: list[list[str | None]] = []
    for place, upper in enumerate(rows[:-1]):
        starts |= {column for column in range(width) if text_of(upper[column])}
        below = rows[place + 1 :]
        whole.append(_spread(upper, [any(text_of(row[column]) for row in below) for column in range(width)], starts))
    return tuple(_one_text([row[column] for row in whole + spread]) for column in range(width))


def is_numbering(cells: Cells, below: Sequence[Cells]) -> bool:
    """Whether the row under a header only numbers the columns, 1, 2, 3 or A, B, 1, 2, as accounting forms do; no data look like it."""
    texts = texts_of(cells)
    digits = [text for text in texts if text.isdigit()]
    letters = texts[: len(texts) - len(digits)]
    if len(texts) < LEAST_NUMBERED or not digits or not all(len(text) == 1 and text.isalpha() for text in letters):
        return False
    if [int(text) for text in texts[len(letters) :] if text.isdigit()] != list(range(1, len(digits) + 1)):
        return False
    return any(not (text_of(cell) or "0").isdigit() for row in below for place, cell in enumerate(row) if text_of(cells[place]))


def _belongs_above(upper: Cells, lower: Cells, below: Sequence[Cells]) -> bool:
    """Whether two rows one above the other are one header. below: the rows under them, which have to look like data."""
    above, heading = texts_of(upper), texts_of(lower)
    if not above or not heading or same(upper, lower) or any(is_typed(text) for text in heading):
        return False
    if any(is_typed(text) and not is_year(text) for text in above):
        return False
    typed = {place for place in range(len(lower)) if _is_mostly_typed([row[place] for row in below])}
    if not typed:
        return False
    if all(_is_unit(text) for text in heading):
        return all(text_of(upper[place]) for place, cell in enumerate(lower) if text_of(cell)) and not all(map(_is_unit, above))
    if 2 * _known(heading) < len(heading) and not any(text_of(lower[place]) for place in typed):
        return False
    if len(set(map(str.casefold, heading))) < len(heading) and _tells_apart(upper, lower):
        return True
    alone = [place for place, cell in enumerate(upper) if text_of(cell) and not text_of(lower[place])]
    under = [place for place, cell in enumerate(lower) if text_of(cell) and not text_of(upper[place])]
    if alone and under and any(text_of(row[place]) for row in below for place in alone):
        return len(above) > 1 or not text_of(upper[0])
    if len(above) == 1:  # a title, or the name of a group of columns of which nobody can say where it ends
        return False
    has_groups = bool(under) or len(set(map(str.casefold, above))) < len(above)
    return has_groups and 2 * _known(above) > len(above)


def _tells_apart(upper: Cells, lower: Cells) -> bool:
    """Whether columns of one name get different names by what stands above them."""
    names = [name.casefold() for name in joined([upper, lower]) if name]
    return len(set(names)) == len(names)


def _spread(upper: Cells, has_text_below: Sequence[bool], starts: set[int]) -> list[str | None]:
    """The upper cells, each written over the empty ones to its right, up to the next cell of this row or of one above it."""
    spread = [text_of(cell) for cell in upper]
    for place in range(1, len(spread)):
        if place not in starts and has_text_below[place] and has_text_below[place - 1]:
            spread[place] = spread[place - 1]
    return spread


def _one_text(parts: Sequence[str | None]) -> str | None:
    """The parts one behind the other, without those that the next one says again."""
    said = [text for part in parts if (text := text_of(part))]
    kept = [text for place, text in enumerate(said) if not any(later.casefold().startswith(text.casefold()) for later in said[place + 1 :])]
    return " ".join(kept) or None


def _known(texts: Sequence[str]) -> int:
    return sum(bool(meanings(text)) or is_year(text) for text in texts)


def _is_mostly_typed(cells: Sequence[str | None]) -> bool:
    texts = texts_of(cells)
    return bool(texts) and 2 * sum(is_typed(text) for text in texts) > len(texts)


def _is_unit(text: str) -> bool:
    word = plain(text).strip("()., :")
    return word in CURRENCIES or word in _UNITS or f"{word}." in CURRENCIES
