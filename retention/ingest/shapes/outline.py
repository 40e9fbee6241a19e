"""Reports in groups, as accounting systems print them: a customer's name alone in a row, below it the documents with date and amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.reading import Finding
from retention.ingest.shapes.cells import text_of
from retention.ingest.shapes.shape import Shape, shape_of
from retention.ingest.vocabulary import meanings
from retention.sentence import counted

MOST_ROWS = 200_000
LEAST_GROUPS = 2
CENT = Decimal("0.01")
SEARCHED_COLUMNS = 3  # for dates within texts
AGREES = 0.9  # of the groups' amounts are the sum of the rows below
# Names of the columns that are added; they are shown beside the headers of the file and stand in mappings.
DOCUMENT, GROUP, DATE = "Document", "Group", "Date"
_DAY = r"([0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?|[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]{5,8})?)"
_SEPARATORS = re.compile(r"[/,;\n(|]")


class Groups(NamedTuple):
    """column: of the groups' names. day: the expression for a row's date. is_inside: it is part of the text in some column.

    own_text: what the rows of a group hold in that column, documents or something of their own. total: what the group rows would add.
    """

    column: int
    day: str
    is_inside: bool
    size: int
    own_text: Literal["nothing", "documents", "others"]
    total: Decimal | None = None


def with_groups_filled_down(connection: DuckDBPyConnection, raw: RawTable) -> RawTable:
    """The table without its group rows, their names in every row below them; the raw table itself where it has no such groups."""
    if raw.headers or raw.rows > MOST_ROWS or raw.width < 2:
        return raw
    shape = shape_of(connection, raw)
    if shape.header_row is None:
        return raw
    cells = [f"c{place}" for place in range(raw.width)]
    texts = [_day_inside(place) for place in range(min(SEARCHED_COLUMNS, raw.width))]
    likely = _likely_days(connection, raw, shape, [*cells, *texts])
    for column in range(min(2, raw.width)):
        inside = [texts[column], *texts[:column], *texts[column + 1 :]]  # documents and groups mostly stand in one column
        for day in (day for day in (*cells[:column], *cells[column + 1 :], *inside) if day in likely):
            groups = _groups(connection, raw, shape, column, day, day in inside)
            if groups:
                return _filled_down(connection, raw, shape, groups)
    return raw


def _day_inside(column: int) -> str:
    """The expression for a date within the text of a column: "Sale 15 of 05.01.2024"."""
    return f"case when not regexp_full_match(c{column}, '{_DAY}') then nullif(regexp_extract(c{column}, '{_DAY}', 1), '') end"


def _likely_days(connection: DuckDBPyConnection, raw: RawTable, shape: Shape, days: Sequence[str]) -> list[str]:
    """Of these expressions those that are dates in rows of the table, but not in all of them; asked of its first rows."""
    counts = ", ".join(f"count(d{place}), count(*) filter (regexp_matches(d{place}, '^{_DAY}'))" for place in range(len(days)))
    asked = ", ".join(f"{day} as d{place}" for place, day in enumerate(days))
    head = f'select {asked} from {raw.table} where "row" >= {shape.first_body_row} limit 200'
    (found,) = connection.execute(f"select count(*), {counts} from ({head})").fetchall()
    rows, pairs = found[0], list(zip(found[1::2], found[2::2], strict=True))
    return [day for day, (filled, dates) in zip(days, pairs, strict=True) if 0 < filled < rows and dates >= AGREES * filled]


def _marked(raw: RawTable, shape: Shape, column: int, day: str) -> str:
    """Every row of the table with whether it heads a group, and the name of the group that it is in."""
    others = [f"c{place}" for place in range(raw.width) if place != column]
    is_alone = " and ".join(f"coalesce(is_typed({cell}), true)" for cell in others)
    is_group = f"c{column} is not null and {day} is null and not is_typed(c{column}) and not opens_totals(c{column}) and {is_alone}"
    return f"""
        select *, last_value(case when is_group then c{column} end ignore nulls) over (order by "row") as name,
            count(*) filter (is_group) over (order by "row") as place
        from (select *, {day} as day, "row" >= {shape.first_body_row} and {is_group} as is_group from {raw.table})"""


def _groups(connection: DuckDBPyConnection, raw: RawTable, shape: Shape, column: int, day: str, is_inside: bool) -> Groups | None:
    """The groups, if every row with a date is in one, and their amounts, where they have any, are the sums of the rows below."""
    ((groups, filled, outside, own_text, with_digits, rows),) = connection.execute(
        f"""
        with marked as ({_marked(raw, shape, column, day)} )
        select count(*) filter (is_group), count(distinct place) filter (day is not null and place > 0),
            count(*) filter (day is not null and place = 0), count(*) filter (day is not null and c{column} is not null),
            count(*) filter (day is not null and regexp_matches(c{column}, '[0-9]')), count(*) filter (day is not null)
        from marked where "row" >= {shape.first_body_row}"""
    ).fetchall()
    if groups < LEAST_GROUPS or filled < groups or outside or 0 < own_text < AGREES * rows:
        return None
    of_documents: Literal["documents", "others"] = "documents" if with_digits >= AGREES * own_text else "others"
    found = Groups(column, day, is_inside, groups, of_documents if own_text else "nothing")
    sums = _sums(connection, raw, shape, found)
    return found._replace(total=sums) if sums is None or sums >= 0 else None


def _sums(connection: DuckDBPyConnection, raw: RawTable, shape: Shape, groups: Groups) -> Decimal | None:
    """What the group rows would add; None where they have no amounts, −1 where these are not the sums of the rows below."""
    cells = [f"c{place}" for place in range(raw.width) if place != groups.column]
    facts = ", ".join(
        f"sum(money({cell}, '{mark}')) filter (is_group) as own, sum(money({cell}, '{mark}')) filter (day is not null) as below"
        for cell in cells
        for mark in ".,"
    )
    marked = _marked(raw, shape, groups.column, groups.day)
    rows = f'place > 0 and "row" >= {shape.first_body_row} and (is_group or day is not null)'
    found = connection.execute(f"select {facts} from ({marked}) where {rows} group by place").fetchall()
    sums = [[(row[at], row[at + 1]) for row in found if row[at] is not None] for at in range(0, 4 * len(cells), 2)]
    asked = [pairs for pairs in sums if pairs]
    if not asked:
        return None
    agreeing = [
        pairs for pairs in asked if sum(below is not None and abs(own - below) <= CENT for own, below in pairs) >= AGREES * len(pairs)
    ]
    return sum((own for own, _ in agreeing[-1]), Decimal(0)) if agreeing else Decimal(-1)


def _filled_down(connection: DuckDBPyConnection, raw: RawTable, shape: Shape, groups: Groups) -> RawTable:
    name, header, width = f"c{groups.column}", (shape.header_row or 0) + 1, raw.width
    added = {"nothing": [], "documents": [(DOCUMENT, name)], "others": [(GROUP, "name")]}[groups.own_text]
    added += [(DATE, "day")] if groups.is_inside else []
    columns = [f"c{place}" for place in range(width)]
    if groups.own_text != "others":
        columns[groups.column] = f'case when "row" = {header} then $header when day is not null then name else {name} end as {name}'
    columns += [
        f"case when \"row\" = {header} then '{title}' when day is not null then {cell} end as c{width + place}"
        for place, (title, cell) in enumerate(added)
    ]
    table = next_table(connection)
    marked = _marked(raw, shape, groups.column, groups.day)
    connection.execute(
        f'create table {table} as select "row", {", ".join(columns)} from ({marked}) where not is_group order by "row"',
        {} if groups.own_text == "others" else {"header": _customer_header(shape.written[groups.column])},
    )
    said = counted(
        "{count} row of {file} heads a group and was left out (it would have added {total}); its name now stands in the rows below",
        "{count} rows of {file} head groups and were left out (they would have added {total}); their names now stand in the rows below",
        groups.size,
        file=raw.file,
        total=(groups.total or Decimal(0)).quantize(CENT),
    )
    finding = Finding("group_rows", "info", groups.size, said, raw.file, raw.sheet)
    return replace(
        raw,
        table=table,
        width=width + len(added),
        rows=raw.rows - groups.size,
        findings=(*raw.findings, finding),
        is_consecutive=False,
    )


def _customer_header(header: str | None) -> str | None:
    """Of a header like "Customer / document" the part that names the groups."""
    parts = [part.strip() for part in _SEPARATORS.split(text_of(header) or "")]
    return next((part for part in parts if {"customer_id", "name"} & meanings(part).keys()), header)
