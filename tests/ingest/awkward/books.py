"""Workbooks for awkward cases, as a spreadsheet program writes them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

Value = str | float | None


def book(sheets: Mapping[str, Sequence[Sequence[Value]]], merged: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """A workbook with these sheets of rows. merged: first row, first column, last row, last column of cells merged on the first sheet."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        for number, (name, rows) in enumerate(sheets.items()):
            sheet = workbook.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    sheet.write(row, column, value)
            for area in () if number else merged:
                sheet.merge_range(*area, rows[area[0]][area[1]])
    return content.getvalue()
