from __future__ import annotations

import numpy as np
import pytest

from retention.models.mbg_nbd import MbgNbd

SHOP = MbgNbd(r=0.6, alpha=5.0, a=0.8, b=2.0)


def test_a_new_customer_may_have_left_at_once():
    assert float(SHOP.alive(0, 0, 0)) == pytest.approx(2.0 / (0.8 + 2.0))


def test_silence_makes_one_time_buyers_doubtful_too():
    chances = SHOP.alive(0, 0, np.array([0, 10, 100, 1000]))
    assert np.all(np.diff(chances) < 0)


def test_chance_of_still_being_a_customer_by_hand():
    """u = (r+x) ln((alpha+T)/(alpha+t_x)) + ln a - ln(b+x) = 2.6 ln(45/35) + ln 0.8 - ln 4."""
    assert float(SHOP.alive(2, 30, 40)) == pytest.approx(1 / (1 + (45 / 35) ** 2.6 * 0.8 / 4))


def test_chance_to_buy_by_hand():
    assert float(SHOP.chance_to_buy(2, 30, 40, 9)) == pytest.approx(float(SHOP.alive(2, 30, 40)) * (1 - (45 / 54) ** 2.6))
