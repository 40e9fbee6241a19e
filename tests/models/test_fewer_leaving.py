"""Fewer customers leaving: against sums done another way, for every purchase model."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta as beta_distribution

from retention.models import ALL
from retention.models.bg_nbd import BgNbd
from retention.models.fewer_leaving import chance_of_leaving, purchases_if_fewer_leave
from retention.models.mbg_nbd import MbgNbd
from retention.models.pareto_nbd import ParetoNbd

MBG = MbgNbd(0.525, 6.183, 0.891, 1.614)
BG = BgNbd(0.243, 4.414, 0.793, 2.426)
PARETO = ParetoNbd(0.553, 10.578, 0.606, 11.669)
X, LAST, AGE, AHEAD = 2.0, 30.43, 38.86, 39.0


def test_chance_of_leaving_is_the_mean_of_its_distribution():
    assert chance_of_leaving(MBG) == pytest.approx(0.891 / 2.505)
    assert chance_of_leaving(BG) == pytest.approx(0.793 / 3.219)


@pytest.mark.parametrize(
    ("alpha", "beta", "chance"),
    # both rates exponential: 1/2 if alike; with alpha = 2 beta the mean of 2v / (1 + v) over v in 0…1 is 2 (1 - ln 2)
    [(7.0, 7.0, 0.5), (14.0, 7.0, 2 * (1 - np.log(2))), (7.0, 14.0, 1 - 2 * (1 - np.log(2)))],
)
def test_chance_of_leaving_before_the_next_purchase(alpha, beta, chance):
    assert chance_of_leaving(ParetoNbd(1.0, alpha, 1.0, beta)) == pytest.approx(chance, rel=1e-9)


def test_chance_of_leaving_agrees_with_drawn_customers():
    random = np.random.default_rng(5)
    buying, leaving = random.gamma(PARETO.r, 1 / PARETO.alpha, 400_000), random.gamma(PARETO.s, 1 / PARETO.beta, 400_000)
    assert chance_of_leaving(PARETO) == pytest.approx((leaving / (buying + leaving)).mean(), abs=0.003)


@pytest.mark.parametrize(("model", "more"), [(MBG, 1), (BG, 0)])
@pytest.mark.parametrize("part", [1.0, 0.97, 0.5, 0.01])
def test_scaled_chances_give_the_sum_done_by_hand(model, more, part):
    # the chance after each purchase is part × p with p ~ Beta(a, b + x (+ 1)); the pace is Gamma(r + x, alpha + T); alive as before
    law = beta_distribution(model.a, model.b + X + more)

    def mean(p):
        return -np.expm1(-(model.r + X) * np.log1p(part * p * AHEAD / (model.alpha + AGE))) / (part * p) * law.pdf(p)

    expected = float(model.alive(X, LAST, AGE)) * quad(mean, 0, 1, epsabs=1e-12, epsrel=1e-11, limit=400)[0]
    assert float(purchases_if_fewer_leave(model, X, LAST, AGE, AHEAD, part)) == pytest.approx(expected, rel=1e-6)


def test_a_point_less_is_nearly_the_model_with_its_mean_moved_by_a_point():
    # the same customers still alive, p ~ Beta with a / (a + b) a point lower and a + b as it was: every customer's mean chance falls by as
    # much either way, but moving a takes more from the smallest chances than scaling does
    moved = MbgNbd(MBG.r, MBG.alpha, MBG.a - 0.01 * (MBG.a + MBG.b), MBG.b + 0.01 * (MBG.a + MBG.b))
    x, last, age = np.array([0.0, 2.0, 7.0, 26.0]), np.array([0.0, 30.43, 35.0, 30.857]), np.array([38.86, 38.86, 38.86, 31.0])
    now = MBG.expected_purchases(x, last, age, AHEAD)
    gained = purchases_if_fewer_leave(MBG, x, last, age, AHEAD, 1 - 0.01 / chance_of_leaving(MBG)) - now
    as_moved = moved.expected_purchases(x, last, age, AHEAD) / moved.alive(x, last, age) * MBG.alive(x, last, age) - now
    assert gained == pytest.approx(as_moved, rel=0.25)


@pytest.mark.parametrize("kind", ALL)
def test_laws_of_fewer_leaving(kind):
    model = {"mbg_nbd": MBG, "bg_nbd": BG, "pareto_nbd": PARETO}[kind.name]
    x, last, age = np.array([0.0, 2.0, 26.0, 500.0]), np.array([0.0, 30.43, 30.857, 38.0]), np.array([38.86, 38.86, 31.0, 38.86])
    assert purchases_if_fewer_leave(model, x, last, age, AHEAD, 1.0) == pytest.approx(model.expected_purchases(x, last, age, AHEAD))
    by_part = [purchases_if_fewer_leave(model, x, last, age, AHEAD, part) for part in (1.0, 0.9, 0.5, 0.1)]
    assert np.all(np.diff(by_part, axis=0) > 0)
    assert np.all(purchases_if_fewer_leave(model, x, last, age, 0.0, 0.5) == 0)
