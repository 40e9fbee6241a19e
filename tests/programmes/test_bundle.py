"""The bundle's worked example: A at 100 (goods 60), B at 50 (goods 25), together 135, to 200 takers."""

from __future__ import annotations

import pytest

from retention.programmes.bundle import BUNDLE, bundle
from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate

TAKERS = Business.of(customers=200, purchases_per_customer_year=1, average_check=100, margin_share=0.4)
# 60 % would have bought both; of the other 40 %, three quarters A alone, so 30 % and 10 %
EXAMPLE = {
    "rate": 0.10,
    "second_price": 0.5,
    "second_margin": 0.5,
    "bundle_share": 1.0,
    "both_anyway": 0.6,
    "first_anyway": 0.75,
    "uptake": 1.0,
}


def test_one_bundle():
    part = bundle(first_price=100, first_margin=40, second_price=50, second_margin=25, discount=15, both_anyway=0.6, first_anyway=0.3)
    net = part.extra_margin - part.discount
    assert net == pytest.approx(0.6 * (50 - 65) + 0.3 * (50 - 40) + 0.1 * 50)
    assert 200 * net == pytest.approx(-200)


def test_the_programme_brings_the_same():
    outcome = evaluate(BUNDLE, TAKERS, EXAMPLE)
    assert outcome.net == pytest.approx(-200)
    assert (outcome.extra_margin, outcome.reward_cost) == pytest.approx((200 * 14, 200 * 15))  # .3 × 25 + .1 × 65; 15 off every bundle
    assert outcome.subsidy_share == pytest.approx((15 * 0.6 + 15 * 0.3 * 2 / 3) / 15)


def test_how_many_may_have_bought_both_anyway():
    """The discount of 15 against (1 - both) × (.75 × 25 + .25 × 65) = (1 - both) × 35: both = 1 - 15 / 35."""
    outcome = evaluate(BUNDLE, TAKERS, EXAMPLE)
    assert outcome.break_even_lift == pytest.approx(1 - 15 / 35)
    assert (outcome.lever, outcome.lift) == ("both_anyway", pytest.approx(0.6))


def test_nobody_to_tempt_and_nobody_at_all():
    all_anyway = evaluate(BUNDLE, TAKERS, {**EXAMPLE, "both_anyway": 1.0})
    assert (all_anyway.extra_margin, all_anyway.net, all_anyway.subsidy_share) == (0, pytest.approx(-3000), 1)
    idle = Business((Rung("regular", 5, 0.0, 0.0),), 0.4, ((1.0,),))
    assert evaluate(BUNDLE, idle, EXAMPLE).net == 0
