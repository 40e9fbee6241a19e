"""The columns that can be read in two ways, which nothing in the file settles: what a person is asked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from retention.ingest.columns.profile import Column
from retention.ingest.meanings.table import Table
from retention.ingest.reading import Doubt
from retention.ingest.values.numbers import Mark

_PARTS = re.compile(r"([0-9]{1,2})\s*([./-])\s*([0-9]{1,2})\s*[./-]\s*'?([0-9]{4}|[0-9]{2})")
_COMPACT = re.compile("([0-9]{2})()([0-9]{2})([0-9]{4})")
CENTURY_FROM = 69  # 69 is 1969, 68 is 2068, as everywhere


def doubts_of(table: Table) -> tuple[Doubt, ...]:
    """The doubts about the columns that are used, each with a cell as it stands and both of its readings, the one that was used first."""
    found = []
    used = {column.position for columns in table.fields.values() for column in columns}
    for column in table.columns:
        if column.position in used & table.unsettled:
            found.append(_about_days(table, column) if column.position in table.days else _about_numbers(table, column))
    return tuple(doubt for doubt in found if doubt)


def _about_days(table: Table, column: Column) -> Doubt | None:
    example = column.days.doubtful or next(iter(column.values), "")
    parts = _PARTS.search(example) or _COMPACT.fullmatch(example)
    if parts is None:
        return None
    way, separator = table.days[column.position], parts[2]
    patterns = [pattern for pattern in (way.pattern, *way.others) if re.fullmatch(f"%[dm]{re.escape(separator)}%[dm].*", pattern)]
    year = int(parts[4])
    if year < 100:
        year += 1900 if year >= CENTURY_FROM else 2000
    month_first = bool(patterns) and patterns[0].startswith("%m")
    readings = []
    for order in (("%m", "%d") if month_first else ("%d", "%m"), ("%d", "%m") if month_first else ("%m", "%d")):
        said = dict(zip(order, (int(parts[1]), int(parts[3])), strict=True))
        try:
            day = date(year, said["%m"], said["%d"])
        except ValueError:
            return None
        readings.append((separator.join((*order, "%Y" if len(parts[4]) == 4 else "%y")), day.isoformat()))
    if readings[0][1] == readings[1][1]:
        return None
    return Doubt(table.raw.file, table.raw.sheet, column.header, "date", example, tuple(readings))


def _about_numbers(table: Table, column: Column) -> Doubt | None:
    example = column.marks.example
    digits = re.search(r"[0-9]{1,3}[.,][0-9]{3}", example or "")
    if example is None or digits is None:
        return None
    used = table.marks[column.position]
    other: Mark = "." if used == "," else ","
    readings = tuple((mark, str(_with_mark(digits[0], mark))) for mark in (used, other))
    return Doubt(table.raw.file, table.raw.sheet, column.header, "decimal", example, readings)


def _with_mark(digits: str, mark: str) -> Decimal:
    return Decimal(digits.replace("," if mark == "." else ".", "").replace(",", "."))
