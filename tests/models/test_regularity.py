"""How evenly customers buy: hand-worked classes, and Wheat and Morrison's k on drawn waits."""

from __future__ import annotations

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


@pytest.mark.parametrize("k", [1, 2, 4])
def test_k_is_found_again_on_gamma_waits_whatever_the_pace(k):
    """Whole days, paces from about three weeks to years. Tolerance 8 %: days blur the shorter waits, k comes out a little low."""
    random = np.random.default_rng(k)
    pace = 20 + random.lognormal(3, 1, 40_000)
    days = np.cumsum([random.random(40_000), *(random.gamma(k, 1 / k, 40_000) * pace for _ in range(2))], axis=0).astype(int)
    found = group_regularity(*np.diff(days, axis=0))
    assert 38_000 < found.customers <= 40_000  # two purchases of one day are one
    assert found.k == pytest.approx(k, rel=0.08)
    assert found.low < found.k < found.high


@pytest.mark.parametrize("chance", [0.02, 0.07, 0.15, 0.5, 0.75])
def test_whoever_buys_on_random_days_has_k_1(chance):
    """Tolerance 4 %: over three standard errors of k at 20 000 customers of whom fewer tell anything the oftener they buy."""
    found = group_regularity(*np.random.default_rng(int(100 * chance)).geometric(chance, (2, 20_000)))
    assert found.k == pytest.approx(1, rel=0.04)


@pytest.mark.parametrize("k", [1, 2, 4])
def test_the_range_holds_k_about_95_times_in_100(k):
    random, held = np.random.default_rng(100 + k), 0
    for _ in range(400):
        found = group_regularity(*(1 + (random.gamma(k, 10_000 / k, 80)).astype(int) for _ in range(2)))
        held += found.low <= k <= found.high
    assert 0.90 <= held / 400 <= 0.985


def test_clockwork_and_groups_too_small_to_tell():
    months = np.full(FEWEST_CUSTOMERS, 30)
    assert group_regularity(months, months).k is None
    assert group_regularity(months[1:], months[1:]) is None
    assert group_regularity(np.append(months[1:], 0), months) is None  # without a second wait nobody counts
    days = np.ones(FEWEST_CUSTOMERS, np.int64)
    assert group_regularity(days, days).k is None  # every day: to the day
    assert group_regularity(np.append(days, months[1:]), np.append(days, months[1:] + 1)) is None  # 29 who tell anything
