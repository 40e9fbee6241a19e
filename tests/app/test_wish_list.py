"""What a link may say of wishes: everything a stranger can put there, and nothing else than short names with prices comes of it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.fixture(scope="module")
def shared():
    """The module of the pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PAGES))
        yield importlib.import_module("shared.wish_list")


def test_there_and_back(shared):
    wishes = [shared.Wish("Coffee machine", 1200), shared.Wish("Bonus", None), shared.Wish("Тест-драйв", 5)]
    assert shared.to_link(wishes) == "Coffee machine=1200;Bonus=;Тест-драйв=5"
    assert shared.from_link(shared.to_link(wishes)) == wishes


def test_broken_rows_are_left_out(shared):
    assert shared.from_link("a=1;=2;b;c=-3;d=1e5;e=٣;f=99999999999;g=") == [shared.Wish("a", 1), shared.Wish("g", None)]
    assert shared.from_link("x=1;" * 500) == [] == shared.from_link("")


def test_names_cannot_break_the_list(shared):
    assert shared.plain_name(" a=b;c\n d\x00 ") == "a b c d" and len(shared.plain_name("long " * 50)) <= shared.LONGEST_NAME


@given(st.text(max_size=700))
def test_whatever_a_link_says(shared, text):
    wishes = shared.from_link(text)
    assert len(wishes) <= shared.MOST_WISHES
    assert all(0 < len(one.what) <= shared.LONGEST_NAME and (one.price is None or 0 <= one.price <= shared.HIGHEST_PRICE) for one in wishes)
    assert shared.from_link(shared.to_link(wishes)) == wishes


@given(st.lists(st.sampled_from("a=;1 \n9"), max_size=40).map("".join))
def test_links_that_look_nearly_right(shared, text):
    wishes = shared.from_link(text)
    assert shared.from_link(shared.to_link(wishes)) == wishes
