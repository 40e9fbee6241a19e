"""How likely counted histories are under Pareto/NBD, with slope and curvature: the moment of leaving is averaged out numerically."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import digamma, gammaln, zeta

from retention.models.history import Floats, Summaries, counts_of
from retention.models.newton import Surface

# 20 points in the part of the time that matters give all digits of a shop's likelihood (16 do on the data of the papers too).
MOMENTS = 20
NEGLIGIBLE_FALL = 34.0  # later moments of leaving than where their weight has fallen to e^-34 have no say
LARGEST_POWER = 600.0  # e to this, times any length of time, is still a number
# So that their moments stay within the processor's own memory, and so few that no sum is handed out to threads (see
# `beta_geometric_likelihood`).
ROWS_AT_ONCE = 400


@lru_cache(maxsize=1)
def _legendre() -> tuple[Floats, Floats]:
    """Points and log weights for integrals from 0 to 1, as columns."""
    points, weights = np.polynomial.legendre.leggauss(MOMENTS)
    return (points[:, None] + 1) / 2, np.log(weights[:, None] / 2)


@dataclass(frozen=True, eq=False)
class Moments:
    """When each customer (one per column) may have left; the last row is the case of not having left.

    since_alpha, since_beta: alpha + t and beta + t, with logarithms; chance: of each moment, given the history; log_total: the
    logarithm of alpha^-r × likelihood / beta^s without its gamma functions.
    """

    since_alpha: Floats
    since_beta: Floats
    alpha_log: Floats
    beta_log: Floats
    chance: Floats
    log_total: Floats

    @classmethod
    def of(cls, r: float, alpha: float, s: float, beta: float, x: Floats, last: Floats, age: Floats) -> Moments:
        """Not having left weighs (alpha+T)^-(r+x) (beta+T)^-s, having left the integral of s (alpha+t)^-(r+x) (beta+t)^-(s+1).

        The integral from t_x to T by Gauss-Legendre points in equal steps of ln(min(alpha, beta) + t): in these the integrand is
        smooth however far alpha and beta lie apart.
        """
        points, log_weights = _legendre()
        n, nearer, apart = r + x, min(alpha, beta), abs(alpha - beta)
        until = last + _worth_a_look(n, alpha + last, s, beta + last, age - last)
        start = np.log(nearer + last)
        length = np.log(nearer + until) - start
        near_log = np.empty((MOMENTS + 1, len(x)))
        np.multiply(points, length, out=near_log[:-1])
        near_log[:-1] += start
        near_log[-1] = np.log(nearer + age)
        near = np.exp(near_log)
        far = near + apart
        far_log = np.log(far)
        alpha_log, beta_log = (near_log, far_log) if alpha <= beta else (far_log, near_log)
        weight = beta_log * -s
        weight -= n * alpha_log
        if alpha <= beta:  # dt / (beta + t) is one step of ln(beta + t)
            weight[:-1] += near_log[:-1] - far_log[:-1]
        weight[:-1] += log_weights + np.log(s * np.maximum(length, 1e-300))
        top = weight.max(axis=0)
        weight -= top
        np.exp(weight, out=weight)
        total = weight.sum(axis=0)
        weight /= total
        since_alpha, since_beta = (near, far) if alpha <= beta else (far, near)
        return cls(since_alpha, since_beta, alpha_log, beta_log, weight, top + np.log(total))


def likelihood_of(summaries: Summaries) -> Callable[[Floats], Surface]:
    """The log-likelihood of these histories as a function of ln r, ln alpha, ln s, ln beta.

    Per customer: lnG(r+x) - lnG(r) + r ln alpha + s ln beta + ln(sum of the weights of all moments of leaving). The slope is the
    weighted mean of the moments' slopes, the curvature the weighted mean of their curvatures and covariance of their slopes.
    """
    x, last, age, count = summaries.repeat_purchases, summaries.last_purchase_age, summaries.age, summaries.customers
    distinct, tally = counts_of(summaries)
    customers = float(tally.sum())
    parts = [slice(first, first + ROWS_AT_ONCE) for first in range(0, len(x), ROWS_AT_ONCE)]

    def surface(logs: Floats) -> Surface:
        r, alpha, s, beta = parameters = np.exp(logs)
        height = float(tally @ (gammaln(r + distinct) - gammaln(r))) + customers * float(r * logs[1] + s * logs[3])
        slope = np.array([tally @ (digamma(r + distinct) - digamma(r)) + customers * logs[1], customers * r / alpha, 0.0, 0.0])
        slope += customers * np.array([0.0, 0.0, logs[3], s / beta])
        curvature = np.zeros((4, 4))
        curvature[0, 0] = tally @ (zeta(2.0, r + distinct) - zeta(2.0, r))
        curvature[0, 1] = curvature[1, 0] = customers / alpha
        curvature[1, 1] = -customers * r / alpha**2
        curvature[2, 3] = curvature[3, 2] = customers / beta
        curvature[3, 3] = -customers * s / beta**2
        for part in parts:
            rows = _part(r, alpha, s, beta, x[part], last[part], age[part], count[part])
            height += rows.height
            slope += rows.slope
            curvature += rows.curvature
        slope *= parameters
        in_logs = curvature * np.outer(parameters, parameters)
        in_logs[range(4), range(4)] += slope
        return Surface(height, slope, in_logs)

    return surface


def _part(r: float, alpha: float, s: float, beta: float, x: Floats, last: Floats, age: Floats, count: Floats) -> Surface:
    """The part of the moments, in r, alpha, s, beta themselves, for some rows."""
    moments = Moments.of(r, alpha, s, beta, x, last, age)
    n, chance = r + x, moments.chance * count
    rarer = 1 / moments.since_alpha
    power = np.full((MOMENTS + 1, 1), s + 1)
    power[-1] = s
    slopes = np.empty((4, MOMENTS + 1, len(x)))
    np.negative(moments.alpha_log, out=slopes[0])
    np.multiply(rarer, -n, out=slopes[1])
    np.negative(moments.beta_log, out=slopes[2])
    slopes[2, :-1] += 1 / s
    np.divide(-power, moments.since_beta, out=slopes[3])
    weighted = slopes * chance
    by_row = weighted.sum(axis=1)
    curvature = weighted.reshape(4, -1) @ slopes.reshape(4, -1).T - (by_row / count) @ by_row.T
    mixed = (by_row[1] / n).sum(), (by_row[3].sum() - (chance[-1] / moments.since_beta[-1]).sum()) / (s + 1)
    curvature[[0, 1], [1, 0]] += mixed[0]
    curvature[[2, 3], [3, 2]] += mixed[1]
    curvature[1, 1] -= np.vdot(weighted[1], rarer)
    curvature[2, 2] -= chance[:-1].sum() / s**2
    curvature[3, 3] -= np.vdot(weighted[3], 1 / moments.since_beta)
    return Surface(float(count @ moments.log_total), by_row.sum(axis=1), curvature)


def chance_of_purchase(n: Floats, alpha: Floats, s: float, beta: Floats, ahead: Floats) -> Floats:
    """How likely a purchase comes within a time, for rates of buying ~ Gamma(n, alpha) and of leaving ~ Gamma(s, beta).

    The integral of n/alpha (1 + t/alpha)^-(n+1) (1 + t/beta)^-s from 0 to the time, in equal steps of ln(1 + t/min(alpha, beta)).
    """
    points, log_weights = _legendre()
    nearer = np.minimum(alpha, beta)
    until = _worth_a_look(n, alpha, s, beta, ahead)
    length = np.log1p(until / nearer)
    steps = length * points
    time = nearer * np.expm1(steps)
    fall = -(n + 1) * np.log1p(time / alpha) - s * np.log1p(time / beta)
    chances: Floats = np.exp(fall + steps + log_weights).sum(axis=0) * n * nearer / alpha * length
    return np.minimum(chances, 1.0)


def _worth_a_look(n: Floats, alpha: Floats, s: float, beta: Floats, time: Floats) -> Floats:
    """The part of the time within which (1 + t/alpha)^-n (1 + t/beta)^-s falls to e^-40: no more than twice too long."""
    together = np.maximum(alpha, beta) * np.expm1(np.minimum(NEGLIGIBLE_FALL / (n + s), LARGEST_POWER))
    buying = alpha * np.expm1(np.minimum(NEGLIGIBLE_FALL / n, LARGEST_POWER))
    leaving = beta * np.expm1(min(NEGLIGIBLE_FALL / s, LARGEST_POWER))
    shortest: Floats = np.minimum.reduce([together, buying, leaving, time])
    return shortest
