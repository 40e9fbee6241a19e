"""Ranges for a total: the two sources of doubt against plain simulation, and the widening by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from retention.models import ALL
from retention.models.history import Summaries
from retention.models.prediction_interval import Interval, honest_interval, parameter_deviation, sampling_deviation, total_interval

AHEAD = 180.0
# 400 customers: most bought once, some often, some fell silent
SHOP = Summaries(
    np.array([0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 5.0, 9.0, 20.0]),
    np.array([0.0, 0.0, 40.0, 150.0, 200.0, 90.0, 260.0, 300.0, 355.0]),
    np.array([120.0, 300.0, 200.0, 300.0, 260.0, 350.0, 300.0, 330.0, 360.0]),
    np.array([120.0, 110.0, 40.0, 40.0, 30.0, 25.0, 20.0, 10.0, 5.0]),
)
EACH = [np.repeat(column, SHOP.customers.astype(int)) for column in (SHOP.repeat_purchases, SHOP.last_purchase_age, SHOP.age)]


@pytest.fixture(params=ALL, ids=lambda kind: kind.name)
def model(request):
    return request.param.fit(SHOP)


def test_doubt_about_the_parameters_is_that_of_shops_drawn_nearly_as_likely(model):
    random = np.random.default_rng(1)
    root = np.linalg.cholesky(np.array(model.log_covariance))
    totals = []
    for _ in range(400):
        drawn = np.exp(np.log(list(model.parameters.values())) + 0.2 * root @ random.standard_normal(4))  # near by: there it is straight
        changed = replace(model, **dict(zip(model.parameters, drawn.tolist(), strict=True)))
        totals.append(float(changed.expected_purchases(*EACH, AHEAD).sum()))
    assert parameter_deviation(model, SHOP, AHEAD) == pytest.approx(np.std(totals) / 0.2, rel=0.12)


def test_doubt_about_chance_is_that_of_many_futures(model):
    random = np.random.default_rng(2)
    totals = [int(model.draw_purchases(*EACH, AHEAD, random).sum()) for _ in range(800)]
    assert sampling_deviation(model, SHOP, AHEAD) == pytest.approx(np.std(totals), rel=0.12)


def test_the_range_lies_around_the_mean_and_money_scales_it(model):
    low, mean, high = total_interval(model, SHOP, AHEAD)
    assert 0 < low < mean < high
    assert mean == pytest.approx(float(model.expected_purchases(*EACH, AHEAD).sum()))
    deviation = np.hypot(parameter_deviation(model, SHOP, AHEAD), sampling_deviation(model, SHOP, AHEAD))
    assert np.log(high / low) == pytest.approx(2 * 1.96 * deviation / mean, rel=0.02)
    assert total_interval(model, SHOP, AHEAD, 25.0) == pytest.approx((25 * low, 25 * mean, 25 * high))
    assert total_interval(model, SHOP, AHEAD, np.full(9, 25.0)) == pytest.approx((25 * low, 25 * mean, 25 * high))
    assert total_interval(model, SHOP, AHEAD) == (low, mean, high)


def test_nothing_ahead_and_nothing_known(model):
    assert total_interval(model, SHOP, 0.0) == (0.0, 0.0, 0.0)
    assert total_interval(replace(model, log_covariance=None), SHOP, AHEAD) is None


def test_the_range_is_never_narrower_than_the_miss():
    interval = Interval(90.0, 100.0, 112.0)
    assert honest_interval(interval, 0.05) == interval
    assert honest_interval(interval, 0.11) == (89.0, 100.0, 112.0)
    assert honest_interval(interval, 0.25) == (75.0, 100.0, 125.0)
    assert honest_interval(interval, 3.0) == (0.0, 100.0, 400.0)
    assert honest_interval(Interval(0.0, 0.0, 0.0), float("inf")) == (0.0, 0.0, 0.0)
