"""Turns of the spiral: a shop by hand, the marts' own turns, and effects that are planted or not."""

from __future__ import annotations

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.spiral import spiral
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.interest_shop import lines_of_tastes, make_interest_shop
from tests.living_shop import make_living_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

# lapsed after 45 days of silence; the data end on 2026-07-10
LINES = [
    # order, customer, day, amount, cost, status
    ("1", "anna", "2026-01-01", "10.00", None, "sale"),
    ("2", "anna", "2026-01-20", "10.00", None, "sale"),  # back after 71 days
    ("3", "anna", "2026-04-01", "30.00", None, "sale"),
    ("4", "anna", "2026-04-10", "20.00", None, "sale"),  # back after 82
    ("5", "anna", "2026-07-01", "5.00", None, "sale"),
    ("6", "bob", "2026-01-05", "40.00", None, "sale"),  # back after 186
    ("7", "bob", "2026-07-10", "60.00", None, "sale"),
    ("8", "cara", "2026-02-01", "8.00", None, "sale"),
    ("9", "cara", "2026-02-03", "-1.00", None, "return"),
    ("10", "dina", "2026-06-01", "8.00", None, "sale"),
    ("11", "dina", "2026-06-20", "9.00", None, "sale"),
]
CATEGORIES = {"1": "A", "2": "B", "3": "C", "4": "A", "5": "A", "6": "A", "7": "B", "10": "A", "11": "A"}


def shop(path, categories=CATEGORIES, lines=LINES):
    workspace = make_tiny_shop(path, lines)
    with workspace.cursor() as cursor:
        for order, category in categories.items():
            cursor.execute("update order_lines set category = ? where order_id = ?", [category, order])
    return workspace


def answer(workspace, question=None):
    with workspace.marts(question or Question(), flat_limits) as marts:
        return spiral(marts)


def test_four_customers_by_hand(tmp_path):
    found = answer(shop(tmp_path / "a.duckdb"))
    assert (found.customers, found.by_turns, found.is_margin, found.interest) == (4, (2, 1, 1, 0), False, "category")
    assert (found.came_back.count, found.came_back.of, found.returns, found.days_away) == (2, 3, 3, 82.0)
    first, second, third = found.turns
    assert (first.customers, first.total, first.money) == (4, 84.0, 21.0)
    over = first.over
    assert (over.turns, over.total, over.purchases, over.days, over.low) == (3, 67.0, 4 / 3, 19 / 3, None)
    assert (over.money, over.check) == (pytest.approx(67 / 3), 67 / 4)
    # Cara's goods are not known; Bob came with what he bought, Anna took up B for 10.00
    assert (over.adopters.count, over.adopters.of, over.new_sales) == (1, 2, 5.0)
    assert (first.going_on.turns, first.going_on.total, first.going_on.adopters.count) == (1, 17.0, 0)
    assert (second.over.turns, second.over.total, second.going_on.turns, second.going_on.total) == (1, 50.0, 1, 60.0)
    assert (second.over.adopters.count, second.over.new_sales, second.going_on.new_sales) == (1, 30.0, 60.0)
    assert (third.customers, third.over.turns, third.over.money, third.going_on.total) == (1, 0, None, 5.0)
    assert third.going_on.adopters.count == 0
    assert found.pairs == 1
    assert {one.name: (one.people, one.first, one.second, one.low, one.is_beyond_noise) for one in found.differences} == {
        "check": (1, 10.0, 25.0, None, False),
        "purchases": (1, 2.0, 2.0, None, False),
        "pace": (1, 19.0, 9.0, None, False),
        "money": (1, 20.0, 50.0, None, False),
    }


def test_what_was_given_back_before_the_first_purchase_is_taken_off_the_first_turn(tmp_path):
    given_back = ("0", "anna", "2025-12-20", "-4.50", None, "return")
    categories = {**CATEGORIES, "0": "C"}
    found = answer(shop(tmp_path / "a.duckdb", categories, [given_back, *LINES, ("12", "emma", "2026-01-02", "-2.00", None, "return")]))
    first, second, third = found.turns
    assert (found.customers, first.total, first.over.total, first.going_on.total) == (4, 79.5, 62.5, 17.0)
    assert (first.over.purchases, first.over.days, first.over.check) == (4 / 3, 19 / 3, 62.5 / 4)
    assert (second.total, third.total) == (110.0, 5.0)
    # what Anna had given back is nothing new when she buys it again, and the two turns are compared without it
    assert (first.over.adopters.count, second.over.adopters.count) == (1, 0)
    assert {one.name: one.first for one in found.differences} == {"check": 10.0, "purchases": 2.0, "pace": 19.0, "money": 20.0}


def test_the_fourth_turn_and_all_later_ones_stand_together_per_customer(tmp_path):
    # six turns of Anna, four of Bob, three of Cara: one purchase in each
    days = ("2025-01-01", "2025-03-01", "2025-05-01", "2025-07-01", "2025-09-01", "2025-11-01")
    lines = [
        (f"{who}{day}", who, day, "10.00", None, "sale") for who, turns in (("anna", 6), ("bob", 4), ("cara", 3)) for day in days[:turns]
    ]
    found = answer(shop(tmp_path / "a.duckdb", lines=lines))
    assert (found.customers, found.by_turns) == (3, (0, 0, 1, 2))
    assert [(turn.number, turn.customers, turn.total, turn.money) for turn in found.turns[2:]] == [(3, 3, 30.0, 10.0), (4, 2, 40.0, 20.0)]
    assert (found.turns[3].over.turns, found.turns[3].going_on.turns) == (3, 1)


