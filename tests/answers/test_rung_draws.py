"""The worth of rungs for customers drawn anew: by path as customer by customer, and whole customers."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from retention.answers.rung_draws import rung_draws
from retention.answers.rung_steps import RungPaths
from retention.models.markov_check import NOT_YET
from retention.question import Question

ASKED = SimpleNamespace(question=Question(horizon_months=12, annual_discount_rate=0.1))
STEPS_OF_PATHS = np.array([[0, 1, 1], [0, 3, 3], [1, 1, 1], [1, 3, 3], [NOT_YET, 0, 3], [NOT_YET, 0, 1], [NOT_YET, NOT_YET, 0]])


def made(customers: int) -> tuple[np.ndarray, np.ndarray]:
    """Which path each customer took and what they brought by place: some spend much everywhere."""
    random = np.random.default_rng(11)
    path = random.integers(0, len(STEPS_OF_PATHS), customers)
    begun = np.stack([(STEPS_OF_PATHS[:, :-1] == place).sum(axis=1) for place in range(4)], axis=1)
    return path, begun[path] * np.array([20.0, 40.0, 0.0, 1.0]) * random.exponential(1, customers)[:, np.newaxis]


def alone(path, money) -> RungPaths:
    return RungPaths(STEPS_OF_PATHS[path], np.ones(len(path)), money, np.zeros((len(path), 4, 4)))


def grouped(path, money) -> RungPaths:
    there = [money[path == number] for number in range(len(STEPS_OF_PATHS))]
    means, spread = np.array([one.mean(axis=0) for one in there]), np.array([np.cov(one.T, ddof=0) for one in there])
    return RungPaths(STEPS_OF_PATHS, np.array([len(one) for one in there], float), means, spread)


def test_by_path_the_worth_varies_as_customer_by_customer(monkeypatch):
    monkeypatch.setattr("retention.answers.rung_draws.DRAWS", 10_000)  # so that the draws themselves leave little to chance
    path, money = made(500)
    singly, by_path = rung_draws(ASKED, alone(path, money)), rung_draws(ASKED, grouped(path, money))
    for kind in ("within", "endless"):
        one, other = getattr(singly, kind), getattr(by_path, kind)
        assert one[0] == pytest.approx(other[0])
        assert other[1:].std(axis=0) == pytest.approx(one[1:].std(axis=0), rel=0.04)
        assert np.quantile(other, (0.05, 0.95), axis=0) == pytest.approx(np.quantile(one, (0.05, 0.95), axis=0), rel=0.03)
        assert np.corrcoef(other[:, :2].T)[0, 1] == pytest.approx(np.corrcoef(one[:, :2].T)[0, 1], abs=0.03)


def test_who_stays_and_brings_more_widens_the_range():
    path, money = made(500)
    apart = np.random.default_rng(5).permutation(len(path))
    stays = np.array([2.0, 0.2, 2.0, 0.2, 0.2, 2.0, 1.0])[path][:, np.newaxis]
    together, shuffled = (rung_draws(ASKED, alone(path, many)) for many in (money * stays, money * stays[apart]))
    spread = [found.within[1:, 0].std() / found.within[0, 0] for found in (together, shuffled)]
    assert spread[0] > spread[1]


def test_a_rung_that_few_draws_reach_has_the_money_it_has():
    # one customer alone began a step as a regular: every third draw leaves them out
    paths = RungPaths(np.array([[0, 0], [1, 1]]), np.array([60.0, 1.0]), np.array([[5.0, 0, 0, 0], [0, 70.0, 0, 0]]), np.zeros((2, 4, 4)))
    found = rung_draws(ASKED, paths)
    assert found.per_step.tolist() == [5, 70, 0, 0]
    assert np.isfinite(found.within).all() and found.within[1:, 1].min() > 70


def test_the_same_every_time():
    paths = grouped(*made(200))
    assert np.array_equal(rung_draws(ASKED, paths).within, rung_draws(ASKED, paths).within)
