"""Discount's worked examples, to the digits given with the formulas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.discount import DISCOUNT
from retention.programmes.evaluate import evaluate

BREAK_EVEN = {(0.05, 0.4): 0.1429, (0.1, 0.3): 0.5, (0.1, 0.4): 0.3333, (0.2, 0.4): 1.0, (0.1, 0.5): 0.25, (0.15, 0.6): 0.3333}


@pytest.mark.parametrize(("rate_and_margin", "lift"), BREAK_EVEN.items())
def test_break_even_lift(rate_and_margin, lift):
    rate, margin = rate_and_margin
    outcome = evaluate(DISCOUNT, Business.of(100, 6, 50, margin), {"rate": rate})
    assert outcome.break_even_lift == pytest.approx(lift, abs=5e-5)  # d / (m - d)


@pytest.mark.parametrize("rate", [0.4, 0.6])
def test_a_discount_of_the_whole_margin_never_pays(rate):
    outcome = evaluate(DISCOUNT, Business.of(100, 6, 50, 0.4), {"rate": rate, "frequency_lift": 1.0})
    assert outcome.break_even_lift is None
    assert outcome.net < 0


def test_without_more_purchases_the_whole_discount_is_given_away():
    outcome = evaluate(DISCOUNT, Business.of(100, 6, 50, 0.4), {"rate": 0.1})
    assert outcome.net == pytest.approx(-3000)  # a tenth of 100 × 6 × 50
    assert outcome.subsidy_share == 1.0


def test_a_typed_in_business_that_loses_customers_is_offered_it_whole():
    shop = Business.of(100, 6, 50, 0.4, staying_share_year=0.5)
    assert evaluate(DISCOUNT, shop, {}).offered == ("customers", "lapsed")


LAPSED_TOO = Business(
    (Rung("first_purchase", 50, 1, 20), Rung("lapsed", 200, 0.05, 20)), 0.5, ((0.9, 0.1), (0.05, 0.95)), new_customers_per_month=5
)


def test_more_lapsed_come_back_by_hand():
    """200 lapsed of whom a twentieth come back; 40 % more are 4 in the first month, who bring 10 of margin each in the second."""
    shop = Business((Rung("regular", 0, 1, 20), Rung("lapsed", 200, 0.0, 20)), 0.5, ((1.0, 0.0), (0.05, 0.95)))
    values = {"rate": 0.0, "frequency_lift": 0.4, "half_life_months": 120.0}
    outcome = evaluate(DISCOUNT, shop, values, offered=("lapsed",), months=2)
    assert outcome.extra_margin == pytest.approx(4 * 10, rel=0.05)  # a little more than the year's average in the first month
    assert outcome.kept == pytest.approx(4 + (190 - 4) * 0.05 * 1.4 - 190 * 0.05, rel=0.05)


def test_bigger_checks_alone_pay_where_the_net_is_no_straight_line():
    """With the lapsed offered too: 5 % off for checks 40 % bigger pays without one purchase more, from a growth of 5 / (50 - 5) on."""
    outcome = evaluate(DISCOUNT, LAPSED_TOO, {"rate": 0.05, "basket_lift": 0.4})
    assert outcome.net > 0
    assert 0 <= outcome.break_even_lift < 0.4
    assert outcome.no_break_even is None


def test_a_break_even_above_a_hundred_per_cent_is_found():
    """45 % off at a margin of 50: participants' own sales must grow tenfold, less what those who come back bring."""
    outcome = evaluate(DISCOUNT, LAPSED_TOO, {"rate": 0.45})
    assert 1 < outcome.break_even_lift < 9
    told, nets = zip(*outcome.lift_curve, strict=True)
    assert told[0] == 0 and nets[-1] >= 0 and told[-1] >= outcome.break_even_lift


def test_why_nothing_makes_it_pay():
    nobody = evaluate(DISCOUNT, LAPSED_TOO, {"uptake": 0.0, "setup_cost": 100.0})
    eaten = evaluate(DISCOUNT, LAPSED_TOO, {"rate": 0.6})
    assert (nobody.break_even_lift, nobody.no_break_even) == (None, "nobody")
    assert (eaten.break_even_lift, eaten.no_break_even) == (None, "reward_eats_margin")
    assert nobody.p5 == nobody.p95 == nobody.net == -100


def test_the_lift_is_told_for_what_participants_buy():
    """Half of 100 who buy for 20 a month and all of 50 who buy for 10, 10 and 40 %, while nobody moves: 25 on average. Where the former
    leave, what they would have bought counts less."""
    rungs = (Rung("first_purchase", 100, 1, 20), Rung("regular", 50, 1, 20), Rung("lapsed", 0, 0, 20))
    still = Business(rungs, 0.5, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
    values = {"frequency_lift.first_purchase": 0.1, "frequency_lift.regular": 0.4, "uptake.first_purchase": 0.5}
    offered = ("first_purchase", "regular")
    assert evaluate(DISCOUNT, still, values, offered=offered).lift == pytest.approx(0.25)
    dearer = replace(still, rungs=(rungs[0], replace(rungs[1], average_check=60), rungs[2]))
    assert evaluate(DISCOUNT, dearer, values, offered=offered).lift == pytest.approx((1000 * 0.1 + 3000 * 0.4) / 4000)
    leaving = replace(still, moves=((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
    assert evaluate(DISCOUNT, leaving, values, offered=offered, months=2).lift == pytest.approx((1000 * 0.1 + 2000 * 0.4) / 3000)
