"""How far a sheet reaches, counted from its raw XML piece by piece: enough to know what a parser would have to hold."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from retention.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_USED_RANGE, SHEET_COLUMNS, SHEET_ROWS
from retention.ingest.recognise import damaged
from retention.sentence import Refusal, sentence


@dataclass
class Survey:
    """What one sheet holds: cells of any kind, the lowest row and rightmost column with something in it, and formulas whose result was not saved."""

    file: str
    sheet: str
    cells: int = 0
    rows: int = 0
    columns: int = 0
    has_values: bool = False
    unsaved_formulas: int = 0

    def reach(self, rows: int, columns: int) -> None:
        """Nothing comes back: the sheet is known to reach at least this far. Refuses what no parser should be given."""
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        if self.cells > MAX_CELLS:
            raise Refusal(
                sentence(
                    "Sheet {sheet} of {file} holds more than {limit} cells; save it as CSV and try again",
                    sheet=self.sheet,
                    file=self.file,
                    limit=MAX_CELLS,
                )
            )
        if self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_USED_RANGE:
            raise Refusal(
                sentence(
                    "Sheet {sheet} of {file} reaches to row {row} and column {column}, too far to read;"
                    " delete whatever stands below and to the right of the table and try again",
                    sheet=self.sheet,
                    file=self.file,
                    row=self.rows,
                    column=self.columns,
                )
            )


class XlsxSurvey:
    """Counts a worksheet part of xlsx. Most pieces are settled by a few byte searches; only those that reach further than known are read cell by cell."""

    def __init__(self, file: str, sheet: str, prefix: bytes) -> None:
        mark = prefix + b":" if prefix else b""
        self.survey = Survey(file, sheet)
        self.openings = (b"<%sc " % mark, b"<%sc>" % mark)
        self.row_end = b"</%srow>" % mark
        self._value = re.compile(rb"<%s(?:v>[^<]|is\b)" % mark)
        # The bounded [^<>] keep a crafted tag of a megabyte from costing the square of its length.
        self._filled = re.compile(
            rb"<%sc\s[^<>]{0,400}?\br=[\"']([A-Za-z]+)(\d+)[\"'][^<>]{0,400}(?<!/)>\s*<%s(?:v[^<>]{0,40}>[^<]|is|f)" % (mark, mark)
        )
        self._row = re.compile(rb"<%srow\s[^<>]{0,400}?\br=[\"'](\d+)" % mark)
        self._formula = b"<%sf" % mark
        # A cell of type "str" may well have an empty text as its result; only other types without a value are unsaved.
        self._unsaved = re.compile(
            rb"<%sc(?![^<>]{0,400}\bt=\"str\")(?:\s[^<>]{0,400})?>\s*<%sf(?:\s[^<>]{0,400})?(?:/>|>[^<]*</%sf>)"
            rb"\s*(?:<%sv\s*/>|<%sv></%sv>)?\s*</%sc>" % ((mark,) * 7)
        )
        self._beyond = _beyond(0)
        self._rows_passed = 0
        self._cells_in_open_row = 0

    def add(self, piece: bytes) -> None:
        """Nothing comes back: the piece is counted. It must not end between a cell's tag and its value."""
        opened = sum(piece.count(opening) for opening in self.openings)
        self.survey.cells += opened
        self.survey.has_values = self.survey.has_values or self._value.search(piece) is not None
        if self._formula in piece:
            self.survey.unsaved_formulas += len(self._unsaved.findall(piece))
        reference = self.openings[0] + b'r="'
        if opened and piece.count(reference) != opened:
            self._count_by_position(piece)
        if self._beyond.search(piece):
            self._count_by_reference(piece)
        elif reference in piece:
            behind_letter = piece.rfind(reference) + len(reference) + 1
            digits = piece[behind_letter : behind_letter + 6].partition(b'"')[0]
            self.survey.reach(int(digits) if digits.isdigit() else 0, 0)

    def _count_by_reference(self, piece: bytes) -> None:
        found = self._filled.findall(piece)
        if not found:
            return
        columns = max(_column_number(letters) for letters in {letters for letters, _ in found})
        rows = max(int(digits[:9]) for _, digits in found)
        if columns > SHEET_COLUMNS or rows > SHEET_ROWS:
            raise damaged(self.survey.file)
        self.survey.reach(rows, columns)
        self._beyond = _beyond(self.survey.columns)

    def _count_by_position(self, piece: bytes) -> None:
        """Cells may leave out where they are: then each stands one to the right of the one before it."""
        counts = [sum(part.count(opening) for opening in self.openings) for part in piece.split(self.row_end)]
        counts[0] += self._cells_in_open_row
        self._cells_in_open_row = counts[-1]
        self._rows_passed += len(counts) - 1
        named = [int(digits[:9]) for digits in self._row.findall(piece)]
        self.survey.reach(max(self._rows_passed, *named, 0), max(counts))


def _beyond(columns: int) -> re.Pattern[bytes]:
    """Finds a reference further right than so many columns, further down than row 99,999, or written unusually."""
    further = b"[%c-Za-z]" % (ord("A") + columns) if columns < 26 else b"[A-Za-z]"
    return re.compile(rb"\sr=(?:\"(?:%s|[A-Z]{2}|[A-Z]\d{6})|')" % further)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - ord("A") + 1
    return number


class OdsSurvey:
    """Counts the sheets of an OpenDocument content part row by row: a row and a cell may say that they are repeated a million times."""

    openings = (b"<table:table-row",)
    row_end = b"</table:table-row>"
    _table = re.compile(rb"<table:table\s[^<>]{0,2000}?\btable:name=\"([^\"<>]*)\"")
    _row = re.compile(rb"<table:table-row(?:\s[^<>]{0,400})?>")
    _cell = re.compile(rb"<table:(?:covered-)?table-cell(?:\s[^<>]{0,4000})?>")
    _rows_repeated = re.compile(rb"number-rows-repeated=\"(\d{1,9})")
    _columns_repeated = re.compile(rb"number-columns-repeated=\"(\d{1,9})")

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows_passed = 0
        self.surveys: list[Survey] = []

    def add(self, piece: bytes) -> None:
        """Nothing comes back: the piece is counted. It must not end inside a row."""
        for part in piece.split(self.row_end):
            if name := self._table.search(part):
                self.surveys.append(Survey(self._file, html.unescape(name[1].decode("utf-8", "replace"))))
                self._rows_passed = 0
            repeats = [_repeated(self._rows_repeated, tag) for tag in self._row.findall(part)]
            self._rows_passed += sum(repeats)
            last = max(part.rfind(b" office:value-type="), part.rfind(b" table:formula="))
            if last != -1 and repeats and self.surveys:
                self._count(part[: part.find(b">", last) + 1], repeats[-1])

    def _count(self, filled: bytes, repeated: int) -> None:
        survey = self.surveys[-1]
        if b"columns-repeated" in filled:
            cells = [(_repeated(self._columns_repeated, tag), b"office:value-type=" in tag) for tag in self._cell.findall(filled)]
            width, count = sum(times for times, _ in cells), sum(times for times, has_value in cells if has_value)
        else:
            width = filled.count(b"<table:table-cell") + filled.count(b"<table:covered-table-cell")
            count = filled.count(b" office:value-type=")
        survey.cells += count * repeated
        survey.has_values = True
        survey.reach(self._rows_passed, width)


def _repeated(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else 1
