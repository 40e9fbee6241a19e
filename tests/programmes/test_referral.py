"""The referral reward's worked example, to the digits given with the formulas."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate
from retention.programmes.referral import REFERRAL, cost_of_one_more, spread, value_of_a_friend

REWARDS = 15 + 10 + 2  # for who recommends, for the friend, for the work
EXAMPLE = {"reward": 0.3, "friend_reward": 0.2, "handling": 0.04, "friend_worth": 0.0, "fewer_lapses": 0.0}  # the same, of a check of 50


def test_one_more_customer():
    assert cost_of_one_more(REWARDS, 0.3) == pytest.approx(38.5714, abs=5e-5)


def test_one_rewarded_friend():
    value = value_of_a_friend(120 * 1.16, REWARDS, 0.3)
    assert value == pytest.approx(70.44)
    assert value / REWARDS == pytest.approx(2.6089, abs=5e-5)


def test_friends_of_friends():
    assert spread(5, 0.06) == pytest.approx((0.3, 1.4286), abs=5e-5)
    assert spread(5, 0.2) == (1.0, None)


def test_one_month_by_hand():
    """100 customers, 10 recommend, 12 friends a year each: 10 in a month, of whom 3 would have come anyway; each pays 50 at once."""
    shop = Business.of(100, 12, 50, 0.4)
    outcome = evaluate(REFERRAL, shop, {**EXAMPLE, "uptake": 0.1, "friends_yearly": 12.0, "came_anyway": 0.3}, months=1)
    assert outcome.won == pytest.approx(7)
    assert outcome.extra_margin == pytest.approx(7 * 50 * 0.4)
    assert outcome.reward_cost == pytest.approx(10 * 27)
    assert outcome.subsidy_share == pytest.approx(0.3)


def test_friends_worth_more_bring_more_and_are_no_more():
    shop = Business.of(100, 12, 50, 0.4)
    plain, better = (
        evaluate(REFERRAL, shop, {**EXAMPLE, "uptake": 0.1, "friends_yearly": 12.0, "friend_worth": more}, months=1) for more in (0.0, 0.16)
    )
    assert better.extra_margin == pytest.approx(plain.extra_margin * 1.16)
    assert better.won == pytest.approx(plain.won)


def test_from_how_many_friends_on_a_fixed_cost_is_earned():
    """In one month each friend beyond those who come anyway brings 20 - 27 / .7 < 0: it pays only once they have come again."""
    shop, values = Business.of(100, 12, 50, 0.4), {**EXAMPLE, "uptake": 0.1, "fixed_cost_yearly": 100.0}
    assert evaluate(REFERRAL, shop, values, months=1).break_even_lift is None
    needed = evaluate(REFERRAL, shop, values, months=12).break_even_lift
    assert evaluate(REFERRAL, shop, {**values, "friends_yearly": needed}, months=12).net == pytest.approx(0, abs=1e-6)
