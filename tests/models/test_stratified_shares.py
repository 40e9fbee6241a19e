"""Shares against the usual one: by hand, from the literature, and how often chance alone raises an alarm."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.proportions import chance_of_no_difference
from retention.models.stratified_shares import Repeated, compare_with_others


def compare(*groups):
    return compare_with_others(*(np.array(column) for column in zip(*groups, strict=True)))


def test_one_group_is_the_plain_comparison_of_two_shares():
    # product A: 120 of 400 lapse, 90 of 600 others; chi squared 32.5497 with N, here with N - 1
    found = compare((120, 400, 90, 600))
    assert (found.share.count, found.share.of, found.share.share, found.usual) == (120, 400, 0.3, 0.15)
    assert found.chance == pytest.approx(chance_of_no_difference(120, 400, 90, 600), rel=0.05)


def test_groups_that_differ_are_not_taken_for_a_difference_inside_them():
    # Simpson: 90 % of the cases lie where 40 % is usual, 10 % of the others do
    found = compare((360, 900, 40, 100), (10, 100, 90, 900))
    assert (found.share.share, found.usual, found.chance) == (0.37, pytest.approx(0.37), 1.0)
    assert chance_of_no_difference(370, 1000, 130, 1000) < 1e-20


def test_the_berkeley_admissions_of_1973():
    # men and women admitted by department; R's mantelhaen.test(UCBAdmissions, correct = FALSE) prints 1.5246, p = 0.2169
    men = ((512, 825), (353, 560), (120, 325), (138, 417), (53, 191), (22, 373))
    women = ((89, 108), (17, 25), (202, 593), (131, 375), (94, 393), (24, 341))
    found = compare(*((*man, *woman) for man, woman in zip(men, women, strict=True)))
    assert found.chance == pytest.approx(0.2169, abs=5e-5)


def test_groups_without_others_are_left_out():
    assert compare((1, 2, 3, 4), (5, 5, 0, 0)).share.of == 2
    with pytest.raises(ValueError, match="nothing to compare"):
        compare((5, 5, 0, 0))


def test_cases_of_one_person_that_are_all_alike_count_once():
    # a hundred people with ten cases each: half of them always, half never
    alike = Repeated(500, 1000, 50 * 100, 50 * 100, 100 * 100)
    assert (alike.of_independent, alike.independent.share) == (100, 0.5)
    # a hundred people with one case each
    single = Repeated(50, 100, 50, 50, 100)
    assert (single.of_independent, single.independent.count) == (100, 50)
    assert Repeated(0, 7, 0, 0, 7).of_independent == 7 and Repeated(0, 0, 0, 0, 0).independent.share is None


def test_people_with_tastes_of_their_own_raise_no_more_alarms_than_promised():
    random, alarms = np.random.default_rng(5), 0
    for _ in range(200):
        halves = []
        for _ in range(2):
            of = random.geometric(0.15, 150)
            count = random.binomial(of, random.beta(0.5, 1.0, 150))
            halves.append(Repeated(*(int(sums.sum()) for sums in (count, of, count * count, count * of, of * of))).independent)
        alarms += chance_of_no_difference(halves[0].count, halves[0].of, halves[1].count, halves[1].of) < 0.05
    assert alarms <= 18  # 10 expected, and no more than 18 in 99 runs of 100
