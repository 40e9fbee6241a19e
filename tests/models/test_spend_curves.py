"""Curves that flatten: what they pass through, what they cost, and what no curve passes through."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.spend_curves import SpendCurve, curve_through, curve_to_ceiling

CURVE = SpendCurve(ceiling=0.5, steepness=0.2, floor=0.1)


def test_from_floor_to_ceiling():
    assert CURVE.rate(0) == pytest.approx(0.1) and CURVE.rate(1_000) == pytest.approx(0.5)
    assert CURVE.rate(5) == pytest.approx(0.1 + 0.4 * (1 - math.exp(-1)))


def test_the_next_costs_what_one_coin_more_says():
    assert 1 / CURVE.next_cost(5) == pytest.approx((CURVE.rate(5.0001) - CURVE.rate(5)) / 0.0001, rel=1e-4)
    assert CURVE.average_cost(5) == pytest.approx(5 / CURVE.rate(5))
    assert SpendCurve(0.5, 0.2).average_cost(0) == math.inf and CURVE.next_cost(1e6) == math.inf


def test_the_way_back():
    assert CURVE.spend_for(CURVE.rate(3)) == pytest.approx(3)
    assert CURVE.spend_for(0.05) == 0 and CURVE.spend_for(0.5) == math.inf


@given(st.floats(0.01, 0.9), st.floats(0.05, 0.99), st.floats(0.01, 1e6), st.floats(1.01, 50))
def test_two_levels_tell_the_curve_they_come_from(ceiling, part, spend, more):
    true = curve_to_ceiling(spend, part * ceiling, ceiling)
    far = min(spend * more, 20 / true.steepness)  # beyond, the ceiling is reached and the second level says nothing new
    if far < 1.01 * spend or true.steepness * far < 0.05:
        return
    found = curve_through((spend, true.rate(spend)), (far, true.rate(far)))
    assert found.rate(spend) == pytest.approx(true.rate(spend), rel=1e-6)
    assert found.ceiling == pytest.approx(ceiling, rel=1e-3)


def test_two_levels_in_either_order_and_with_a_floor():
    first, second = (5, CURVE.rate(5)), (9, CURVE.rate(9))
    for found in (curve_through(first, second, floor=0.1), curve_through(second, first, floor=0.1)):
        assert (found.ceiling, found.steepness) == pytest.approx((0.5, 0.2))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((5, 0.2), (5, 0.3)),  # the same spend
        ((5, 0.2), (10, 0.2)),  # no more customers
        ((5, 0.2), (10, 0.4)),  # each coin as good as the first: no ceiling in sight
        ((5, 0.2), (10, 0.5)),  # the later coins better than the first
        ((0, 0.1), (10, 0.2)),
        ((5, 0.0), (10, 0.2)),
    ],
)
def test_levels_that_no_such_curve_passes(first, second):
    with pytest.raises(ValueError):
        curve_through(first, second)


@pytest.mark.parametrize(("spend", "rate", "ceiling", "floor"), [(0, 0.2, 0.4, 0), (5, 0.4, 0.4, 0), (5, 0.2, 0.4, 0.2), (5, 0.0, 0.4, 0)])
def test_no_curve_to_a_ceiling(spend, rate, ceiling, floor):
    with pytest.raises(ValueError):
        curve_to_ceiling(spend, rate, ceiling, floor)
