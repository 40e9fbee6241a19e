from __future__ import annotations

from datetime import datetime

import duckdb
import pytest

from retention.ingest.values.dates import PATTERN, DayFormat, day_sql, given, settle
from retention.ingest.values.day_evidence import COLUMNS, EVIDENCE, DayEvidence
from retention.ingest.values.macros import make_macros


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        make_macros(opened)
        yield opened


def evidence(connection, cells: list[str]) -> DayEvidence:
    found = connection.execute(f"select {EVIDENCE} from (select cell, {COLUMNS} from (select unnest($1::varchar[]) as cell))", [cells])
    names = [description[0] for description in found.description]
    return DayEvidence(**dict(zip(names, found.fetchall()[0], strict=True)))


def read(connection, cells: list[str], way: DayFormat) -> list[datetime | None]:
    return [
        row[0]
        for row in connection.execute(f"select {day_sql('cell', way)} from (select unnest($1::varchar[]) as cell)", [cells]).fetchall()
    ]


def at(*parts: int) -> datetime:
    return datetime(*parts)


@pytest.mark.parametrize(
    ("cells", "pattern", "read_as"),
    [
        (["01.01.2020 0:00", "13.02.2020 5:07"], "%d.%m.%Y", [at(2020, 1, 1), at(2020, 2, 13, 5, 7)]),
        (["01/22/19 21:25", "02/01/19 04:02"], "%m/%d/%y", [at(2019, 1, 22, 21, 25), at(2019, 2, 1, 4, 2)]),
        (["1/2/24", "13/2/2024 9:00 PM"], "%d/%m/%Y", [at(2024, 2, 1), at(2024, 2, 13, 21)]),
        (["2024-01-02", "02/13/2024", "45292"], "%Y-%m-%d", [at(2024, 1, 2), at(2024, 2, 13), at(2024, 1, 1)]),
        (["19970101", "19970112"], "%Y%m%d", [at(1997, 1, 1), at(1997, 1, 12)]),
        (["2024/03/05", "2024/03/06"], "%Y/%m/%d", [at(2024, 3, 5), at(2024, 3, 6)]),
        (
            ["2025-05-11 09:55:16 -0400", "2025-05-11T23:55:16.123+03:00", "2025-05-11T10:00:00Z"],
            "%Y-%m-%d",
            [at(2025, 5, 11, 9, 55, 16), at(2025, 5, 11, 23, 55, 16, 123000), at(2025, 5, 11, 10)],
        ),
        (["Jan 22, 2019", "February 1, 2020", "22 Jan 2019"], "%d %b %Y", [at(2019, 1, 22), at(2020, 2, 1), at(2019, 1, 22)]),
        (["2024-01", "2024-02"], "%Y-%m", [at(2024, 1, 1), at(2024, 2, 1)]),
        (["1704067200", "1704153600.5"], "%s", [at(2024, 1, 1), at(2024, 1, 2)]),
        (["1704067200000"], "%s", [at(2024, 1, 1)]),
        (["1704067200000000"], "%s", [at(2024, 1, 1)]),
        (["5012024", "31122024"], "%d%m%Y", [at(2024, 1, 5), at(2024, 12, 31)]),
        (["20240105101112", "202401051011"], "%Y%m%d%H%M%S", [at(2024, 1, 5, 10, 11, 12), at(2024, 1, 5, 10, 11)]),
        (["2024-31-12", "2024-01-02"], "%Y-%d-%m", [at(2024, 12, 31), at(2024, 2, 1)]),
        (["янв.24", "Feb-24", "martie 2024"], "%b %Y", [at(2024, 1, 1), at(2024, 2, 1), at(2024, 3, 1)]),
        (["Q1 2024", "IV кв. 2024"], "Q%q %Y", [at(2024, 1, 1), at(2024, 10, 1)]),
        (["2023", "2024"], "%Y", [at(2023, 1, 1), at(2024, 1, 1)]),
        (["2024年1月5日", "2024. 2. 6."], "%Y/%m/%d", [at(2024, 1, 5), at(2024, 2, 6)]),
        (["2025-05-11 9:55 pm", "2025-05-11, 12:05 AM"], "%Y-%m-%d", [at(2025, 5, 11, 21, 55), at(2025, 5, 11, 0, 5)]),
        (["13/01/24 21:05 EST", "пт 14/1/24", "31/02/24"], "%d/%m/%y", [at(2024, 1, 13, 21, 5), at(2024, 1, 14), None]),
        (["31.12.2023", "12/30/2023", "01.02.2024"], "%d.%m.%Y", [at(2023, 12, 31), at(2023, 12, 30), at(2024, 2, 1)]),
        (["45292", "45292.5"], "%Y-%m-%d", [at(2024, 1, 1), at(2024, 1, 1, 12)]),
        (["31.12.2024", "32.12.2024", "soon", "31.12.24x"], "%d.%m.%Y", [at(2024, 12, 31), None, None, None]),
        (["13.01.2024", "2024-01-14", "15.01.2024"], "%d.%m.%Y", [at(2024, 1, 13), at(2024, 1, 14), at(2024, 1, 15)]),
    ],
)
def test_a_column_of_days_is_read_in_its_own_way(connection, cells, pattern, read_as):
    way = settle(evidence(connection, cells), prefers_month_first=False)
    assert (way.pattern, way.is_certain) == (pattern, True)
    assert read(connection, cells, way) == read_as


