from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from retention.sentence import Refusal
from tests.ingest.small_files import finding, read_files

AMBIGUOUS = "when,who,first,second\n01/02/2024,a,1.234,7\n03/04/2024,b,2.500,8\n"


def document(**entry: object) -> dict[str, object]:
    return {"files": [{"file": "x.csv", **entry}]}


def test_what_a_person_says_wins_over_what_is_guessed(tmp_path):
    columns = {"when": "ordered_at", "who": "customer_id", "second": "amount"}
    mapping = document(role="orders", columns=columns, formats={"date": "%m/%d/%Y"})
    reading = read_files(tmp_path, {"x.csv": AMBIGUOUS}, mapping)
    assert reading.files[0].columns == columns
    assert (reading.totals.first_date, reading.totals.revenue) == (date(2024, 1, 2), Decimal("15.00"))
    assert finding(reading, "ambiguous_dates") is None


@pytest.mark.parametrize(("decimal", "revenue"), [(".", "3.73"), (",", "3734.00")])
def test_the_decimal_mark_can_be_given(tmp_path, decimal, revenue):
    columns = {"when": "ordered_at", "First": "amount"}
    reading = read_files(tmp_path, {"x.csv": AMBIGUOUS}, document(columns=columns, formats={"decimal": decimal}))
    assert reading.totals.revenue == Decimal(revenue)
    assert finding(reading, "ambiguous_numbers") is None


def test_the_header_row_can_be_given(tmp_path):
    content = "2024,2025,x\ndate,customer,amount\n2024-01-13,a,1\n2024-01-14,b,2\n"
    reading = read_files(tmp_path, {"x.csv": content}, document(header_row=1))
    assert (reading.files[0].header_row, reading.totals.revenue) == (1, Decimal("3.00"))


def test_a_file_can_be_declared_to_have_no_headers(tmp_path):
    content = "2024-01-13,a,1.50\n2024-01-14,b,2.00\n2024-01-15,a,3.00\n"
    columns = {"1": "ordered_at", "3": "amount", "2": "store"}
    reading = read_files(tmp_path, {"x.csv": content}, document(header_row=None, columns=columns))
    assert (reading.files[0].columns, reading.totals.revenue) == (columns, Decimal("6.50"))


def test_the_role_can_be_given_alone(tmp_path):
    reading = read_files(tmp_path, {"x.csv": "date,channel,amount\n2024-01-13,a,1\n2024-01-14,b,2\n"}, document(role="spend"))
    assert (reading.files[0].role, reading.totals.spend) == ("spend", Decimal("3.00"))


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({}, 'The mapping must hold a list called "files", one entry for each file; see what inspect --json prints'),
        ({"files": ["x.csv"]}, 'The mapping must hold a list called "files", one entry for each file; see what inspect --json prints'),
        ({"files": [{"file": "y.csv"}]}, "The mapping names y.csv, which is not among the files read; correct the name"),
        (document(columns={"whom": "customer_id"}), "The mapping names a column whom, which x.csv does not have; correct the name"),
        (document(columns=["when"]), 'In the mapping of x.csv, "columns" must name a field for each header'),
        (
            document(formats={"date": "%d'); drop table raw_0; --"}),
            "The mapping writes the dates of x.csv as %d'); drop table raw_0; --; write it like %d.%m.%Y",
        ),
        (document(formats={"decimal": "'"}), 'The mapping gives x.csv the decimal mark \'; it must be "." or ","'),
        (document(header_row=-1), 'In the mapping of x.csv, "header_row" must be a number from 0'),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_by_name(tmp_path, mapping, sentence):
    with pytest.raises(Refusal) as refused:
        read_files(tmp_path, {"x.csv": AMBIGUOUS}, mapping)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"role": "magic"}, "The mapping calls x.csv magic; it must be one of: order_lines"),
        (
            {"role": "orders", "columns": {"who": "stage"}},
            "reads column who of x.csv as stage, which tables of orders do not have; choose one of: ordered_at",
        ),
    ],
)
def test_a_role_or_field_that_does_not_exist_is_refused_with_those_that_do(tmp_path, entry, said):
    with pytest.raises(Refusal, match=said):
        read_files(tmp_path, {"x.csv": AMBIGUOUS}, document(**entry))
