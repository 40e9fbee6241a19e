from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import hyp2f1

from retention.models.shifted_beta_geometric import ShiftedBetaGeometric, _log_likelihood

LEFT, STILL_THERE = [369, 163, 86, 56], 326
TRUE = ShiftedBetaGeometric(alpha=0.9, beta=3.0)

numbers_left = st.lists(st.integers(0, 200), min_size=1, max_size=24)
models = st.builds(ShiftedBetaGeometric, st.floats(0.05, 50), st.floats(0.05, 500))
discounts = st.floats(0.001, 1)
careful = settings(max_examples=60)


def parameters(model: ShiftedBetaGeometric) -> list[float]:
    return [model.alpha, model.beta]


def test_slope_and_curvature_agree_with_finite_differences():
    left, there, logs, step = np.array([30.0, 12, 0, 5]), np.array([90.0, 60, 40, 21]), np.log([0.8, 2.5]), 1e-5
    here = _log_likelihood(logs, left, there)
    for index, nudge in enumerate(np.eye(2) * step):
        ahead, behind = (_log_likelihood(logs + sign * nudge, left, there) for sign in (1, -1))
        assert here.slope[index] == pytest.approx((ahead.height - behind.height) / (2 * step), abs=1e-6)
        assert here.curvature[index] == pytest.approx((ahead.slope - behind.slope) / (2 * step), abs=1e-6)


def test_cohorts_of_unequal_age_count_as_long_as_they_were_seen():
    """100 seen for three periods, 80 for two: what is known about a period comes from those seen through it."""
    model = ShiftedBetaGeometric.fit([40 + 30, 15 + 12, 6], [0, 38, 39], prior="none")
    by_hand = 70 * np.log(model.alpha) + 110 * np.log(model.beta) - 180 * np.log(model.alpha + model.beta)
    by_hand += 27 * np.log(model.alpha) + 83 * np.log(model.beta + 1) - 110 * np.log(model.alpha + model.beta + 1)
    by_hand += 6 * np.log(model.alpha) + 39 * np.log(model.beta + 2) - 45 * np.log(model.alpha + model.beta + 2)
    assert model.log_likelihood == pytest.approx(by_hand)


def test_one_number_still_there_means_all_were_seen_to_the_end():
    assert ShiftedBetaGeometric.fit(LEFT, STILL_THERE) == ShiftedBetaGeometric.fit(LEFT, [0, 0, 0, STILL_THERE])


@careful
@given(numbers_left, st.integers(0, 500), st.sampled_from(["weak", "none"]))
def test_survival_never_rises_and_retention_never_falls(left, still_there, prior):
    if sum(left) + still_there:
        model, periods = ShiftedBetaGeometric.fit(left, still_there, prior), np.arange(60)
        survival, retention = model.survival(periods), model.retention(periods + 1)
        assert survival[0] == 1 and np.all(np.diff(survival) <= 1e-12) and np.all(survival >= 0)
        assert np.all(np.diff(retention) >= 0) and np.all((retention >= 0) & (retention <= 1))


@careful
@given(numbers_left, st.integers(0, 500))
def test_with_the_weak_prior_nothing_runs_away(left, still_there):
    if sum(left) + still_there:
        model = ShiftedBetaGeometric.fit(left, still_there)
        assert model.standard_errors is not None and model.log_covariance is not None
        assert np.all(np.isfinite(parameters(model))) and np.isfinite(model.expected_lifetime(0.1))


def test_few_subscribers_who_all_stayed_or_all_left_do_not_run_away():
    for left, still_there in (([0, 0, 0], 50), ([50], 0), ([5, 4, 4], 37)):
        model = ShiftedBetaGeometric.fit(left, still_there)
        assert np.all((np.array(parameters(model)) > 0.01) & (np.array(parameters(model)) < 100))


@given(models, st.integers(1, 30))
def test_retention_is_what_survives_of_each_period(model, period):
    before, after = model.survival([period - 1, period])
    assert float(model.retention(period)) * before == pytest.approx(after, rel=1e-9)


