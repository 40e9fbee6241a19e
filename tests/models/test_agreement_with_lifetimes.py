"""The three purchase models against the `lifetimes` package on made shops.

Tolerances. With the same parameters both evaluate the same formulas: 8 digits (its 2F1 and ours by points). Fitted: its search stops when a
step gains less than about 1e-7 per customer, so that its parameters are right to about a hundredth of a standard error and the
likelihood there is, to 7 digits, never above ours.
"""

from __future__ import annotations

import warnings
from functools import lru_cache

import numpy as np
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter, ParetoNBDFitter

from retention.models import beta_geometric_likelihood, pareto_likelihood
from retention.models.purchase_model import PurchaseModel
from tests.models.made_shops import NAMES, TRUE, made_shop, summaries

FITTERS = {"mbg_nbd": ModifiedBetaGeoFitter, "bg_nbd": BetaGeoFitter, "pareto_nbd": ParetoNBDFitter}
LIKELIHOODS = {
    "mbg_nbd": lambda rows: beta_geometric_likelihood.likelihood_of(rows, can_leave_at_first=True),
    "bg_nbd": lambda rows: beta_geometric_likelihood.likelihood_of(rows, can_leave_at_first=False),
    "pareto_nbd": pareto_likelihood.likelihood_of,
}
AHEAD = 26.0

every_shop = pytest.mark.parametrize("true", TRUE, ids=NAMES)
pytestmark = pytest.mark.filterwarnings("ignore")  # of lifetimes: its own powers overflow now and then


@lru_cache
def shop(true: PurchaseModel) -> np.ndarray:
    return made_shop(true, 600, seed=11)


@lru_cache
def theirs(true: PurchaseModel):
    rows = shop(true)
    np.random.seed(5)  # its Pareto/NBD search begins at places drawn from the global generator, and from some of them it gets lost
    return FITTERS[true.name]().fit(rows[:, 0], rows[:, 1], rows[:, 2])


@every_shop
def test_parameters_and_likelihood(true):
    ours = type(true).fit(summaries(shop(true)), prior="none")
    assert ours.standard_errors is not None and ours.log_likelihood is not None
    away = np.abs([value - theirs(true).params_[name] for name, value in ours.parameters.items()])
    assert np.all(away < 0.02 * np.array(ours.standard_errors))
    logs = np.log([float(theirs(true).params_[name]) for name in ours.parameters])
    reached = LIKELIHOODS[true.name](summaries(shop(true)))(logs).height
    assert ours.log_likelihood * (1 + 1e-7) < reached <= ours.log_likelihood + 1e-9


@every_shop
def test_chances_and_forecasts_at_the_same_parameters(true):
    x, t_x, T, _ = shop(true).T
    same = type(true)(**{name: float(theirs(true).params_[name]) for name in true.parameters})
    alive = np.asarray(theirs(true).conditional_probability_alive(x, t_x, T), float)
    assert same.alive(x, t_x, T) == pytest.approx(alive, rel=1e-8, abs=1e-12)
    expected = np.asarray(theirs(true).conditional_expected_number_of_purchases_up_to_time(AHEAD, x, t_x, T), float)
    assert same.expected_purchases(x, t_x, T, AHEAD) == pytest.approx(expected, rel=1e-8, abs=1e-12)
    ages = np.array([0.5, 5.0, 50.0])
    new = np.asarray(theirs(true).expected_number_of_purchases_up_to_time(ages), float)
    assert same.expected_since_first(ages) == pytest.approx(new, rel=1e-8)
