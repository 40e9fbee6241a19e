"""Shares against the usual one: by hand, from the literature, and how often chance alone raises an alarm."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.proportions import chance_of_no_difference, share_of
from retention.models.stratified_shares import Repeated, chance_of_no_change, compare_with_others


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


def single(count, of):
    """Every case of another person."""
    return Repeated(count, of, count, count, of)


def test_cases_of_one_person_that_are_all_alike_count_once():
    # a hundred people with ten cases each: half of them always, half never
    alike = Repeated(500, 1000, 50 * 100, 50 * 100, 100 * 100)
    assert (alike.of_independent, alike.told.share) == (100, 0.5)
    assert (single(50, 100).of_independent, single(50, 100).told.low) == (100, pytest.approx(share_of(50, 100).low))
    assert single(0, 7).of_independent == 7 and single(0, 0).told.share is None


def test_the_share_is_the_true_one_and_only_its_interval_knows_who_repeats_himself():
    # 39 of 1000 cases, three people with thirteen each; all 77 people have thirteen, the last twelve
    told = Repeated(39, 1000, 3 * 13**2, 3 * 13**2, 76 * 13**2 + 12**2).told
    assert (told.count, told.of, told.share) == (39, 1000, 0.039)
    few = share_of(3, 77)  # those who repeat themselves tell as much as 77 people do
    assert (told.low, told.high) == (pytest.approx(few.low, abs=1e-3), pytest.approx(few.high, abs=1e-3))


@pytest.mark.parametrize("count", [0, 400])
def test_what_nobody_or_everybody_does_is_known_from_so_many_people_only(count):
    # ten people with forty cases each: the interval is that of ten cases, not of four hundred
    told = Repeated(count, 400, count * 40, count * 40, 10 * 40**2).told
    assert (told.share, told.low, told.high) == (count / 400, *interval(share_of(count // 40, 10)))


def interval(share):
    return pytest.approx(share.low), pytest.approx(share.high)


def test_a_change_is_told_where_at_least_five_are_expected_of_each_kind():
    assert chance_of_no_change(single(1, 22), single(0, 381)) == 1.0  # 22 / 403 expected: the plain test would say "beyond noise"
    assert chance_of_no_difference(1, 22, 0, 381) < 0.0001
    told = chance_of_no_change(single(0, 100), single(10, 100))  # 5 expected
    assert told == pytest.approx(chance_of_no_difference(0, 100, 10, 100)) and told < 0.002
    assert chance_of_no_change(single(0, 100), single(9, 100)) == 1.0  # 4.5
    assert chance_of_no_change(single(100, 100), single(91, 100)) == 1.0  # the same of the others
    assert chance_of_no_change(single(8, 10), single(100, 1000)) == 1.0  # 1.1 of the ten
    assert chance_of_no_change(single(0, 0), single(9, 100)) == 1.0
    assert chance_of_no_change(single(0, 100), single(0, 100)) == 1.0


def test_a_change_counts_those_who_repeat_themselves_once():
    first, latest = Repeated(500, 1000, 50 * 100, 50 * 100, 100 * 100), Repeated(600, 1000, 60 * 100, 60 * 100, 100 * 100)
    assert chance_of_no_change(first, latest) == pytest.approx(chance_of_no_difference(50, 100, 60, 100))


def test_people_with_tastes_of_their_own_raise_no_more_alarms_than_promised():
    random, alarms = np.random.default_rng(5), 0
    for _ in range(200):
        halves = []
        for _ in range(2):
            of = random.geometric(0.15, 150)
            count = random.binomial(of, random.beta(0.5, 1.0, 150))
            halves.append(Repeated(*(int(sums.sum()) for sums in (count, of, count * count, count * of, of * of))))
        alarms += chance_of_no_change(*halves) < 0.05
    assert alarms <= 18  # 10 expected, and no more than 18 in 99 runs of 100
