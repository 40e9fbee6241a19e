"""Money of different months: the worked example, to the digits given with it."""

from __future__ import annotations

import pytest

from retention.models.discounting import monthly_rate
from retention.programmes.present_value import payback_month, present_value

BEFORE, FLOWS, YEARLY = -10_000.0, [900.0] * 24, 0.12


def test_ten_thousand_now_for_nine_hundred_a_month():
    assert monthly_rate(YEARLY) == pytest.approx(0.00948879, abs=5e-9)
    assert present_value(BEFORE, FLOWS, YEARLY) == pytest.approx(9235.904, abs=5e-4)


def test_it_has_come_back_in_the_twelfth_month_with_and_without_waiting():
    """10,000 / 900 = 11.11 months."""
    assert payback_month(BEFORE, FLOWS) == 12
    assert payback_month(BEFORE, FLOWS, YEARLY) == 12


def test_what_comes_back_to_the_kopeck_has_come_back_and_what_does_not_has_not():
    assert payback_month(-900.0, [900.0]) == 1
    assert payback_month(-900.01, [900.0]) is None


def test_what_is_lost_again_has_not_come_back():
    """A rush brings 1,000 at once and costs 300 in each month after it."""
    assert payback_month(0.0, [1000.0, -300, -300, -300]) == 1
    assert payback_month(0.0, [1000.0, -300, -300, -300, -300]) is None
    assert payback_month(0.0, [1000.0, -300, -300, -300, -300, 500]) == 6


def test_without_waiting_money_is_just_added():
    assert present_value(BEFORE, FLOWS, 0.0) == pytest.approx(11_600)
