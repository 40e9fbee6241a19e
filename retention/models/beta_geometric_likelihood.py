"""How likely counted histories are under BG/NBD and MBG/NBD, with slope and curvature."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.special import digamma, gammaln, zeta

from retention.models.history import Floats, Summaries, counts_of
from retention.models.newton import Surface

# So that they stay within the processor's own memory, and so few that no sum is handed out to threads: where other programs keep
# the processors busy, waiting for the slowest thread takes many times longer than the sum.
ROWS_AT_ONCE = 8_000


def likelihood_of(summaries: Summaries, can_leave_at_first: bool) -> Callable[[Floats], Surface]:
    """The log-likelihood of these histories as a function of ln r, ln alpha, ln a, ln b.

    Per customer, with k chances to leave (x, and one more where the first purchase is one):
    lnG(r+x) - lnG(r) + r ln alpha + lnG(a+b) - lnG(b) + lnG(b+k) - lnG(a+b+k) - (r+x) ln(alpha+T) + ln(1+e^u),
    u = (r+x) ln((alpha+T)/(alpha+t_x)) + ln a - ln(b+k-1), and no last term where k = 0.
    Gamma functions are taken once per distinct x, logarithms once per history.
    """
    x, count = summaries.repeat_purchases, summaries.customers
    distinct, tally = counts_of(summaries)
    chances, distinct_chances = (x + 1, distinct + 1) if can_leave_at_first else (x, distinct)
    columns = (x, summaries.last_purchase_age, summaries.age, count, np.where(chances > 0, count, 0.0), np.maximum(chances - 1, 0.0))
    parts = [tuple(column[first : first + ROWS_AT_ONCE] for column in columns) for first in range(0, len(x), ROWS_AT_ONCE)]

    def surface(logs: Floats) -> Surface:
        parameters = np.exp(logs)
        by_x = _of_counts(parameters, distinct, distinct_chances, tally)
        height, slope, curvature = by_x.height, by_x.slope, by_x.curvature
        for part in parts:
            rows = _of_times(parameters, *part)
            height += rows.height
            slope += rows.slope
            curvature += rows.curvature
        slope *= parameters
        curvature *= np.outer(parameters, parameters)
        curvature[range(4), range(4)] += slope
        return Surface(height, slope, curvature)

    return surface


def _of_counts(parameters: Floats, x: Floats, chances: Floats, tally: Floats) -> Surface:
    """The terms that depend on the number of purchases alone, in r, alpha, a, b themselves."""
    r, alpha, a, b = parameters
    arguments, size, customers = np.concatenate([r + x, b + chances, a + b + chances, [r, b, a + b]]), len(x), tally.sum()
    values = np.stack([gammaln(arguments), digamma(arguments), zeta(2.0, arguments)])
    sums = values[:, : 3 * size].reshape(3, 3, size) @ tally - customers * values[:, 3 * size :]
    (r_log, b_log, total_log), (r_slope, b_slope, total_slope), (r_bend, b_bend, total_bend) = sums
    alpha_log = np.log(alpha)
    height = r_log + b_log - total_log + customers * r * alpha_log
    slope = np.array([r_slope + customers * alpha_log, customers * r / alpha, -total_slope, b_slope - total_slope])
    curvature = np.zeros((4, 4))
    curvature[2:, 2:] = -total_bend
    curvature[0, 0] = r_bend
    curvature[0, 1] = curvature[1, 0] = customers / alpha
    curvature[1, 1] = -customers * r / alpha**2
    curvature[3, 3] += b_bend
    return Surface(float(height), slope, curvature)


def _of_times(parameters: Floats, x: Floats, last: Floats, age: Floats, count: Floats, may_have_left: Floats, earlier: Floats) -> Surface:
    """The terms -(r+x) ln(alpha+T) + ln(1+e^u), in r, alpha, a, b themselves.

    may_have_left: the customers, 0 where nobody had a chance to leave; earlier: the chances before the last one.
    """
    r, alpha, a, b = parameters
    n, until_end, until_last, stayed = r + x, alpha + age, alpha + last, b + earlier
    end_log, end_share, last_share, rare = np.log(until_end), 1 / until_end, 1 / until_last, 1 / stayed
    silence = end_log - np.log(until_last)
    u = n * silence - np.log(stayed) + np.log(a)
    # 1/(1+e^-u) is the chance of having left, whatever its size
    small = np.exp(-np.abs(u))
    larger = 1 / (1 + small)
    smaller = small * larger
    is_likely = u > 0
    left = may_have_left * np.where(is_likely, larger, smaller)
    spread = left * np.where(is_likely, smaller, larger)
    shorter = end_share - last_share
    faded = n * shorter
    weighted = count * n

    height = may_have_left @ (np.maximum(u, 0.0) - np.log(larger)) - weighted @ end_log
    gone = left.sum()
    slope = np.array([left @ silence - count @ end_log, left @ faded - weighted @ end_share, gone / a, -(left @ rare)])
    u_slope = np.stack([silence, faded, np.full_like(x, 1 / a), -rare])
    curvature = (u_slope * spread) @ u_slope.T
    mixed = left @ shorter - count @ end_share
    curvature[0, 1] += mixed
    curvature[1, 0] += mixed
    curvature[1, 1] += weighted @ end_share**2 - left @ (faded * (end_share + last_share))
    curvature[2, 2] -= gone / a**2
    curvature[3, 3] += left @ rare**2
    return Surface(float(height), slope, curvature)
