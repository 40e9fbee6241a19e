"""First turn against second: by hand, and what the rule that ends a turn brings by itself."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.mean_interval import mean_interval
from retention.models.turn_order import Purchases, SilenceLimits, expected_changes, turn_pairs

FLAT = SilenceLimits(np.array([10]), np.array([0]), np.array([0]))


def bought(*people, end_age=100):
    """Each person's ages of purchase; amounts 1, 2, 3, …"""
    person = np.repeat(np.arange(len(people)), [len(ages) for ages in people])
    amounts = np.concatenate([np.arange(1.0, len(ages) + 1) for ages in people])
    return Purchases(person, np.concatenate([np.array(ages) for ages in people]), amounts, amounts / 2, np.full(len(people), end_age))


def test_two_people_by_hand():
    # the first is silent for longer than 10 days after 5 and after 40; the second comes back on the very last day allowed
    pairs = turn_pairs(bought([0, 5, 30, 36, 40], [0, 11, 22]), FLAT)
    assert pairs.is_told.tolist() == [True, False]
    assert pairs.first[:, 0].tolist() == [1.5, 2, 5, 1.5]
    assert pairs.second[:, 0].tolist() == [4, 3, 5, 6]


def test_a_silence_counts_once_it_is_longer_than_the_limit_and_the_day_of_return_comes_after():
    # lapsed on day 11, back on day 12; lapsed again only where day 23 passes without a purchase
    assert turn_pairs(bought([0, 12, 23], end_age=33), FLAT).is_told.tolist() == [False]
    assert turn_pairs(bought([0, 12, 24], end_age=33), FLAT).is_told.tolist() == [True]
    assert turn_pairs(bought([0, 12], end_age=23), FLAT).is_told.tolist() == [True]
    assert turn_pairs(bought([0, 12], end_age=22), FLAT).is_told.tolist() == [False]


def test_limits_grow_with_age_and_stand_still_beyond_the_last():
    limits = SilenceLimits(np.array([90, 5]), np.array([0, 1500]), np.array([0, 500_000]))
    # 5 + (1500 + 7000) * 0.5 / 1000 = 9.25
    assert limits.after(np.array([1, 2, 9]), np.array([0, 7, 7])).tolist() == [90, 9, 9]


def test_where_every_order_is_the_same_nothing_is_expected_to_change():
    pairs = expected_changes(bought([0, 20, 40], end_age=60), FLAT, orders=5)
    assert pairs[1].tolist() == [0.0] and np.isnan(pairs[2]).all()


def drawn(seed, people, faster):
    """Steady people, whose waits after their first long silence are divided by `faster`; and a rule that expects more of those it knows."""
    random, histories = np.random.default_rng(seed), []
    for _ in range(people):
        mean, age, ages, has_paused = random.gamma(3) * 6, 0.0, [0], False
        while True:
            wait = random.exponential(mean) / (faster if has_paused else 1.0)
            if random.random() < 0.12:
                wait, has_paused = wait + 150, True
            age += 1 + wait
            if age > 1000:
                break
            ages.append(int(age))
        histories.append(ages)
    return bought(*histories, end_age=1000)


LEARNING = SilenceLimits(np.array([160, 130, 110, 95, 85, 75, 70]), np.zeros(7, int), np.zeros(7, int))


@pytest.mark.parametrize("seed", range(4))
def test_what_the_rule_brings_by_itself_is_not_taken_for_a_change(seed):
    for faster, is_found in ((1.0, False), (2.0, True)):
        purchases = drawn(seed, 300, faster)
        pairs, expected = turn_pairs(purchases, LEARNING), expected_changes(purchases, LEARNING, orders=30)
        change = (pairs.second - pairs.first - expected)[2]
        told = mean_interval(change[pairs.is_told & np.isfinite(change)])
        assert told.of > 50 and (told.chance < 0.01) == is_found
        assert not is_found or told.mean < 0  # fewer days between two purchases
