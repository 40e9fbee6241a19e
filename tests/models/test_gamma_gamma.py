from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.models.gamma_gamma import GammaGamma, _log_likelihood
from retention.models.history import Spending

# purchases, mean value, customers
SHOP = np.array([(1, 12.5, 10), (1, 40, 6), (2, 22, 8), (3, 31, 5), (5, 18, 3), (9, 65, 1)], float)
TRUE = GammaGamma(p=4.0, q=3.5, gamma=20.0)  # a mean of 32

rows_of_spending = st.lists(
    st.tuples(st.integers(1, 40), st.floats(0.5, 500), st.integers(1, 20)), min_size=1, max_size=20, unique_by=lambda row: row[1]
).map(lambda rows: np.array(rows, float))
models = st.builds(GammaGamma, st.floats(0.5, 30), st.floats(1.2, 30), st.floats(0.1, 1000))
careful = settings(max_examples=40)


def spending(rows: np.ndarray) -> Spending:
    return Spending(*np.asarray(rows, float).T)


def parameters(model: GammaGamma) -> list[float]:
    return [model.p, model.q, model.gamma]


def simulated_shop(customers: int, seed: int) -> np.ndarray:
    """Purchases, mean value, 1 per customer of a shop whose parameters are TRUE."""
    random = np.random.default_rng(seed)
    purchases = random.integers(1, 10, customers)
    rates = random.gamma(TRUE.q, 1 / TRUE.gamma, customers)
    return np.column_stack([purchases, random.gamma(TRUE.p * purchases) / rates / purchases, np.ones(customers)])


@pytest.mark.parametrize("least_q", [0.0, 1.0])
def test_slope_and_curvature_agree_with_finite_differences(least_q):
    rows, logs, step = spending(SHOP), np.log([3.0, 2.0, 15.0]), 1e-5
    distinct, position = np.unique(rows.purchases, return_inverse=True)
    tally = np.bincount(position, weights=rows.customers)
    here = _log_likelihood(logs, least_q, rows, distinct, tally)
    for index, nudge in enumerate(np.eye(3) * step):
        ahead, behind = (_log_likelihood(logs + sign * nudge, least_q, rows, distinct, tally) for sign in (1, -1))
        assert here.slope[index] == pytest.approx((ahead.height - behind.height) / (2 * step), abs=1e-6)
        assert here.curvature[index] == pytest.approx((ahead.slope - behind.slope) / (2 * step), abs=1e-6)


def test_the_likelihood_is_that_of_the_textbook():
    """ln G(px+q) - ln G(px) - ln G(q) + q ln g + (px-1) ln m + px ln x - (px+q) ln(g + x m), per customer."""
    p, q, g = parameters(TRUE)
    textbook = sum(
        count
        * (
            math.lgamma(p * x + q)
            - math.lgamma(p * x)
            - math.lgamma(q)
            + q * math.log(g)
            + (p * x - 1) * math.log(m)
            + p * x * math.log(x)
            - (p * x + q) * math.log(g + x * m)
        )
        for x, m, count in SHOP
    )
    distinct, position = np.unique(SHOP[:, 0], return_inverse=True)
    tally = np.bincount(position, weights=SHOP[:, 2])
    assert _log_likelihood(np.log([p, q, g]), 0.0, spending(SHOP), distinct, tally).height == pytest.approx(textbook)


def test_counting_equal_means_together_changes_nothing():
    together = GammaGamma.fit(spending(SHOP))
    customers = SHOP[:, 2].astype(int)
    apart = GammaGamma.fit(spending(np.column_stack([np.repeat(SHOP[:, :2], customers, axis=0), np.ones(customers.sum())])))
    assert parameters(apart) == pytest.approx(parameters(together), rel=1e-9)
    assert apart.log_likelihood == pytest.approx(together.log_likelihood, abs=1e-9)
    assert apart.standard_errors == pytest.approx(together.standard_errors, rel=1e-7)


@careful
@given(rows_of_spending, st.randoms(use_true_random=False))
def test_the_order_of_customers_changes_nothing(rows, random):
    shuffled = random.sample(range(len(rows)), len(rows))
    assert parameters(GammaGamma.fit(spending(rows[shuffled]))) == pytest.approx(parameters(GammaGamma.fit(spending(rows))), rel=1e-6)


