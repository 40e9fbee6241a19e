"""The spiral and what customers come for, on the page: the sentence that answers, the tables, and names that stay plain text."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.interest_shop import CATEGORIES, FIRST_DAY, lines_of_tastes, make_interest_shop
from tests.living_shop import make_living_shop

TRAP = "**Prizes** [here](https://example.org) $x$"


def shop_of_tastes(home, **planted):
    lines = [(*line[:3], TRAP if line[3] == "Prizes" else line[3]) for line in lines_of_tastes(1, **planted)]
    make_interest_shop(home / "workspace.duckdb", lines).close()


def test_the_spiral_says_who_came_back_and_what_changed(own_home):
    shop_of_tastes(own_home, later_check=1.5)
    app = visit("ladder?ladder_view=spiral")
    said = texts(app)
    assert "Customers who ever lapsed: " in said and "; back so far: " in said and "Returns so far: " in said
    assert "The second turn against the first, for " in said and "a sample of" not in said
    assert "On the second turn they spend more each time: €" in said
    assert "no difference stands out" not in said
    assert "bought from a category new to them" in said
    assert len(charts(app)) == 2 and len(app.dataframe) == 2
    assert list(app.dataframe[1].value["On average"])[:2] == ["Average check", "Purchases in the turn"]


def test_of_very_many_people_a_sample_is_compared_and_it_is_said(own_home, monkeypatch):
    monkeypatch.setattr("retention.answers.spiral.MOST_PEOPLE", 30)
    monkeypatch.setattr("retention.answers.turn_differences.MOST_PEOPLE", 30)
    shop_of_tastes(own_home)
    assert re.search(r"For a sample of 30 of the \d\d+ people whose second turn is over", texts(visit("ladder?ladder_view=spiral")))


def test_a_shop_with_one_return_is_told_in_the_singular(own_home):
    bought = [("anna", 0), ("anna", 600), *((f"c{who}", day) for who in range(40) for day in (580, 600))]
    lines = [(who, FIRST_DAY + timedelta(days=day), "5.00", "AB"[day == 580]) for who, day in bought]
    make_interest_shop(own_home / "workspace.duckdb", lines).close()
    said = texts(visit("ladder?ladder_view=spiral"))
    assert "Customers who ever lapsed: 1; back so far: 1, that is 100%" in said
    assert "The only return so far came 600 days after the last purchase." in said
    assert "Returns with a known interest so far: 1. That is too few" in texts(visit("ladder?ladder_view=interests"))


def test_where_no_turn_with_known_goods_is_over_it_is_said(own_home):
    lines = [("anna", FIRST_DAY, "5.00", None), *((name, FIRST_DAY + timedelta(days=600), "5.00", name) for name in ("A", "B"))]
    make_interest_shop(own_home / "workspace.duckdb", lines).close()
    assert "This can be told once a turn is over whose goods are known" in texts(visit("ladder?ladder_view=spiral"))


def test_with_one_category_chosen_the_pages_say_to_choose_another(own_home):
    shop_of_tastes(own_home)
    for view in ("spiral", "interests"):
        said = texts(visit(f"ladder?ladder_view={view}&category=Books"))
        assert "choose at least two categories in the sidebar, or clear that filter" in said and "add a column" not in said


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
