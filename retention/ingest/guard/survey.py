"""How far a sheet reaches, counted from its raw XML piece by piece: enough to know what a parser would have to hold."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from retention.ingest.guard.limits import MAX_CELLS, MAX_COLUMNS, MAX_USED_RANGE, SHEET_COLUMNS, SHEET_ROWS
from retention.ingest.guard.recognise import damaged, shown
from retention.sentence import Refusal, sentence

COUNTED_FROM_BYTES = MAX_CELLS * len("<c />")  # a sheet of fewer bytes cannot hold too many cells


@dataclass
class Survey:
    """What one sheet holds: how many cells, how far down and to the right something stands, and formulas without a saved result.

    The cells of an xlsx sheet are counted only where there may be too many of them.
    """

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
                    sheet=shown(self.sheet),
                    file=self.file,
                    limit=MAX_CELLS,
                )
            )
        if self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_USED_RANGE:
            raise Refusal(
                sentence(
                    "Sheet {sheet} of {file} reaches to row {row} and column {column}, too far to read;"
                    " delete whatever stands below and to the right of the table and try again",
                    sheet=shown(self.sheet),
                    file=self.file,
                    row=self.rows,
                    column=self.columns,
                )
            )


class XlsxSurvey:
    """Counts a worksheet part of xlsx: a few quick searches settle most pieces, only those that may reach further are read by cell."""

    def __init__(self, file: str, sheet: str, prefix: bytes, part_bytes: int) -> None:
        mark = prefix + b":" if prefix else b""
        self.survey = Survey(file, sheet)
        self.openings = (b"<%sc " % mark, b"<%sc>" % mark)
        self.row_end = b"</%srow>" % mark
        self._mark = mark
        self._is_counted = part_bytes >= COUNTED_FROM_BYTES
        self._value_ends = (b"</%sv>" % mark, b"</%sis>" % mark)
        self._value = re.compile(rb"<%s(?:v>[^<]|is\b)" % mark)
        # The bounded [^<>] keep a crafted tag of a megabyte from costing the square of its length.
        self._filled = re.compile(
            rb"<%sc\s[^<>]{0,400}?\br=[\"']([A-Za-z]+)(\d+)[\"'][^<>]{0,400}(?<!/)>\s*<%s(?:v[^<>]{0,40}>[^<]|is|f)" % (mark, mark)
        )
        self._row = re.compile(rb"<%srow\s[^<>]{0,400}?\br=[\"'](\d+)" % mark)
        # A cell of type "str" may well have an empty text as its result; other types without a value were not saved.
        self._unsaved = re.compile(
            rb"<%sc(?![^<>]{0,400}\bt=\"str\")(?:\s[^<>]{0,400})?>\s*<%sf(?:\s[^<>]{0,400})?(?:/>|>[^<]*</%sf>)"
            rb"\s*(?:<%sv\s*/>|<%sv></%sv>)?\s*</%sc>" % ((mark,) * 7)
        )
        self._further = _further_than(mark, 0)
        self._rows_passed = 0
        self._cells_in_open_row = 0

    def add(self, piece: bytes) -> None:
        """Nothing comes back: the piece is counted. It must not end between a cell's tag and its value."""
        if self._is_counted:
            self.survey.cells += piece.count(self.openings[0])
        self.survey.has_values = self.survey.has_values or self._value.search(piece) is not None
        if b"f" in piece and b"<%sf" % self._mark in piece:  # the letter alone is rare among numbers, and found faster
            self.survey.unsaved_formulas += len(self._unsaved.findall(piece))
        if self._further.search(piece) is None:
            self._count_last_row(piece)
        else:
            self._count_by_reference(piece)
            self._count_by_position(piece)

    def _count_last_row(self, piece: bytes) -> None:
        """All cells of this piece are plainly placed in known columns: the last one with a value tells how far down it goes."""
        value = max(piece.rfind(self._value_ends[0]), 0) or max(piece.rfind(self._value_ends[1]), 0)
        last = piece.rfind(self.openings[0], 0, value)
        place = re.search(rb'"[A-Z]+(\d+)"', piece[last : last + 60]) if last != -1 else None
        self.survey.reach(int(place[1]) if place else 0, 0)

    def _count_by_reference(self, piece: bytes) -> None:
        found = self._filled.findall(piece)
        if not found:
            return
        columns = max(_column_number(letters) for letters in {letters for letters, _ in found})
        rows = max(int(digits[:9]) for _, digits in found)
        if columns > SHEET_COLUMNS or rows > SHEET_ROWS:
            raise damaged(self.survey.file)
        self.survey.reach(rows, columns)
        self._further = _further_than(self._mark, self.survey.columns)

    def _count_by_position(self, piece: bytes) -> None:
        """Cells may leave out where they are: then each stands one to the right of the one before it."""
        if piece.count(self.openings[0] + b'r="') == piece.count(self.openings[0]) and self.openings[1] not in piece:
            return
        parts = piece.split(self.row_end)
        counts = [sum(part.count(opening) for opening in self.openings) for part in parts]
        counts[0] += self._cells_in_open_row
        self._cells_in_open_row = counts[-1]
        self._rows_passed += len(parts) - 1
        self.survey.cells += piece.count(self.openings[1])
        named = [int(digits[:9]) for digits in self._row.findall(piece)]
        self.survey.reach(max(self._rows_passed, *named, 0), max(counts))


def _further_than(mark: bytes, columns: int) -> re.Pattern[bytes]:
    """Finds a cell that stands (roughly) right of so many columns or below row 999,999, or does not plainly say where it stands."""
    if columns == 0:
        near = b"(?!)"
    elif columns <= 26:
        near = b"[A-%c]" % (ord("A") + columns - 1)
    else:
        near = b"[A-%c]?[A-Z]" % (ord("A") + (columns - 1) // 26 - 1)
    return re.compile(rb'<%sc[ >](?!r="%s\d{1,6}")' % (mark, near))


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
            if b"<table:table " in part and (name := self._table.search(part)):
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
