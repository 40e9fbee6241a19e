from __future__ import annotations

import pytest

from retention.ingest.rows.refused_cells import why_no_day, why_no_number
from tests.ingest.small_files import said


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("-", "The cell in column Amount is empty"),
        ("#REF!", "#REF! in column Amount is an error of the spreadsheet; open the file there, put it right and save it again"),
        ("1.2K", "1.2K in column Amount is written in thousands or millions; write the whole number"),
        ("20.00 CR", "20.00 CR in column Amount is marked as credit or debit; write money that went back with a minus"),
        ("12 окт", "12 окт in column Amount is a date where a number should be; write the number"),
        ("2024-12-10", "2024-12-10 in column Amount is a date where a number should be; write the number"),
        ("soon", "soon in column Amount is not a number that can be read; write it like 1234.50"),
    ],
)
def test_why_a_cell_is_no_number(cell, reason):
    assert said(why_no_number(cell, "Amount")) == reason


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("n/a", "The cell in column Date is empty"),
        ("#####", "##### in column Date is an error of the spreadsheet; open the file there, put it right and save it again"),
        ("31.02.2024", "31.02.2024 in column Date is no day of the calendar; write it like 31.12.2024"),
        ("12 окт", "12 окт in column Date is a day without a year; write it like 31.12.2024"),
        ("soon", "soon in column Date is not a date that can be read; write it like 31.12.2024"),
    ],
)
def test_why_a_cell_is_no_day(cell, reason):
    assert said(why_no_day(cell, "Date")) == reason
