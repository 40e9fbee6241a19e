from __future__ import annotations

from datetime import date

import pytest

from retention.ingest.shapes.crosstab import without_months_across
from retention.ingest.shapes.month_headers import days_of, year_in
from retention.ingest.values.macros import make_macros
from tests.ingest.small_files import raw_text


def reshaped(tmp_path, content):
    with raw_text(tmp_path, content) as (raw, connection):
        make_macros(connection)
        found = without_months_across(connection, raw)
        return found == raw, found, connection.execute(f"select * from {found.table}").fetchall()


def test_every_filled_cell_becomes_a_row_with_the_number_of_its_own(tmp_path):
    is_same, found, rows = reshaped(tmp_path, "Report,,,,\nCustomer,2024-01,2024-02,2024-03,Total\nAnn,1,,3,4\nBob,0,5,-,5\n* draft,,,,\n")
    assert (is_same, found.width, found.rows, found.first_row) == (False, 3, 5, 2)
    assert rows == [
        (2, "Customer", "Date", "Amount"),
        (3, "Ann", "2024-01-01", "1"),
        (3, "Ann", "2024-03-01", "3"),
        (4, "Bob", "2024-02-01", "5"),
        (5, "* draft", None, None),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Order,Ordered,Shipped,Due,Sum\n1,2024-01-01,2024-01-02,2024-01-03,5\n2,2024-01-01,2024-01-02,2024-01-03,5\n",
        "1,2024-01-01,2024-02-02,2024-03-03,5\n2,2024-01-05,2024-02-06,2024-03-07,5\n",
        "Customer,Jan,Feb,Mar\nAnn,1,2,3\nBob,1,2,3\n",
        "Customer,2022,2023,2024\nAnn,1,2,3\nBob,1,2,3\n",
    ],
    ids=["three dates", "no header", "months without any year", "years"],
)
def test_other_tables_stay_as_they_are(tmp_path, content):
    assert reshaped(tmp_path, content)[0]


@pytest.mark.parametrize(
    ("headers", "first"),
    [
        (("янв.24", "февр.24", "март 24"), date(2024, 1, 1)),
        (("ianuarie 2024", "februarie 2024", "martie 2024"), date(2024, 1, 1)),
        (("2024 Jan", "2024 Feb", "2024 Mar"), date(2024, 1, 1)),
        (("Jan-24", "Feb-24", "Mar-24"), date(2024, 1, 1)),
        (("2024-01-01 00:00:00", "2024-02-01 00:00:00", "2024-03-01 00:00:00"), date(2024, 1, 1)),
        (("3/1/24", "4/1/24", "5/1/24"), date(2024, 3, 1)),
        (("13.03.2024", "14.03.2024", "15.03.2024"), date(2024, 3, 13)),
    ],
)
def test_headers_that_are_months_or_days(headers, first):
    assert min(days_of(headers).values()) == first
    assert len(days_of(headers)) == 3


@pytest.mark.parametrize(
    "headers", [("Date", "Customer", "Amount"), ("Jan", "Feb", "Mar"), ("2024-01", "2024-02"), ("2024-01", "2024-01", "2024-02")]
)
def test_headers_that_are_not(headers):
    assert days_of(headers) == {}


def test_a_bare_month_takes_the_one_year_that_is_named():
    assert (year_in(["Sales 2023", None, "from 01.01.2023"]), year_in(["2022/2023"]), year_in(["Sales"])) == (2023, None, None)
    assert days_of(("Jan", "Feb", "Mar"), 2023) == {0: date(2023, 1, 1), 1: date(2023, 2, 1), 2: date(2023, 3, 1)}


def test_sums_are_no_months():
    assert days_of(["1733.2", "2990.4", "7593.6", "2349.2"]) == {}
