"""A table that leaves the house opens as text in any spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from retention.report.csv_table import csv_table


def test_the_table_comes_back_as_it_went():
    text = csv_table(["Имя", "Сумма"], [["Анна; Ко", 12.5], ['say "so"', -3]]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [["Имя", "Сумма"], ["Анна; Ко", "12.5"], ['say "so"', "-3"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\x00x", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_is_disarmed(cell):
    rows = list(csv.reader(StringIO(csv_table([cell], [[cell]]).decode("utf-8-sig"), newline="")))
    assert [row[0][0] for row in rows if row] == ["'", "'"]
