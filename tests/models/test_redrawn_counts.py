"""What chance does to the ratio of two counts: against customers really drawn anew, and where there are too few."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from retention.models.redrawn_counts import redrawn_ratio


@pytest.mark.parametrize(
    ("count", "other", "others", "nearly"),
    [(239, 460, 0, 0.01), (239, 460, 800, 0.01), (2390, 460, 9000, 0.01), (30, 12, 5, 1 / 7)],  # the last: one customer more among seven
)
def test_it_is_what_customers_drawn_anew_give(count, other, others, nearly):
    # everybody of the shop is drawn, those who did not buy at all too
    people = count + other + others
    drawn = np.random.default_rng(6).multinomial(people, [count / people, other / people, others / people], size=200_000)
    expected = np.quantile(drawn[:, 0] / drawn[:, 1], [0.05, 0.95])
    assert redrawn_ratio(count, other) == pytest.approx(tuple(expected), rel=nearly)


def test_two_customers_say_nothing():
    assert redrawn_ratio(1, 1) == (0.0, None)


@given(some.integers(1, 5000), some.integers(1, 5000))
def test_the_ratio_lies_between_its_ends(count, other):
    low, high = redrawn_ratio(count, other)
    assert low <= count / other <= (high if high is not None else np.inf)


@pytest.mark.parametrize(("count", "other"), [(0, 5), (5, 0), (-1, 3)])
def test_without_customers_on_both_sides_there_is_no_ratio(count, other):
    with pytest.raises(ValueError, match="no two groups"):
        redrawn_ratio(count, other)
