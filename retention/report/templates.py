"""Blank tables to fill in by hand: one sheet with headers and two example rows, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from retention.report.template_columns import COLUMNS, SHEETS, Cell, TemplateColumn

KINDS = tuple(SHEETS)
LEAST_WIDTH, MARGIN = 14, 3  # in characters
DAYS = {"en": "yyyy-mm-dd", "ru": "dd.mm.yyyy", "ro": "dd.mm.yyyy"}
MONEY_FIELDS = frozenset({"amount", "cost"})
MADE = datetime(2026, 1, 1)  # the same template is the same file, whenever it is made


def template(kind: str, language: str) -> bytes:
    """The template as a workbook. Kinds: see KINDS. The example rows are marked by their colour and the word for "example" in them.

    Filled in, it is read like any file: its headers are those that the reading knows. Texts never turn into formulas or links.
    """
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet(SHEETS[kind][language])
        sheet.freeze_panes(1, 0)
        heading = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True, "valign": "top"})
        for place, column in enumerate(COLUMNS[kind]):
            number_format = {"num_format": _number_format(column, language)}
            example = book.add_format({**number_format, "italic": True, "font_color": "#7F7F7F", "bg_color": "#F7F7F7"})
            cells = [_in_language(cell, language) for cell in column.examples]
            width = max(LEAST_WIDTH, *(len(str(text)) + MARGIN for text in (column.headers[language], *cells)))
            sheet.set_column(place, place, width, book.add_format(number_format))
            sheet.write_string(0, place, column.headers[language], heading)
            for row, cell in enumerate(cells, start=1):
                sheet.write(row, place, cell, example)
    return made.getvalue()


def _in_language(cell: Cell, language: str) -> date | float | str | None:
    return cell[language] if isinstance(cell, Mapping) else cell


def _number_format(column: TemplateColumn, language: str) -> str:
    """Days as this language writes them, money with two decimals; ids and other texts stay as they are typed, leading zeros and all."""
    example = column.examples[0]
    if isinstance(example, date):
        return DAYS[language]
    if isinstance(example, int | float):
        return "#,##0.00" if column.field in MONEY_FIELDS else "0"
    return "@"
