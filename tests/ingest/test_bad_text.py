"""Broken and hostile text files that others have collected: all of them are read whole or refused, and none is misread in silence."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from retention.ingest.formats.raw import next_table
from retention.ingest.formats.text import read_text
from retention.ingest.mapping import NO_WISH
from retention.ingest.meanings.table import Table, understand_table
from retention.ingest.values import dates, numbers
from retention.ingest.values.macros import make_macros


@pytest.fixture
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        make_macros(opened)
        yield opened


def table_of(path: Path, connection: duckdb.DuckDBPyConnection) -> Table:
    return understand_table(connection, read_text(path, path.name, connection, next_table(connection)), NO_WISH)


def body_of(table: Table, connection: duckdb.DuckDBPyConnection) -> list[tuple[str | None, ...]]:
    cells = ", ".join(column.sql for column in table.columns)
    statement = f'select {cells} from {table.raw.table} where "row" >= {table.shape.first_body_row} order by "row"'
    return connection.execute(statement).fetchall()


@pytest.mark.parametrize(
    ("name", "headers", "body"),
    [
        ("bom", ("id", "amt"), [("1", "2")]),
        ("cp1252", ("id", "name"), [("1", "Café")]),
        ("header_only", ("id", "amt"), []),
        ("header_sql_injection", ('a"); DROP TABLE t;--', "amt"), [("1", "2")]),
        ("headers_duplicate", ("id", "amt", "amt (2)", "AMT (3)"), [("1", "2", "3", "4")]),
        ("headers_empty", ("id", "2", "3"), [("1", "2", "3")]),
        ("headers_zero_width_rtl", ("id", "amount", "date"), [("1", "2", "3")]),
        ("headers_spaces", ("Id", "Amount"), [("1", "2")]),
        ("ids_20_digits", ("id", "amt"), [("12345678901234567890", "1"), ("98765432109876543210", "2")]),
        ("ids_leading_zeros", ("id", "amt"), [("00123", "1"), ("00124", "2")]),
        ("nul_byte", ("id", "amt"), [("ab", "2")]),
        ("ragged", ("a", "b", "c", "4"), [("1", "2", "3", None), ("4", "5", None, None), ("6", "7", "8", "9")]),
        ("unclosed_quote", ("id", "name"), [("1", '"abc'), ("2", "def")]),
        ("utf16", ("id", "amt"), [("é", "2")]),
    ],
)
def test_headers_and_cells_come_out_whole(bad_data, connection, name, headers, body):
    table = table_of(bad_data / "hostile-made" / "csv" / f"{name}.csv", connection)
    assert (table.shape.headers, body_of(table, connection)) == (headers, body)


@pytest.mark.parametrize(
    ("name", "amounts"),
    [
        ("amounts_currency_parens", ["12.5", "-3", "-4"]),
        ("amounts_european_semicolon", ["1234.56", "12"]),
        ("amounts_thousands", ["1234.56", "12"]),
        ("amounts_nan_inf", [None, None, None, "1.5"]),
    ],
)
def test_amounts_are_what_they_say(bad_data, connection, name, amounts):
    table = table_of(bad_data / "hostile-made" / "csv" / f"{name}.csv", connection)
    mark, _ = numbers.settle(table.columns[1].marks, [])
    statement = f'select money(c1, \'{mark}\') from raw_0 where "row" > 1 order by "row"'
    found = [value for (value,) in connection.execute(statement).fetchall()]
    assert found == [None if text is None else Decimal(text) for text in amounts]


def test_one_bad_amount_among_thirty_thousand_is_found(bad_data, connection):
    table_of(bad_data / "hostile-made" / "csv" / "type_change_row_30001.csv", connection)
    counts = "count(*), count(money(c1, '.')), any_value(\"row\") filter (money(c1, '.') is null)"
    assert connection.execute(f'select {counts} from raw_0 where "row" > 1').fetchall() == [(30001, 30000, 30002)]


@pytest.mark.parametrize(
    ("name", "days", "is_certain"),
    [
        ("dates_ambiguous", ["2024-02-01", "2024-04-03"], False),
        ("dates_mixed_order", ["2024-02-01", "2024-02-13"], True),
        ("dates_mixed_formats", ["2024-01-02", "2024-02-13", "2024-01-01"], True),
        ("dates_out_of_range", [None, None, None], True),
    ],
)
def test_days_are_read_by_the_whole_column(bad_data, connection, name, days, is_certain):
    table = table_of(bad_data / "hostile-made" / "csv" / f"{name}.csv", connection)
    way = dates.settle(table.columns[1].days, prefers_month_first=False)
    moment = dates.day_sql("c1", way)
    statement = f"select case when {moment} between {dates.FIRST_DAY} and {dates.LAST_DAY} then cast({moment} as date) end from raw_0"
    found = connection.execute(f'{statement} where "row" > 1 order by "row"').fetchall()
    assert [None if day is None else str(day) for (day,) in found] == days
    assert way.is_certain is is_certain