@careful
@given(rows_of_spending, st.sampled_from([0.01, 100.0]))
def test_another_unit_of_money_changes_only_gamma(rows, factor):
    here, there = GammaGamma.fit(spending(rows)), GammaGamma.fit(spending(rows * [1, factor, 1]))
    assert [there.p, there.q, there.gamma / factor] == pytest.approx(parameters(here), rel=1e-5)


@careful
@given(rows_of_spending)
def test_with_the_weak_prior_every_shop_has_a_mean(rows):
    model = GammaGamma.fit(spending(rows))
    assert np.all(np.isfinite(parameters(model))) and model.q > 1
    assert model.standard_errors is not None and model.log_covariance is not None
    assert 0 < model.population_mean < np.inf


@given(models, st.integers(0, 1000), st.floats(0.1, 1e5), st.floats(0, 1e5))
def test_who_spent_more_is_expected_to_spend_more_and_nobody_leaves_the_middle(model, purchases, mean, further):
    less, more = (float(model.expected_value(purchases, value)) for value in (mean, mean + further))
    assert less <= more
    low, high = sorted([mean, model.population_mean])
    assert low * (1 - 1e-9) <= less <= high * (1 + 1e-9)


@given(models, st.integers(1, 100), st.integers(1, 100), st.floats(0.1, 1e5))
def test_the_more_purchases_the_nearer_to_his_own_mean(model, purchases, further, mean):
    few, many = (abs(float(model.expected_value(number, mean)) - mean) for number in (purchases, purchases + further))
    assert many <= few + 1e-9 * mean


def test_who_has_not_bought_is_expected_to_spend_the_mean_of_all():
    worth = TRUE.expected_value([0, 0, 2], [np.nan, 0.0, 50.0])
    assert worth[:2] == pytest.approx([TRUE.population_mean] * 2)
    assert worth[2] == pytest.approx(4 * (20 + 100) / (8 + 2.5))


def test_without_a_mean_the_answer_is_infinite_and_not_negative():
    model = GammaGamma(p=2.0, q=0.8, gamma=5.0)
    assert model.population_mean == np.inf
    assert model.expected_value([0, 1], [0.0, 10.0]) == pytest.approx([np.inf, 2 * 15 / 1.8])


def test_draws_agree_with_the_expected_value():
    random, many = np.random.default_rng(5), 200_000
    for purchases, mean, future in ((0, 0.0, 2), (2, 50.0, 1), (8, 20.0, 5)):
        drawn = TRUE.draw_value(np.full(many, purchases), np.full(many, mean), np.full(many, future), random)
        assert np.all(drawn > 0)
        error = drawn.std() / np.sqrt(many)
        assert abs(drawn.mean() - future * float(TRUE.expected_value(purchases, mean))) < 4 * error


def test_no_further_purchases_are_worth_nothing():
    drawn = TRUE.draw_value([0, 3], [0.0, 20.0], [0, 0], np.random.default_rng(1))
    assert drawn.tolist() == [0, 0]


def test_true_parameters_are_recovered_within_their_errors():
    model = GammaGamma.fit(spending(simulated_shop(6000, seed=3)), prior="none")
    assert model.standard_errors is not None
    assert np.all(np.abs(np.array(parameters(model)) - parameters(TRUE)) / model.standard_errors < 3)


@pytest.mark.parametrize("seed", range(10))
def test_small_shops_do_not_run_away(seed):
    model = GammaGamma.fit(spending(simulated_shop(50, seed)))
    assert np.all(np.array(parameters(model)) / parameters(TRUE) < 5) and model.standard_errors is not None
    assert model.population_mean == pytest.approx(TRUE.population_mean, rel=0.4)


def test_where_everything_costs_the_same_that_is_the_answer():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for rows in ([(1, 10.0, 50)], [(1, 10.0, 500_000), (7, 10.0, 500_000)]):
            model = GammaGamma.fit(spending(rows))
            assert float(model.expected_value(1, 10.0)) == pytest.approx(10.0, rel=0.002)
            assert model.population_mean == pytest.approx(10.0, rel=0.002)


def test_very_different_customers_neither_overflow_nor_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model = GammaGamma.fit(spending([(1, 1e-4, 1), (10_000, 1e9, 1), (3, 5.0, 20)]))
        assert np.all(np.isfinite(model.expected_value([0, 1, 10_000], [0.0, 1e-4, 1e9])))


def test_no_customers_is_said():
    with pytest.raises(ValueError, match="no customers"):
        GammaGamma.fit(Spending([], [], []))
