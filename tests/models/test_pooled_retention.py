"""The curve of many cohorts: what it does with the young, the empty and those who come back, and that it is Kaplan–Meier's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.kaplan_meier import KaplanMeier
from retention.models.pooled_retention import PooledRetention

# What is left of a cohort at each age: it only falls.
FALLING = st.lists(st.integers(0, 50), min_size=1, max_size=6).map(lambda sizes: sorted(sizes, reverse=True))


def test_no_cohorts_give_an_empty_curve():
    assert len(PooledRetention.fit([]).share) == len(PooledRetention.fit([[]]).share) == 0


def test_where_nobody_is_left_nothing_more_can_be_said():
    curve = PooledRetention.fit([[3, 0, 0], [0, 0]])
    assert curve.share.tolist() == [1, 0, 0]
    assert curve.product[:2].tolist() == [1, 0] and np.isnan(curve.product[2])


def test_who_comes_back_lifts_the_share():
    curve = PooledRetention.fit([[10, 2, 4], [10, 2]])
    assert curve.share.tolist() == [1, 0.2, 0.4]
    assert curve.rate.tolist() == [1, 0.2, 2.0]
    assert np.all(curve.variance >= 0)


@given(st.lists(FALLING, min_size=1, max_size=5))
def test_the_product_of_what_only_falls_is_the_kaplan_meier_curve(cohorts):
    gone: dict[tuple[int, bool], int] = {}
    for cohort in cohorts:
        for age in range(1, len(cohort)):
            gone[age, True] = gone.get((age, True), 0) + cohort[age - 1] - cohort[age]
        gone[len(cohort) - 1, False] = gone.get((len(cohort) - 1, False), 0) + cohort[-1]
    ages, left = zip(*gone, strict=True)
    people = np.array(list(gone.values()), float)
    waits = KaplanMeier.fit(np.array(ages, float), people * np.array(left), people * ~np.array(left))
    curve = PooledRetention.fit(cohorts)
    known = ~np.isnan(curve.product)
    assert curve.product[known] == pytest.approx([waits.survival_at(age) for age in np.flatnonzero(known)], abs=1e-12)
    assert np.all(np.diff(curve.product[known]) <= 1e-15)
    last = np.searchsorted(waits.durations, np.flatnonzero(known), side="right") - 1
    assert curve.variance[known] == pytest.approx([waits.variance[place] if place >= 0 else 0.0 for place in last], abs=1e-12)


@given(st.lists(FALLING, min_size=1, max_size=5))
def test_splitting_a_cohort_by_customers_changes_nothing(cohorts):
    doubled = PooledRetention.fit([[2 * people for people in cohort] for cohort in cohorts])
    twice = PooledRetention.fit([*cohorts, *cohorts])
    np.testing.assert_array_equal(doubled.product, twice.product)
    np.testing.assert_array_equal(doubled.share, twice.share)
