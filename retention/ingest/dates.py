"""Days as people write them: which part is the day, the month and the year, decided over a whole column; all of it as SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

FIRST_DAY = "date '1990-01-01'"
LAST_DAY = "current_date + 366"

# A day's pattern may hold these only: it becomes part of a statement.
PATTERN = re.compile(r"(%[YymdbB]|[ ./,-])+")
TIMES = (" %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M", "T%H:%M:%S", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f")
MONTH_NAMES = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%b %d %Y", "%d.%b.%Y")

# Three parts of digits, the year at the end; the other three ways to begin leave no doubt about the order.
_PARTS = r"^([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})(\D.*)?$"
_ISO = r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(\D.*)?$"
_YEAR_FIRST = r"^[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}(\D.*)?$"
_COMPACT = "^(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$"
_MONTH = r"^[0-9]{4}-[0-9]{2}$"
_NAMED = r"^([0-9]{1,2}[ .-]\p{L}{3,}|\p{L}{3,}\.? [0-9]{1,2},?)[ .-][0-9]{2,4}(\D.*)?$"
_SERIAL = r"^[2-6][0-9]{4}(\.[0-9]+)?$"

# What a whole column says about its days: the aggregates of `DayEvidence`, over a column called `cell`.
EVIDENCE = f"""
    count(*) filter (regexp_matches(cell, '{_ISO}')) as iso,
    count(*) filter (regexp_matches(cell, '{_YEAR_FIRST}')) as year_first,
    count(*) filter (regexp_matches(cell, '{_COMPACT}')) as compact,
    count(*) filter (regexp_matches(cell, '{_MONTH}')) as months,
    count(*) filter (regexp_matches(cell, '{_NAMED}')) as named,
    count(*) filter (regexp_matches(cell, '{_SERIAL}')) as serials,
    count(*) filter (regexp_matches(cell, '{_PARTS}')) as parts,
    count(*) filter (try_cast(regexp_extract(cell, '{_PARTS}', 1) as integer) > 12) as first_above_12,
    count(*) filter (try_cast(regexp_extract(cell, '{_PARTS}', 3) as integer) > 12) as second_above_12,
    count(*) filter (length(regexp_extract(cell, '{_PARTS}', 4)) = 2) as short_years,
    count(*) filter (regexp_matches(cell, '^[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]+\\D')) as timed,
    mode(nullif(regexp_extract(cell, '{_PARTS}', 2), '')) as separator
"""

# The same two counts for a column too long to look at so closely, once its separator is known.
ORDER_EVIDENCE = {
    separator: f"""
    count(*) filter (length(split_part(cell, '{separator}', 1)) = 2 and split_part(cell, '{separator}', 1) > '12') as first_above_12,
    count(*) filter (length(split_part(cell, '{separator}', 2)) = 2 and split_part(cell, '{separator}', 2) > '12') as second_above_12
"""
    for separator in "./-"
}


@dataclass(frozen=True)
class DayEvidence:
    """How many cells of a column are written in which way; `parts` are those like 01/02/2024, whose order has to be settled."""

    iso: int = 0
    year_first: int = 0
    compact: int = 0
    months: int = 0
    named: int = 0
    serials: int = 0
    parts: int = 0
    first_above_12: int = 0
    second_above_12: int = 0
    short_years: int = 0
    timed: int = 0
    separator: str | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the order of the parts is beyond doubt."""
        return self.parts == 0 or self.first_above_12 != self.second_above_12

    @property
    def days(self) -> int:
        """How many cells can be days; bare numbers among them, so ask only of a column whose header says so."""
        return self.iso + self.year_first + self.named + self.parts + self.compact + self.serials + self.months


@dataclass(frozen=True)
class DayFormat:
    """How a column writes its days. pattern: the commonest way, as strptime says it. is_certain: no other reading fits."""

    pattern: str
    others: tuple[str, ...] = ()
    is_certain: bool = True
    is_timed: bool = False
    has_serials: bool = False
    is_month: bool = False

    @property
    def other_reading(self) -> str:
        """The same pattern with day and month changed about."""
        return self.pattern.translate(str.maketrans("dm", "md"))


def settle(evidence: DayEvidence, prefers_month_first: bool) -> DayFormat:
    """The format of a column of days: cells above 12 settle the order; where there are none, the preference, marked as not certain."""
    separator, year = evidence.separator or ".", "%y" if evidence.short_years * 2 > evidence.parts else "%Y"
    month_first = evidence.second_above_12 > evidence.first_above_12
    if not evidence.is_settled:
        month_first = prefers_month_first
    order = ("%m", "%d") if month_first else ("%d", "%m")
    ways = {
        "%Y-%m-%d": evidence.iso,
        separator.join((*order, year)): evidence.parts,
        "%Y/%m/%d": evidence.year_first,
        "%Y%m%d": evidence.compact,
        "%Y-%m": evidence.months,
        MONTH_NAMES[0]: evidence.named,
    }
    pattern = max(ways, key=lambda way: ways[way])
    # A day with its year first is read wherever it turns up, even far down the column.
    others = [way for way, cells in ways.items() if (cells or way == "%Y-%m-%d") and way != pattern]
    if 0 < evidence.short_years < evidence.parts:
        others.append(separator.join((*order, "%Y" if year == "%y" else "%y")))
    return DayFormat(
        pattern=pattern,
        others=tuple(others) + (MONTH_NAMES[1:] if evidence.named else ()),
        is_certain=evidence.is_settled,
        is_timed=evidence.timed * 2 > evidence.parts,
        has_serials=evidence.serials > 0,
        is_month=ways[pattern] > 0 and pattern == "%Y-%m",
    )


def given(pattern: str, found: DayFormat) -> DayFormat:
    """The found format with the pattern that a person chose in front of it, certain from now on."""
    others = tuple(other for other in (found.pattern, *found.others) if other != pattern and other != found.other_reading)
    kept = others if found.is_certain else found.others
    return replace(found, pattern=pattern, others=kept, is_certain=True, is_month=pattern in ("%Y-%m", "%m.%Y", "%m/%Y"))


def day_sql(column: str, way: DayFormat) -> str:
    """The expression that reads a column's cells as moments on the wall clock of the shop; null where a cell is none.

    Zones behind the time are left out: a shop's day is its own day. Excel's serial numbers count days from 1899-12-30.
    """
    reads = []
    # Two figures of a year fit into four, so the short year has to be tried first.
    for pattern in sorted((way.pattern, *way.others), key=lambda text: "%y" not in text):
        if pattern in ("%Y-%m-%d", "%Y/%m/%d"):
            reads.append(f"try_cast(trim({column}) as timestamp)")
        else:
            timed = [pattern + time for time in TIMES]
            texts = [*timed, pattern] if way.is_timed else [pattern, *timed]
            reads.append(f"try_strptime(trim({column}), [{', '.join(repr(text) for text in texts)}])")
    if way.has_serials:
        serial = f"case when regexp_full_match(trim({column}), '{_SERIAL}') then cast({column} as double) end"
        reads.append(f"timestamp '1899-12-30' + to_milliseconds(round({serial} * 86400) * 1000)")
    return f"case when {column} is null then null else coalesce({', '.join(reads)}) end"
