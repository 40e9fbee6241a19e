from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest

from retention.ingest.macros import make_macros
from retention.ingest.numbers import EVIDENCE, MarkEvidence, settle

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
        ("12.345678", "12.3457", "12.3457"),
        *(
            (cell, None, None)
            for cell in ("NaN", "inf", "-Infinity", "1e308", "abc", "12abc", "1.2.3", "01.02.2024", "2024-01-02", "", None, "-")
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
    rows = connection.execute(f"select {EVIDENCE} from (select bare(unnest($1::varchar[])) as digits)", [cells]).fetchall()
    return MarkEvidence(*rows[0][1:])
