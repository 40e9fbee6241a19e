"""Whether a habit is told only of those who have one: shops whose customers buy on random days, and one of steady buyers."""

from __future__ import annotations

import numpy as np
import pytest

from retention.answers.significance import is_beyond_chance
from retention.answers.stability import CustomerWaits, are_told, chance_steady
from retention.models.regularity import STEADY, YEARLY, group_regularity, stability

DAYS = 400


def waits_of(bought):
    """bought: customers × days, whether they bought."""
    each = [np.diff(np.flatnonzero(row)) for row in bought]
    sums = np.array([(len(w), w.sum(), (w * w).sum(), w.min(initial=2**31 - 1), w.max(initial=0)) for w in each], np.int64).T
    last, before = (np.array([w[-place] if len(w) >= place else 0 for w in each]) for place in (1, 2))
    nothing = np.zeros(len(each))
    return CustomerWaits(stability(*sums), sums[0], sums[1], nothing, nothing, last, before, nothing.astype(np.int64))


def is_a_habit(waits):
    told, steady = int(are_told(waits).sum()), int((waits.code == STEADY).sum())
    return is_beyond_chance(steady, told, chance_steady(waits, np.arange(len(waits.code))))


@pytest.mark.parametrize("mean_gap", [1.33, 3, 7, 14, 30, 60])
def test_no_habit_is_told_of_random_buyers(mean_gap):
    """40 shops of 600 customers who came on random days: at most 2.5 % false alarms, so 5 and more of 40 come once in 300 runs."""
    random, told, ks = np.random.default_rng(int(mean_gap * 10)), 0, []
    for _ in range(40):
        came = random.integers(0, DAYS - 10, 600)
        waits = waits_of((random.random((600, DAYS)) < 1 / mean_gap) & (np.arange(DAYS) >= came[:, None]))
        told += is_a_habit(waits)
        if (found := group_regularity(waits.last, waits.before_last)) is not None:
            ks.append(found.k)
    assert told <= 4
    assert np.mean(ks) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("mean_gap", [7, 14, 30])
def test_a_habit_is_told_of_steady_buyers(mean_gap):
    """Gamma waits with k = 4, half of whose customers vary by less than 0.5."""
    random = np.random.default_rng(mean_gap)
    bought = np.zeros((600, DAYS), bool)
    for person, days in enumerate(np.cumsum(random.gamma(4, mean_gap / 4, (600, 100)), axis=1).astype(int)):
        bought[person, days[days < DAYS]] = True
    assert is_a_habit(waits_of(bought))


def test_somewhat_more_than_chance_makes_is_no_habit():
    assert not is_beyond_chance(0, 0, 0.0)
    assert not is_beyond_chance(28, 100, 20.0)  # the share is higher, but this many come by chance 3 times in 100
    assert is_beyond_chance(30, 100, 20.0)
    assert not is_beyond_chance(1, 600, 0.1)  # one is no habit of many, however rare
    assert not is_beyond_chance(100, 100, 100.0)  # whoever buys every single day looks as even at random
    assert is_beyond_chance(5, 5, 0.5) and is_beyond_chance(1, 600, 0.0)


def test_who_buys_once_a_year_is_neither_told_nor_expected():
    yearly = np.zeros((3, 1500), bool)
    yearly[0, [0, 365, 730]] = yearly[1, [5, 370, 735, 1100]] = yearly[2, [0, 30, 60, 90]] = True
    waits = waits_of(yearly)
    assert (waits.code == YEARLY).tolist() == [True, True, False]
    assert are_told(waits).tolist() == [False, False, True]
    assert chance_steady(waits, np.array([0, 1])) == 0.0
    assert chance_steady(waits, np.arange(3)) == chance_steady(waits, np.array([2])) > 0.1
