"""Who matters as a table to take away: plain figures, the page's words, no formula from a file."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from retention.locale import LANGUAGES, Words
from retention.report.people_table import COLUMNS, people_table

ROW = {
    "customer_id": "=HYPERLINK(1)",
    "name": "+Anna",
    "rung": "regular",
    "is_at_risk": False,
    "stability": "steady",
    "purchases": 4,
    "mean_gap_days": 30.0,
    "last_day": date(2026, 4, 5),
    "tier": None,
    "sales": 1234.56,
    "margin": None,
    "worth_showing": True,
    "brought": 2,
    "brought_money": -3.5,
}


def read(table):
    return list(csv.reader(StringIO(table.decode("utf-8-sig"))))


def test_a_row_by_hand():
    headers, cells = read(people_table([ROW], Words("en"), True, "EUR"))
    assert dict(zip(headers, cells, strict=True)) == {
        "Customer": "'=HYPERLINK(1)",
        "Name": "'+Anna",
        "Rung of the ladder": "Regular",
        "At risk": "no",
        "How steadily": "Steady",
        "Days with a purchase": "4",
        "Days between purchases": "30.0",
        "Last purchase": "2026-04-05",
        "Third by value so far": "",
        "Sales so far, EUR": "1234.56",
        "Margin so far, EUR": "",
        "Worth showing to others": "yes",
        "Customers brought": "2",
        "Money from those brought, in margin, EUR": "-3.5",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_column(language):
    headers, cells = read(people_table([ROW | {"tier": "best"}], Words(language), False, None))
    assert len(headers) == len(cells) == len(COLUMNS.labels) and len(set(headers)) == len(headers)
    assert cells[0] == "'=HYPERLINK(1)"
