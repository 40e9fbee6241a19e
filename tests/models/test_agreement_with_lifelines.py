"""Our Kaplan–Meier curve against that of the lifelines package, on simulated waits with ties and cut-offs."""

from __future__ import annotations

import numpy as np
import pytest
from lifelines import KaplanMeierFitter

from retention.models.kaplan_meier import KaplanMeier

SHOPS = [(seed, customers) for seed, customers in enumerate((5, 40, 400, 4000))]


def waits(seed: int, customers: int) -> tuple[np.ndarray, np.ndarray]:
    """Days waited and whether the wait ended, for customers of different pace seen for different times."""
    random = np.random.default_rng(seed)
    until_purchase = random.weibull(0.8, customers) * random.gamma(2.0, 40.0, customers)
    seen = random.uniform(10, 365, customers)
    return np.ceil(np.minimum(until_purchase, seen)), until_purchase <= seen


def theirs(days: np.ndarray, ended: np.ndarray) -> KaplanMeierFitter:
    return KaplanMeierFitter().fit(days, ended)


@pytest.mark.parametrize(("seed", "customers"), SHOPS)
def test_survival_and_median(seed, customers):
    days, ended = waits(seed, customers)
    ours, other = KaplanMeier.fit(days, ended, ~ended), theirs(days, ended)
    assert ours.survival == pytest.approx(other.survival_function_at_times(ours.durations).to_numpy(), abs=1e-12)
    assert (ours.quantile(0.5) or np.inf) == other.median_survival_time_
    assert len(ours.durations) > 1


@pytest.mark.parametrize(("seed", "customers"), SHOPS)
def test_greenwood_variance(seed, customers):
    days, ended = waits(seed, customers)
    ours, other = KaplanMeier.fit(days, ended, ~ended), theirs(days, ended)
    events = other.event_table[other.event_table["observed"] > 0]
    d, n = events["observed"].to_numpy(float), events["at_risk"].to_numpy(float)
    assert (ours.events, ours.at_risk) == (pytest.approx(d), pytest.approx(n))
    # they keep Greenwood's sum under this name and publish only intervals made of it; it isn't defined where nobody is left
    sums = other._cumulative_sq_.loc[ours.durations].to_numpy(float).ravel()
    left = ours.survival > 0
    assert ours.variance[left] == pytest.approx((ours.survival**2 * sums)[left], rel=1e-9)


@pytest.mark.parametrize(("seed", "customers"), SHOPS)
def test_interval_on_the_scale_of_logarithms(seed, customers):
    days, ended = waits(seed, customers)
    ours, other = KaplanMeier.fit(days, ended, ~ended), theirs(days, ended)
    known = other.confidence_interval_.loc[ours.durations].to_numpy(float)
    for day, survival, (low, high) in zip(ours.durations, ours.survival, known, strict=True):
        if survival > 0:
            assert ours.interval_at(day) == pytest.approx((low, high), rel=1e-9)
        else:
            assert ours.interval_at(day) is None
    assert ours.interval_at(0) is None
