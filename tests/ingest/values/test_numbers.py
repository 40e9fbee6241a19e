from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest

from retention.ingest.values.macros import make_macros
from retention.ingest.values.numbers import EVIDENCE, MarkEvidence, settle

POINT, COMMA = ".", ","


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        make_macros(opened)
        yield opened


@pytest.mark.parametrize(
    ("cell", "with_point", "with_comma"),
    [
        ("12.50", "12.50", "12.50"),
        ("$12.50", "12.50", "12.50"),
        ("(3.00)", "-3", "-3"),
        ("($3.00)", "-3", "-3"),
        ("-4", "-4", "-4"),
        ("−4", "-4", "-4"),
        ("12.50-", "-12.50", "-12.50"),
        ("$-3.00", "-3", "-3"),
        ("+5", "5", "5"),
        ("1.234,56", "1234.56", "1234.56"),
        ("1,234.56", "1234.56", "1234.56"),
        ("12,5", "12.5", "12.5"),
        ("1.234", "1.234", "1234"),
        ("1,234", "1234", "1.234"),
        ("0.125", "0.125", "0.125"),
        ("1234.567", "1234.567", "1234.567"),
        ("1.234.567", "1234567", "1234567"),
        ("1,23,456.70", "123456.70", "123456.70"),
        ("1 234,50", "1234.50", "1234.50"),
        ("1\u00a0234.50", "1234.50", "1234.50"),
        ("1\u202f234,5", "1234.5", "1234.5"),
        ("12'345.60", "12345.60", "12345.60"),
        ("12 руб.", "12", "12"),
        ("EUR 12,00", "12", "12"),
        ("12,00 lei", "12", "12"),
        ("1 234,50 ₽", "1234.50", "1234.50"),
        ("15%", "15", "15"),
        ("1e3", "1000", "1000"),
        ("1,5E+03", "1500", "1500"),
        ("R$ 1.234,56", "1234.56", "1234.56"),
        ("12 руб. 50 коп.", "12.50", "12.50"),
        ("12 руб. 5 коп.", "12.05", "12.05"),
        ("Fr. 12.50", "12.50", "12.50"),
        ("12,50 kr.", "12.50", "12.50"),
        ("$1,234.50 USD", "1234.50", "1234.50"),
        ("12,- Kč", "12", "12"),
        ("12.-", "12", "12"),
        ("— 12", "-12", "-12"),
        ("١٢٣٤٫٥", "1234.5", "1234.5"),
        ("１２３４．５", "1234.5", "1234.5"),
        ("1_234.50", "1234.50", "1234.50"),
        ("'12.50", "12.50", "12.50"),
        ("3 шт.", "3", "3"),
        ("12.345678", "12.3457", "12.3457"),
        *(
            (cell, None, None)
            for cell in (
                "NaN",
                "inf",
                "-Infinity",
                "1e308",
                "abc",
                "12abc",
                "1.2.3",
                "01.02.2024",
                "2024-01-02",
                "",
                None,
                "-",
                "1.2K",
                "120 CR",
                "#REF!",
                "12 окт",
            )
        ),
    ],
)
def test_what_a_cell_is_worth_under_either_decimal_mark(connection, cell, with_point, with_comma):
    ((point, comma),) = connection.execute("select money($1, '.'), money($1, ',')", [cell]).fetchall()
    assert (point, comma) == tuple(None if text is None else Decimal(text) for text in (with_point, with_comma))


@pytest.mark.parametrize(
    ("cells", "mark", "is_certain"),
    [
        (["1.5", "1.234"], POINT, True),
        (["1,5", "1.234"], COMMA, True),
        (["12.50", "12.75", "3,5"], POINT, True),
        (["1.234,5"], COMMA, True),
        (["1.234.567"], COMMA, True),
        (["500", "20"], POINT, True),
        (["1.234", "12.500"], COMMA, False),
        (["1,234", "12,500"], POINT, False),
    ],
)
def test_the_decimal_mark_is_the_vote_of_the_column(connection, cells, mark, is_certain):
    assert settle(evidence(connection, cells), []) == (mark, is_certain)


def test_a_column_that_says_nothing_follows_its_table(connection):
    silent, neighbour = evidence(connection, ["1.234"]), evidence(connection, ["12,50"])
    assert settle(silent, [silent, neighbour]) == (COMMA, True)


def evidence(connection, cells) -> MarkEvidence:
    rows = connection.execute(
        f"select {EVIDENCE} from (select cell, bare(cell) as digits from (select unnest($1::varchar[]) as cell))", [cells]
    ).fetchall()
    return MarkEvidence(*rows[0][1:])


@pytest.mark.parametrize(
    ("cell", "worth"),
    [("1.2K", "1200"), ("3,5 тыс. руб.", "3500"), ("$2M", "2000000"), ("-1,25 млн", "-1250000"), ("950", None), ("K", None)],
)
def test_thousands_and_millions_are_multiplied(connection, cell, worth):
    ((value,),) = connection.execute("select shortened($1, '.')", [cell]).fetchall()
    assert value == (None if worth is None else Decimal(worth))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("12 lei", "RON"),
        ("$12 USD", "USD"),
        ("12,50 MDL lei", "MDL"),
        ("12 руб. 50 коп.", "RUB"),
        ("kr 12", None),
        ("3 шт.", None),
        ("12 CR", None),
    ],
)
def test_the_currency_beside_an_amount(connection, cell, code):
    assert connection.execute("select currency_code(currency_sign($1))", [cell]).fetchall() == [(code,)]


@pytest.mark.parametrize(
    ("cell", "is_error"),
    [
        ("#REF!", True),
        ("#####", True),
        ("#DIV/0!", True),
        ("#ДЕЛ/0!", True),
        ("#Н/Д", True),
        ("#N/A", True),
        ("#VALEUR!", True),
        ("#1001", False),
        ("#A-12", False),
    ],
)
def test_errors_of_a_spreadsheet_are_no_values(connection, cell, is_error):
    assert connection.execute("select is_error($1), id_of($1) is null", [cell]).fetchall() == [(is_error, is_error)]
