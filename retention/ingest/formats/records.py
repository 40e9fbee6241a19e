"""The records of a text file one by one, also where its quotes or delimiters are broken: a broken record costs no other one."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from retention.ingest.formats.dialect import BLANKS, Dialect
from retention.ingest.formats.loose_blanks import put_together

LONGEST_RECORD_LINES = 500  # no cell holds that many lines; a quote that was never closed does


@dataclass(frozen=True)
class Record:
    """line: where it starts, counted from 1. has_stray_quote: a quote was never closed and counts as a character.

    is_rejoined: a comma with a blank after it, or a blank, had torn a cell in two.
    """

    line: int
    cells: list[str]
    has_stray_quote: bool = False
    is_rejoined: bool = False


def records(lines: Iterator[str], dialect: Dialect) -> Iterator[Record]:
    """Every record, whatever its quotes do: one that swallows its neighbours is read again without them."""
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
            is_rejoined = False
            if is_stray := len(held) > 1 and _is_stray(cells, held, dialect):
                waiting.extendleft(reversed(held[1:]))
                del held[1:]
                cells = _leniently(held[0], dialect) or dialect.literal(held[0])
            elif len(cells) not in (0, dialect.width) and len(held) == 1 and (whole := _leniently(held[0], dialect)):
                cells, is_stray = whole, True
            elif len(cells) > dialect.width and dialect.loose is not None:
                cells, is_rejoined = put_together(cells, dialect.width, dialect.loose), True
            elif len(cells) > dialect.width and (whole := _rejoined(held[0], dialect)):
                cells, is_rejoined = whole, True
            yield Record(number, cells, is_stray, is_rejoined)
            number += len(held)
            held.clear()


def _is_stray(cells: list[str], held: list[str], dialect: Dialect) -> bool:
    """Whether a record of several lines is the work of a quote without a partner."""
    if dialect.is_wrapped:
        return False
    text = "".join(held)
    quotes = text.count(dialect.quote) - (text.count('\\"') if dialect.has_backslashes else 0)
    return quotes % 2 == 1 or (len(cells) != dialect.width and len(dialect.literal(held[0])) == dialect.width)


def _leniently(line: str, dialect: Dialect) -> list[str] | None:
    """The cells of a line whose quotes end only before a separator or the line's end, if there are as many as elsewhere."""
    if dialect.quote not in line or dialect.is_wrapped or dialect.delimiter in (None, BLANKS) or dialect.is_long:
        return None
    end, quote = re.escape(dialect.delimiter or ""), re.escape(dialect.quote)
    text = line.rstrip("\r\n")
    found = list(re.finditer(rf"(?:^|{end})(?: *{quote}(.*?){quote} *(?={end}|$)|([^{end}]*))", text))
    if len(found) != dialect.width or sum(len(cell[0]) for cell in found) != len(text):
        return None
    return [cell[2] if cell[1] is None else cell[1].replace(2 * dialect.quote, dialect.quote) for cell in found]


def _rejoined(line: str, dialect: Dialect) -> list[str] | None:
    """The cells of a line with too many, where the commas that have a blank behind them explain every one too many."""
    if dialect.quote in line or dialect.is_long or dialect.is_wrapped:
        return None
    whole: list[str] = []
    for cell in dialect.literal(line):
        if cell.startswith(" ") and whole:
            whole[-1] += f"{dialect.delimiter}{cell}"
        else:
            whole.append(cell)
    return whole if len(whole) == dialect.width else None
