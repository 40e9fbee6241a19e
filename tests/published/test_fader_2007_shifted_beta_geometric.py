"""sBG on the Regular and High End subscribers of Fader & Hardie 2007, fitted on years 0 to 7 (per 1,000), and later notes."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import hyp2f1

from retention.models.shifted_beta_geometric import ShiftedBetaGeometric

# per cent still there after 0 … 12 years
REGULAR = (100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3)
HIGH_END = (100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4)
PRINTED = {REGULAR: (0.704, 1.182), HIGH_END: (0.668, 3.806)}
FITS = {  # further digits: the exact maximum; alpha, beta, log-likelihood per 1,000
    REGULAR: (0.704077, 1.182043, -1680.2652),
    HIGH_END: (0.668088, 3.806095, -1611.1581),
}
SURVIVAL = {  # per cent after 1 … 12 years
    REGULAR: (62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00),
    HIGH_END: (85.07, 74.69, 66.98, 60.99, 56.18, 52.22, 48.89, 46.04, 43.58, 41.42, 39.51, 37.80),
}
LIFETIME = {REGULAR: 3.694908, HIGH_END: 5.922253}  # discounted at 10 %, first payment at once
NAIVE_LIFETIME = {REGULAR: 2.324137, HIGH_END: 4.411988}  # the same if everybody left with the mean chance
RESIDUAL = {REGULAR: (2.9644, 4.1031, 4.8698, 5.4421, 5.8941), HIGH_END: (5.4145, 5.9014, 6.2939, 6.6199, 6.8967)}
GROUPS = (REGULAR, HIGH_END)


def fitted(percent: tuple[float, ...]) -> ShiftedBetaGeometric:
    there = np.array(percent[:8]) * 10
    return ShiftedBetaGeometric.fit(-np.diff(there), there[-1], prior="none")


@pytest.mark.parametrize("group", GROUPS)
def test_maximum_likelihood_to_the_printed_digits(group):
    model, (alpha, beta, log_likelihood) = fitted(group), FITS[group]
    assert (model.alpha, model.beta) == pytest.approx(PRINTED[group], abs=5e-4)
    assert (model.alpha, model.beta) == pytest.approx((alpha, beta), abs=5e-7)
    assert model.log_likelihood == pytest.approx(log_likelihood, abs=5e-5)


@pytest.mark.parametrize("group", GROUPS)
def test_share_still_there(group):
    assert 100 * fitted(group).survival(np.arange(1, 13)) == pytest.approx(SURVIVAL[group], abs=0.005)


def test_twelve_years_ahead_of_seven_it_is_off_by_less_than_two_points():
    misses = [100 * float(fitted(group).survival(12)) - group[12] for group in GROUPS]
    assert misses == pytest.approx([17.00 - 17.3, 37.80 - 39.4], abs=0.005)


@pytest.mark.parametrize("group", GROUPS)
def test_discounted_expected_lifetime(group):
    model = fitted(group)
    assert model.expected_lifetime(0.1) == pytest.approx(LIFETIME[group], abs=5e-7)
    assert model.expected_lifetime(0.1) == pytest.approx(hyp2f1(1, model.beta, model.alpha + model.beta, 1 / 1.1), rel=1e-10)


@pytest.mark.parametrize(("group", "too_low"), [(REGULAR, 0.37), (HIGH_END, 0.26)])
def test_one_chance_to_leave_for_all_makes_lifetimes_too_short(group, too_low):
    model = fitted(group)
    naive = 1.1 / (0.1 + model.alpha / (model.alpha + model.beta))
    assert naive == pytest.approx(NAIVE_LIFETIME[group], abs=5e-7)
    assert 1 - naive / model.expected_lifetime(0.1) == pytest.approx(too_low, abs=0.005)


@pytest.mark.parametrize("group", GROUPS)
def test_discounted_expected_residual_lifetime(group):
    assert fitted(group).residual_lifetime(np.arange(1, 6), 0.1) == pytest.approx(RESIDUAL[group], abs=5e-5)


def test_introductory_note_of_2014():
    there = np.array([1000, 631, 468, 382, 326])
    model = ShiftedBetaGeometric.fit(-np.diff(there), there[-1], prior="none")
    assert (model.alpha, model.beta) == pytest.approx((0.763665, 1.295830), abs=5e-7)
    assert 1000 * model.survival(np.arange(5, 9)) == pytest.approx((284.5, 253.7, 229.6, 210.3), abs=0.05)


@pytest.mark.parametrize(
    ("alpha", "beta", "retention", "residual"),
    [(3.80, 15.20, (0.800, 0.810, 0.819, 0.827), 3.8421), (0.067, 0.267, (0.799, 0.950, 0.971, 0.980), 10.1886)],
)
def test_the_same_first_retention_hides_different_customers(alpha, beta, retention, residual):
    """Fader & Hardie 2010: alike in the first year, and nearly three times apart in what those of the fifth are still worth."""
    model = ShiftedBetaGeometric(alpha, beta)
    assert model.retention(np.arange(1, 5)) == pytest.approx(retention, abs=5e-4)
    assert float(model.residual_lifetime(5, 0.1)) == pytest.approx(residual, abs=5e-5)


def test_with_a_thousand_subscribers_the_weak_prior_hardly_matters():
    there = np.array(REGULAR[:8]) * 10
    plain, weak = (ShiftedBetaGeometric.fit(-np.diff(there), there[-1], prior) for prior in ("none", "weak"))
    assert plain.standard_errors is not None
    assert abs(weak.alpha - plain.alpha) < 0.2 * plain.standard_errors[0]
    assert abs(weak.beta - plain.beta) < 0.2 * plain.standard_errors[1]
