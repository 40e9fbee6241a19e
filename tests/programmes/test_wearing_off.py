from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.programme import Effect
from retention.programmes.wearing_off import WearingOff


def left_over(effect, months=24):
    wearing, rows = WearingOff(effect), []
    for _ in range(months):
        rows.append((wearing.left, wearing.lapses_left))
        wearing.next_month()
    return np.array(rows, float).T


@pytest.mark.parametrize("half_life", [1.0, 3.0, 9.0, 120.0])
def test_the_first_year_is_what_was_set_on_average_and_half_is_gone_after_the_half_life(half_life):
    left, of_lapses = left_over(Effect(uptake=1.0, half_life_months=half_life), 12 + round(half_life))
    assert left[:12].mean() == pytest.approx(1)
    assert left[round(half_life)] == pytest.approx(left[0] / 2)
    assert list(of_lapses) == list(left)


def test_what_does_not_wear_off_stays():
    left, of_lapses = left_over(Effect(uptake=1.0, half_life_months=2.0, lapses_half_life_months=np.inf))
    assert left[-1] < 0.01 < left[0]
    assert set(of_lapses) == {1.0}


def test_every_scenario_its_own():
    wearing = WearingOff(Effect(uptake=1.0, half_life_months=np.array([3.0, np.inf])))
    first = np.array(wearing.left)
    wearing.next_month()
    assert first[1] == wearing.left[1] == 1.0
    assert wearing.left[0] == pytest.approx(first[0] / 2 ** (1 / 3))
