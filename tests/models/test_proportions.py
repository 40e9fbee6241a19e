"""Shares with their intervals against worked numbers."""

from __future__ import annotations

from time import perf_counter

import pytest
from scipy.stats import binomtest

from retention.models.proportions import chance_of_no_difference, chances_of_many, share_of


def test_a_share_carries_its_wilson_interval():
    found = share_of(3, 10)
    # (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964
    assert (found.share, found.low, found.high) == (0.3, pytest.approx(0.107791, abs=1e-6), pytest.approx(0.603222, abs=1e-6))


def test_nobody_asked_is_no_share():
    assert (share_of(0, 0).share, share_of(0, 0).low) == (None, None)
    assert share_of(0, 4).low == 0.0
    with pytest.raises(ValueError, match="5 of 4"):
        share_of(5, 4)


def test_two_shares_beyond_noise():
    # 280 of 2,000 against 180 of 1,800: z 3.7744, p 1.60e-4
    assert chance_of_no_difference(280, 2000, 180, 1800) == pytest.approx(1.60e-4, abs=0.005e-4)
    assert chance_of_no_difference(0, 0, 5, 10) == 1.0
    assert chance_of_no_difference(0, 10, 0, 20) == 1.0


def test_many_questions_are_held_to_more():
    assert chances_of_many([0.01, 0.04, 0.03]) == (0.03, 0.06, 0.06)
    assert chances_of_many([]) == ()


@pytest.mark.parametrize("of", [1, 2, 7, 30, 365, 10_000, 3_000_000])
def test_the_interval_has_scipys_digits(of):
    for count in {0, 1, of // 3, of // 2, of - 1, of}:
        expected = binomtest(count, of).proportion_ci(0.95, method="wilson")
        found = share_of(count, of)
        assert (found.low, found.high) == (pytest.approx(expected.low, rel=1e-12, abs=1e-15), pytest.approx(expected.high, rel=1e-12))
        assert 0 <= found.low <= found.share <= found.high <= 1


def test_a_share_of_nobody_and_of_everybody_end_at_its_edges():
    assert (share_of(0, 3_000_000).low, share_of(3_000_000, 3_000_000).high) == (0.0, 1.0)


def test_many_shares_take_no_time():
    begin = perf_counter()
    for count in range(1000):
        share_of(count, 100_000)
    assert perf_counter() - begin < 0.2  # an exact test of each, which nobody reads, takes seconds
