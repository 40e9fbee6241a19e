"""The forecasts made on paper, worked by hand."""

from __future__ import annotations

import numpy as np

from retention.models.rivals import YEAR_DAYS, as_last_year, own_pace, silence_rule

#               once ago   three in 90 days   two in 200, silent   today
REPEATS = np.array([0.0, 3.0, 2.0, 0.0])
LAST = np.array([0.0, 80.0, 20.0, 0.0])
AGE = np.array([100.0, 90.0, 200.0, 0.0])


def test_own_pace_goes_on_for_ever():
    assert own_pace(REPEATS, AGE, 30.0).tolist() == [0.0, 1.0, 0.3, 0.0]
    assert own_pace(4.0, 8.0, 2.0) == 1.0


def test_whoever_is_silent_for_longer_than_the_limit_is_gone():
    assert silence_rule(REPEATS, LAST, AGE, 30.0, 180.0).tolist() == [0.0, 1.0, 0.3, 0.0]  # silent for exactly the limit: not yet
    assert silence_rule(REPEATS, LAST, AGE, 30.0, 179.0).tolist() == [0.0, 1.0, 0.0, 0.0]
    own_limits = np.array([9.0, 9.0, 200.0, 9.0])
    assert silence_rule(REPEATS, LAST, AGE, 30.0, own_limits).tolist() == [0.0, 0.0, 0.3, 0.0]


def test_as_last_year_needs_a_last_year():
    again = as_last_year(np.array([2, 0]), YEAR_DAYS)
    assert again is not None and again.tolist() == [2.0, 0.0]
    assert as_last_year(np.array([2, 0]), YEAR_DAYS - 1) is None
