"""Scores of forecasts for four customers, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.scoreboard import Decile, Score, deciles, ranking, winner

EXPECTED = np.array([0.5, 1.0, 1.0, 3.5])
ACTUAL = np.array([0.0, 2.0, 0.0, 3.0])
ONE_EACH = np.ones(4)


def test_four_customers():
    score = Score.of("mine", EXPECTED, ACTUAL, weekly=[2, 6], expected_sales=60.0, actual_sales=45.0)
    assert (score.expected, score.actual, score.error, score.miss) == (6.0, 5.0, pytest.approx(0.2), pytest.approx(1 / 6))
    assert score.mean_absolute_error == (0.5 + 1 + 1 + 0.5) / 4
    assert score.root_mean_squared_error == np.sqrt((0.25 + 1 + 1 + 0.25) / 4)
    # of the 5 purchases: 3 from the first place, 1 each from the two middle ones, 0 from the last
    # mean share: (0+3)/2, (3+4)/2, (4+5)/2, (5+5)/2 = 14.5/4/5 = 0.725; sorted by what came: 1.5, 4, 5, 5 = 0.775
    assert score.ranking == pytest.approx(0.225 / 0.275)
    assert score.deciles == (Decile(1, 0.5, 0.0), Decile(2, 1.0, 1.0), Decile(1, 3.5, 3.0))
    assert (score.weekly, score.expected_sales, score.money_miss) == ((2.0, 6.0), 60.0, 0.25)


def test_equal_customers_may_be_counted_together():
    together = Score.of("mine", np.array([0.5, 1.0, 3.5]), np.array([0.0, 2.0, 3.0]), np.array([3.0, 2.0, 1.0]))
    apart = Score.of("mine", np.array([3.5, 0.5, 1.0, 0.5, 1.0, 0.5]), np.array([3.0, 0.0, 2.0, 0.0, 2.0, 0.0]))
    assert together == apart


def test_the_right_order_is_1_the_wrong_order_is_minus_1_and_no_order_is_0():
    actual = np.array([1.0, 2.0, 4.0])
    assert ranking(actual * 9, actual, np.ones(3)) == pytest.approx(1.0)
    assert ranking(-actual, actual, np.ones(3)) == pytest.approx(-1.0)
    assert ranking(np.ones(3), actual, np.ones(3)) == pytest.approx(0.0)


def test_where_nobody_bought_or_all_did_alike_there_is_no_order_and_no_share():
    score = Score.of("mine", EXPECTED, np.zeros(4))
    assert (score.error, score.ranking, score.miss) == (None, None, 1.0)
    assert ranking(EXPECTED, ONE_EACH, ONE_EACH) is None
    assert Score.of("nothing", np.zeros(4), np.zeros(4)).miss == 0.0
    assert Score.of("nothing", np.zeros(4), ACTUAL).miss == np.inf


def test_tenths_of_a_hundred_customers():
    expected = np.arange(100.0)
    found = deciles(expected, expected * 2, np.ones(100))
    assert [part.customers for part in found] == [10] * 10
    assert (found[0].mean_expected, found[0].mean_actual, found[9].mean_expected) == (4.5, 9.0, 94.5)


def test_the_winner_has_the_smallest_error_per_customer_and_in_a_draw_the_closest_total():
    right_total, right_people = Score.of("total", EXPECTED, ACTUAL), Score.of("people", ACTUAL + [0.5, 0.5, 0.5, 0.5], ACTUAL)
    assert winner([right_total, right_people]).name == "people"
    nearly = Score.of("nearly", ACTUAL + [0.5, -0.5, 0.5, -0.504], ACTUAL)
    assert winner([right_people, nearly, right_total]).name == "nearly"


def test_a_forecast_must_be_a_number():
    with pytest.raises(ValueError, match="finite"):
        Score.of("broken", np.array([np.nan]), np.array([1.0]))
    with pytest.raises(ValueError, match="customers"):
        Score.of("nobody", np.array([]), np.array([]))


CUSTOMERS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), min_size=2, max_size=50)


@given(CUSTOMERS, st.randoms(use_true_random=False))
def test_laws_for_any_customers(customers, random):
    expected, actual = np.array(customers, float).T / 8
    score = Score.of("any", expected, actual)
    assert sum(part.customers for part in score.deciles) == len(customers)
    assert sum(part.customers * part.mean_expected for part in score.deciles) == pytest.approx(score.expected)
    assert sum(part.customers * part.mean_actual for part in score.deciles) == pytest.approx(score.actual)
    assert score.ranking is None or -1 - 1e-9 <= score.ranking <= 1 + 1e-9
    assert score.mean_absolute_error <= score.root_mean_squared_error + 1e-12
    shuffled = random.sample(customers, len(customers))
    again = Score.of("any", *(np.array(shuffled, float).T / 8))
    assert (again.ranking, again.expected, again.root_mean_squared_error) == pytest.approx(
        (score.ranking, score.expected, score.root_mean_squared_error)
    )
