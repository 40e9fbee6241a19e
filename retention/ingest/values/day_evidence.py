"""What a whole column says about its days: how many cells are written in which way, and which of their parts can only be days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from retention.ingest.values.day_shapes import ANY_PARTS, MONTHS, NAMED, NAMED_MONTHS, QUARTERS, YEAR_FIRST, YEARS, one_of

_YMD, _DMY, _MDY = (
    "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])",
    "(0?[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])(19|20)[0-9]{2}",
    "(0?[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(19|20)[0-9]{2}",
)
# One row of few may be a slip of the pen; more of them mean that two hands wrote the column.
SLIPS = 20


# `order_key`: the separator of a day like 01/02/2024, which of its parts is above 12, and the digits of its year.
MACROS = f"""
create or replace temp macro order_key(text) as
    list_transform([regexp_extract(text, {ANY_PARTS.quoted}, ['a', 's', 'b', 'y'])], lambda p: case when p.s <> '' then p.s || case
        when lpad(p.a, 2, '0') > '12' and lpad(p.b, 2, '0') > '12' then 'x'
        when lpad(p.a, 2, '0') > '12' then 'd' when lpad(p.b, 2, '0') > '12' then 'm'
        when lpad(p.a, 2, '0') = lpad(p.b, 2, '0') then '=' else '?' end || length(p.y) end)[1];
