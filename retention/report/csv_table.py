"""A table as CSV that a spreadsheet opens as text, never as formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# A cell that begins like this would be run as a formula by a spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\x00")


def csv_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table as UTF-8 with a byte-order mark, so that Excel shows every letter; texts that look like formulas are disarmed."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([disarmed(header) for header in headers])
    writer.writerows([[disarmed(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def disarmed(cell: object) -> object:
    """The cell as it may stand in a spreadsheet: numbers stay numbers, a text that begins like a formula gets a quote before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
