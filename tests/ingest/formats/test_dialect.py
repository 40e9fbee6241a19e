from __future__ import annotations

import pytest

from retention.ingest.formats.dialect import Dialect, find_dialect
from tests.ingest.small_files import cells_of, finding, raw_text, read_files, said

HEADER, ROWS = ("Order", "Date", "Client"), [("1", "2024-01-05", "Ann"), ("2", "2024-02-06", "Bob"), ("3", "2024-03-07", "Ann")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", "¦", "#", ":", "||", "::", "\x1f", "\x01", " ", "  "])
def test_every_separator_is_found_by_what_it_does(tmp_path, delimiter):
    content = "".join(delimiter.join(row) + "\n" for row in [HEADER, *ROWS])
    with raw_text(tmp_path, content) as (raw, connection):
        assert (raw.delimiter, list(cells_of(raw, connection).values())) == (delimiter, [HEADER, *ROWS])


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("sep=;\na;b\n1,5;2,5\n", Dialect(";", 2)),
        ("sep=x\na;b\n1;2\n", Dialect(";", 2)),
        ("a^b\n1^10,50\n2^20,75\n", Dialect("^", 2)),
        ("a    b\nAnn Lee    10,50\nBob    20,75\n", Dialect("  ", 2)),
        ("amount\n10,50\n20,75\n", Dialect(None, 1)),
        ("12:30:05 started\n12:31:10 stopped\n12:35:00 left\n", Dialect(" ", 2)),
        ("https://a.example\nhttps://b.example\n", Dialect(None, 1)),
        ("a few words\nand some others here\nthe end of it\nat last\n", Dialect(None, 1)),
        ('"a;b;c"\n"1;""x"";3"\n', Dialect(";", 3, is_wrapped=True)),
        ("'a','b'\n'1','x,y'\n", Dialect(",", 2, quote="'")),
        ("", Dialect(None, 1)),
    ],
)
def test_dialects_with_a_catch(sample, expected):
    assert find_dialect(sample) == expected


def test_blanks_inside_the_cells_of_one_column_do_not_tear_them(tmp_path):
    content = 'Day Client Amount Paid\n2024-01-05 Ann 10.50 yes\n2024-01-06 Bob van Lee 20.00 no\n2024-01-07 Cid "" no\n'
    with raw_text(tmp_path, content) as (raw, connection):
        assert list(cells_of(raw, connection).values())[1:] == [
            ("2024-01-05", "Ann", "10.50", "yes"),
            ("2024-01-06", "Bob van Lee", "20.00", "no"),
            ("2024-01-07", "Cid", None, "no"),
        ]
        assert [found.code for found in raw.findings] == ["rejoined_cells"]


def test_a_quote_that_should_have_been_doubled_does_not_tear_the_cell(tmp_path):
    with raw_text(tmp_path, 'a,b,c\n1,"Table, 48" wide, red",2\n3,"x, y",4\n') as (raw, connection):
        assert cells_of(raw, connection)[2] == ("1", 'Table, 48" wide, red', "2")
        assert [(found.code, found.rows) for found in raw.findings] == [("stray_quotes", 1)]


FULL = "2024-01-05,Ann,10.50,card,yes\n" * 8


@pytest.mark.parametrize(
    ("short", "refused"),
    [
        ("2024-02-05,Bob,10.50,card\n", 1),
        ("2024-02-05,Bob,10.50,card\n2024-02-06,Bob,10.50,card\n", 0),  # a fifth of all: what is blank at the end is left out
        ("2024-02-05,Bob,10.50,,\n", 0),
        ("Total,93\n", 0),
        ("Thank you\n", 0),
    ],
)
def test_a_row_with_a_cell_too_few_is_refused_where_hardly_any_has(tmp_path, short, refused):
    reading = read_files(tmp_path, {"x.csv": "Date,Client,Amount,Payment,Paid\n" + FULL + short})
    assert (reading.refused_count, reading.totals.order_lines) == (refused, 8 if "Bob" not in short else 8 + short.count("Bob") - refused)
    if refused:
        (row,) = reading.refused
        assert (row.row, said(row.reason)) == (
            10,
            "The row has 4 cells where the others have 5, so that nobody knows which is missing; add the separators",
        )
        assert finding(reading, "refused_rows") is not None
