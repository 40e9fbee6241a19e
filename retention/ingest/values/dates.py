"""Days as people write them: which part is the day, the month and the year, decided over a whole column; all of it as SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from retention.ingest.values.day_evidence import DayEvidence
from retention.ingest.values.day_shapes import MONTHS, NAMED, NAMED_MONTHS, QUARTERS, YEAR_FIRST, YEARS, DayShape, parts_shape, read_as
from retention.ingest.values.swapped_days import Swap

EARLIEST, DAYS_AHEAD = date(1990, 1, 1), 366  # no day in a file lies before, or further ahead of today
FIRST_DAY, LAST_DAY = f"date '{EARLIEST}'", f"current_date + {DAYS_AHEAD}"

Period = Literal["month", "quarter", "year"]

# A day's pattern may hold these only: it becomes part of a statement.
PATTERN = re.compile(r"(%[YymdbBHMSsq]|[ ./,Q-])+")
TIMES = (" %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M", "T%H:%M:%S", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f")

ISO, TURNED, SLASHED = "%Y-%m-%d", "%Y-%d-%m", "%Y/%m/%d"
COMPACT, STAMP, EPOCH = ("%Y%m%d", "%d%m%Y", "%m%d%Y"), "%Y%m%d%H%M%S", "%s"
# Shapes that are found by a regular expression -> the pattern that a person is shown for them.
SHAPED: dict[str, tuple[DayShape, ...]] = {"%d %b %Y": NAMED, "%Y-%m": MONTHS, "%b %Y": NAMED_MONTHS, "Q%q %Y": QUARTERS, "%Y": YEARS}
PERIODS: dict[str, Period] = {"%Y-%m": "month", "%b %Y": "month", "Q%q %Y": "quarter", "%Y": "year"}
_OF_ONE_PERIOD = {"%m.%Y": "%Y-%m", "%m/%Y": "%Y-%m", "%m-%Y": "%Y-%m", "%Y%m": "%Y-%m", "%B %Y": "%b %Y", "%b %y": "%b %Y"}
_PARTS = re.compile("%([dm])([./-])%([dm])[./-]%[yY]")

_SERIAL = r"[2-6][0-9]{4}([.,][0-9]+)?"
_SECONDS, _MILLISECONDS, _MICROSECONDS = (rf"1[0-9]{{{digits}}}" for digits in (9, 12, 15))


@dataclass(frozen=True)
class DayFormat:
    """How a column writes its days.

    pattern: the commonest way, as strptime says it. others: the other ways. is_certain: no other reading fits. has_serials: there
    are Excel's day numbers among them. has_halves: times are written with am and pm. is_mixed: the order of day and month differs
    from row to row. period: the column holds nothing finer than that. swap: Excel has, or may have, changed day and month about in
    the cells that it took for dates.
    """

    pattern: str
    others: tuple[str, ...] = ()
    is_certain: bool = True
    is_timed: bool = False
    has_serials: bool = False
    has_halves: bool = False
    is_mixed: bool = False
    period: Period | None = None
    swap: Swap | None = None

    @property
    def is_month(self) -> bool:
        """Whether the column holds months only."""
        return self.period == "month"


def settle(evidence: DayEvidence, prefers_month_first: bool) -> DayFormat:
    """The format of a column of days: cells above 12 settle the order; where there are none, the preference, marked as not certain."""
    ways = {TURNED if evidence.turned else ISO: evidence.iso}
    for separator, cells in evidence.separators.items():
        month_first = evidence.is_month_first(separator)
        order = "%m{0}%d{0}" if (prefers_month_first if month_first is None else month_first) else "%d{0}%m{0}"
        short = evidence.short_years(separator)
        ways |= {order.format(separator) + "%Y": cells - short, order.format(separator) + "%y": short}
    ways |= {SLASHED: evidence.year_first, evidence.compact_pattern: evidence.compact, STAMP: evidence.stamps}
    ways |= {"%d %b %Y": evidence.named, "%Y-%m": evidence.months, "%b %Y": evidence.named_months}
    ways |= {"Q%q %Y": evidence.quarters, "%Y": evidence.years, EPOCH: evidence.epochs}
    pattern = max(ways, key=lambda way: ways[way])
    # A bare year or a count of seconds is one only where the whole column is like that.
    found = [way for way, cells in ways.items() if cells and (way not in ("%Y", EPOCH) or way == pattern)]
    # A day with its year first is read wherever it turns up, even far down the column.
    others = tuple(way for way in dict.fromkeys((*found, TURNED if evidence.turned else ISO)) if way != pattern)
    return DayFormat(
        pattern=pattern,
        others=others,
        is_certain=evidence.is_settled,
        is_timed=evidence.timed * 2 > evidence.parts,
        has_serials=evidence.serials > 0,
        has_halves=evidence.halves > 0,
        is_mixed=evidence.is_mixed,
        period=PERIODS.get(pattern) if ways[pattern] > evidence.serials else None,
    )


def given(pattern: str, found: DayFormat) -> DayFormat:
    """The found format with the pattern that a person chose in front of it, certain from now on."""
    pattern = _OF_ONE_PERIOD.get(pattern, pattern)
    others = tuple(other for other in (found.pattern, *found.others) if other != pattern)
    if chosen := _PARTS.fullmatch(pattern):
        others = tuple(way for way in dict.fromkeys(_as_chosen(way, chosen, found.is_certain) for way in others) if way != pattern)
    elif pattern in (ISO, TURNED):
        others = tuple(way for way in others if way not in (ISO, TURNED))
    return replace(found, pattern=pattern, others=others, is_certain=True, period=PERIODS.get(pattern))


def _as_chosen(way: str, chosen: re.Match[str], is_certain: bool) -> str:
    """Another way of the column in the chosen order, if it has the same separator or nothing had settled its own."""
    parts = _PARTS.fullmatch(way)
    if parts and parts[1] != chosen[1] and (parts[2] == chosen[2] or not is_certain):
        return way.translate(str.maketrans("dm", "md"))
    return way


def day_sql(column: str, way: DayFormat) -> str:
    """The expression that reads a column's cells as moments on the wall clock of the shop; null where a cell is none.

    Zones behind the time are left out: a shop's day is its own day. Excel's serial numbers count days from 1899-12-30, a count
    of seconds from 1970-01-01. The ways at the front are quick; cells that they cannot read are looked at more closely.
    """
    patterns = (way.pattern, *way.others)
    if way.swap and way.swap.is_undone:
        patterns = tuple(TURNED if pattern == ISO else pattern for pattern in patterns)
    # Two figures of a year fit into four, so the short year has to be tried first.
    reads = [read for pattern in sorted(patterns, key=lambda text: "%y" not in text) if (read := _quick(column, pattern, way))]
    if way.has_serials:
        serial = f"case when regexp_full_match(trim({column}), '{_SERIAL}') then cast(replace({column}, ',', '.') as double) end"
        reads.append(f"timestamp '1899-12-30' + to_milliseconds(round({serial} * 86400) * 1000)")
    if EPOCH in patterns:
        for digits, made in ((_SECONDS, " * 1000000"), (_MILLISECONDS, " * 1000"), (_MICROSECONDS, "")):
            count = (
                rf"case when regexp_full_match(trim({column}), '{digits}(\.[0-9]+)?') then cast(split_part({column}, '.', 1) as bigint) end"
            )
            reads.append(f"make_timestamp({count}{made})")
    parts = [parts_shape(found[2], found[1] + found[3]) for pattern in patterns if (found := _PARTS.fullmatch(pattern))]
    if way.is_mixed:  # what only fits the other order is read in it
        parts += [DayShape(shape.regex, {"d": "md", "m": "dm"}[shape.parts[0]] + shape.parts[2:]) for shape in parts]
    shapes = list(dict.fromkeys(parts))
    shapes += [] if TURNED in patterns else [YEAR_FIRST]
    shapes += [shape for pattern in patterns for shape in SHAPED.get(pattern, ())]
    reads += [read_as(tuple(shapes), column)] if shapes else []
    return f"case when {column} is null then null else coalesce({', '.join(reads)}) end"


def _quick(column: str, pattern: str, way: DayFormat) -> str | None:
    """The engine's own reading of a pattern; None where it has none."""
    if pattern in (ISO, SLASHED):
        if way.has_halves:  # which the engine takes for the name of a zone
            return None
        read = f"try_cast(trim({column}) as timestamp)"
        is_alone = not any(_PARTS.fullmatch(other) for other in (way.pattern, *way.others))
        # The engine would take 13/01/24 for a day in the year 13.
        return read if is_alone else f"case when regexp_matches({column}, '^\\s*[0-9]{{4}}') then {read} end"
    if pattern == EPOCH or pattern in PERIODS:
        return None
    if pattern in COMPACT:  # a number has lost the 0 in front of its day
        whole = f"case when length(trim({column})) = 7 then '0' || trim({column}) else trim({column}) end"
        return f"try_strptime({whole}, ['{pattern}', '{pattern}.0'])"
    if pattern == STAMP:
        return f"try_strptime(regexp_replace({column}, '[^0-9]', '', 'g'), ['%Y%m%d%H%M%S', '%Y%m%d%H%M'])"
    timed = [pattern + time for time in TIMES]
    texts = [*timed, pattern] if way.is_timed else [pattern, *timed]
    return f"try_strptime(trim({column}), [{', '.join(repr(text) for text in texts)}])"
