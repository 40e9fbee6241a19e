"""Five points of retention: a thought experiment (Reichheld & Sasser 1990), computed. Never a share to promise to anybody."""

from __future__ import annotations

import pytest

from retention.models.constant_retention import margin_multiple

GAIN_FROM_NINETY = {0.0: 111.1, 0.10: 40.7, 0.15: 31.9}  # discount: per cent more of value with 95 % staying instead of 90 %
GAIN_AT_TEN_PER_CENT = {0.60: 20.4, 0.70: 22.4, 0.80: 27.5, 0.90: 40.7}  # retention: per cent more with five points more


def gain(retention: float, discount: float) -> float:
    return 100 * (margin_multiple(retention + 0.05, discount) / margin_multiple(retention, discount) - 1)


@pytest.mark.parametrize(("discount", "per_cent"), GAIN_FROM_NINETY.items())
def test_from_ninety_to_ninety_five(discount, per_cent):
    assert gain(0.90, discount) == pytest.approx(per_cent, abs=0.05)


@pytest.mark.parametrize(("retention", "per_cent"), GAIN_AT_TEN_PER_CENT.items())
def test_the_same_five_points_bring_less_where_fewer_stay(retention, per_cent):
    assert gain(retention, 0.10) == pytest.approx(per_cent, abs=0.05)


def test_half_the_leavers_stay_twice_as_long_by_definition():
    years = [margin_multiple(retention, 0.0, first_margin="at_once") for retention in (0.90, 0.95)]
    assert years == pytest.approx([10, 20])
