"""The mapping document is taken at its word, and refused where it makes no sense."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from retention.ingest.wishes import wishes_of
from retention.sentence import Refusal
from tests.ingest.small_files import finding, read_files


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({}, 'a list called "files"'),
        ({"files": "x"}, 'a list called "files"'),
        ({"repairs": {"merged_customers": "no"}}, "true or false"),
        ({"currency": "euro"}, "a currency code like EUR"),
        ({"rates": {"USD": 17.85}}, "a number for each currency"),
        ({"rates": {"USD": "abc"}}, "The rate of USD is abc"),
        ({"rates": {"USD": "-1"}}, "The rate of USD is -1"),
        ({"rates": {"USD": "Infinity"}}, "The rate of USD"),
        ({"rates": {"dollar": "1"}}, "The rate of dollar"),
    ],
)
def test_a_document_that_makes_no_sense_is_refused(mapping, words):
    with pytest.raises(Refusal, match=words):
        wishes_of(mapping)


def test_a_document_is_understood():
    wishes = wishes_of({"repairs": {"x": True}, "rates": {"USD": "17.85"}, "currency": "MDL"})
    assert (wishes.repairs, wishes.rates, wishes.currency) == ({"x": True}, {"USD": Decimal("17.85")}, "MDL")


REMEMBERED = {"headers": ["when", "WHO ", "how much", "other"], "role": "orders", "columns": {"when": "ordered_at", "other": "amount"}}


def test_what_was_said_of_the_same_headers_is_remembered(tmp_path: Path):
    content = "When,who,How much,Other\n2024-01-05,a,1,10\n2024-01-06,b,2,20\n"
    reading = read_files(tmp_path, {"x.csv": content}, {"remembered": [REMEMBERED]})
    assert reading.files[0].columns == {"When": "ordered_at", "Other": "amount"}
    assert reading.totals.revenue == Decimal("30.00")
    assert finding(reading, "remembered_mapping") is not None


def test_what_is_said_of_this_file_wins_over_what_is_remembered(tmp_path: Path):
    content = "When,who,How much,Other\n2024-01-05,a,1,10\n2024-01-06,b,2,20\n"
    said_now = {"file": "x.csv", "role": "orders", "columns": {"When": "ordered_at", "How much": "amount"}}
    reading = read_files(tmp_path, {"x.csv": content}, {"files": [said_now], "remembered": [REMEMBERED]})
    assert reading.totals.revenue == Decimal("3.00")


def test_other_headers_remember_nothing(tmp_path: Path):
    content = "date,customer,amount\n2024-01-05,a,1\n2024-01-06,b,2\n"
    reading = read_files(tmp_path, {"x.csv": content}, {"remembered": [REMEMBERED]})
    assert (reading.totals.revenue, finding(reading, "remembered_mapping")) == (Decimal("3.00"), None)
