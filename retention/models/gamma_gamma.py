"""What a customer's purchases are worth: the Gamma-Gamma model of spending, fitted on counted means."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, digamma, expit, log_expit, polygamma

from retention.models.history import Floats, Spending
from retention.models.newton import Surface, climb
from retention.models.purchase_model import Prior
from retention.models.weak_prior import with_prior

# Weak prior on the logs of p, q - 1 and gamma / median mean value: single purchases of one customer spread by half of their mean,
# customers by somewhat more. gamma carries the unit of money, so it is measured in median purchases.
PRIOR_CENTRE = np.log([4.0, 2.5, 0.8])
PRIOR_SPREAD = np.array([1.0, 1.0, 1.5])
REACH = 12.0  # without a prior few customers, or all of one price, run away: stop where a parameter is e^12 times its start


@dataclass(frozen=True)
class GammaGamma:
    """How much customers spend on a purchase: each has a level of his own, and single purchases spread around it.

    ASSUMPTIONS: the value of a purchase is above zero and differs from purchase to purchase as Gamma(p, v); v differs between
    customers as Gamma(q, gamma), so the spread is the same share of the mean for everybody; a customer's level does not change
    over time and has nothing to do with how often he buys.

    p, q have no unit, gamma is in the unit of money of the data. Without q > 1 the mean over all customers does not exist.
    standard_errors in the order p, q, gamma; log_covariance of ln p, ln(q - 1), ln gamma (in which a draw keeps q above 1);
    either is None where the data do not pin the parameters down. log_likelihood is that of the data alone, without the prior.
    Source: Colombo & Jiang 1999; Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value".
    """

    p: float
    q: float
    gamma: float
    log_likelihood: float | None = None
    standard_errors: tuple[float, ...] | None = None
    log_covariance: tuple[tuple[float, ...], ...] | None = None

    @classmethod
    def fit(cls, spending: Spending, prior: Prior = "weak") -> GammaGamma:
        """The model that makes these means most likely; with the weak prior small shops get sane answers too.

        With the prior the climb is over ln(q - 1), so that q stays above 1 and every mean exists; `prior="none"` is plain maximum
        likelihood over ln q, which may end at q <= 1. Standard errors: inverse curvature, delta method. ValueError without customers.
        """
        if not len(spending.customers):
            raise ValueError("no customers to learn from")
        centre = PRIOR_CENTRE + np.array([0.0, 0.0, np.log(spending.median_value)])
        least_q = 0.0 if prior == "none" else 1.0
        distinct, position = np.unique(spending.purchases, return_inverse=True)
        tally = np.bincount(position, weights=spending.customers).astype(np.float64)

        def likelihood(logs: Floats) -> Surface:
            return _log_likelihood(logs, least_q, spending, distinct, tally)

        top = climb(with_prior(likelihood, centre, PRIOR_SPREAD, prior), centre, REACH)
        scale = np.exp(top.place)
        p, q, gamma = (scale + np.array([0.0, least_q, 0.0])).tolist()
        height = likelihood(top.place).height
        if top.covariance is None:
            return cls(p, q, gamma, height)
        errors = tuple((scale * np.sqrt(np.diag(top.covariance))).tolist())
        if q <= 1:
            return cls(p, q, gamma, height, errors)
        stretch = np.array([1.0, scale[1] / (q - 1), 1.0])  # from ln q to ln(q - 1), where it isn't that already
        covariance = top.covariance * np.outer(stretch, stretch)
        return cls(p, q, gamma, height, errors, tuple(tuple(row) for row in covariance.tolist()))

    @property
    def population_mean(self) -> float:
        """The mean value of a purchase over all customers, bought yet or not: p gamma / (q - 1); infinite unless q > 1."""
        return self.p * self.gamma / (self.q - 1) if self.q > 1 else np.inf

    def expected_value(self, purchases: ArrayLike, mean_value: ArrayLike) -> Floats:
        """What each customer's next purchase is worth on average, between his own mean so far and that of all customers.

        E[M] = p (gamma + x m) / (p x + q - 1): the more purchases, the more his own mean counts. Arrays (or numbers) of one
        shape; with 0 purchases the mean value is not looked at (it may be missing) and the answer is `population_mean`.
        """
        spent = _spent(purchases, mean_value)
        weight = self.p * np.asarray(purchases, float) + self.q - 1
        value: Floats = np.divide(self.p * (self.gamma + spent), weight, out=np.full(weight.shape, np.inf), where=weight > 0)[()]
        return value

    def draw_value(self, purchases: ArrayLike, mean_value: ArrayLike, future_purchases: ArrayLike, random: np.random.Generator) -> Floats:
        """One possible sum of so many further purchases for each customer; 0 for none. Shapes as in `expected_value`.

        v ~ Gamma(p x + q, gamma + x m), the sum of n purchases ~ Gamma(p n, v).
        """
        spent = _spent(purchases, mean_value)
        rate = random.standard_gamma(self.p * np.asarray(purchases, float) + self.q) / (self.gamma + spent)
        total: Floats = random.standard_gamma(self.p * np.asarray(future_purchases, float)) / rate
        return total


def _spent(purchases: ArrayLike, mean_value: ArrayLike) -> Floats:
    number, mean = np.asarray(purchases, float), np.asarray(mean_value, float)
    return np.where(number > 0, number * mean, 0.0)


def _log_likelihood(logs: Floats, least_q: float, spending: Spending, distinct: Floats, tally: Floats) -> Surface:
    """Log-likelihood with slope and curvature in ln p, ln(q - least_q), ln gamma.

    x m / (gamma + x m) = u is Beta(p x, q): per customer p x ln u + q ln(1 - u) - ln m - ln B(p x, q). Gamma functions are taken
    once per distinct number of purchases (`distinct`, with `tally` customers each).
    """
    p, above, _ = np.exp(logs)
    q = above + least_q
    x, count = spending.purchases, spending.customers
    odds = np.log(x * spending.mean_value) - logs[2]
    log_own, log_rest, own, rest = log_expit(odds), log_expit(-odds), expit(odds), expit(-odds)
    height = count @ (p * x * log_own + q * log_rest - np.log(spending.mean_value)) - tally @ betaln(p * distinct, q)

    both, both_bend = digamma(p * distinct + q), polygamma(1, p * distinct + q)
    slope = np.array(
        [
            tally @ (distinct * (both - digamma(p * distinct))) + count @ (x * log_own),
            tally @ (both - digamma(q)) + count @ log_rest,
            count @ (q * own - p * x * rest),
        ]
    )
    curvature = np.empty((3, 3))
    curvature[0, 0] = tally @ (distinct**2 * (both_bend - polygamma(1, p * distinct)))
    curvature[1, 1] = tally @ (both_bend - polygamma(1, q))
    curvature[2, 2] = -(count @ ((p * x + q) * own * rest))
    curvature[[0, 1], [1, 0]] = tally @ (distinct * both_bend)
    curvature[[0, 2], [2, 0]] = -(count @ (x * rest))
    curvature[[1, 2], [2, 1]] = count @ own
    scale = np.array([p, above, 1.0])  # slope and curvature so far are those in p, q and ln gamma
    in_logs = np.outer(scale, scale) * curvature + np.diag(scale * slope * [1.0, 1.0, 0.0])
    return Surface(float(height), scale * slope, in_logs)
