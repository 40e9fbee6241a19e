from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from retention.answers.cell_customers import CellCustomer
from retention.locale import Words
from retention.report.cell_table import cell_table

HOSTILE = CellCustomer("=1+1", '@SUM("A1")', date(2026, 2, 21), 48, 45.0, 12.345678, None)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_names_are_no_formulas_and_figures_stay_numbers():
    headers, cells = read(cell_table([HOSTILE], 7.5, Words("en"), True, "EUR"))
    assert headers == [
        *("Customer", "Name", "Last purchase", "Days of silence", "Brought so far, in margin, EUR"),
        *("Predicted value, in margin, EUR", "Buys at least once", "Most worth spending, in margin, EUR"),
    ]
    assert cells == ["'=1+1", '\'@SUM("A1")', "2026-02-21", "48", "45.0", "12.3457", "", "7.5"]


def test_without_a_currency_or_a_forecast():
    headers, cells = read(cell_table([CellCustomer("7", None, date(2026, 2, 21), 0, -3.0, None, None)], None, Words("ru"), False, None))
    assert headers[0] == "Клиент" and cells == ["7", "", "2026-02-21", "0", "-3.0", "", "", ""]
