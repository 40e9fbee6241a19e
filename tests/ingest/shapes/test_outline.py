from __future__ import annotations

import pytest

from retention.ingest.shapes.outline import with_groups_filled_down
from retention.ingest.values.macros import make_macros
from tests.ingest.small_files import raw_text, said


def filled_down(tmp_path, content):
    with raw_text(tmp_path, content) as (raw, connection):
        make_macros(connection)
        found = with_groups_filled_down(connection, raw)
        return found == raw, found, connection.execute(f"select * from {found.table}").fetchall()


def test_the_name_of_a_group_stands_in_its_rows_and_its_sum_is_left_out_aloud(tmp_path):
    content = "Customer / document,Date,Sum\nAnn,,30\nSale 1,2024-01-05,10\nSale 2,2024-01-06,20\nBob,,5\nSale 3,2024-01-07,5\nTotal,,35\n"
    is_same, found, rows = filled_down(tmp_path, content)
    assert not is_same
    assert rows == [
        (1, "Customer", "Date", "Sum", "Document"),
        (3, "Ann", "2024-01-05", "10", "Sale 1"),
        (4, "Ann", "2024-01-06", "20", "Sale 2"),
        (6, "Bob", "2024-01-07", "5", "Sale 3"),
        (7, "Total", None, "35", None),
    ]
    assert [said(finding.sentence) for finding in found.findings] == [
        "2 rows of file.csv head groups and were left out (they would have added 35.00); their names now stand in the rows below"
    ]


def test_a_date_inside_the_document_becomes_a_column(tmp_path):
    content = "Client;Sum\nAnn;30\nSale 1 of 05.01.2024 10:00:00;10\nSale 2 of 06.01.2024;20\nBob;5\nSale 3 of 07.01.2024;5\n"
    rows = filled_down(tmp_path, content)[2]
    assert rows[0] == (1, "Client", "Sum", "Document", "Date")
    assert rows[1] == (3, "Ann", "10", "Sale 1 of 05.01.2024 10:00:00", "05.01.2024 10:00:00")


@pytest.mark.parametrize(
    "content",
    [
        "Customer,Date,Sum\nAnn,2024-01-05,10\nBob,,20\nCid,2024-01-07,5\nDan,,1\n",
        "Customer,Date,Sum\nAnn,,31\nx,2024-01-05,10\ny,2024-01-06,20\nBob,,6\nz,2024-01-07,5\n",
        "Customer,Date,Sum\nAnn,,10\nBob,,20\nCid,2024-01-07,5\n",
        "Customer,Date,Sum\nAnn,2024-01-05,10\nTotal,,10\nBob,2024-01-06,20\nTotal,,20\n",
    ],
    ids=["dates are missing", "the sums differ", "a group without rows", "totals below their rows"],
)
def test_other_tables_stay_as_they_are(tmp_path, content):
    assert filled_down(tmp_path, content)[0]
