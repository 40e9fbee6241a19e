"""How often random buyers look steady: counted by hand and by brute force, and found again on drawn ones."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import pi, sqrt

import numpy as np
import pytest

from retention.models.random_waits import EXACT_DAYS, steady_by_chance
from retention.models.regularity import STEADY, stability


def chance(gaps, days):
    return float(steady_by_chance(np.array([gaps]), np.array([days]))[0])


def test_too_few_waits_have_no_chance_and_single_days_always_are_even():
    assert [chance(0, 0), chance(1, 9), chance(2, 10)] == [0, 0, 0]
    assert [chance(3, 3), chance(40, 40), chance(90, 90)] == [1, 1, 1]


def test_three_waits_of_six_days_by_hand():
    """Ten splits: 2+2+2, six of 1+2+3 (mean 2, s 1: steady) and three of 1+1+4 (s 1.7)."""
    assert chance(3, 6) == 0.7


@pytest.mark.parametrize(("gaps", "days"), [(3, 17), (3, 40), (4, 23), (5, 20), (6, 19), (9, 14)])
def test_all_splits_counted(gaps, days):
    steady = splits = 0
    for cuts in combinations(range(1, days), gaps - 1):
        waits = np.diff((0, *cuts, days))
        mean = Fraction(days, gaps)
        steady += sum((int(wait) - mean) ** 2 for wait in waits) / (gaps - 1) <= mean * mean / 4
        splits += 1
    assert chance(gaps, days) == pytest.approx(steady / splits, rel=1e-9)


@pytest.mark.parametrize(("gaps", "expected"), [(3, pi / 18 / (sqrt(3) / 2)), (4, 4 * pi * (sqrt(3) / 8) ** 3)])
def test_of_long_waits_the_chance_is_a_ball_in_a_simplex(gaps, expected):
    """A disc of radius sqrt(2)/6 in a triangle of side sqrt(2); a ball of radius sqrt(3)/8 in a tetrahedron of volume 1/3."""
    assert chance(gaps, 10**7) == pytest.approx(expected, abs=0.008)  # four standard errors of 40 000 draws


@pytest.mark.parametrize(("gaps", "days"), [(3, 90), (4, 61), (5, 200), (8, 70), (12, 64), (12, 170), (40, 70), (61, 85), (100, 140)])
def test_beyond_the_counted_ones_it_agrees_with_drawn_splits(gaps, days):
    assert days > EXACT_DAYS
    random = np.random.default_rng(days)
    splits = 1 + random.multinomial(days - gaps, random.dirichlet(np.ones(gaps), 20_000))
    columns = (np.full(20_000, gaps), splits.sum(axis=1), (splits * splits).sum(axis=1), splits.min(axis=1), splits.max(axis=1))
    assert chance(gaps, days) == pytest.approx(float(np.mean(stability(*columns) == STEADY)), abs=0.035)


def test_a_million_customers_are_one_column():
    gaps = np.tile(np.arange(3, 13), 100_000)
    found = steady_by_chance(gaps, gaps * 14)
    assert found.shape == (1_000_000,) and found[0] == found[10] == chance(3, 42)
