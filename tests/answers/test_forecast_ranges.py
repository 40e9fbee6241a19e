"""Ranges hold what the past has taught, one customer has one future, and what was returned counts everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.backtest import expected_worth, spending_model
from retention.answers.base_value import base_value
from retention.answers.customer_card import customer_card
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.known_customers import known_customers
from retention.models.rivals import own_pace
from retention.question import Question
from retention.warehouse.facts import day_number
from tests.living_shop import FIRST_DAY, living_lines, make_living_shop
from tests.many_lines import make_shop


@pytest.fixture(scope="module")
def living_workspace(tmp_path_factory):
    """240 customers, every seventh purchase partly returned a week later."""
    lines = living_lines()
    last = max(day for _, day, _ in lines)
    returned = [(who, min(day + timedelta(days=7), last), f"-{float(amount) / 2:.2f}") for who, day, amount in lines[::7]]
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb", [*lines, *returned])
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(living_workspace):
    with ask(living_workspace, Question()) as marts:
        yield marts, fits(marts)


def with_scores(fitted, winner=None, **changed):
    """The fits as if the best model's back-test had ended otherwise, or another forecaster had won it."""
    tried = fitted.scoreboard
    scores = tuple(replace(score, **changed) if score.name == tried.best_model else score for score in tried.scores)
    return replace(fitted, scoreboard=replace(tried, scores=scores, winner=winner or tried.winner))


def test_a_range_is_never_narrower_than_the_miss_in_money(living):
    marts, fitted = living
    wide = with_scores(fitted, expected_sales=fitted.scoreboard.actual_sales / 1.9)  # 90 % more came than was expected
    values = customer_values(marts, wide)
    low, high = values.predicted_range
    total = values.predicted.sum()
    assert low <= 0.1 * total + 1e-6 and high >= 1.9 * total - 1e-6
    base = base_value(marts, values)
    assert (base.low, base.high) == (low, high)
    assert base.regulars.low <= 0.1 * base.regulars.thousand + 1e-6 and base.regulars.high >= 1.9 * base.regulars.thousand - 1e-6


def test_where_a_rule_won_customers_still_have_one_future_each(living):
    marts, fitted = living
    by_model, by_rule = customer_values(marts, fitted), customer_values(marts, with_scores(fitted, winner="own_pace"))
    assert np.array_equal(by_model.predicted, by_rule.predicted)
    assert np.all(by_rule.expected_purchases >= by_rule.chance_to_buy - 1e-9)
    assert by_model.predicted_by_rule is None
    ahead = 12 * 30.4375
    evenly = np.mean(1.1 ** -((np.arange(12) + 0.5) / 12))
    expected = own_pace(by_rule.x, by_rule.T, ahead) @ by_rule.expected_check * evenly * by_rule.margin_share
    assert by_rule.predicted_by_rule == pytest.approx(expected)


def test_rules_are_judged_with_the_worth_that_the_page_uses(living):
    marts, fitted = living
    tried = fitted.scoreboard
    known = known_customers(marts, day_number(tried.cut_day))
    worth = expected_worth(known, spending_model(known))
    expected = own_pace(known.repeat_purchases, known.age, tried.weeks * 7.0)
    assert tried.score("own_pace").expected_sales == pytest.approx(float(expected @ worth))


def test_the_card_and_the_page_expect_the_same_of_a_customer(living):
    marts, fitted = living
    assert fitted.kept_share < 0.97  # something was returned, so that forgetting it would show
    values = customer_values(marts, fitted)
    for place in (3, 50, 200):
        outlook = customer_card(marts, fitted, values.customer_id[place]).outlook
        assert outlook.expected_value == pytest.approx(values.predicted[place], rel=1e-6)
        assert outlook.expected_purchases == pytest.approx(values.expected_purchases[place], rel=1e-9)


def test_an_earlier_day_of_the_curve_is_what_one_would_have_said_then(living, living_workspace):
    marts, fitted = living
    today = base_value(marts, customer_values(marts, fitted)).equity.to_pylist()
    then = today[-3]
    with ask(living_workspace, Question(as_of=then["day"])) as earlier:
        fits_then = replace(fits(earlier), model_name=fitted.model_name, scoreboard=None)
        known_then = base_value(earlier, customer_values(earlier, fits_then))
    assert known_then.total == pytest.approx(then["value"], rel=1e-3)


def test_goods_sold_below_their_cost_have_a_range_below_zero(tmp_path):
    workspace = make_living_shop(tmp_path / "loss.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set cost = amount * 1.2")
        cursor.execute("update workspace set data_version = data_version + 1")
    with ask(workspace, Question()) as marts:
        fitted = fits(marts)
        values = customer_values(marts, fitted)
        base = base_value(marts, values)
    workspace.close()
    low, high = values.predicted_range
    assert low < values.predicted.sum() < high < 0
    assert base.regulars.low < base.regulars.thousand < base.regulars.high


def test_a_shop_without_repeat_purchases_is_promised_nothing_for_certain(tmp_path):
    lines = [(f"c{number}", FIRST_DAY + timedelta(days=number % 300), "20.00") for number in range(300)]
    workspace = make_shop(tmp_path / "once.duckdb", lines)
    with ask(workspace, Question()) as marts:
        values = customer_values(marts, fits(marts))
    workspace.close()
    low, high = values.predicted_range
    assert low <= values.predicted.sum() <= high and high > low


def test_the_margin_of_late_is_what_sales_to_come_leave(tmp_path):
    workspace = make_living_shop(tmp_path / "dearer.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set cost = amount * case when ordered_at < date '2025-06-30' then 0.3 else 0.8 end")
        cursor.execute("update workspace set data_version = data_version + 1")
    with ask(workspace, Question(window_months=6)) as marts:
        values = customer_values(marts, fits(marts))
    workspace.close()
    assert values.margin_share == pytest.approx(0.2, abs=1e-4)
    assert values.predicted.sum() == pytest.approx(
        (values.expected_purchases * values.discount * values.expected_check).sum() * 0.2, rel=1e-3
    )
