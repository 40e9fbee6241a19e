from __future__ import annotations

import pytest

from retention.models.bg_nbd import BgNbd

SHOP = BgNbd(r=0.6, alpha=5.0, a=0.8, b=2.0)


def test_whoever_bought_once_counts_as_a_customer_for_ever():
    assert SHOP.alive(0, 0, [0, 10, 1000]).tolist() == [1.0, 1.0, 1.0]


def test_chance_of_still_being_a_customer_by_hand():
    """u = (r+x) ln((alpha+T)/(alpha+t_x)) + ln a - ln(b+x-1) = 2.6 ln(45/35) + ln 0.8 - ln 3."""
    assert float(SHOP.alive(2, 30, 40)) == pytest.approx(1 / (1 + (45 / 35) ** 2.6 * 0.8 / 3))
