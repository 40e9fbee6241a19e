"""Cashback's worked examples, to the digits given with the formulas."""

from __future__ import annotations

import pytest

from retention.programmes.cashback import CASHBACK
from retention.programmes.evaluate import evaluate
from retention.programmes.programme import Business

ONE_CUSTOMER = Business(customers=1, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
FIVE_PER_CENT = {"rate": 0.05, "redemption": 0.8, "uptake": 1.0, "frequency_lift": 0.08, "basket_lift": 0.03}


def test_break_even_lift_is_the_reward_over_what_is_left_of_the_margin():
    assert evaluate(CASHBACK, ONE_CUSTOMER, FIVE_PER_CENT).break_even_lift == pytest.approx(0.1111, abs=5e-5)  # e / (m - e), e = .04


def test_one_participants_year():
    outcome = evaluate(CASHBACK, ONE_CUSTOMER, FIVE_PER_CENT)
    sales_after = 300 * (1 + outcome.lift)
    assert sales_after == pytest.approx(333.72, abs=0.005)
    assert outcome.net == pytest.approx(0.1392, abs=5e-5)
    assert outcome.reward_cost == pytest.approx(13.3488, abs=5e-5)
    assert outcome.reward_cost * outcome.subsidy_share == pytest.approx(12.0, abs=5e-5)
    assert outcome.subsidy_share == pytest.approx(0.8990, abs=5e-5)


def test_only_those_who_take_part_count():
    everyone, half = (evaluate(CASHBACK, ONE_CUSTOMER, {**FIVE_PER_CENT, "uptake": share}) for share in (1.0, 0.5))
    assert half.net == pytest.approx(everyone.net / 2)
    assert half.break_even_lift == pytest.approx(everyone.break_even_lift)
