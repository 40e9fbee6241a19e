"""How a text file separates its cells, found by trying every usual way on its beginning."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO

from retention.ingest.formats.loose_blanks import loose_column

USUAL = (",", ";", "\t", "|")
UNUSUAL = ("^", "~", "¦", "\x1f", "\x01", "#", "::", ":")
DOUBLED = ("||", "::")
BLANKS = " "  # stands for runs of blanks
WIDE_BLANKS = "  "  # stands for runs of two blanks or more
DOUBLED_QUOTE = re.compile(r'[^,;\t|\r\n]""[^,;\t|\r\n]')
TOLD = re.compile(r"\ufeff?\"?sep=(.)\"?\s", re.IGNORECASE)
DECIMAL_COMMA = re.compile(r"(?<=\d),\d{1,2}(?!\d)")
UNIT = "\x1f"  # what Python's reader is given in place of a separator of several characters
SAMPLE_RECORDS = 500
CONSISTENT = 0.6
CLEAR = 0.9
CLOCK = re.compile(r"\d:\d\d|://")
WRAPPED = 0.2  # of the cells in single quotes are enough to take these for quotes


@dataclass(frozen=True)
class Dialect:
    """delimiter: one character or two; a blank stands for runs of blanks; None = one column. width: cells in most records.

    quote: what encloses cells with a delimiter in them. has_backslashes: a quote inside quotes is written \\" instead of "".
    is_wrapped: whole lines stand in quotes, and the cells inside. loose: the column whose blanks are not in quotes.
    """

    delimiter: str | None
    width: int = 0
    quote: str = '"'
    has_backslashes: bool = False
    is_wrapped: bool = False
    loose: int | None = None

    def records(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The cells of each record; blank lines give an empty list."""
        if self.is_wrapped:
            inner = replace(self, is_wrapped=False)
            for cells in csv.reader(lines):
                yield [cell for line in cells[:1] for inside in inner.records([line]) for cell in inside]
            return
        if self.delimiter == BLANKS and self.loose is None:
            lines = (line.strip(" \r\n") + "\n" for line in lines)
        if self.is_long:
            for cells in self._reader(map(self._with_units, lines)):
                yield [cell.replace(UNIT, self.delimiter or "") for cell in cells]
            return
        yield from self._reader(lines)

    def literal(self, line: str) -> list[str]:
        """The cells of one line with its quotes taken for plain characters."""
        if self.is_long:
            return self._with_units(line).rstrip("\r\n").split(UNIT)
        is_blank = self.delimiter == BLANKS
        return next(csv.reader([line], delimiter=self.delimiter or "\0", skipinitialspace=is_blank, quoting=csv.QUOTE_NONE), [])

    @property
    def is_long(self) -> bool:
        """Whether the delimiter has several characters."""
        return self.delimiter is not None and len(self.delimiter) > 1

    @property
    def is_plain(self) -> bool:
        """Whether the engine's own reader knows such files."""
        return (
            self.delimiter not in (None, BLANKS, WIDE_BLANKS, UNIT)
            and self.quote == '"'
            and not (self.has_backslashes or self.is_wrapped or self.is_long)
        )

    def _with_units(self, line: str) -> str:
        if self.delimiter == WIDE_BLANKS:
            return re.sub(" {2,}", UNIT, line.strip(" \r\n")) + "\n"
        return line.replace(self.delimiter or UNIT, UNIT)

    def _reader(self, lines: Iterable[str]) -> Iterator[list[str]]:
        return csv.reader(
            lines,
            delimiter=UNIT if self.is_long else self.delimiter or "\0",
            quotechar=self.quote,
            skipinitialspace=self.loose is None,
            escapechar="\\" if self.has_backslashes else None,
            doublequote=not self.has_backslashes,
        )


def find_dialect(sample: str) -> Dialect:
    """The dialect of a file that begins with this text, cut at a line's end.

    The delimiter wins that gives most records the same number of cells and leaves no other delimiter standing inside them.
    Rare delimiters and runs of blanks count only where nothing else is consistent.
    """
    has_backslashes = '\\"' in sample and not DOUBLED_QUOTE.search(sample.replace('\\"', ""))
    told = TOLD.match(sample)
    usual = [Dialect(delimiter, has_backslashes=has_backslashes) for delimiter in USUAL]
    if told and told[1] in (*USUAL, *UNUSUAL):
        usual = [Dialect(told[1], has_backslashes=has_backslashes)]
    score, dialect = _best(usual, sample)
    if not score and (wrapped := _wrapped(sample)):
        return wrapped
    is_number = dialect.delimiter == "," and 0 < sample.count(",") == len(DECIMAL_COMMA.findall(sample))
    if (score < CONSISTENT or is_number) and not (told and score):
        better, other = _best(_unusual(sample, [] if is_number else usual), sample)
        if better >= (CLEAR if is_number else CONSISTENT):
            return _doubled(other, sample) or (_loose(sample) if other.delimiter == BLANKS else None) or other
    if is_number and "," not in sample.lstrip().partition("\n")[0]:
        return Dialect(None, 1)
    if score >= CONSISTENT:
        return _doubled(dialect, sample) or _in_single_quotes(dialect, sample) or dialect
    return _loose(sample) or (dialect if score >= CONSISTENT / 2 else Dialect(None, 1, has_backslashes=has_backslashes))


