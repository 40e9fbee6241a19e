"""The spiral and what customers come for, on the page: the sentence that answers, the tables, and names that stay plain text."""

from __future__ import annotations

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.interest_shop import CATEGORIES, lines_of_tastes, make_interest_shop
from tests.living_shop import make_living_shop

TRAP = "**Prizes** [here](https://example.org) $x$"


def shop_of_tastes(home, **planted):
    lines = [(*line[:3], TRAP if line[3] == "Prizes" else line[3]) for line in lines_of_tastes(1, **planted)]
    make_interest_shop(home / "workspace.duckdb", lines).close()


def test_the_spiral_says_who_came_back_and_what_changed(own_home):
    shop_of_tastes(own_home, later_check=1.5)
    app = visit("ladder?ladder_view=spiral")
    said = texts(app)
    assert "customers who ever lapsed" in said and "have come back so far" in said
    assert "On the second turn they spend more each time: €" in said
    assert "no difference stands out" not in said
    assert "bought from a category new to them" in said
    assert len(charts(app)) == 2 and len(app.dataframe) == 2
    assert list(app.dataframe[1].value["On average"])[:2] == ["Average check", "Purchases in the turn"]


def test_without_returns_and_categories_the_spiral_says_what_it_would_show(own_home):
    make_living_shop(own_home / "workspace.duckdb", [("anna", day, "5.00") for day in (lines_of_tastes(1)[0][1],)]).close()
    said = texts(visit("ladder?ladder_view=spiral"))
    assert "Nobody has lapsed yet" in said and "add a column with the category or the product" in said


@pytest.mark.parametrize(("planted", "sentence"), [({}, "No change of interest stands out"), ({"after_prizes": 0.36}, "After a move to “")])
def test_a_change_before_a_lapse_is_named_only_where_there_is_one(own_home, planted, sentence):
    shop_of_tastes(own_home, **planted)
    app = visit("ladder?ladder_view=interests")
    said = texts(app)
    assert sentence in said and "No interest grew or shrank beyond noise" in said
    assert TRAP not in said  # a name from a file is no Markdown
    assert len(charts(app)) == 4 and len(app.dataframe) == 5
    assert set(app.dataframe[0].value["Interest"]) == {TRAP, *CATEGORIES} - {"Prizes"}


def test_without_categories_the_page_says_what_to_add(own_home):
    make_living_shop(own_home / "workspace.duckdb").close()
    app = visit("ladder?ladder_view=interests")
    assert "add a column with the category or the product" in texts(app)
    assert charts(app) == [] and len(app.dataframe) == 0
