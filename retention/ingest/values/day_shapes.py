"""The shapes in which people write a day, as regular expressions over its text in plain small letters, and how each becomes a moment."""

from __future__ import annotations

from dataclasses import dataclass

from retention.ingest.values.month_names import month_number_sql
from retention.ingest.vocabulary import LETTERS

_WEEKDAY = rf"(?:[{LETTERS}]{{2,}}[.,]* )?"
_YEAR, _SHORT_YEAR = "([0-9]{4})", "'?([0-9]{4}|[0-9]{2})"
_OF_YEAR = r"(?:\.| ?(?:г|год|года|р|r|рік|року|an|year|日|号)\.?)?"
_CLOCK = r"((?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?)( ?[ap]\.? ?m\b)?"
_ZONE = r"(?:z|[-+][0-9]{2}:?[0-9]{2})?"
_BEHIND = rf"(?:(?:t|,? ?(?:at|um|la|в|о)? )?{_CLOCK}[^\"]*|{_ZONE}|,? \(?[{LETTERS}]{{2,}}\.?\)?)$"
_MONTH = rf"([{LETTERS}]{{3,}})\.?"
_NAME_AND_YEAR = rf"(?:de |of )?{_MONTH},?[ ./-]*(?:de |del |of )?{_SHORT_YEAR}{_OF_YEAR}{_BEHIND}"
_QUARTER = r"(?:q|t|к|кв|kw|trim|tr|quarter|quartal|кварт|квартал|квартала|trimestre|trimestrul|trimester|kwartal|ceyrek|季度)\.?"
_ROMAN = "(iv|i{1,3}|[1-4])"


@dataclass(frozen=True)
class DayShape:
    """regex: of a cell's plain text. parts: what its groups hold, in order, one letter each.

    d, m, y: day, month, year in digits. n: the name of a month. q: a quarter. t: the time. h: am or pm. a, b, s: parts of either kind
    and what separates them.
    """

    regex: str
    parts: str

    @property
    def quoted(self) -> str:
        """The regular expression as a text of a statement."""
        return "'" + self.regex.replace("'", "''") + "'"

    def moment(self, text: str) -> str:
        """The expression that reads a plain text (an expression) of this shape; null for any other text and for impossible days."""
        has = set(self.parts)
        month = "p.m" if "m" in has else month_number_sql("p.n") if "n" in has else "first_month(p.q)" if "q" in has else "1"
        day = f"try_cast(concat_ws('-', whole_year(p.y), {month}, {'p.d' if 'd' in has else '1'}) as timestamp)"
        if "t" in has:
            day += " + time_of_day(p.t, p.h)"
        names = ", ".join(f"'{part}'" for part in self.parts)
        # The list of one holds what was found: written out, it would be looked for again for every part.
        return f"list_transform([regexp_extract({text}, {self.quoted}, [{names}])], lambda p: case when p.y <> '' then {day} end)[1]"


def parts_shape(separator: str, order: str) -> DayShape:
    """Days like 5.1.2024 with this separator, the order being "dm" or "md"."""
    between = rf" ?\{separator} ?"
    return DayShape(rf"^{_WEEKDAY}([0-9]{{1,2}}){between}([0-9]{{1,2}}){between}{_SHORT_YEAR}{_OF_YEAR}{_BEHIND}", f"{order}yth")


ANY_PARTS = DayShape(
    rf"^{_WEEKDAY}([0-9]{{1,2}}) ?([./-]) ?([0-9]{{1,2}}) ?[./-] ?{_SHORT_YEAR}{_OF_YEAR}{_BEHIND}",
    "asbyth",
)
YEAR_FIRST = DayShape(
    rf"^{_WEEKDAY}{_YEAR}(?: ?[./-] ?| ?年 ?)([0-9]{{1,2}})(?: ?[./-] ?| ?月 ?)([0-9]{{1,2}}){_OF_YEAR}{_BEHIND}",
    "ymdth",
)
NAMED = (
    DayShape(
        rf"^{_WEEKDAY}([0-9]{{1,2}})(?:st|nd|rd|th|er|º|°)?[ ./-]*{_NAME_AND_YEAR}",
        "dnyth",
    ),
    DayShape(rf"^{_WEEKDAY}{_MONTH}[ -]*([0-9]{{1,2}})(?:st|nd|rd|th)?[, -]+{_SHORT_YEAR}{_BEHIND}", "ndyth"),
    DayShape(rf"^{_WEEKDAY}{_YEAR}[ .,/-]*{_MONTH}[ .,/-]*([0-9]{{1,2}}){_BEHIND}", "yndth"),
)
NAMED_MONTHS = (
    DayShape(rf"^{_MONTH},?[ ./-]*(?:de |del )?{_SHORT_YEAR}{_OF_YEAR}$", "ny"),
    DayShape(rf"^{_YEAR}[ .,/-]*{_MONTH}$", "yn"),
)
MONTHS = (
    DayShape(r"^([0-9]{4})(?: ?[./-] ?|m| ?年 ?)(0?[1-9]|1[0-2])(?: ?月)?$", "ym"),
    DayShape(r"^(0?[1-9]|1[0-2]) ?[./-] ?((?:19|20)[0-9]{2})$", "my"),
    DayShape("^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])$", "ym"),
)
QUARTERS = (
    DayShape(rf"^{_QUARTER} ?([1-4])[ ./,'-]*{_YEAR}{_OF_YEAR}$", "qy"),
    DayShape(rf"^{_ROMAN}(?:-?[{LETTERS}]{{1,2}})? ?{_QUARTER}[ ./,'-]*{_YEAR}{_OF_YEAR}$", "qy"),
    DayShape(rf"^{_YEAR}[ ./,年-]*{_QUARTER} ?([1-4])$", "yq"),
    DayShape(rf"^{_YEAR}[ ./,年-]*第?{_ROMAN} ?{_QUARTER}$", "yq"),
)
YEARS = (DayShape(r"^((?:19|20)[0-9]{2})(?:\.0|年| ?г\.?| ?год)?$", "y"),)

# `plain_day` is a cell's text as the shapes expect it; `is_shaped` whether it has a shape.
MACROS = """
create or replace temp macro plain_day(cell) as
    strip_accents(lower(trim(regexp_replace(plain_signs(cell), '[\\s\\p{Z}]+', ' ', 'g'))));
create or replace temp macro whole_year(year) as
    case when length(year) = 2 then case when year < '69' then '20' else '19' end || year else nullif(year, '') end;
create or replace temp macro first_month(quarter) as
    3 * coalesce(try_cast(quarter as integer), list_position(['i', 'ii', 'iii', 'iv'], quarter)) - 2;
create or replace temp macro time_of_day(clock, half) as case when clock = '' then to_hours(0)
    else try_cast(replace(clock, ',', '.') as interval) + case
        when contains(half, 'p') and not starts_with(clock, '12') then to_hours(12)
        when contains(half, 'a') and starts_with(clock, '12') then to_hours(-12)
        else to_hours(0) end
    end;
"""


def one_of(shapes: tuple[DayShape, ...], text: str) -> str:
    """Whether a plain text (an expression) has one of the shapes."""
    return f"({' or '.join(f'regexp_matches({text}, {shape.quoted})' for shape in shapes)})"


def read_as(shapes: tuple[DayShape, ...], column: str) -> str:
    """The expression that reads a cell of one of the shapes as a moment."""
    moments = ", ".join(shape.moment("text") for shape in shapes)
    return f"list_transform([plain_day({column})], lambda text: coalesce({moments}))[1]"
