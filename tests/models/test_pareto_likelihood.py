from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import gammaln

from retention.models.pareto_likelihood import ROWS_AT_ONCE, chance_of_purchase, likelihood_of
from tests.models.made_shops import summaries

# x, t_x, T in weeks, customers
SHOP = np.array([(0, 0, 20, 30), (0, 0, 35, 40), (1, 4, 30, 12), (1, 20, 38, 6), (2, 30, 38, 5), (4, 33, 36, 3), (9, 38, 38, 2)], float)
# r, alpha, s, beta: alpha below beta, above it, the same, and far from it on either side
PLACES = [(0.5, 6.0, 0.9, 16.0), (0.5, 16.0, 0.9, 6.0), (0.7, 9.0, 1.0, 9.0), (2.0, 0.01, 0.3, 500.0), (2.0, 500.0, 5.0, 0.01)]

places = pytest.mark.parametrize("place", PLACES)


@places
def test_slope_and_curvature_agree_with_finite_differences(place):
    surface, logs, step = likelihood_of(summaries(SHOP)), np.log(place), 1e-5
    here = surface(logs)
    for index, nudge in enumerate(np.eye(4) * step):
        ahead, behind = surface(logs + nudge), surface(logs - nudge)
        assert here.slope[index] == pytest.approx((ahead.height - behind.height) / (2 * step), rel=1e-6, abs=1e-5)
        assert here.curvature[index] == pytest.approx((ahead.slope - behind.slope) / (2 * step), rel=1e-6, abs=1e-5)


@places
def test_height_agrees_with_adaptive_integration_over_the_moment_of_leaving(place):
    r, alpha, s, beta = place
    height = 0.0
    for x, t_x, T, customers in SHOP:
        scale = (alpha + t_x) ** (r + x) * (beta + t_x) ** s

        def left(log, n=r + x, scale=scale):  # per step of ln(time + the smaller of alpha and beta)
            time = np.exp(log) - min(alpha, beta)
            return scale * s * (alpha + time) ** -n * (beta + time) ** -(s + 1) * np.exp(log)

        edges = np.linspace(np.log(min(alpha, beta) + t_x), np.log(min(alpha, beta) + T), 9)
        pieces = zip(edges, edges[1:], strict=False) if t_x < T else ()
        gone = sum(quad(left, low, high, epsabs=0, epsrel=1e-12)[0] for low, high in pieces)
        stayed = scale * (alpha + T) ** -(r + x) * (beta + T) ** -s
        pace = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        height += customers * (pace + np.log(gone + stayed) - np.log(scale))
    assert likelihood_of(summaries(SHOP))(np.log(place)).height == pytest.approx(height, rel=1e-10)


def test_more_histories_than_are_summed_at_once():
    times, logs = ROWS_AT_ONCE // len(SHOP) + 1, np.log(PLACES[0])
    once, many = (likelihood_of(summaries(np.tile(SHOP, (n, 1))))(logs) for n in (1, times))
    assert many.height == pytest.approx(once.height * times)
    assert many.curvature == pytest.approx(once.curvature * times)


@places
@pytest.mark.parametrize("ahead", [0.01, 5.0, 300.0])
def test_chance_of_purchase_agrees_with_adaptive_integration(place, ahead):
    n, alpha, s, beta = place

    def first_purchase(log):  # per step of ln(time + the smaller of alpha and beta)
        time = np.exp(log) - min(alpha, beta)
        return n / alpha * (1 + time / alpha) ** -(n + 1) * (1 + time / beta) ** -s * np.exp(log)

    edges = np.linspace(np.log(min(alpha, beta)), np.log(min(alpha, beta) + ahead), 9)
    chance = sum(quad(first_purchase, low, high, epsabs=0, epsrel=1e-12)[0] for low, high in zip(edges, edges[1:], strict=False))
    found = chance_of_purchase(np.array([n]), np.array([alpha]), s, np.array([beta]), np.array([ahead]))
    assert float(found[0]) == pytest.approx(chance, rel=1e-8)
