from __future__ import annotations

import pytest

from retention.ingest.shapes.header_rows import is_numbering, joined
from retention.ingest.shapes.shape import find_shape, shape_at

BODY = [("1", "2024-01-05", "Ann", "Bonn", "10"), ("2", "2024-01-16", "Bob", "Kiel", "20"), ("3", "2024-02-07", "Ann", "Bonn", "5.50")]
LOWER = ("No", "Date", "Name", "City", None)


def numbered(*rows):
    return list(enumerate(rows, start=1))


@pytest.mark.parametrize(
    ("above", "lower", "headers"),
    [
        ([("Order", None, "Customer", None, "Amount")], LOWER, ("Order No", "Order Date", "Customer Name", "Customer City", "Amount")),
        (
            [("Order", "Order", "Customer", "Customer", "Amount")],
            ("No", "Date", "Name", "City", "Amount"),
            ("Order No", "Order Date", "Customer Name", "Customer City", "Amount"),
        ),
        (
            [("Sales", None, None, None, None), ("Order", None, "Customer", None, "Amount")],
            LOWER,
            ("Order No", "Order Date", "Customer Name", "Customer City", "Amount"),
        ),
        (
            [("Order", "Date", "Customer", "City", "Amount")],
            (None, None, None, None, "EUR"),
            ("Order", "Date", "Customer", "City", "Amount EUR"),
        ),
    ],
    ids=["groups", "groups written out", "groups below a title", "units"],
)
def test_headers_of_two_rows_are_joined_and_found_again_by_their_last_row(above, lower, headers):
    rows = numbered(*above, lower, *BODY)
    found = find_shape(rows, 5)
    assert (found.header_row, found.headers, found.header_rows) == (len(above), headers, 2)
    assert shape_at(found.header_row, rows, 5) == found


@pytest.mark.parametrize(
    "title",
    [("Sales report", None, None, None, None), ("Company", "Tea House", None, None, None), (None, None, "Customer", None, None)],
)
def test_titles_right_above_are_no_part_of_the_header(title):
    found = find_shape(numbered(title, ("Order", "Date", "Customer", "City", "Amount"), *BODY), 5)
    assert (found.header_row, found.headers) == (1, ("Order", "Date", "Customer", "City", "Amount"))


def test_a_first_row_of_words_is_data():
    found = find_shape(numbered(("Order", "Date", "Customer", "City", "Amount"), (None, None, "Cid", "Ulm", None), *BODY), 5)
    assert (found.header_row, found.header_rows) == (0, 1)


def test_a_merged_cell_ends_where_one_above_it_ends():
    rows = [("2023", None, "2024", None), ("Sum", "Paid", None, "Sum"), ("a", "b", "c", "d")]
    assert joined(rows) == ("2023 Sum a", "2023 Paid b", "2024 c", "2024 Sum d")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "2", "3", "4"), True),
        (("А", "Б", "1", "2"), True),
        (("1", "2", "4", "5"), False),
        (("Ann", "1", "2", "3"), False),
        (("1", "2", None, None), False),
    ],
)
def test_a_row_that_numbers_the_columns(cells, expected):
    assert is_numbering(cells, [("05.01.2024", "Ann", "3", "10")]) is expected


def test_small_numbers_under_a_header_are_data_where_all_are_numbers():
    assert not is_numbering(("1", "2", "3"), [("2", "5", "7")])