@pytest.mark.parametrize(("prefers_month_first", "pattern"), [(False, "%d/%m/%Y"), (True, "%m/%d/%Y")])
def test_where_nothing_settles_the_order_it_is_not_certain(connection, prefers_month_first, pattern):
    way = settle(evidence(connection, ["01/02/2024", "03/04/2024"]), prefers_month_first)
    assert (way.pattern, way.is_certain) == (pattern, False)


def test_a_given_pattern_goes_first_and_rules_out_its_mirror_image(connection):
    found = settle(evidence(connection, ["01/02/2024"]), prefers_month_first=False)
    way = given("%m/%d/%Y", found)
    assert way.is_certain
    assert read(connection, ["01/02/2024", "2024-03-04", "13/02/2024"], way) == [at(2024, 1, 2), at(2024, 3, 4), None]


@pytest.mark.parametrize(
    ("pattern", "is_allowed"), [("%d.%m.%Y", True), ("%b %d, %Y", True), ("%d'); drop table x; --", False), ("", False)]
)
def test_only_plain_patterns_reach_a_statement(pattern, is_allowed):
    assert bool(PATTERN.fullmatch(pattern)) is is_allowed


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Mon, 05 Jan 2024 10:00:00 GMT+0200 (EET)", at(2024, 1, 5, 10)),
        ("lun. 5 ian. 2024", at(2024, 1, 5)),
        ("5 января 2024 г.", at(2024, 1, 5)),
        ("5 de enero de 2024", at(2024, 1, 5)),
        ("6 de março de 2024", at(2024, 3, 6)),
        ("5. März 2024", at(2024, 3, 5)),
        ("mar. 5 août 2024", at(2024, 8, 5)),
        ("7 maggio 2024", at(2024, 5, 7)),
        ("5 paź 2024", at(2024, 10, 5)),
        ("12 Şub 2024", at(2024, 2, 12)),
        ("5 серпня 2024 р.", at(2024, 8, 5)),
        ("5th of March 2024", at(2024, 3, 5)),
        ("05JAN2024", at(2024, 1, 5)),
        ("5 Foo 2024", None),
        ("31 feb 2024", None),
    ],
)
def test_names_of_months_in_the_languages_of_the_shops(connection, cell, day):
    assert read(connection, [cell], settle(evidence(connection, [cell]), prefers_month_first=False)) == [day]


def test_two_orders_behind_one_separator_are_said_and_what_fits_one_only_is_read_in_it(connection):
    cells = ["13/01/2024", "14/02/2024", "03/25/2024", "01/02/2024"]
    way = settle(evidence(connection, cells), prefers_month_first=False)
    assert (way.is_mixed, way.is_certain) == (True, False)
    assert read(connection, cells, way) == [at(2024, 1, 13), at(2024, 2, 14), at(2024, 3, 25), at(2024, 2, 1)]
