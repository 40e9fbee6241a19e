from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta, gamma

from retention.models.quadrature import beta_nodes, gamma_nodes, over_distinct

shapes = pytest.mark.parametrize("a", [0.05, 0.8, 1.0, 4.0, 300.0])


@pytest.mark.filterwarnings("ignore::scipy.integrate.IntegrationWarning")  # the comparison's own doubts about its last digits
@shapes
@pytest.mark.parametrize("b", [0.1, 2.5, 70.0, 10_002.0])
@pytest.mark.parametrize("times", [1e-6, 1.0, 50.0])
def test_means_over_beta_agree_with_adaptive_integration(a, b, times):
    """The mean of (1 - (1 + p t)^-3) / p, which is what purchase models ask for."""

    def asked(p):
        return -np.expm1(-3 * np.log1p(p * times)) / p

    # in shares of the distribution, in pieces that come close to both ends
    ends = np.geomspace(1e-12, 0.5, 24)
    shares = np.concatenate([[0.0], ends, 1 - ends[-2::-1], [1.0]])
    mean = sum(
        quad(lambda share: asked(max(beta.ppf(share, a, b), 1e-290)), low, high, epsabs=0, epsrel=1e-9, limit=200)[0]
        for low, high in zip(shares, shares[1:], strict=False)
    )
    points, weights = beta_nodes(a, b)
    assert weights @ asked(points) == pytest.approx(mean, rel=1e-7)
    assert weights @ points == pytest.approx(a / (a + b), rel=1e-9)


@shapes
def test_means_over_gamma(a):
    points, weights = gamma_nodes(a)
    assert weights.sum() == pytest.approx(1)
    assert weights @ points == pytest.approx(a, rel=1e-9)
    assert weights @ points**2 == pytest.approx(a * (a + 1), rel=1e-9)
    assert weights @ np.exp(-3 * points) == pytest.approx(4**-a, rel=1e-9)
    assert weights @ (points < 1.0) == pytest.approx(gamma.cdf(1.0, a), abs=0.05)


def test_curves_are_followed_for_many_and_points_asked_for_few():
    asked = []

    def bend(x, points):
        asked.append(len(points))
        return np.log1p(points) / (1 + x)

    x, other = np.repeat([0.0, 3.0, 5.0], [1000, 7, 4]), np.concatenate([np.linspace(0.1, 8, 1000), np.arange(7.0), np.full(4, 2.0)])
    shuffled = np.random.default_rng(1).permutation(len(x))
    found = over_distinct(bend, x[shuffled], other[shuffled])
    assert found == pytest.approx(np.log1p(other[shuffled]) / (1 + x[shuffled]), rel=1e-11)
    assert asked[0] < 100 and asked[1:] == [7, 1]
    assert over_distinct(bend, 1.0, 2.0).shape == ()
