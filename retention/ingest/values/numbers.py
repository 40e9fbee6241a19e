"""Amounts as people write them: which mark is the decimal one, and what a cell is worth; all of it as SQL over whole columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from retention.ingest.vocabulary import CURRENCIES

Mark = Literal[".", ","]


def any_of(texts: Iterable[str]) -> str:
    """A regular expression for any of the signs and words, without their full stops; the longest go first."""
    found = {text.removesuffix(".") for text in texts}
    return "|".join(re.escape(text) for text in sorted(found, key=lambda text: (-len(text), text)))


# Words beside numbers that say no currency: money of several countries, pieces and weights.
UNCLEAR_SIGNS = tuple("kr,fr,円,шт,штук,buc,bucăți,pcs,pc,szt,stk,stück,uds,adet,个,件,kg,кг".split(","))
_CURRENCY = any_of(CURRENCIES)
_SIGNS = any_of((*CURRENCIES, *UNCLEAR_SIGNS))
_CODES = any_of(code.lower() for code in CURRENCIES.values())
# "12 руб. 50 коп.": the two words, without their full stops.
_SMALL_MONEY = (
    "(руб|рублей|рубля|рубль|р|₽|грн|лей|лея|lei|leu|zl|zł|€|eur|euro)(коп|копеек|копейка|копейки|к|бань|бан|bani|ban|gr|ct|cent|cents)"
)
# Digits and marks of other scripts, and the many dashes.
_ODD = "−–—－０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹．，٫٬（）￥％／："
_PLAIN = "----012345678901234567890123456789.,.,()¥%/:"

# What people put behind a number of thousands or millions, as `beside_digits` gives it.
THOUSANDS, MILLIONS = "k|к|тыс|тис|tys|tis|mii|tsd|bin|mila|千", "m|mn|mln|mio|млн|milioane|百万"

# How digits and marks may stand together. A mark before one, two or more than three digits, or after a lone zero or more
# than three digits, can only be the decimal one; groups of three make it the thousands' mark; 1.234 alone says nothing.
_DIGITS = "[0-9]+"
_NUMBER = "[0-9][0-9.,]*[0-9]|[0-9]|[.,][0-9]+"
_POWER = "[-+]?[0-9]+([.,][0-9]+)?[eE][-+]?[0-9]{1,2}"
_UNSETTLED = "[0-9]{1,3}[.,][0-9]{3}"
_POINT = r"[0-9]*\.([0-9]{1,2}|[0-9]{4,})|(0|[0-9]{4,})\.[0-9]{3}"
_COMMA = _POINT.replace(r"\.", ",")
_POINT_GROUPED = r"[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}\.[0-9]*|[0-9]{1,3}(,[0-9]{2,3})+,[0-9]{3}"
_COMMA_GROUPED = r"[0-9]{1,3}(\.[0-9]{2,3})*\.[0-9]{3},[0-9]*|[0-9]{1,3}(\.[0-9]{2,3})+\.[0-9]{3}"

# One macro per thought. `plain_signs` is the cell in usual digits and marks (to translate every cell would take long); `bare` is
# the digits and marks of a cell, and '' where the cell holds anything but one number with its sign and currency; `decimal_text` is
# that number as the engine reads it; `power_text` one like 1,5E+03; `money` is the amount, exact to four decimals (`fine` to eight),
# and null where there is none. The cast in front is the short way for the millions of cells that need no thought; it must stay
# inside a `case`, or the engine works out the thoughtful way for every cell in advance. Neither may a list of words be
# looked for with `in`: the engine would make a join of that, for every cell again. The list of one holds `bare` fast:
# written out, it would be worked out again in every branch.
MACROS = f"""
create or replace temp macro plain_signs(cell) as
    case when strlen(cell) > length(cell) and regexp_matches(cell, '[{_ODD}]') then translate(cell, '{_ODD}', '{_PLAIN}') else cell end;
create or replace temp macro tidy(cell) as
    regexp_replace(plain_signs(cell), '[\\s\\p{{Z}}''’`´_]', '', 'g');
create or replace temp macro beside_digits(cell) as
    lower(regexp_replace(tidy(cell), '[-+()%0-9.,]+', '', 'g'));
create or replace temp macro bare(cell) as case
    when regexp_full_match(beside_digits(cell), '({_SIGNS}){{0,2}}')
    then regexp_extract(tidy(cell), '^[-+(]*(?:[^0-9().,+-]+[.]?)?[-+(]*({_NUMBER})(?:[.,]-)?[^0-9()+-]*[-)%]*$', 1)
    when regexp_full_match(beside_digits(cell), '{_SMALL_MONEY}')
    then regexp_replace(regexp_replace(tidy(cell), '^[-+]?([0-9]+)[^0-9]+([0-9]{{1,2}})[^0-9]*$', '\\1.0\\2'), '\\.0([0-9]{{2}})$', '.\\1')
    else ''
end;
create or replace temp macro is_negative(cell) as
    regexp_matches(tidy(cell), '^[^0-9]*[-(]|[^.,]-$');
