"""Days whose year, month and day stand in columns of their own: put together in one column more, where no column holds whole days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import MOST, Column, profile, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.meaning import means
from retention.ingest.shapes.shape import Shape
from retention.ingest.vocabulary import LETTERS, words

YEARS = frozenset("year yr год рік an anul jahr annee ano anno rok yil 年 年份".split())
MONTHS = frozenset("month mon mth месяц мес місяць luna monat mois mes mese miesiac ay 月 月份".split())
DAYS = frozenset("day dayofmonth день число ziua zi tag jour dia giorno dzien gun 日".split())
DATES = ("date", "first_day", "last_day", "signed_up_on")
SALES = ("order_id", "customer_id", "quantity")
_YEAR, _DAY = r"(19|20)[0-9]{2}(\.0)?", r"(0?[1-9]|[12][0-9]|3[01])(\.0)?"
_MONTH = rf"(0?[1-9]|1[0-2])(\.0)?|[{LETTERS}]{{3,}}\.?"


def with_whole_days(
    connection: DuckDBPyConnection, raw: RawTable, shape: Shape, columns: tuple[Column, ...]
) -> tuple[RawTable, Shape, tuple[Column, ...]]:
    """The table with a column of days behind the others, if it has their parts and no day; else as it came.

    A column of years alone is taken for one of days only in a list of sales.
    """
    if any(means(column, meaning) > 0 for column in columns for meaning in DATES):
        return raw, shape, columns
    year = _part(connection, raw, columns, YEARS, _YEAR)
    month = _part(connection, raw, columns, MONTHS, _MONTH)
    day = _part(connection, raw, columns, DAYS, _DAY)
    if year is None:
        return raw, shape, columns
    if month is None:
        if not any(means(column, meaning) > 0 for column in columns for meaning in SALES):
            return raw, shape, columns
        dated = replace(year, meanings={"date": 1.0})
        return raw, shape, tuple(dated if column is year else column for column in columns)
    parts = [part for part in (year, month, day) if part]
    cells = ", ".join(rf"regexp_replace(trim({part.sql}), '\.0$', '')" for part in parts)
    name = f"{raw.table}_with_days"
    connection.execute(f"create view {name} as select *, nullif(concat_ws('-', {cells}), '') as c{raw.width} from {raw.table}")
    written = "-".join((shape.written[part.position] or "").strip() for part in parts)
    header = "-".join(part.header for part in parts)
    wider = replace(raw, table=name, width=raw.width + 1)
    shaped = replace(shape, written=(*shape.written, written), headers=(*shape.headers, header))
    *others, days = profile(connection, wider, shaped)
    return wider, shaped, (*others, replace(days, meanings={"date": 1.0}))


def _part(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], names: frozenset[str], pattern: str) -> Column | None:
    """The column called so, if most of its cells are like that."""
    for column in columns:
        said = words(column.header)
        if column.filled and len(said) <= 2 and names & set(said):
            asked = f"select count(*) from {sample_of(raw)} where regexp_full_match(trim({column.sql}), $pattern)"
            ((count,),) = connection.execute(asked, {"pattern": pattern}).fetchall()
            if count >= MOST * column.filled:
                return column
    return None
