"""What must hold for every purchase model."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.models import ALL
from retention.models.history import Summaries
from retention.models.purchase_model import PurchaseModel
from tests.models.made_shops import NAMES, TRUE, made_shop, purchases_of_one, summaries
from tests.published.cdnow import cdnow_histories, grouped

# x, t_x, T in weeks, customers
SHOP = np.array([(0, 0, 20, 30), (0, 0, 35, 40), (1, 4, 30, 12), (1, 20, 38, 6), (2, 30, 38, 5), (4, 33, 36, 3), (9, 37, 38, 2)], float)

histories = st.lists(st.tuples(st.integers(0, 30), st.floats(0.01, 1), st.floats(1, 500), st.integers(1, 20)), min_size=1, max_size=20).map(
    lambda rows: np.array([(x, share * age if x else 0.0, age, count) for x, share, age, count in rows])
)
logs = st.floats(-2.5, 2.5)
shops = st.tuples(logs, st.floats(-1, 5), logs, st.one_of(logs, st.just(0.0)))
few, careful = settings(max_examples=15, deadline=None), settings(max_examples=40, deadline=None)
every_model = pytest.mark.parametrize("model", ALL, ids=lambda model: model.name)
every_shop = pytest.mark.parametrize("true", TRUE, ids=NAMES)


def numbers(model: PurchaseModel) -> list[float]:
    return list(model.parameters.values())


@every_model
def test_counting_equal_histories_together_changes_nothing(model):
    together = model.fit(summaries(SHOP))
    one_by_one = np.column_stack([np.repeat(SHOP[:, :3], SHOP[:, 3].astype(int), axis=0), np.ones(int(SHOP[:, 3].sum()))])
    apart = model.fit(summaries(one_by_one))
    assert numbers(apart) == pytest.approx(numbers(together), rel=1e-8)
    assert apart.log_likelihood == pytest.approx(together.log_likelihood, abs=1e-9)
    assert apart.standard_errors == pytest.approx(together.standard_errors, rel=1e-6)


@every_model
@few
@given(rows=histories, random=st.randoms(use_true_random=False))
def test_the_order_of_customers_changes_nothing(model, rows, random):
    shuffled = random.sample(range(len(rows)), len(rows))
    assert numbers(model.fit(summaries(rows[shuffled]))) == pytest.approx(numbers(model.fit(summaries(rows))), rel=1e-5)


@every_model
@few
@given(rows=histories)
def test_days_or_weeks_change_only_lengths_of_time(model, rows):
    weeks, days = model.fit(summaries(rows)), model.fit(summaries(rows * [1, 7, 7, 1]))
    assert days.log_likelihood is not None and weeks.log_likelihood is not None
    for name, value in weeks.parameters.items():
        assert days.parameters[name] == pytest.approx(value * (7 if name in ("alpha", "beta") else 1), rel=1e-5)
    x, t_x, T, _ = rows.T
    assert days.expected_purchases(x, t_x * 7, T * 7, 70) == pytest.approx(weeks.expected_purchases(x, t_x, T, 10), rel=1e-5, abs=1e-12)


@every_model
@few
@given(rows=histories)
def test_with_the_weak_prior_no_shop_breaks_the_fit(model, rows):
    found = model.fit(summaries(rows))
    assert found.standard_errors is not None and found.log_covariance is not None
    assert np.all(np.isfinite(numbers(found))) and np.all(np.array(numbers(found)) > 0)
    assert np.sqrt(np.diag(found.log_covariance)) * numbers(found) == pytest.approx(found.standard_errors)


@every_model
def test_a_start_makes_a_fit_quicker_not_different(model):
    cold = model.fit(summaries(SHOP))
    warm = model.fit(summaries(SHOP), start=replace(cold, r=cold.r * 2, alpha=cold.alpha / 3))
    assert numbers(warm) == pytest.approx(numbers(cold), rel=1e-6)


@every_model
@careful
@given(place=shops, x=st.integers(0, 200), share=st.floats(0, 1), age=st.floats(0, 1000), wait=st.floats(0, 1000), ahead=st.floats(0, 2000))
def test_chances_are_chances_and_forecasts_grow_with_time(model, place, x, share, age, wait, ahead):
    shop = model(*np.exp(place))
    history = (x, share * age if x else 0.0, age)
    later = (*history[:2], age + wait)
    alive, chance, expected = shop.alive(*history), shop.chance_to_buy(*history, ahead), shop.expected_purchases(*history, ahead)
    assert 0 <= shop.alive(*later) <= alive * (1 + 1e-9) <= 1 + 1e-9
    assert 0 <= chance <= min(1, alive) * (1 + 1e-9)
    assert chance <= expected * (1 + 1e-8)  # at least one purchase: never likelier than their mean number
    assert expected <= shop.expected_purchases(*history, ahead + wait) * (1 + 1e-9)
    assert chance <= shop.chance_to_buy(*history, ahead + wait) * (1 + 1e-9)
    assert shop.expected_since_first(ahead) <= shop.expected_since_first(ahead + wait) * (1 + 1e-9)
    assert np.isfinite(expected)


@every_model
@few
@given(place=shops, x=st.integers(0, 50), age=st.floats(0.1, 500), rate=st.floats(1e-4, 0.1))
def test_discounted_purchases_shrink_with_the_rate_and_bound_the_early_ones(model, place, x, age, rate):
    shop = model(*np.exp(place))
    history = (x, age if x else 0.0, age)
    value = float(shop.discounted_purchases(*history, rate))
    assert 0 <= float(shop.discounted_purchases(*history, 2 * rate)) <= value * (1 + 1e-9)
    horizon = 1 / rate
    assert value >= np.exp(-1) * float(shop.expected_purchases(*history, horizon)) * (1 - 1e-7)


@every_shop
def test_discounted_purchases_are_the_sum_of_the_discounted_weeks(true):
    weeks = np.arange(0, 12_000.0)
    so_far = true.expected_purchases(2, 30.0, 38.0, weeks)
    summed = np.sum(np.diff(so_far) * np.exp(-0.003 * (weeks[1:] - 0.5)))
    assert float(true.discounted_purchases(2, 30.0, 38.0, 0.003)) == pytest.approx(summed, rel=1e-5)


@every_shop
def test_without_a_discount_the_sum_has_no_end(true):
    with pytest.raises(ValueError, match="above zero"):
        true.discounted_purchases(2, 30.0, 38.0, 0.0)


@every_shop
def test_forecasts_for_many_are_those_for_each(true):
    """Many customers are answered along curves, one at a time point by point."""
    random = np.random.default_rng(5)
    x, T = random.integers(0, 3, 300), random.uniform(0, 200, 300)
    t_x = np.where(x > 0, T * random.random(300), 0)
    ahead = random.uniform(0.5, 100, 300)
    one_by_one = [float(true.expected_purchases(*row)) for row in zip(x, t_x, T, ahead, strict=True)]
    assert true.expected_purchases(x, t_x, T, ahead) == pytest.approx(one_by_one, rel=1e-10)
    one_by_one = [float(true.discounted_purchases(*row, 0.002)) for row in zip(x, t_x, T, strict=True)]
    assert true.discounted_purchases(x, t_x, T, 0.002) == pytest.approx(one_by_one, rel=1e-10)


@every_shop
@pytest.mark.parametrize("history", [(0, 0.0, 10.0), (3, 20.0, 25.0), (12, 38.0, 39.0)])
def test_random_futures_have_the_expected_mean_and_chance(true, history):
    draws = true.draw_purchases(np.full(40_000, history[0]), history[1], history[2], 30.0, np.random.default_rng(2))
    error = draws.std() / np.sqrt(len(draws))
    assert draws.mean() == pytest.approx(float(true.expected_purchases(*history, 30.0)), abs=4 * error)
    chance = float(true.chance_to_buy(*history, 30.0))
    assert np.mean(draws > 0) == pytest.approx(chance, abs=4 * np.sqrt(chance * (1 - chance) / len(draws)))


@every_shop
def test_new_customers_buy_as_the_story_says(true):
    random = np.random.default_rng(4)
    counts = np.array([len(purchases_of_one(true, 60.0, random)) for _ in range(8_000)])
    assert counts.mean() == pytest.approx(float(true.expected_since_first(60.0)), abs=4 * counts.std() / np.sqrt(len(counts)))


@every_shop
def test_true_parameters_are_recovered_within_their_errors(true):
    found = type(true).fit(summaries(made_shop(true, 5_000, seed=3)), prior="none")
    assert found.standard_errors is not None
    away = np.abs(np.array(numbers(found)) - numbers(true)) / found.standard_errors
    assert np.all(away < 3)


@every_model
def test_many_histories_have_the_same_top_from_a_sample_of_them(model):
    """From 20,000 histories on, the climb starts where some of them lead."""
    true = TRUE[ALL.index(model)]
    rows = np.tile(made_shop(true, 700, seed=8), (30, 1))
    rows[:, 1:3] *= np.repeat(np.linspace(0.9, 1.1, 30), 700)[:, None]
    many = model.fit(summaries(rows))
    climbed = model.fit(summaries(rows), start=true)
    assert numbers(many) == pytest.approx(numbers(climbed), rel=1e-6)


@every_model
def test_very_frequent_buyers_customers_of_today_and_one_day_of_data_neither_overflow_nor_warn(model):
    rows = [(0, 0, 500, 50), (3, 400, 500, 20), (500, 1, 500, 1), (10_000, 499.9, 500, 1), (0, 0, 0, 3), (2, 30, 30, 2)]
    x, t_x, T, _ = np.array(rows, float).T
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for prior in ("weak", "none"):
            found = model.fit(summaries(rows), prior)
            for shop in (found, replace(found, r=0.2, alpha=4.0), model(0.5, 5.0, 1.0, 1.0), model(1e-4, 1e4, 1e-3, 1e-3)):
                for ahead in (0.0, 1e-6, 52.0, 1e5):
                    assert np.all(np.isfinite(shop.expected_purchases(x, t_x, T, ahead)))
                    assert np.all(shop.chance_to_buy(x, t_x, T, ahead) <= 1)
                    assert shop.draw_purchases(x, t_x, T, ahead, np.random.default_rng(0)).min() >= 0
                assert np.all(np.isfinite(shop.discounted_purchases(x, t_x, T, 1e-3)))
        for rows in ([(0, 0, 30, 40), (0, 0, 60, 10)], [(0, 0, 0, 12)]):
            assert np.all(np.isfinite(numbers(model.fit(summaries(rows)))))


@every_model
def test_no_customers_is_said(model):
    with pytest.raises(ValueError, match="no customers"):
        model.fit(Summaries([], [], [], []))


@every_model
def test_small_shops_do_not_run_away(model):
    """Ten shops of fifty customers of CDNOW: plain maximum likelihood runs away in about four of ten, the weak prior in none."""
    rows = cdnow_histories()
    expected = []
    for seed in range(10):
        shop = grouped(rows[np.random.default_rng(seed).choice(len(rows), 50, replace=False)])
        found = model.fit(shop)
        lengths = np.array([5.0 if name in ("alpha", "beta") else 1.0 for name in found.parameters])
        assert np.all((numbers(found) / lengths > 0.03) & (numbers(found) / lengths < 20))
        assert found.standard_errors is not None
        expected.append(float(found.expected_purchases(*rows.T, 39).sum()) / 1882)
    assert np.all((np.array(expected) > 0.2) & (np.array(expected) < 2.5))
