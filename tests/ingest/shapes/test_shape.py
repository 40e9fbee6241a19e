from __future__ import annotations

import pytest

from retention.ingest.shapes.shape import clean_header, find_shape

SALES = [("2024-01-01", "Anna", "12.50"), ("2024-01-02", "Boris", "20"), ("2024-01-03", "Anna", "7")]


def shape_of(*rows):
    return find_shape([(number, row) for number, row in enumerate(rows, start=1)], max(len(row) for row in rows))


@pytest.mark.parametrize(
    ("above", "header", "header_row"),
    [
        ([], ("Date", "Customer", "Amount"), 0),
        ([("Sales report", None, None), (None, None, None)], ("Date", "Customer", "Amount"), 2),
        ([("Report", None, None), ("from 01.01.2024", None, None)], ("Дата", "Клиент", "Сумма"), 2),
        ([], ("Foo", "Bar", "Baz"), 0),
    ],
)
def test_the_header_is_found_below_titles(above, header, header_row):
    found = shape_of(*above, header, *SALES)
    assert (found.header_row, found.headers, found.first_body_row) == (header_row, header, header_row + 2)


def test_a_table_without_headers_numbers_its_columns():
    found = shape_of(*SALES)
    assert (found.header_row, found.headers, found.first_body_row) == (None, ("1", "2", "3"), 1)


def test_a_header_may_name_fewer_columns_than_there_are():
    assert shape_of(("id", None, None), *SALES).header_row == 0


def test_words_only_are_a_header_above_words():
    assert shape_of(("Name", "Town"), ("Anna", "Minsk"), ("Boris", "Iași")).header_row == 0


@pytest.mark.parametrize(
    ("written", "headers"),
    [
        (("id", "amt", "amt", "AMT"), ("id", "amt", "amt (2)", "AMT (3)")),
        (("id", None, None), ("id", "2", "3")),
        ((" Id ", " Amount\n(net) ", "x"), ("Id", "Amount (net)", "x")),
        (("id\u200b", "amo\xadunt", "\u202edate"), ("id", "amount", "date")),
        (('a"); DROP TABLE t;--', "<b>x</b>", "=cmd|x"), ('a"); DROP TABLE t;--', "<b>x</b>", "=cmd|x")),
    ],
)
def test_headers_are_cleaned_and_told_apart(written, headers):
    assert shape_of(written, *[row[: len(written)] for row in SALES]).headers[: len(headers)] == headers


def test_a_header_is_cut_at_a_hundred_characters_and_its_letters_made_plain():
    assert clean_header("x" * 300) == "x" * 100
    assert clean_header("ﬁne Ａmount") == "fine Amount"
