"""How a text file separates its cells, found by trying every usual way on its beginning."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO

DELIMITERS = (",", ";", "\t", "|")
BLANKS = " "
DOUBLED_QUOTE = re.compile(r'[^,;\t|\r\n]""[^,;\t|\r\n]')
SAMPLE_RECORDS = 500
CONSISTENT = 0.6


@dataclass(frozen=True)
class Dialect:
    """delimiter: one character; a blank stands for runs of blanks; None = one column. width: cells in most records.

    quote: what encloses cells with a delimiter in them. has_backslashes: a quote inside quotes is written \\" instead of "".
    """

    delimiter: str | None
    width: int = 0
    quote: str = '"'
    has_backslashes: bool = False

    def records(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The cells of each record; blank lines give an empty list."""
        if self.delimiter == BLANKS:
            lines = (line.strip(" \r\n") + "\n" for line in lines)
        return csv.reader(
            lines,
            delimiter=self.delimiter or "\0",
            quotechar=self.quote,
            skipinitialspace=True,
            escapechar="\\" if self.has_backslashes else None,
            doublequote=not self.has_backslashes,
        )

    def literal(self, line: str) -> list[str]:
        """The cells of one line with its quotes taken for plain characters."""
        is_blank = self.delimiter == BLANKS
        return next(csv.reader([line], delimiter=self.delimiter or "\0", skipinitialspace=is_blank, quoting=csv.QUOTE_NONE), [])


def find_dialect(sample: str) -> Dialect:
    """The dialect of a file that begins with this text, cut at a line's end.

    The delimiter wins that gives most records the same number of cells and leaves no other delimiter standing inside them.
    Runs of blanks count only where nothing else is consistent.
    """
    has_backslashes = '\\"' in sample and not DOUBLED_QUOTE.search(sample.replace('\\"', ""))
    usual = [Dialect(delimiter, has_backslashes=has_backslashes) for delimiter in DELIMITERS]
    score, dialect = max((_tried(one, sample) for one in usual), key=lambda one: one[0])
    if score < CONSISTENT:
        unusual = [*(replace(one, quote="'") for one in usual), Dialect(BLANKS)]
        better, other = max((_tried(one, sample) for one in unusual), key=lambda one: one[0])
        if better >= CONSISTENT:
            return other
    return dialect if score >= CONSISTENT / 2 else Dialect(None, 1, has_backslashes=has_backslashes)


def _tried(dialect: Dialect, sample: str) -> tuple[float, Dialect]:
    records = []
    for cells in dialect.records(StringIO(sample, newline="")):
        if any(cell.strip() for cell in cells):
            records.append(cells)
        if len(records) == SAMPLE_RECORDS:
            break
    widths = Counter(len(cells) for cells in records if len(cells) > 1)
    if not widths:
        return 0.0, dialect
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    cells = [cell for record in records if len(record) == width for cell in record if cell]
    torn = sum(_is_torn(cell, dialect.delimiter) for cell in cells) / max(1, len(cells))
    # A hair's breadth for more columns settles a draw.
    return count / len(records) * (1 - torn) + width / 1e6, replace(dialect, width=width)


def _is_torn(cell: str, delimiter: str | None) -> bool:
    """Whether another delimiter stands inside the cell and it is no number with a decimal comma."""
    others = [other for other in DELIMITERS if other != delimiter and other in cell]
    return bool(others) and not (others == [","] and (cell.count(",") == 1 or ", " in cell))
