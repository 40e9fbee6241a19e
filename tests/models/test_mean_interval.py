"""An average and its interval: Student's own data, and where there are too few values."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.mean_interval import mean_interval

# the sleep data of Student (1908), ten differences; twice over, since below 20 values no interval is given
SLEEP = np.array([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])


def test_students_sleep_data():
    few, enough = mean_interval(SLEEP), mean_interval(np.tile(SLEEP, 2))
    assert (few.of, few.mean, few.low, few.high, few.chance) == (10, pytest.approx(1.58), None, None, None)
    # s = 1.197190 over 20 values, t(0.975, 19) = 2.093024
    half = 2.093024 * 1.197190 / 20**0.5
    assert (enough.low, enough.high) == pytest.approx((1.58 - half, 1.58 + half), abs=1e-5)
    assert enough.chance < 1e-4


def test_values_without_spread_and_no_values():
    same, nothing = mean_interval(np.full(20, 3.0)), mean_interval(np.zeros(20))
    assert (same.low, same.high, same.chance) == (3.0, 3.0, 0.0)
    assert (nothing.low, nothing.chance) == (0.0, 1.0)
    with pytest.raises(ValueError, match="no values"):
        mean_interval(np.array([]))


def test_the_interval_holds_the_mean_95_times_in_100():
    random = np.random.default_rng(3)
    held = [(one.low < 5.0 < one.high) for one in (mean_interval(random.normal(5, 2, 25)) for _ in range(1_000))]
    assert 0.93 < np.mean(held) < 0.97
