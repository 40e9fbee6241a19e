from __future__ import annotations

import pytest

from tests.ingest.small_files import finding, read_files, said

HEADER = "Date,Customer,Product,Amount\n"
ROWS = "2024-01-05,Ann,Tea,10.10\n2024-01-16,Bob,Cup,20.20\n2024-02-07,Ann,Tea,5.50\n"


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (",,,35.80\n", "35.80"),
        ("Summary,,,35.80\n", "35.80"),
        ("Total,,,35.80\nTotal with tax,,,40\n", "75.80"),
        ("Итого за январь:,,,35.80\n", "35.80"),
    ],
)
def test_totals_are_said_with_what_they_would_have_added(tmp_path, rows, total):
    reading = read_files(tmp_path, {"a.csv": HEADER + ROWS + rows})
    assert (str(reading.totals.revenue), reading.refused_count) == ("35.80", 0)
    assert said(finding(reading, "total_rows").sentence).endswith(f"would have added {total}")


@pytest.mark.parametrize(
    ("row", "refused", "notes"),
    [
        ("* prices without tax,,,\n", 0, 1),
        ("Page 2 of 3,,,\n", 0, 1),
        ("2024-02-31,Ann,,\n", 1, 0),
        ("2024-01-20,Ann,Tea,\n", 1, 0),
        (",Ann,,\n", 1, 0),
        (",,,99.99\n", 1, 0),
        ("soon,Ann,Tea,10.10\n", 1, 0),
    ],
)
def test_notes_and_broken_rows_are_told_apart(tmp_path, row, refused, notes):
    reading = read_files(tmp_path, {"a.csv": HEADER + ROWS[:25] + row + ROWS[25:] + row})
    found = finding(reading, "note_rows")
    assert (reading.refused_count, found.rows if found else 0) == (2 * refused, 2 * notes)
    assert reading.totals.order_lines == 3


@pytest.mark.parametrize("note", ["Data as of,01.02.2024,,\n", "Prepared by,Ann Smith,,\n", ",,,* preliminary\n"])
def test_notes_of_two_cells_stand_at_the_end(tmp_path, note):
    reading = read_files(tmp_path, {"a.csv": HEADER + ROWS + note})
    assert (reading.refused_count, finding(reading, "note_rows").rows, reading.totals.order_lines) == (0, 1, 3)
