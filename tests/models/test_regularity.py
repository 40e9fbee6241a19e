"""How evenly customers buy: hand-worked classes, the chance of looking steady, and Wheat and Morrison's k on drawn waits."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np
import pytest

from retention.models.regularity import (
    FEWEST_CUSTOMERS,
    STEADY,
    TOO_FEW,
    UNEVEN,
    YEARLY,
    group_regularity,
    stability,
    steady_by_chance,
    variation,
)

# waits in days -> class
CASES = [
    ((), TOO_FEW),
    ((30,), TOO_FEW),
    ((30, 30), TOO_FEW),
    ((30, 30, 30), STEADY),
    ((30, 60, 90), STEADY),  # mean 60, s 30: exactly 0.5
    ((30, 60, 91), UNEVEN),
    ((1, 10, 100), UNEVEN),
    ((365,), TOO_FEW),  # one wait is no habit
    ((305, 425), YEARLY),
    ((304, 365), TOO_FEW),
    ((365, 426), TOO_FEW),
    ((360, 370, 365), YEARLY),
    ((360, 370, 30), UNEVEN),  # mean 253.3, s 193.5
    ((360, 370, 200), STEADY),  # not every wait is a year
    ((1,) * 3000, STEADY),
]


def sums(waits):
    return len(waits), sum(waits), sum(wait * wait for wait in waits), min(waits, default=2**31 - 1), max(waits, default=0)


def test_classes_by_hand():
    columns = np.array([sums(waits) for waits, _ in CASES]).T
    assert stability(*columns).tolist() == [code for _, code in CASES]


def test_the_variation_is_that_of_numpy():
    shown = [waits for waits, _ in CASES]
    columns = np.array([sums(waits)[:3] for waits in shown]).T
    expected = [np.std(waits, ddof=1) / np.mean(waits) if len(waits) > 1 else np.nan for waits in shown]
    assert variation(*columns) == pytest.approx(expected, nan_ok=True, abs=1e-12)


def test_the_class_does_not_depend_on_the_unit_of_time_but_for_the_year():
    columns = np.array([sums(waits) for waits, code in CASES if code != YEARLY]).T
    in_weeks = np.array([sums([7 * wait for wait in waits]) for waits, code in CASES if code != YEARLY]).T
    changed = stability(*columns) != stability(*in_weeks)
    assert not changed[stability(*in_weeks) != YEARLY].any()


def test_the_chance_to_look_steady_by_hand():
    assert [steady_by_chance(gaps) for gaps in (0, 2)] == [0.0, 0.0]
    # a disc of radius sqrt(2)/6 in a triangle of side sqrt(2); a ball of radius sqrt(3)/8 in a tetrahedron of volume 1/3
    assert steady_by_chance(3) == pytest.approx(pi / 18 / (sqrt(3) / 2), rel=1e-12)
    assert steady_by_chance(4) == pytest.approx(4 / 3 * pi * (sqrt(3) / 8) ** 3 / (1 / 3), rel=1e-12)


@pytest.mark.parametrize("gaps", [3, 4, 5, 6, 8, 12])
def test_the_chance_to_look_steady_on_random_buyers(gaps):
    waits = np.random.default_rng(gaps).exponential(1, (200_000, gaps))
    seen = float(np.mean(np.std(waits, axis=1, ddof=1) <= 0.5 * waits.mean(axis=1)))
    assert seen == pytest.approx(steady_by_chance(gaps), abs=0.004)  # five standard errors of a share of 0.2 at 200 000 draws


@pytest.mark.parametrize("k", [1, 2, 4])
def test_k_is_found_again_on_gamma_waits_whatever_the_pace(k):
    """Tolerance 5 %: over four standard errors of k at 40 000 customers with paces from days to years."""
    random = np.random.default_rng(k)
    pace = random.lognormal(3, 1, 40_000)
    found = group_regularity(*(random.gamma(k, 1 / k, 40_000) * pace for _ in range(2)))
    assert found.customers == 40_000
    assert found.k == pytest.approx(k, rel=0.05)
    assert found.low < found.k < found.high


@pytest.mark.parametrize("k", [1, 2, 4])
def test_the_range_holds_k_about_95_times_in_100(k):
    random, held = np.random.default_rng(100 + k), 0
    for _ in range(400):
        found = group_regularity(*(random.gamma(k, 1 / k, 80) for _ in range(2)))
        held += found.low <= k <= found.high
    assert 0.90 <= held / 400 <= 0.985


def test_clockwork_and_groups_too_small_to_tell():
    months = np.full(FEWEST_CUSTOMERS, 30)
    assert group_regularity(months, months).k is None
    assert group_regularity(months[1:], months[1:]) is None
    assert group_regularity(np.append(months[1:], 0), months) is None  # without a second wait nobody counts
