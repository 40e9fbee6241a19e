"""The guaranteed draw's worked example, to the digits given with the formulas: 1 % win 100, 9 % win 10, 90 % win 1."""

from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.prize_draw import prize_budget, prize_mean, prize_spread

CHANCES, PRIZES = (0.01, 0.09, 0.90), (100.0, 10.0, 1.0)


def test_one_entry():
    assert prize_mean(CHANCES, PRIZES) == pytest.approx(2.80)
    assert prize_spread(CHANCES, PRIZES) ** 2 == pytest.approx(102.06)
    assert prize_spread(CHANCES, PRIZES) == pytest.approx(10.1025, abs=5e-5)


def test_a_thousand_entries():
    assert prize_spread(CHANCES, PRIZES) * 1000**0.5 == pytest.approx(319.47, abs=0.005)
    assert prize_budget(CHANCES, PRIZES, 1000, enough=0.5) == pytest.approx(2800)


def test_the_budget_that_is_nearly_always_enough():
    assert prize_budget(CHANCES, PRIZES, 1000) == pytest.approx(3325.48, abs=0.005)


def test_it_is_nearly_always_enough_but_a_little_less_often_than_promised():
    """Few big prizes make a longer tail than a bell: drawn, 3,349 is what 95 draws of 100 stay under."""
    drawn = np.random.default_rng(0).multinomial(1000, CHANCES, 200_000) @ np.array(PRIZES)
    assert np.quantile(drawn, 0.95) == pytest.approx(3349, abs=10)
    assert 0.93 < np.mean(drawn <= prize_budget(CHANCES, PRIZES, 1000)) < 0.95
