"""Gamma-Gamma on the 946 repeat buyers of the CDNOW sample, repeat purchases and their mean value, means rounded to cents.

Fader & Hardie 2013 print p 6.25, q 3.74, gamma 15.44 and the first ten customers. Further digits: the exact maximum.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from retention.models.gamma_gamma import GammaGamma
from retention.models.history import Spending

PARAMETERS = (6.24880249, 3.74458845, 15.44774801)
STANDARD_ERRORS = (1.1897, 0.2902, 4.1600)
LOG_LIKELIHOOD = -4055.92324350
FIRST_TEN = (24.6586, 18.9115, 35.1710, 35.1710, 35.1710, 71.4629, 18.9115, 35.1710, 27.2824, 35.1710)
PRINTED_FIRST_TEN = (24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17)


@lru_cache
def cdnow_means() -> np.ndarray:
    """Repeat purchases and their mean value, one row per customer; 0, 0 for those who never came back."""
    package = find_spec("lifetimes")  # for its data file only: none of its code is run
    assert package is not None and package.origin is not None
    with (Path(package.origin).parent / "datasets" / "cdnow_customers_summary_with_transactions.csv").open() as file:
        return np.array([(float(row["x"]), float(row["zbar"])) for row in csv.DictReader(file)])


def grouped(means: np.ndarray) -> Spending:
    distinct, counts = np.unique(means[means[:, 0] > 0], axis=0, return_counts=True)
    return Spending(*distinct.T, counts)


def fitted() -> GammaGamma:
    return GammaGamma.fit(grouped(cdnow_means()), prior="none")


def test_the_data_are_those_of_the_note():
    means = cdnow_means()
    repeaters = means[means[:, 0] > 0]
    assert (len(means), len(repeaters)) == (2357, 946)
    assert np.corrcoef(repeaters.T)[0, 1] == pytest.approx(0.1139, abs=5e-5)  # how often and how much are nearly unrelated


def test_maximum_likelihood_to_the_printed_digits():
    model = fitted()
    assert (model.p, model.q) == pytest.approx((6.25, 3.74), abs=0.005)
    assert model.gamma == pytest.approx(15.44, abs=0.01)  # printed 15.44; the exact maximum is 15.4477
    assert model.log_likelihood == pytest.approx(LOG_LIKELIHOOD, abs=1e-8)
    assert model.standard_errors == pytest.approx(STANDARD_ERRORS, abs=5e-5)


def test_maximum_likelihood_is_exact_to_a_millionth():
    # the climb stops when a step promises less than a millionth of log-likelihood, which leaves seven digits here
    model = fitted()
    assert (model.p, model.q, model.gamma) == pytest.approx(PARAMETERS, abs=1e-6)


def test_mean_over_all_customers():
    assert fitted().population_mean == pytest.approx(35.1710, abs=5e-5)


def test_first_ten_customers():
    worth = fitted().expected_value(*cdnow_means()[:10].T)
    assert worth == pytest.approx(FIRST_TEN, abs=5e-5)
    assert worth == pytest.approx(PRINTED_FIRST_TEN, abs=0.01)  # the note cuts digits off, it does not round


def test_with_a_thousand_customers_the_weak_prior_hardly_matters():
    model = GammaGamma.fit(grouped(cdnow_means()))
    away = np.abs(np.array([model.p, model.q, model.gamma]) - PARAMETERS)
    assert np.all(away < 0.2 * np.array(STANDARD_ERRORS))


@pytest.mark.parametrize("seed", range(10))
def test_small_shops_do_not_run_away(seed):
    """Fifty customers, about twenty of whom came back."""
    means = cdnow_means()
    model = GammaGamma.fit(grouped(means[np.random.default_rng(seed).choice(len(means), 50, replace=False)]))
    assert model.standard_errors is not None and model.log_covariance is not None
    assert 1 < model.p < 20 and 1.5 < model.q < 20
    assert 15 < model.population_mean < 60


def test_plain_maximum_likelihood_does_run_away_in_small_shops_and_says_so():
    means = cdnow_means()
    shops = [means[np.random.default_rng(seed).choice(len(means), 50, replace=False)] for seed in range(10)]
    fits = [GammaGamma.fit(grouped(shop), prior="none") for shop in shops]
    assert any(model.standard_errors is None for model in fits)
