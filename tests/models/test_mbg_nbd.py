from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.models.history import Summaries
from retention.models.mbg_nbd import MbgNbd, _log_likelihood

# x, t_x, T in weeks, customers
SHOP = np.array([(0, 0, 20, 30), (0, 0, 35, 40), (1, 4, 30, 12), (1, 20, 38, 6), (2, 30, 38, 5), (4, 33, 36, 3), (9, 37, 38, 2)], float)
TRUE = MbgNbd(r=0.6, alpha=5.0, a=0.8, b=2.0)

histories = st.lists(st.tuples(st.integers(0, 30), st.floats(0.01, 1), st.floats(1, 500), st.integers(1, 20)), min_size=1, max_size=20).map(
    lambda rows: np.array([(x, share * age if x else 0.0, age, count) for x, share, age, count in rows])
)
careful = settings(max_examples=40)


def summaries(rows: np.ndarray) -> Summaries:
    return Summaries(*np.asarray(rows, float).T)


def parameters(model: MbgNbd) -> list[float]:
    return [model.r, model.alpha, model.a, model.b]


def simulated_shop(customers: int, seed: int) -> np.ndarray:
    """x, t_x, T, 1 per customer of a shop whose parameters are TRUE."""
    random = np.random.default_rng(seed)
    rows = []
    for age in random.uniform(30, 100, customers):
        rate, leaving = random.gamma(TRUE.r, 1 / TRUE.alpha), random.beta(TRUE.a, TRUE.b)
        time, repeats, last = 0.0, 0, 0.0
        while random.random() >= leaving:  # may leave after every purchase, the first included
            time += random.exponential(1 / rate) if rate > 0 else np.inf
            if time > age:
                break
            repeats, last = repeats + 1, time
        rows.append((repeats, last, age, 1))
    return np.array(rows)


def test_slope_and_curvature_agree_with_finite_differences():
    rows, logs, step = summaries(SHOP), np.log([0.5, 6.0, 0.9, 1.6]), 1e-5
    distinct, position = np.unique(rows.repeat_purchases, return_inverse=True)
    tally = np.bincount(position, weights=rows.customers)
    here = _log_likelihood(logs, rows, distinct, tally)
    for index, nudge in enumerate(np.eye(4) * step):
        ahead, behind = (_log_likelihood(logs + sign * nudge, rows, distinct, tally) for sign in (1, -1))
        assert here.slope[index] == pytest.approx((ahead.height - behind.height) / (2 * step), abs=1e-6)
        assert here.curvature[index] == pytest.approx((ahead.slope - behind.slope) / (2 * step), abs=1e-6)


def test_counting_equal_histories_together_changes_nothing():
    together = MbgNbd.fit(summaries(SHOP))
    apart = MbgNbd.fit(summaries(np.column_stack([np.repeat(SHOP[:, :3], SHOP[:, 3].astype(int), axis=0), np.ones(int(SHOP[:, 3].sum()))])))
    assert parameters(apart) == pytest.approx(parameters(together), rel=1e-9)
    assert apart.log_likelihood == pytest.approx(together.log_likelihood, abs=1e-9)
    assert apart.standard_errors == pytest.approx(together.standard_errors, rel=1e-7)


@careful
@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_customers_changes_nothing(rows, random):
    shuffled = random.sample(range(len(rows)), len(rows))
    assert parameters(MbgNbd.fit(summaries(rows[shuffled]))) == pytest.approx(parameters(MbgNbd.fit(summaries(rows))), rel=1e-6)


@careful
@given(histories)
def test_days_or_weeks_change_only_alpha(rows):
    weeks, days = MbgNbd.fit(summaries(rows)), MbgNbd.fit(summaries(rows * [1, 7, 7, 1]))
    assert [days.r, days.alpha / 7, days.a, days.b] == pytest.approx(parameters(weeks), rel=1e-6)


@careful
@given(histories)
def test_with_the_weak_prior_no_shop_breaks_the_fit(rows):
    model = MbgNbd.fit(summaries(rows))
    assert model.standard_errors is not None
    assert np.all(np.isfinite(parameters(model))) and np.all(np.array(parameters(model)) > 0)


@careful
@given(histories, st.floats(0, 1000), st.floats(0, 1000))
def test_alive_is_a_chance_and_falls_with_silence(rows, silence, longer):
    model, (x, last, _, _) = MbgNbd.fit(summaries(rows)), rows[0]
    sooner, later = (float(model.alive(x, last, last + waited)) for waited in (silence, silence + longer))
    assert 0 <= later <= sooner <= 1


def test_true_parameters_are_recovered_within_their_errors():
    model = MbgNbd.fit(summaries(simulated_shop(6000, seed=3)), prior="none")
    assert model.standard_errors is not None
    away = np.abs(np.array(parameters(model)) - parameters(TRUE)) / model.standard_errors
    assert np.all(away < 3)


def test_very_frequent_buyers_neither_overflow_nor_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert TRUE.alive(500, 1.0, 500.0) == 0.0
        assert 0 < TRUE.alive(10_000, 499.9, 500.0) < 1
        model = MbgNbd.fit(summaries([(0, 0, 500, 50), (3, 400, 500, 20), (500, 1, 500, 1), (10_000, 499.9, 500, 1)]))
    assert np.all(np.isfinite(parameters(model)))


def test_one_time_buyers_only_and_a_single_day_of_data_have_an_answer():
    for rows in ([(0, 0, 30, 40), (0, 0, 60, 10)], [(0, 0, 0, 12)]):
        model = MbgNbd.fit(summaries(rows))
        assert np.all(np.isfinite(parameters(model)))


def test_no_customers_is_said():
    with pytest.raises(ValueError, match="no customers"):
        MbgNbd.fit(Summaries([], [], [], []))