def test_only_those_are_compared_whose_second_turn_is_over(tmp_path, monkeypatch):
    with shop(tmp_path / "a.duckdb").marts(Question(), flat_limits) as marts, marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "paired_purchases"), {"most": 5}).to_pylist()
        found = spiral(marts)
    assert [row["value"] for row in rows] == [1000, 1000, 3000, 2000, 500]  # Anna's; Bob's second turn is still going on
    assert (found.second_turns_over, found.pairs, found.is_sample) == (1, 1, False)
    monkeypatch.setattr("retention.answers.spiral.MOST_PEOPLE", 1)
    assert not found.is_sample
    monkeypatch.setattr("retention.answers.spiral.MOST_PEOPLE", 0)
    assert found.is_sample


def test_nothing_after_the_day_is_known(tmp_path):
    found = answer(shop(tmp_path / "a.duckdb"), Question(as_of=np.datetime64("2026-03-31").item()))
    assert (found.customers, found.by_turns, found.came_back.count, found.came_back.of) == (3, (3, 0, 0, 0), 0, 3)
    assert (found.returns, found.days_away, found.pairs, found.differences) == (0, None, 0, ())


def test_products_stand_in_for_categories_and_without_both_it_is_said_what_to_add(tmp_path):
    workspace = shop(tmp_path / "a.duckdb", {})
    assert answer(workspace).interest is None
    assert any("add a column with the category or the product" in reason.text for reason in answer(workspace).missing)
    assert answer(workspace).turns[0].over.adopters is None
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set product = case when amount > 20 then 'P' else 'Q' end, category = 'all the same'")
        cursor.execute("update workspace set data_version = 2")
    assert (answer(workspace).interest, answer(workspace).turns[1].over.adopters.count) == ("product", 1)


def test_with_one_category_chosen_it_is_said_to_choose_another(tmp_path):
    found = answer(shop(tmp_path / "a.duckdb"), Question(categories=("A",)))
    assert found.interest is None and "choose at least two categories in the sidebar, or clear" in found.missing[-1].text
    assert answer(shop(tmp_path / "b.duckdb"), Question(categories=("A", "B"))).interest == "category"


def test_a_margin_counts_where_it_is_known(tmp_path):
    found = answer(shop(tmp_path / "a.duckdb"), Question(margin_share=0.5))
    assert (found.is_margin, found.turns[0].total, found.turns[0].over.check) == (True, 42.0, 67 / 4)


@pytest.mark.parametrize("lines", [LINES[:1], [LINES[8]], LINES[:2]], ids=["one purchase", "a return only", "one customer"])
def test_tiny_data_are_no_trouble(tmp_path, lines):
    found = answer(shop(tmp_path / "a.duckdb", lines=lines))
    assert sum(found.by_turns) == found.customers <= 1
    assert found.came_back.share is None and found.differences == ()


def test_turns_add_up_to_what_customers_brought(tmp_path):
    with ask(make_living_shop(tmp_path / "a.duckdb"), Question()) as marts, marts.engine() as engine:
        found = spiral(marts)
        brought = engine.arrow("select sum(margin) as margin, sum(value) as value, count(*) as customers from customers_now").to_pylist()[0]
        over = engine.arrow(sql_text("answers", "turns")).to_pylist()
    assert found.is_margin and found.customers == brought["customers"] == sum(found.by_turns)
    assert sum(turn.total for turn in found.turns) == pytest.approx(brought["margin"] / 100)
    twice = {row["customer"] for row in over if row["turn"] == 2 and row["is_over"]}
    told = next(one for one in found.differences if one.name == "purchases")
    assert told.people == found.pairs == len(twice) > 2  # the same rule on both sides
    for number, mean in ((1, told.first), (2, told.second)):
        assert mean == pytest.approx(np.mean([row["purchases"] for row in over if row["customer"] in twice and row["turn"] == number]))


@pytest.mark.parametrize(("seed", "later_check"), [(1, 1.0), (2, 1.0), (1, 1.5), (2, 1.5)])
def test_a_larger_check_on_the_second_turn_is_found_and_nothing_else_is_made_up(tmp_path, seed, later_check):
    with ask(make_interest_shop(tmp_path / "a.duckdb", lines_of_tastes(seed, later_check=later_check)), Question()) as marts:
        found = spiral(marts)
    named = {one.name for one in found.differences if one.is_beyond_noise}
    for one in found.differences:
        assert one.change == pytest.approx(one.second - one.unchanged)
    purchases = next(one for one in found.differences if one.name == "purchases")
    assert purchases.unchanged < purchases.first - 0.02  # second turns come out shorter even when nothing has changed
    if later_check == 1.0:
        assert named == set()
    else:
        assert "check" in named <= {"check", "money"}
        check = found.differences[0]
        assert check.low < 0.5 * check.first < check.high  # half as much again
