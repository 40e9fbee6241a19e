"""Discount's worked examples, to the digits given with the formulas."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business
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
