"""What the data themselves say before any question is answered: their dates, their currency, how far back a window can look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import duckdb

from retention.locale import minor_unit_digits
from retention.question import Question
from retention.sentence import Refusal, sentence

EPOCH = date(1970, 1, 1)
MONTH, QUARTER, YEAR = 1, 3, 12  # months
THE_WINDOW = 0  # the "month" of the whole window in answers by month


@dataclass(frozen=True)
class Facts:
    """The frame of every answer: the days it covers and the money it is counted in."""

    first_day: date
    as_of: date
    window_first_day: date
    currency: str | None
    minor_units: int

    @property
    def window_days(self) -> int:
        """How many days the window has, both ends included."""
        return (self.as_of - self.window_first_day).days + 1

    def major(self, minor_units: int | float) -> float:
        """Money as people say it (roubles, not kopecks)."""
        return minor_units / self.minor_units

    def minor(self, money: Decimal | None) -> int | None:
        """A sum typed in as the marts count it; None where there is none."""
        return None if money is None else int(money * self.minor_units)


def day_number(day: date) -> int:
    """Days since 1970-01-01: how the marts count time."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The calendar day behind a day number."""
    return EPOCH + timedelta(days=number)


def month_of(index: int) -> date:
    """The first day of the month behind a month index (year × 12 + month − 1)."""
    return date(index // 12, index % 12 + 1, 1)


def month_number(day: date) -> int:
    """The index of the month a day lies in."""
    return day.year * 12 + day.month - 1


def last_whole_month(as_of: date) -> int:
    """The index of the last month that is over by the evening of this day."""
    return month_number(as_of + timedelta(days=1)) - 1


def period_name(month: int, months: int) -> str:
    """The MONTH, QUARTER or YEAR that begins with the month of this index, such as "2025-07", "2025-Q3" or "2025"."""
    first = month_of(month)
    if months == YEAR:
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if months == MONTH else f"{first:%Y}-Q{first.month // QUARTER + 1}"


def read_facts(cursor: duckdb.DuckDBPyConnection, question: Question) -> Facts:
    """The days and the currency of the sales the question keeps. Raises Refusal when none are left."""
    first, last = cursor.execute("select min(day), max(day) from sales").fetchone() or (None, None)
    if first is None:
        raise Refusal(
            sentence("No sales are left to look at: upload a file with sales, or clear the filters."),
        )
    as_of = question.as_of or day_of(last)
    if as_of < day_of(first):
        raise Refusal(
            sentence("The first sale is of {first}: choose an as-of date on or after that day.", first=day_of(first)),
        )
    currencies = cursor.execute(
        "select currency from order_lines where currency is not null and ordered_at < ?"
        " group by currency order by count(*) desc, currency limit 1",
        [as_of + timedelta(days=1)],
    ).fetchone()
    currency = currencies[0] if currencies else None
    return Facts(
        first_day=day_of(first),
        as_of=as_of,
        window_first_day=_window_start(day_of(first), as_of, question.window_months),
        currency=currency,
        minor_units=10 ** minor_unit_digits(currency),
    )


def _window_start(first: date, as_of: date, months: int) -> date:
    """The window's first day: so many months back, but at most half of the history, so that there is a 'before' to keep from."""
    half = as_of - timedelta(days=(as_of - first).days // 2)
    return max(_months_before(as_of + timedelta(days=1), months), half)


def _months_before(day: date, months: int) -> date:
    index = month_number(day) - months
    # the 31st has no counterpart in shorter months: the first of the next month stands in for it
    try:
        return date(index // 12, index % 12 + 1, day.day)
    except ValueError:
        return month_of(index + 1)
