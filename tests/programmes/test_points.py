"""Points' worked example, to the digits given with the formula."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate
from retention.programmes.points import POINTS, points_cost

ONE_CUSTOMER = Business.of(customers=1, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
EXAMPLE = {"rate": 0.05, "redemption": 0.8, "replaced": 0.25, "uptake": 1.0, "frequency_lift": 0.08, "basket_lift": 0.03}


def test_points_spent_on_own_goods_cost_less_than_their_value():
    assert points_cost(0.05, 0.8, 0.25, 0.4) == pytest.approx(0.0280, abs=5e-5)  # .05 × .8 × (.6 + .25 × .4)


def test_points_that_only_replace_paid_goods_cost_their_whole_value():
    assert points_cost(0.05, 0.8, 1.0, 0.4) == pytest.approx(0.04)


def test_break_even_lift():
    assert evaluate(POINTS, ONE_CUSTOMER, EXAMPLE).break_even_lift == pytest.approx(0.07527, abs=5e-6)


def test_what_is_still_owed_as_an_owner_looks_at_it():
    """10,000 points earned in a month, half of what is owed claimed in it: of 5,000 worth 1 each, four fifths will be, for goods at .6."""
    shop = Business.of(customers=1, purchases_per_customer_year=12, average_check=200_000, margin_share=0.4)
    values = {**EXAMPLE, "replaced": 0.0, "frequency_lift": 0.0, "basket_lift": 0.0, "claim_months": 2.0}
    assert evaluate(POINTS, shop, values, months=1).liability == pytest.approx(2_400)


def test_one_participants_year():
    assert evaluate(POINTS, ONE_CUSTOMER, EXAMPLE).net == pytest.approx(4.1438, abs=5e-5)
