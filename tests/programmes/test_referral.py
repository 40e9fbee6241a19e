"""The referral reward's worked example, to the digits given with the formulas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate
from retention.programmes.referral import REFERRAL, spread

# 15 for who recommends, 10 for the friend and 2 for the work, of a check of 50
EXAMPLE = {"reward": 0.3, "friend_reward": 0.2, "handling": 0.04, "friend_worth": 0.0, "fewer_lapses": 0.0}


def test_one_rewarded_friend():
    """120 of margin from each, 16 % more than from others, in the month he comes: 10 friends of 10 who recommend."""
    shop = replace(Business.of(100, 12, 50, 0.4), first_sales=300.0)
    values = {**EXAMPLE, "uptake": 0.1, "friends_yearly": 12.0, "came_anyway": 0.3, "friend_worth": 0.16}
    outcome = evaluate(REFERRAL, shop, values, months=1)
    assert outcome.net / 10 == pytest.approx(70.44)
    assert outcome.roi == pytest.approx(2.6089, abs=5e-5)


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
    assert outcome.reward_cost / outcome.won == pytest.approx(38.5714, abs=5e-5)  # one more customer
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
    outcome = evaluate(REFERRAL, shop, values, months=1)
    assert outcome.break_even_counts_later and outcome.net < 0 < outcome.net_with_later
    # a friend brings 20 in each of 24 months more
    at_once, later = -100 / 12, 0.4 * 50 * sum(1.1 ** (-month / 12) for month in range(1, 25))
    each = 10 / 12 * (0.7 * (20 + later) - 27)
    assert outcome.break_even_lift == pytest.approx(-at_once / each)
    assert evaluate(REFERRAL, shop, {**values, "friends_yearly": outcome.break_even_lift}, months=1).net_with_later == pytest.approx(0)
    twice = Business.of(100, 12, 50, 0.4, staying_share_year=0.0)  # nobody comes more than once again: 40 against 27 / .5
    never = evaluate(REFERRAL, twice, {**values, "came_anyway": 0.5}, months=1)
    assert (never.break_even_lift, never.no_break_even) == (None, "reward_eats_margin")


def test_recommenders_who_stay_longer():
    """100 customers of whom a tenth lapse in a month; 30 recommend, and a fifth fewer of those lapse."""
    shop = Business((Rung("regular", 100, 1, 50), Rung("lapsed", 0, 0, 50)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    values = {**EXAMPLE, "uptake": 0.3, "friends_yearly": 0.0, "fewer_lapses": 0.2}
    assert evaluate(REFERRAL, shop, values, months=2).kept == pytest.approx(100 * ((0.9 + 0.1 * 0.3 * 0.2) ** 2 - 0.9**2))


def test_pays_later_is_not_said_of_what_loses_as_it_is_set():
    """Recommenders stay longer for nothing, and every friend costs more than he brings."""
    shop = Business((Rung("regular", 100, 1, 50), Rung("lapsed", 0, 0, 50)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    outcome = evaluate(REFERRAL, shop, {"reward": 10.0, "friends_yearly": 1.0})
    assert outcome.net_with_later < 0 < evaluate(REFERRAL, shop, {"reward": 10.0, "friends_yearly": 0.0}).net_with_later
    assert (outcome.break_even_lift, outcome.no_break_even) == (None, "reward_eats_margin")
