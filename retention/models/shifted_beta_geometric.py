"""How long subscribers stay: the shifted-beta-geometric model, fitted on how many left in each period."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln

from retention.models.history import Floats
from retention.models.newton import Surface, climb
from retention.models.purchase_model import Prior
from retention.models.quadrature import beta_nodes
from retention.models.weak_prior import with_prior

# Weak prior on the logs of alpha and beta: about a quarter leaves in the first period, fewer in each later one. It stops runaway
# fits where hardly anybody has left, or hardly anybody stayed, and is drowned out by some hundred subscribers.
PRIOR_CENTRE = np.log([1.0, 3.0])
PRIOR_SPREAD = np.array([1.0, 1.5])
REACH = 12.0  # without a prior a steady share of leavers runs away: stop where a parameter is e^12 times its start


@dataclass(frozen=True)
class ShiftedBetaGeometric:
    """How many of those who signed up together are still there after each period, and how long the rest will stay.

    ASSUMPTIONS: at the end of every period a subscriber leaves with a chance of his own that does not change; these chances
    differ between subscribers as Beta(alpha, beta); nobody returns. So the share that stays rises with tenure, because those
    likely to leave have left.

    standard_errors in the order alpha, beta; log_covariance of ln alpha, ln beta; None where the data do not pin them down.
    log_likelihood is that of the data alone, without the prior. Source: Fader & Hardie 2007, "How to Project Customer Retention".
    """

    alpha: float
    beta: float
    log_likelihood: float | None = None
    standard_errors: tuple[float, ...] | None = None
    log_covariance: tuple[tuple[float, ...], ...] | None = None

    @classmethod
    def fit(cls, left_by_period: ArrayLike, still_there: ArrayLike, prior: Prior = "weak") -> ShiftedBetaGeometric:
        """The model that makes these numbers most likely; `prior="none"` is plain maximum likelihood.

        left_by_period: how many left in their first, second, … period. still_there: how many are there after the last one; or, where
        subscribers signed up at different times, how many have been seen for 1, 2, … periods and are still there.
        ValueError where nobody was ever there, a number is negative or the two lists differ in length.
        """
        left = np.asarray(left_by_period, float)
        stays = np.asarray(still_there, float)
        if stays.ndim == 0:
            stays = np.append(np.zeros(max(len(left) - 1, 0)), stays)
        if left.ndim != 1 or left.shape != stays.shape:
            raise ValueError("numbers who left and numbers still there must be of the same periods")
        if np.any(left < 0) or np.any(stays < 0) or left.sum() + stays.sum() <= 0:
            raise ValueError("numbers who left and numbers still there cannot be negative, and somebody must have been there")
        there = np.cumsum((left + stays)[::-1])[::-1].astype(np.float64)

        def likelihood(logs: Floats) -> Surface:
            return _log_likelihood(logs, left, there)

        top = climb(with_prior(likelihood, PRIOR_CENTRE, PRIOR_SPREAD, prior), PRIOR_CENTRE, REACH)
        alpha, beta = np.exp(top.place).tolist()
        height = likelihood(top.place).height
        if top.covariance is None:
            return cls(alpha, beta, height)
        errors = tuple((np.exp(top.place) * np.sqrt(np.diag(top.covariance))).tolist())
        return cls(alpha, beta, height, errors, tuple(tuple(row) for row in top.covariance.tolist()))

    def survival(self, periods: ArrayLike) -> Floats:
        """The share still there after so many periods (0, 1, 2, …), 1 to 0: S(t) = B(alpha, beta + t) / B(alpha, beta)."""
        share: Floats = np.exp(betaln(self.alpha, self.beta + np.asarray(periods, float)) - betaln(self.alpha, self.beta))
        return share

    def retention(self, periods: ArrayLike) -> Floats:
        """Of those there at the start of their first, second, … period, the share that stays: (beta + t - 1) / (alpha + beta + t - 1)."""
        stay = self.beta + np.asarray(periods, float) - 1
        share: Floats = stay / (self.alpha + stay)
        return share

    def expected_lifetime(self, discount: float) -> float:
        """How many payments a new subscriber brings, the first at once, later ones discounted: DEL = sum of S(t) / (1 + d)^t.

        discount: rate per period, 0 or more. Without discount it is infinite where alpha <= 1.
        """
        return _discounted_lifetime(self.alpha, self.beta, discount)

    def residual_lifetime(self, renewals: ArrayLike, discount: float) -> Floats:
        """How many more payments one about to renew for the 1st, 2nd, … time brings, the next at once if he does: DERL.

        r_n × DEL(alpha, beta + n), because among those who have renewed n - 1 times the chances to leave are Beta(alpha, beta + n - 1).
        Equal to the 2F1 of Fader & Hardie 2010, "Customer-Base Valuation in a Contractual Setting".
        """
        number = np.asarray(renewals, float)
        lifetimes = [_discounted_lifetime(self.alpha, self.beta + renewal, discount) for renewal in number.ravel().tolist()]
        lifetime: Floats = self.retention(number) * np.reshape(lifetimes, number.shape)
        return lifetime


def _log_likelihood(logs: Floats, left: Floats, there: Floats) -> Surface:
    """Log-likelihood with slope and curvature in log-parameters; `there` at the start of each period, `left` in it.

    Period by period: left ln alpha + (there - left) ln(beta + t - 1) - there ln(alpha + beta + t - 1). No gamma functions needed.
    """
    alpha, beta = parameters = np.exp(logs)
    stay = beta + np.arange(len(left))
    all_of_it, stayed = alpha + stay, there - left
    height = left.sum() * logs[0] + stayed @ np.log(stay) - there @ np.log(all_of_it)
    shared, shared_bend = there @ (1 / all_of_it), there @ all_of_it**-2
    slope = np.array([left.sum() / alpha - shared, stayed @ (1 / stay) - shared])
    curvature = np.full((2, 2), shared_bend) - np.diag([left.sum() / alpha**2, stayed @ stay**-2])
    in_logs = np.outer(parameters, parameters) * curvature + np.diag(parameters * slope)
    return Surface(float(height), parameters * slope, in_logs)


def _discounted_lifetime(alpha: float, beta: float, discount: float) -> float:
    """Mean of (1 + d) / (d + chance to leave) over Beta(alpha, beta), which is 2F1(1, beta; alpha + beta; 1 / (1 + d)).

    As an average and not as the 2F1, because library forms of that lose digits near alpha = 1 and fail for small d with large beta.
    """
    if discount <= 0:
        return (alpha + beta - 1) / (alpha - 1) if alpha > 1 else np.inf
    leaving, weights = beta_nodes(alpha, beta)
    return float(weights @ ((1 + discount) / (discount + leaving)))
