"""Whole customers drawn anew: sums spread as they would by drawing everybody singly."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm
from scipy.stats import t as student

from retention.models.redrawn_customers import ends, redrawn, redrawn_spread

DRAWS = 4_000


def drawn(of_each, customers, draws=DRAWS):
    return redrawn(np.array(of_each, float), np.array(customers, float), draws, np.random.default_rng(1))


def test_sums_lie_around_those_of_the_data_and_vary_by_the_sum_of_squares():
    sums = drawn([[1.0, 2.0], [0.0, 5.0]], [30, 4])
    assert sums.shape == (DRAWS, 2)
    assert sums.mean(axis=0) == pytest.approx([30, 80], rel=0.02)
    # variances: 30 × 1² and 30 × 2² + 4 × 5²; together: 30 × 1 × 2
    assert np.cov(sums.T) == pytest.approx(np.array([[30, 60], [60, 220]]), rel=0.1)


def test_a_group_is_drawn_as_its_customers_would_be_one_by_one():
    together, singly = drawn([[3.0]], [12]), drawn([[3.0]] * 12, [1] * 12)
    assert np.quantile(together, (0.05, 0.5, 0.95)) == pytest.approx(np.quantile(singly, (0.05, 0.5, 0.95)), abs=3)


def test_no_draw_is_one_of_nobody():
    sums = drawn([[1.0]], [1])
    assert sums.min() == 1 and sums.max() > 1


def test_any_number_of_draws():
    assert [len(drawn([[1.0]], [5], draws)) for draws in (1, 50, 120)] == [1, 50, 120]


def test_what_hangs_together_is_drawn_together():
    spread = np.array([[4.0, 6.0], [6.0, 9.0]])  # the second is always one and a half times the first
    found = redrawn_spread(np.tile(spread, (DRAWS, 1, 1)), np.random.default_rng(2))
    assert found[:, 1] == pytest.approx(1.5 * found[:, 0], abs=1e-6)
    assert found.mean(axis=0) == pytest.approx([0, 0], abs=0.15) and np.cov(found.T) == pytest.approx(spread, rel=0.1)
    assert not redrawn_spread(np.zeros((3, 2, 2)), np.random.default_rng(2)).any()
    assert redrawn_spread(np.full((1, 1, 1), -1e-12), np.random.default_rng(2)).tolist() == [[0.0]]


def test_few_customers_have_wider_ranges():
    values = norm.ppf((np.arange(100_000) + 0.5) / 100_000)
    widths = [ends(values, customers, 0.1)[1] for customers in (10, 100, 100_000)]
    assert widths[0] > widths[1] > widths[2]
    assert widths[0] == pytest.approx(student.ppf(0.95, 9) * np.sqrt(10 / 9), abs=1e-3)
    assert ends(values, 100_000, 0.1) == pytest.approx(norm.ppf((0.05, 0.95)), abs=1e-3)


@pytest.mark.parametrize(("customers", "least"), [(10, 0.86), (40, 0.87)])
def test_nine_in_ten_ranges_of_a_mean_hold_the_truth(customers, least):
    random, held = np.random.default_rng(4), []
    for _ in range(300):
        amounts = np.column_stack([random.normal(10, 3, customers), np.ones(customers)])
        sums = redrawn(amounts, np.ones(customers), 400, random)
        low, high = ends(sums[:, 0] / sums[:, 1], customers, 0.1)
        held.append(low <= 10 <= high)
    assert least <= np.mean(held) <= 0.95
