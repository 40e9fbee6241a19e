from __future__ import annotations

import numpy as np
import pytest

from retention.models.history import Gaps
from retention.models.return_chances import ReturnChance, levels_off, return_chances


def waits(rows: list[tuple[int, int, int, int]]) -> Gaps:
    """From purchase number, days, whether it ended, customers."""
    return Gaps(*np.array(rows, float).T)


def of(number: int, chance: float, waits: int = 400) -> ReturnChance:
    error = (chance * (1 - chance) / waits) ** 0.5
    return ReturnChance(number, waits, chance, chance - 2 * error, chance + 2 * error, error)


def test_without_open_waits_a_chance_is_a_share():
    days, (first,) = return_chances(waits([(1, 30, 1, 24), (1, 200, 1, 16), (1, 400, 1, 10), (1, 500, 0, 50)]))
    assert (days, first.purchase_number, first.waits, first.chance) == (365, 1, 100, pytest.approx(0.40))
    # on the scale of ln(-ln S): S = .6, its standard error (.4 × .6 / 100)^½ = .0490
    assert (first.low, first.high) == pytest.approx((1 - 0.6 ** np.exp(-0.31330), 1 - 0.6 ** np.exp(0.31330)), abs=1e-4)
    assert first.error == pytest.approx((0.4 * 0.6 / 100) ** 0.5)


def test_open_waits_count_for_as_long_as_they_have_lasted():
    # 50 of 100 came back by day 30, 30 more are known for 60 days only: of the other 20, 10 came back by day 200
    _, (first,) = return_chances(waits([(1, 30, 1, 50), (1, 60, 0, 30), (1, 200, 1, 10), (1, 400, 0, 10)]))
    assert first.chance == pytest.approx(1 - 0.5 * 0.5)


def test_a_young_shop_looks_as_far_as_it_can():
    days, (first,) = return_chances(waits([(1, 30, 1, 20), (1, 90, 0, 20)]))
    assert (days, first.chance) == (90, 0.5)


def test_chances_end_where_too_few_or_too_short_waits_stand_behind_them():
    enough = [(1, 30, 1, 40), (1, 400, 0, 40), (2, 30, 1, 20), (2, 400, 0, 20)]
    assert [one.purchase_number for one in return_chances(waits([*enough, (3, 30, 1, 29)]))[1]] == [1, 2]
    assert [one.purchase_number for one in return_chances(waits([*enough, (3, 30, 1, 29), (3, 60, 0, 9)]))[1]] == [1, 2]
    everybody = return_chances(waits([*enough, (3, 30, 1, 40)]))[1][2]
    assert (everybody.chance, everybody.high) == (1.0, 1.0) and 0.9 < everybody.low < 1
    assert return_chances(waits([(1, 30, 1, 29)]))[1] == ()
    assert return_chances(Gaps([], [], [], [])) == (0, ())


def test_who_comes_back_on_the_last_day_asked_came_back_in_time():
    days, (first,) = return_chances(waits([(1, 365, 1, 10), (1, 366, 1, 5), (1, 400, 0, 25)]))
    assert (days, first.chance) == (365, 0.25)


def test_a_wait_of_just_the_days_asked_reaches_far_enough():
    assert [one.purchase_number for one in return_chances(waits([(1, 30, 1, 9), (1, 365, 0, 30), (2, 30, 1, 9), (2, 365, 0, 30)]))[1]] == [
        1,
        2,
    ]
    assert [one.purchase_number for one in return_chances(waits([(1, 30, 1, 9), (1, 365, 0, 30), (2, 30, 1, 9), (2, 364, 0, 30)]))[1]] == [
        1
    ]


def test_nobody_so_far_may_still_be_one_in_ten():
    _, (first,) = return_chances(waits([(1, 400, 0, 30)]))
    assert (first.chance, first.low, first.high) == (0.0, 0.0, 0.1)


def test_the_chance_levels_off_after_its_last_clear_rise():
    rising = tuple(of(number, chance) for number, chance in enumerate((0.3, 0.5, 0.7, 0.72, 0.71, 0.73), start=1))
    assert levels_off(rising) == 3
    assert levels_off(tuple(of(number, 0.5) for number in range(1, 7))) == 1
    assert levels_off(tuple(of(number, 0.1 * number) for number in range(1, 7))) == 6
    assert levels_off((of(1, 0.5, waits=30), of(2, 0.6, waits=30))) == 1  # ten points among thirty are no clear rise
    assert levels_off((of(1, 0.7), of(2, 0.4))) == 1  # nor is a fall
    assert levels_off((of(1, 0.5),)) is None and levels_off(()) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_chance_that_never_rises_is_seldom_seen_to(seed):
    random = np.random.default_rng(seed)
    alarms = 0
    for _ in range(40):
        counts = random.binomial(300, 0.6, 8)
        alarms += levels_off(tuple(of(number, count / 300, 300) for number, count in enumerate(counts, start=1))) != 1
    assert alarms <= 6  # two in forty are promised
