"""Berger & Nasr 1998, case 1: yearly purchases, a promotion in the middle of each year; printed as $568.78."""

from __future__ import annotations

import pytest

from retention.models.constant_retention import value_with_promotion


def test_case_1():
    value = value_with_promotion(contribution=260, promotion_cost=50, retention=0.75, discount=0.20, years=10)
    assert value == pytest.approx(568.783067, abs=5e-7)


def test_worked_by_hand_for_a_single_year():
    # 260 now and 260 × 0.75 / 1.2 in a year, less 50 in half a year
    assert value_with_promotion(260, 50, 0.75, 0.20, 1) == pytest.approx(260 + 162.5 - 50 / 1.2**0.5)
