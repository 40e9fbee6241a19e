"""Sheets with months or days across and customers, shops or products down, as a table with one row for each filled cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.reading import Finding
from retention.ingest.shapes.cells import is_only_data, text_of, texts_of
from retention.ingest.shapes.header_rows import joined
from retention.ingest.shapes.month_headers import days_of, year_in
from retention.ingest.shapes.shape import Numbered, first_rows
from retention.sentence import counted

MOST_ROWS = 100_000
SEARCHED_ROWS, SAMPLED_ROWS = 30, 100
MOST = 0.8  # of the cells below the months are numbers
# The columns that the months become; their names are shown beside the headers of the file and stand in mappings.
DATE, AMOUNT = "Date", "Amount"
_NUMBER = re.compile(r"[-−+(]?\W?\D{0,4}[0-9][0-9\s.,'’]*\D{0,5}")
NOTHING = r"[-–—]|0+([.,]0+)?"  # where nobody bought anything


class Across(NamedTuple):
    """number: the row of the headers. headers: of all columns. days: position -> the day that the header names."""

    number: int
    headers: tuple[str | None, ...]
    days: dict[int, date]


def without_months_across(connection: DuckDBPyConnection, raw: RawTable) -> RawTable:
    """The table with a row for each month and label; the raw table itself where its headers are no months."""
    if raw.headers or raw.rows > MOST_ROWS or raw.width < 4:
        return raw
    rows = first_rows(connection, raw, SEARCHED_ROWS + SAMPLED_ROWS)
    across = _months_across(raw, rows)
    if across is None:
        return raw
    ((totals,),) = connection.execute(
        "select list(place) from (select unnest($headers::varchar[]) as header, generate_subscripts($headers::varchar[], 1) - 1 as place)"
        " where opens_totals(header)",
        {"headers": list(across.headers)},
    ).fetchall()
    labels = [place for place, header in enumerate(across.headers) if place not in across.days and header and place not in (totals or ())]
    labels = labels or [0]
    table = next_table(connection)
    _make(connection, raw, across, labels, table)
    ((count,),) = connection.execute(f"select count(*) from {table}").fetchall()
    said = counted(
        "{count} column of {file} is a month or a day; each of its filled cells became a row with that date",
        "{count} columns of {file} are months or days; each of their filled cells became a row with that date",
        len(across.days),
        file=raw.file,
    )
    finding = Finding("months_across", "info", count - 1, said, raw.file, raw.sheet)
    return replace(
        raw,
        table=table,
        width=len(labels) + 2,
        rows=count,
        findings=(*raw.findings, finding),
        is_consecutive=False,
        first_row=across.number,
    )


def _months_across(raw: RawTable, rows: Sequence[Numbered]) -> Across | None:
    """The headers that are months, if they are followed by numbers; a year may stand above them, in a title or in the file's name."""
    for place, (number, cells) in enumerate(rows[:SEARCHED_ROWS]):
        if len(texts_of(cells)) < 3:
            continue
        headers: tuple[str | None, ...] = tuple(text_of(cell) for cell in cells)
        above = joined([rows[place - 1][1], cells]) if place else headers
        titles = [text_of(cell) for _, row in rows[:place] for cell in row]
        year = year_in(titles) or year_in([raw.sheet]) or year_in([raw.file])
        if not days_of(headers) and days_of(above):
            headers = above
        days = days_of(headers) or days_of(headers, year)
        below = [row for _, row in rows[place + 1 : place + 1 + SAMPLED_ROWS]]
        values = [text for row in below for day in days for text in texts_of([row[day]])]
        is_label = any(text_of(row[position]) for row in below for position in range(raw.width) if position not in days)
        is_data = any(is_only_data(text) for position, text in enumerate(headers) if text and position not in days)
        if days and is_label and not is_data and sum(_is_number(text) for text in values) > MOST * len(values):
            return Across(number, headers, days)
    return None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or text in "-–—"


def _make(connection: DuckDBPyConnection, raw: RawTable, across: Across, labels: Sequence[int], table: str) -> None:
    """Makes the table: its header, a row for every filled cell below a month, and the rows that have none, as notes and blank rows."""
    names = [f"c{place}" for place in range(len(labels) + 2)]
    days = sorted(across.days, key=lambda place: (across.days[place], place))
    label = ", ".join(f"c{place}" for place in labels)
    lists = f"unnest($days::varchar[]), unnest([{', '.join(f'c{place}' for place in days)}])"
    header = [across.headers[place] for place in labels] + [DATE, AMOUNT]
    is_empty = " and ".join(f"c{place} is null" for place in days)
    columns = ", ".join(f"{name} varchar" for name in names)
    connection.execute(f'create table {table} ("row" bigint, {columns})')
    connection.execute(f"insert into {table} values ({', '.join('?' * (len(header) + 1))})", [across.number, *header])
    connection.execute(
        f"""
        insert into {table} select * from (
            select * from (select "row", {label}, {lists} from {raw.table} where "row" > {across.number}) as made("row", {", ".join(names)})
            where {names[-1]} is not null and not regexp_full_match(trim({names[-1]}), '{NOTHING}')
            union all by name
            select "row", {", ".join(f"c{place} as {name}" for place, name in zip(labels, names, strict=False))}
            from {raw.table} where "row" > {across.number} and {is_empty}
        ) order by "row", {names[-2]}""",
        {"days": [across.days[place].isoformat() for place in days]},
    )
