from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.bg_nbd import BgNbd
from retention.models.discounting import continuous_rate, discounted_sum, monthly_rate
from retention.models.gamma_gamma import GammaGamma

MONTH_WEEKS = 365.25 / 12 / 7
CUSTOMER = (2, 30.43, 38.86)  # the worked customer of Fader, Hardie & Lee 2005: x, t_x, T in weeks; mean of 22.35 per purchase
PRINTED = BgNbd(r=0.243, alpha=4.414, a=0.793, b=2.426)
EXACT = BgNbd(r=0.24259452, alpha=4.41360212, a=0.79292204, b=2.42590682)
purchases_by_month = st.lists(st.floats(0, 10), min_size=1, max_size=36).map(np.cumsum)
rates = st.floats(0, 1)


def month_ends(model: BgNbd, month_weeks: float) -> np.ndarray:
    return np.array([float(model.expected_purchases(*CUSTOMER, month * month_weeks)) for month in range(1, 13)])


def test_rates():
    assert monthly_rate(0.15) == pytest.approx(0.01171491692, abs=5e-12)
    assert continuous_rate(0.15, units_per_year=52) == pytest.approx(0.002687729661, abs=5e-13)
    assert continuous_rate(0.10, units_per_year=52) == pytest.approx(0.001832888073, abs=5e-13)
    assert np.expm1(continuous_rate(0.15, units_per_year=52)) == pytest.approx(0.00269134484, abs=5e-12)  # per week, effective
    assert np.exp(365.25 * continuous_rate(0.15)) == pytest.approx(1.15)


@pytest.mark.parametrize(("timing", "purchases", "value"), [("end", 1.457472, 10.783999), ("middle", 1.465984, 10.846982)])
def test_twelve_months_of_the_worked_customer(timing, purchases, value):
    expected = month_ends(PRINTED, MONTH_WEEKS)
    worth = float(GammaGamma(6.25, 3.74, 15.44).expected_value(2, 22.35))
    assert expected[-1] == pytest.approx(1.563100, abs=5e-7)
    assert worth == pytest.approx(24.663714, abs=5e-7)
    discounted = float(discounted_sum(expected, 0.15, timing))
    assert discounted == pytest.approx(purchases, abs=5e-7)
    assert 0.30 * worth * discounted == pytest.approx(value, abs=5e-7)


def test_the_convention_of_lifetimes():
    """Twelve months of four weeks, 1 % per month, counted at month ends."""
    discounted = float(discounted_sum(month_ends(EXACT, 4.0), 1.01**12 - 1, "end"))
    worth = float(GammaGamma(6.24880247, 3.74458846, 15.44774809).expected_value(2, 22.35))
    assert discounted == pytest.approx(1.374045, abs=5e-7)
    assert worth * discounted == pytest.approx(33.88204, abs=5e-6)


def test_one_column_per_customer():
    cumulative = np.array([[1.0, 0.5], [2.0, 0.5]])
    rate = 1.01**12 - 1
    assert discounted_sum(cumulative, rate, "end") == pytest.approx([1 / 1.01 + 1 / 1.01**2, 0.5 / 1.01])


@given(purchases_by_month, rates, rates)
def test_a_higher_rate_never_makes_more_of_it(cumulative, rate, further):
    low, high = (float(discounted_sum(cumulative, annual)) for annual in (rate, rate + further))
    assert high <= low * (1 + 1e-12)


@given(purchases_by_month, rates)
def test_what_comes_in_the_middle_of_a_month_is_worth_more_than_at_its_end(cumulative, rate):
    middle, end = (float(discounted_sum(cumulative, rate, timing)) for timing in ("middle", "end"))
    assert middle == pytest.approx(end * (1 + rate) ** (1 / 24))


@given(purchases_by_month)
def test_without_a_rate_it_is_the_plain_number_of_purchases(cumulative):
    assert float(discounted_sum(cumulative, 0.0)) == pytest.approx(cumulative[-1])
