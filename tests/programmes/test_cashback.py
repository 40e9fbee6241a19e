"""Cashback's worked examples, to the digits given with the formulas."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.cashback import CASHBACK
from retention.programmes.evaluate import evaluate

ONE_CUSTOMER = Business.of(customers=1, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
FIVE_PER_CENT = {"rate": 0.05, "redemption": 0.8, "uptake": 1.0, "frequency_lift": 0.08, "basket_lift": 0.03}


def test_break_even_lift_is_the_reward_over_what_is_left_of_the_margin():
    assert evaluate(CASHBACK, ONE_CUSTOMER, FIVE_PER_CENT).break_even_lift == pytest.approx(0.1111, abs=5e-5)  # e / (m - e), e = .04


@pytest.mark.parametrize("half_life_months", [1.0, 9.0, 120.0])
def test_one_participants_year_however_the_effect_is_spread_over_it(half_life_months):
    outcome = evaluate(CASHBACK, ONE_CUSTOMER, {**FIVE_PER_CENT, "half_life_months": half_life_months})
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


def test_what_waits_to_be_claimed_is_owed_and_changes_no_result():
    """1 a month is earned and half of what is owed is claimed: owed at the ends of months 1/2, 3/4, 7/8 …, so nearly 1 after a year."""
    plain = {**FIVE_PER_CENT, "frequency_lift": 0.0, "basket_lift": 0.0}
    at_once, later = (evaluate(CASHBACK, ONE_CUSTOMER, {**plain, "claim_months": wait}) for wait in (1.0, 2.0))
    assert (at_once.liability, at_once.net) == (0, pytest.approx(later.net))
    assert later.liability == pytest.approx(1 - 0.5**12)
