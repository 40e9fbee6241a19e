from __future__ import annotations

import duckdb
import pytest

from retention.ingest.values.dates import day_sql, settle
from retention.ingest.values.day_evidence import COLUMNS, EVIDENCE, DayEvidence
from retention.ingest.values.macros import make_macros
from retention.ingest.values.swapped_days import Swap, find_swap, is_suspicious

IN_ORDER = [(day, month) for month in (1, 2, 3) for day in (2, 5, 9, 14, 19, 25)]
IN_NO_ORDER = [(1, 9), (28, 1), (9, 1), (13, 12), (4, 12), (21, 6), (12, 4), (30, 3), (7, 2), (17, 9), (2, 7), (25, 11)]


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        make_macros(opened)
        yield opened


def found(connection, cells: list[str]) -> Swap | None:
    connection.execute(
        "create or replace temp table days as select row_number() over () as row, cell from (select unnest($1) as cell)", [cells]
    )
    read = connection.execute(f"select {EVIDENCE} from (select cell, {COLUMNS} from days)")
    evidence = DayEvidence(**dict(zip([column[0] for column in read.description], read.fetchall()[0], strict=True)))
    if not is_suspicious(evidence):
        return None
    way = settle(evidence, prefers_month_first=False)
    turned = (
        f"case when cell like '____-%' then make_date(year(cell::date), day(cell::date), month(cell::date)) else {day_sql('cell', way)} end"
    )
    return find_swap(connection, "days", "cell", day_sql("cell", way), turned)


def spoiled(days: list[tuple[int, int]]) -> list[str]:
    """What a program of the other order makes of these days of 2024."""
    return [f"2024-{day:02}-{month:02}" if day <= 12 else f"{day}/{month:02}/2024" for day, month in days]


@pytest.mark.parametrize(
    ("cells", "swap"),
    [
        (spoiled(IN_ORDER), Swap(9, is_certain=True, is_undone=True)),
        (spoiled(IN_NO_ORDER), Swap(6, is_certain=False, is_undone=False)),
        ([f"2024-{month:02}-{day:02}" if day <= 12 else f"{day}/{month:02}/2024" for day, month in IN_ORDER], None),
        ([*spoiled(IN_ORDER), "2024-01-20"], None),
        ([*spoiled(IN_ORDER), "05/04/2024"], None),
        (spoiled(IN_ORDER)[:6], None),
        ([f"2024-{month:02}-{day:02}" for day, month in IN_ORDER], None),
    ],
    ids=["in order", "no order", "true as they stand", "a real date above 12", "a text up to 12", "too few", "real dates only"],
)
def test_swapped_days_are_found_only_where_nothing_else_explains_them(connection, cells, swap):
    assert found(connection, cells) == swap
