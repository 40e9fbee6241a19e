from __future__ import annotations

import csv
from io import StringIO

from retention.locale import Words
from retention.report.customer_table import COLUMNS, customer_table

ROW = {
    **dict.fromkeys(COLUMNS.labels),
    "customer_id": "=cmd|x",
    "rung": "regular",
    "is_at_risk": False,
    "first_day": "2026-01-05",
    "orders": 4,
    "value": 100.0,
    "chance_to_buy": 0.123456,
}


def test_figures_stay_numbers_and_ids_are_no_formulas():
    headers, cells = csv.reader(StringIO(customer_table([ROW], Words("en"), True, "EUR").decode("utf-8-sig")))
    found = dict(zip(headers, cells, strict=True))
    assert (found["Customer"], found["Rung of the ladder"], found["At risk"]) == ("'=cmd|x", "Regular", "no")
    assert (found["Sales so far, EUR"], found["Buys at least once"], found["Predicted value, in margin, EUR"]) == ("100.0", "0.1235", "")


def test_headers_speak_the_language():
    headers = customer_table([], Words("ru"), False, None).decode("utf-8-sig").splitlines()[0]
    assert "Клиент" in headers and "Customer" not in headers
