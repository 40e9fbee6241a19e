"""Months and days that stand as headers: "Jan 2024", "янв.24", "2024-01", "01.02.2024", also a bare month below or beside its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from retention.ingest.values.month_names import month_numbers
from retention.ingest.vocabulary import plain

LEAST_MONTHS = 3
YEARS = range(1990, 2100)
_YEAR_MONTH = re.compile(r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})")
_MONTH_YEAR = re.compile(r"(?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})")
_ISO_DAY = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})([ t]00:00(:00)?)?")
_PARTS = re.compile(r"(?P<first>[0-9]{1,2})[./-](?P<second>[0-9]{1,2})[./-](?P<y>[0-9]{4}|[0-9]{2})")
_NAMED = re.compile(r"(?P<n>[^\W\d_]{3,})[., '-]*(?P<y>[0-9]{4}|[0-9]{2})?( ?(г|год|an)\.?)?")
_YEAR_NAMED = re.compile(r"(?P<y>[0-9]{4})( ?г\.?| год)?[., -]*(?P<n>[^\W\d_]{3,})\.?")
_ANY_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2}|199[0-9])(?![0-9])")


def days_of(headers: Sequence[str | None], year: int | None = None) -> dict[int, date]:
    """Position -> the day, or the first day of the month, for every header that is one. year: of months that stand without theirs."""
    texts = {place: plain(text).strip() for place, text in enumerate(headers) if text and text.strip()}
    parts = {place: found for place, text in texts.items() if (found := _PARTS.fullmatch(text))}
    # The month is the part that changes where the other is always 1, else the one that is never above 12.
    firsts, seconds = {int(found["first"]) for found in parts.values()}, {int(found["second"]) for found in parts.values()}
    month_first = (seconds == {1} and len(firsts) > 1) or max(seconds, default=0) > 12
    days: dict[int, date | None] = {}
    named = {}
    for place, text in texts.items():
        found = _ISO_DAY.fullmatch(text) or _YEAR_MONTH.fullmatch(text) or _MONTH_YEAR.fullmatch(text)
        if found:
            days[place] = _day(found["y"], int(found["m"]), int(found.groupdict().get("d") or 1))
        elif place in parts:
            month, day_of_month = ("first", "second") if month_first else ("second", "first")
            days[place] = _day(parts[place]["y"], int(parts[place][month]), int(parts[place][day_of_month]))
        elif (name := _YEAR_NAMED.fullmatch(text) or _NAMED.fullmatch(text)) and (name["y"] or year):
            named[place] = name
    if len(days) + len(named) >= LEAST_MONTHS:  # the names of all languages take long to gather
        days |= {place: _day(name["y"] or str(year), month_numbers().get(name["n"]) or 0, 1) for place, name in named.items()}
    known = {place: day for place, day in sorted(days.items()) if day}
    return known if len(known) >= LEAST_MONTHS and len(set(known.values())) == len(known) else {}


def year_in(texts: Sequence[str | None]) -> int | None:
    """The year that these texts name, if it is the same one wherever they name any."""
    years = {int(year) for text in texts if text for year in _ANY_YEAR.findall(text)}
    return next(iter(years)) if len(years) == 1 else None


def _day(year: str, month: int, day: int) -> date | None:
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    if whole not in YEARS:  # 1733.2 is a sum
        return None
    try:
        return date(whole, month, day)
    except ValueError:
        return None
