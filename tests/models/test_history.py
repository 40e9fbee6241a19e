from __future__ import annotations

import pytest

from retention.models.history import Gaps, Spending, Summaries


def test_median_age_counts_customers_not_rows():
    summaries = Summaries([0, 1, 2], [0, 5, 9], [10, 20, 30], [5, 1, 1])
    assert summaries.median_age == 10


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (([1], [9], [5], [1]), "between the first purchase"),
        (([1], [-1], [5], [1]), "between the first purchase"),
        (([0], [3], [5], [1]), "without a repeat purchase"),
        (([-1], [0], [5], [1]), "cannot be negative"),
        (([1], [3], [5], [0]), "needs a customer"),
        (([1, 2], [3], [5], [1]), "one length"),
    ],
)
def test_contradicting_histories_are_refused(columns, reason):
    with pytest.raises(ValueError, match=reason):
        Summaries(*columns)


def test_negative_waits_are_refused():
    with pytest.raises(ValueError, match="negative"):
        Gaps([1], [-3], [1], [1])


def test_rounding_to_weeks_counts_equal_histories_together_and_loses_nobody():
    summaries = Summaries([0, 0, 1, 1, 2], [0, 0, 6, 8, 20], [10, 11, 20, 22, 30], [5, 1, 1, 2, 4])
    weeks = summaries.rounded(7.0)
    rows = list(zip(weeks.repeat_purchases, weeks.last_purchase_age, weeks.age, weeks.customers, strict=True))
    # 10 days are nearest to one week and 11 to two; 6 and 8 are both nearest to one, 20 and 22 to three
    assert rows == [(0, 0, 7, 5), (0, 0, 14, 1), (1, 7, 21, 3), (2, 21, 28, 4)]


def test_the_median_value_counts_customers_not_rows():
    assert Spending([1, 2, 3], [10.0, 20.0, 30.0], [1, 1, 5]).median_value == 30


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (([0], [10], [1]), "at least one purchase"),
        (([1], [0], [1]), "above zero"),
        (([1], [-5], [1]), "above zero"),
        (([1], [float("nan")], [1]), "above zero"),
        (([1], [10], [0]), "needs a customer"),
        (([1, 2], [10], [1]), "one length"),
    ],
)
def test_means_that_contradict_themselves_are_refused(columns, reason):
    with pytest.raises(ValueError, match=reason):
        Spending(*columns)
