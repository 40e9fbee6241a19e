from __future__ import annotations

import numpy as np
import pytest

from retention.models.pareto_nbd import ParetoNbd

SHOP = ParetoNbd(r=0.6, alpha=9.0, s=0.8, beta=15.0)


def test_whoever_bought_today_is_a_customer():
    assert SHOP.alive([0, 3], [0, 40], [0, 40]) == pytest.approx([1.0, 1.0])


def test_silence_makes_one_time_buyers_doubtful():
    assert np.all(np.diff(SHOP.alive(0, 0, np.array([0, 10, 100, 1000]))) < 0)


def test_without_leaving_purchases_go_on_at_the_expected_rate():
    """beta far beyond all ages: nobody leaves, E = t (r+x) / (alpha+T)."""
    faithful = ParetoNbd(r=0.6, alpha=9.0, s=0.8, beta=1e12)
    assert float(faithful.expected_purchases(4, 20, 31, 10)) == pytest.approx(10 * 4.6 / 40)
    assert float(faithful.chance_to_buy(4, 20, 31, 10)) == pytest.approx(1 - (40 / 50) ** 4.6)


def test_s_equal_to_one_is_no_exception():
    below, at, above = (float(ParetoNbd(0.6, 9.0, s, 15.0).expected_since_first(52)) for s in (1 - 1e-7, 1.0, 1 + 1e-7))
    assert at == pytest.approx((below + above) / 2, rel=1e-12)
    assert at == pytest.approx(0.6 / 9 * 15 * np.log(67 / 15))