@given(models, discounts)
def test_lifetimes_are_the_discounted_sums_of_survival(model, discount):
    lasting = np.arange(int(40 / np.log1p(discount)) + 1)
    assert model.expected_lifetime(discount) == pytest.approx(np.sum(model.survival(lasting) / (1 + discount) ** lasting), rel=1e-8)


@given(models, discounts)
def test_those_about_to_renew_for_the_first_time_are_new_ones_less_their_first_payment(model, discount):
    residual = float(model.residual_lifetime(1, discount))
    assert model.expected_lifetime(discount) == pytest.approx(1 + residual / (1 + discount), rel=1e-8)


@given(models, discounts, st.floats(0.01, 1))
def test_a_higher_rate_lowers_the_lifetime_and_tenure_raises_it(model, discount, further):
    assert model.expected_lifetime(discount + further) < model.expected_lifetime(discount)
    assert np.all(np.diff(model.residual_lifetime(np.arange(1, 8), discount)) > -1e-9)


@pytest.mark.parametrize("alpha", [0.7, 0.999999, 1.0, 1.0000001, 2.0, 3.8])
@pytest.mark.parametrize("discount", [0.0001, 0.001, 0.01, 0.2])
def test_lifetimes_have_no_trouble_where_the_textbook_form_has(alpha, discount):
    """2F1 through its integral, ten thousand times refined: exact where the ready-made function loses digits near alpha = 1."""
    odds = np.linspace(-80, 80, 200_001)
    density = np.exp(-alpha * np.logaddexp(0, -odds) - 1.5 * np.logaddexp(0, odds))
    exact = density @ ((1 + discount) / (discount + 1 / (1 + np.exp(-odds)))) / density.sum()
    assert ShiftedBetaGeometric(alpha, 1.5).expected_lifetime(discount) == pytest.approx(exact, rel=1e-8)
    assert hyp2f1(1, 1.5, alpha + 1.5, 1 / (1 + discount)) == pytest.approx(exact, rel=1e-5)


def test_without_discount_lifetimes_are_finite_only_where_few_leave_late():
    assert ShiftedBetaGeometric(0.7, 1.2).expected_lifetime(0.0) == np.inf
    assert ShiftedBetaGeometric(3.0, 4.0).expected_lifetime(0.0) == 3.0  # (3 + 4 - 1) / (3 - 1)
    assert ShiftedBetaGeometric(3.0, 4.0).expected_lifetime(1e-7) == pytest.approx(3.0, rel=1e-5)


def test_true_parameters_are_recovered_within_their_errors():
    random = np.random.default_rng(3)
    lasted = random.geometric(random.beta(TRUE.alpha, TRUE.beta, 6000))
    seen = random.integers(3, 13, 6000)  # periods since each signed up
    left = np.array([np.sum((lasted == period) & (lasted <= seen)) for period in range(1, 13)])
    still_there = np.array([np.sum((lasted > seen) & (seen == period)) for period in range(1, 13)])
    model = ShiftedBetaGeometric.fit(left, still_there, prior="none")
    assert model.standard_errors is not None
    assert np.all(np.abs(np.array(parameters(model)) - parameters(TRUE)) / model.standard_errors < 3)


def test_a_single_share_of_leavers_for_all_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model = ShiftedBetaGeometric.fit([20, 16, 12.8, 10.24], 40.96, prior="none")  # exactly a fifth in every period
    assert model.retention(np.arange(1, 5)) == pytest.approx([0.8] * 4, abs=1e-3)


@pytest.mark.parametrize(("left", "still_there"), [([], 5), ([0, 0], 0), ([-1, 5], 3), ([5, 5], -1), ([5, 5], [1, 2, 3])])
def test_numbers_that_make_no_sense_are_refused(left, still_there):
    with pytest.raises(ValueError, match="numbers who left"):
        ShiftedBetaGeometric.fit(left, still_there)
