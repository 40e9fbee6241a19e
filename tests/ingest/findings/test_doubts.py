from __future__ import annotations

import pytest

from retention.ingest.reading import Doubt
from tests.ingest.small_files import read_files


@pytest.mark.parametrize(
    ("content", "doubts"),
    [
        (
            "date;customer;amount\n05/05/2024;a;1\n02/03/2024;b;2\n",
            (Doubt("x.csv", None, "date", "date", "02/03/2024", (("%d/%m/%Y", "2024-03-02"), ("%m/%d/%Y", "2024-02-03"))),),
        ),
        (
            "date;customer;amount\n02/03/24;a;$1\n03/03/24;b;$2\n",
            (Doubt("x.csv", None, "date", "date", "02/03/24", (("%m/%d/%y", "2024-02-03"), ("%d/%m/%y", "2024-03-02"))),),
        ),
        (
            "date;customer;amount\n13.01.2024;a;1.234\n14.01.2024;b;12.500\n",
            (Doubt("x.csv", None, "amount", "decimal", "1.234", ((",", "1234"), (".", "1.234"))),),
        ),
        ("date;customer;amount\n13.01.2024;a;1.234\n01.02.2024;b;12.50\n", ()),
        ("date;customer;amount\n05.05.2024;a;1\n06.06.2024;b;2\n", ()),
    ],
    ids=["dates", "dates with dollars beside them", "numbers", "all is settled", "the same day in both orders"],
)
def test_what_nothing_settles_is_asked_with_both_readings(tmp_path, content, doubts):
    assert read_files(tmp_path, {"x.csv": content}).doubts == doubts


def test_an_answer_is_taken_and_asked_no_more(tmp_path):
    mapping = {"files": [{"file": "x.csv", "formats": {"date": "%m/%d/%Y"}}]}
    reading = read_files(tmp_path, {"x.csv": "date;customer;amount\n02/03/2024;a;1\n04.05.2024;b;2\n"}, mapping)
    assert (reading.doubts, str(reading.totals.first_date), str(reading.totals.last_date)) == ((), "2024-02-03", "2024-04-05")
