from __future__ import annotations

import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate
from retention.programmes.premium_price import PREMIUM_PRICE

SHOP = Business.of(customers=100, purchases_per_customer_year=12, average_check=50, margin_share=0.4)
EXAMPLE = {"premium": 0.10, "uptake": 1.0, "lost_per_percent": 0.005}


def test_a_tenth_more_for_five_per_cent_fewer_purchases():
    """60,000 a year: 57,000 are still bought at a tenth more, and 40 % of 3,000 are lost."""
    outcome = evaluate(PREMIUM_PRICE, SHOP, EXAMPLE)
    assert outcome.net == pytest.approx(5700 - 1200)
    assert (outcome.cost, outcome.subsidy_share) == (0, None)


def test_how_many_purchases_may_be_lost():
    """A fifth, for p / (m + p) = .1 / (.4 + .1)."""
    outcome = evaluate(PREMIUM_PRICE, SHOP, EXAMPLE)
    assert outcome.break_even_lift == pytest.approx(0.2 / 10)  # for each of the ten per cent
    assert evaluate(PREMIUM_PRICE, SHOP, {**EXAMPLE, "lost_per_percent": 0.02}).net == pytest.approx(0, abs=1e-6)


def test_those_who_leave_over_the_price_are_missed_from_then_on():
    shop = Business((Rung("advocate", 100, 1, 50), Rung("lapsed", 0, 0, 50)), 0.4, ((0.98, 0.02), (0.0, 1.0)))
    outcome = evaluate(PREMIUM_PRICE, shop, {**EXAMPLE, "more_lapses": 0.5}, months=2)
    assert outcome.kept == pytest.approx(100 * (0.97**2 - 0.98**2))


def test_the_higher_the_price_the_more_is_lost_and_never_more_than_all():
    """1 % of purchases for every 1 %: half of 60,000 a year lost for 50 % more on the rest; at twice the price nobody is left."""
    plain = {"uptake": 1.0}
    assert evaluate(PREMIUM_PRICE, SHOP, {**plain, "premium": 0.5}).net == pytest.approx(15_000 - 12_000)
    twice = evaluate(PREMIUM_PRICE, SHOP, {**plain, "premium": 1.0})
    assert twice.net == pytest.approx(-0.4 * 60_000)
    assert evaluate(PREMIUM_PRICE, SHOP, {**plain, "premium": 1.0, "lost_per_percent": 0.026}).net == pytest.approx(twice.net)