def _unusual(sample: str, usual: list[Dialect]) -> list[Dialect]:
    """Every other way: the usual separators with single quotes, rare ones, runs of blanks."""
    is_clock = 2 * len(CLOCK.findall(sample)) >= sample.count(":")
    rare = [Dialect(delimiter) for delimiter in UNUSUAL if not (is_clock and delimiter in (":", "::"))]
    return [*(replace(one, quote="'") for one in usual), *rare, Dialect(WIDE_BLANKS), Dialect(BLANKS)]


def _doubled(dialect: Dialect, sample: str) -> Dialect | None:
    """The dialect with the separator doubled, where it never stands alone."""
    twice = 2 * (dialect.delimiter or "")
    if twice not in DOUBLED or 2 * sample.count(twice) != sample.count(twice[0]):
        return None
    return _tried(replace(dialect, delimiter=twice), sample)[1]


def _best(dialects: Iterable[Dialect], sample: str) -> tuple[float, Dialect]:
    return max((_tried(one, sample) for one in dialects), key=lambda one: one[0])


def _tried(dialect: Dialect, sample: str) -> tuple[float, Dialect]:
    records = _first_records(dialect, sample)
    widths = Counter(len(cells) for cells in records if len(cells) > 1)
    if not widths:
        return 0.0, dialect
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    cells = [cell for record in records if len(record) == width for cell in record if cell]
    torn = sum(_is_torn(cell, dialect.delimiter) for cell in cells) / max(1, len(cells))
    # A hair's breadth for more columns settles a draw.
    return count / len(records) * (1 - torn) + width / 1e6, replace(dialect, width=width)


def _first_records(dialect: Dialect, sample: str) -> list[list[str]]:
    records = []
    for cells in dialect.records(StringIO(sample, newline="")):
        if any(cell.strip() for cell in cells):
            records.append(cells)
        if len(records) == SAMPLE_RECORDS:
            break
    return records


def _is_torn(cell: str, delimiter: str | None) -> bool:
    """Whether another delimiter stands inside the cell and it is no number with a decimal comma."""
    others = [other for other in (*USUAL, "^", "~", "¦", WIDE_BLANKS) if other != delimiter and other in cell.strip()]
    return bool(others) and not (others == [","] and (cell.count(",") == 1 or ", " in cell))


def _in_single_quotes(dialect: Dialect, sample: str) -> Dialect | None:
    """The same dialect with single quotes, where cells stand in them, or fall apart without them."""
    if f"{dialect.delimiter}'" not in sample and not sample.startswith("'"):
        return None
    cells = [cell for record in _first_records(dialect, sample) for cell in record if cell]
    quoted = sum(len(cell) > 1 and cell[0] == cell[-1] == "'" for cell in cells)
    score, other = _tried(replace(dialect, quote="'"), sample)
    return other if score >= CONSISTENT and (quoted >= WRAPPED * len(cells) or score > _tried(dialect, sample)[0]) else None


def _wrapped(sample: str) -> Dialect | None:
    """The dialect inside the lines, where each of them stands in quotes as a whole."""
    lines = [cells for cells in csv.reader(StringIO(sample, newline="")) if any(cells)]
    if not lines or any(len(cells) > 1 for cells in lines) or sample.count('"') < 2 * len(lines):
        return None
    score, dialect = _best([Dialect(delimiter) for delimiter in USUAL], "\n".join(cells[0] for cells in lines))
    return replace(dialect, is_wrapped=True) if score >= CONSISTENT else None


def _loose(sample: str) -> Dialect | None:
    """Single blanks between the cells, and inside those of one column too; None where runs of blanks keep the cells in line."""
    lines = sample.splitlines()
    if 2 * sum("  " in line.strip() for line in lines) > len(lines):
        return None
    dialect = Dialect(BLANKS, loose=-1)
    records = _first_records(dialect, sample)
    loose = loose_column(records)
    return None if loose is None else replace(dialect, width=len(records[0]), loose=loose)