"""
_REGEXES = {
    "iso": r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(\D.*)?$",
    "iso_days_above_12": r"^[0-9]{4}-[0-9]{1,2}-(1[3-9]|[23][0-9])(\D|$)",
    "iso_months_above_12": r"^[0-9]{4}-(1[3-9]|[23][0-9])-[0-9]{1,2}(\D|$)",
    "compact_year_first": rf"^{_YMD}(\.0)?$",
    "compact_day_first": rf"^{_DMY}(\.0)?$",
    "compact_month_first": rf"^{_MDY}(\.0)?$",
    "stamps": f"^{_YMD}[ t_-]?([01][0-9]|2[0-3]):?[0-5][0-9](:?[0-5][0-9])?z?$",
    "serials": r"^[2-6][0-9]{4}([.,][0-9]+)?$",
    "epochs": r"^1([0-9]{9}|[0-9]{12}|[0-9]{15})(\.[0-9]+)?$",
    "halves": r"[0-9] ?[ap]\.? ?m\b",
    "timed": r"^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]+\D",
}
_CONDITIONS = {
    **{name: f"regexp_matches(day_text, '{regex}')" for name, regex in _REGEXES.items()},
    "year_first": f"{one_of((YEAR_FIRST,), 'day_text')} and day_text[5] <> '-'",
    "named": f"{one_of(NAMED, 'day_text')} and not {one_of(QUARTERS, 'day_text')}",
    "months": one_of(MONTHS, "day_text"),
    "named_months": f"{one_of(NAMED_MONTHS, 'day_text')} and not {one_of(QUARTERS, 'day_text')}",
    "quarters": one_of(QUARTERS, "day_text"),
    "years": one_of(YEARS, "day_text"),
}
# The aggregates of `DayEvidence`, over a column `cell` and two that `COLUMNS` makes of it.
COLUMNS = "plain_day(cell) as day_text, order_key(plain_day(cell)) as order_key"
EVIDENCE = ",".join(f"count(*) filter ({condition}) as {name}" for name, condition in _CONDITIONS.items())
EVIDENCE += ", coalesce(histogram(order_key) filter (order_key is not null), map()) as orders"
EVIDENCE += ", min(cell) filter (order_key[2] = '?') as doubtful"


@dataclass(frozen=True)
class DayEvidence:
    """How many cells of a column are written in which way; `orders` counts those like 01/02/2024, whose order has to be settled.

    orders: separator + what is above 12 ("d": the first part, "m": the second, "x": both, "?": none, "=": none, and
    they are the same) + digits of the year -> cells. doubtful: a cell that can be read in both orders.
    """

    iso: int = 0
    iso_days_above_12: int = 0
    iso_months_above_12: int = 0
    year_first: int = 0
    compact_year_first: int = 0
    compact_day_first: int = 0
    compact_month_first: int = 0
    stamps: int = 0
    named: int = 0
    months: int = 0
    named_months: int = 0
    quarters: int = 0
    years: int = 0
    serials: int = 0
    epochs: int = 0
    halves: int = 0
    timed: int = 0
    orders: Mapping[str, int] = field(default_factory=dict)
    doubtful: str | None = None

    @property
    def separators(self) -> Mapping[str, int]:
        """The separators of days like 01/02/2024 with their cells, the commonest first."""
        counts: Counter[str] = Counter()
        for key, cells in self.orders.items():
            counts[key[0]] += cells
        return dict(counts.most_common())

    @property
    def parts(self) -> int:
        """How many cells are like 01/02/2024."""
        return sum(self.orders.values())

    def above_12(self, separator: str) -> tuple[int, int]:
        """Cells with this separator whose first part can only be a day, and those whose second part can."""
        first, second = (sum(cells for key, cells in self.orders.items() if key[:2] == separator + part) for part in "dm")
        return first, second

    def short_years(self, separator: str) -> int:
        """Cells with this separator whose year has two digits."""
        return sum(cells for key, cells in self.orders.items() if key[0] == separator and key[2] == "2")

    def is_month_first(self, separator: str) -> bool | None:
        """The order behind this separator by vote; that of the other separators where it has none; None where nothing settles it."""
        first, second = self.above_12(separator)
        if first != second:
            return second > first
        said = {self.is_month_first(other) for other in self.separators if len(set(self.above_12(other))) == 2}
        return said.pop() if len(said) == 1 and not first else None

    @property
    def is_mixed(self) -> bool:
        """Whether behind one separator the day comes first in some cells and second in others."""
        return any(min(self.above_12(separator)) > 0 for separator in self.separators)

    @property
    def is_settled(self) -> bool:
        """Whether the order of the parts is beyond doubt."""
        is_compact_clear = self.compact_day_first != self.compact_month_first or self.compact_pattern == "%Y%m%d"
        return is_compact_clear and all(
            self.is_month_first(separator) is not None and min(self.above_12(separator)) * SLIPS <= max(self.above_12(separator))
            for separator in self.separators
        )

    @property
    def turned(self) -> bool:
        """Whether the day stands in the middle of 2024-31-12."""
        return self.iso_months_above_12 > self.iso_days_above_12

    @property
    def compact(self) -> int:
        """Cells like 20241231, in the order that most of them can have."""
        return max(self.compact_year_first, self.compact_day_first, self.compact_month_first)

    @property
    def compact_pattern(self) -> str:
        """That order."""
        ways = {"%Y%m%d": self.compact_year_first, "%d%m%Y": self.compact_day_first, "%m%d%Y": self.compact_month_first}
        return max(ways, key=lambda way: ways[way])

    @property
    def bare(self) -> int:
        """How many cells may be days but are likelier plain numbers."""
        compact = 0 if self.compact_pattern == "%Y%m%d" else self.compact
        return compact + self.months + self.years + self.serials + self.epochs

    @property
    def days(self) -> int:
        """How many cells can be days; bare numbers among them, so ask only of a column whose header says so."""
        compact = self.compact_year_first if self.compact_pattern == "%Y%m%d" else 0
        return self.iso + self.year_first + self.named + self.parts + self.named_months + self.quarters + self.stamps + compact + self.bare

    def with_orders(self, separator: str, first: int, second: int) -> DayEvidence:
        """The same with more cells like 31/12/2024 (first) and 12/31/2024 (second)."""
        more = {f"{separator}{part}4": cells for part, cells in (("d", first), ("m", second)) if cells}
        return replace(self, orders={**self.orders, **{key: self.orders.get(key, 0) + cells for key, cells in more.items()}})