create or replace temp macro is_unsettled(digits) as
    regexp_full_match(digits, '{_UNSETTLED}') and not starts_with(digits, '0');
create or replace temp macro has_decimal_point(digits) as
    regexp_full_match(digits, '{_POINT}|{_POINT_GROUPED}');
create or replace temp macro has_decimal_comma(digits) as
    regexp_full_match(digits, '{_COMMA}|{_COMMA_GROUPED}');
create or replace temp macro decimal_text(digits, mark) as case
    when digits = '' then null
    when regexp_full_match(digits, '{_DIGITS}') then digits
    when is_unsettled(digits) then replace(replace(digits, case when mark = ',' then '.' else ',' end, ''), ',', '.')
    when regexp_full_match(digits, '{_POINT}|{_COMMA}') then replace(digits, ',', '.')
    when has_decimal_point(digits) then replace(digits, ',', '')
    when has_decimal_comma(digits) then replace(replace(digits, '.', ''), ',', '.')
end;
create or replace temp macro number_text(cell, mark) as
    case when is_negative(cell) then '-' else '' end || list_transform([bare(cell)], lambda digits: decimal_text(digits, mark))[1];
create or replace temp macro power_text(cell) as
    case when regexp_full_match(trim(cell), '{_POWER}') then replace(trim(cell), ',', '.') end;
create or replace temp macro currency_sign(cell) as list_transform([beside_digits(cell)], lambda beside: case
    when beside = '' then null when regexp_full_match(beside, '{_CURRENCY}') then beside
    when regexp_full_match(beside, '({_SIGNS}){{2}}|{_SMALL_MONEY}')
    then coalesce(nullif(regexp_extract(beside, '{_CODES}'), ''), regexp_extract(beside, '{_CURRENCY}')) end)[1];
create or replace temp macro thousands_in(cell) as case
    when not regexp_matches(cell, '[0-9]') then null
    when regexp_full_match(beside_digits(cell), '({_SIGNS})?({THOUSANDS})({_SIGNS})?') then 1000
    when regexp_full_match(beside_digits(cell), '({_SIGNS})?({MILLIONS})({_SIGNS})?') then 1000000
end;
create or replace temp macro shortened(cell, mark) as
    try_cast(try_cast(number_text(rtrim(regexp_replace(cell, '[^-+0-9.,()]', '', 'g'), '.'), mark) as decimal(18, 8)) * thousands_in(cell)
        as decimal(18, 4));
"""
MACROS += "".join(
    f"""
create or replace temp macro {name}(cell, mark) as case when cell is null then null else coalesce(
    try_cast(case when mark = '.' then cell when not contains(cell, '.') then replace(cell, ',', '.') end as {kind}),
    try_cast(coalesce(number_text(cell, mark), power_text(cell)) as {kind})
) end;
"""
    for name, kind in (("money", "decimal(18, 4)"), ("fine", "decimal(18, 8)"))
)

# What a whole column says about its decimal mark: the aggregates of `MarkEvidence`, over a column `cell` and a column `digits`
# that `bare` makes of it.
EVIDENCE = f"""
    count(*) filter (digits <> '' or regexp_full_match(cell, '{_POWER}')) as numbers,
    count(*) filter (has_decimal_point(digits)) as points,
    count(*) filter (has_decimal_comma(digits)) as commas,
    count(*) filter (is_unsettled(digits) and contains(digits, '.')) as unsettled_points,
    count(*) filter (is_unsettled(digits) and contains(digits, ',')) as unsettled_commas,
    min(cell) filter (is_unsettled(digits)) as example
"""


@dataclass(frozen=True)
class MarkEvidence:
    """How many cells of a column can only be read with a decimal point, only with a comma, or both ways (1.234 and 1,234).

    example: one that can be read both ways.
    """

    points: int = 0
    commas: int = 0
    unsettled_points: int = 0
    unsettled_commas: int = 0
    example: str | None = None

    @property
    def mark(self) -> Mark | None:
        """The decimal mark by vote of the cells that leave no doubt; None where no cell settles it."""
        if self.points == self.commas:
            return None
        return "." if self.points > self.commas else ","

    @property
    def unsettled(self) -> int:
        """How many cells depend on the vote."""
        return self.unsettled_points + self.unsettled_commas


def settle(column: MarkEvidence, table: Iterable[MarkEvidence]) -> tuple[Mark, bool]:
    """The decimal mark of a column, and whether it is certain.

    The column's own vote counts first, then that of the whole table. Where nothing settles it, 1.234 and 1,234 are taken
    for thousands: people write two decimals in money, hardly ever three.
    """
    if column.mark:
        return column.mark, True
    others = [evidence for evidence in table if evidence.mark]
    if others:
        together = MarkEvidence(sum(e.points for e in others), sum(e.commas for e in others))
        if together.mark:
            return together.mark, True
    mark: Mark = "," if column.unsettled_points > column.unsettled_commas else "."
    return mark, column.unsettled == 0


def currency_of(sign: str | None) -> str | None:
    """The code of the currency that a sign or word stands for."""
    return CURRENCIES.get(sign) if sign else None
