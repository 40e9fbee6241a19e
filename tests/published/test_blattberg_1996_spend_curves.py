"""Winning and keeping on curves that flatten (Blattberg & Deighton 1996): worked out anew, the article's own numbers are not to be had."""

from __future__ import annotations

import pytest

from retention.models.budget_split import Side, best_split, least_spend, split_at
from retention.models.customer_equity import CustomerEquity
from retention.models.spend_curves import SpendCurve, curve_to_ceiling

WINNING = curve_to_ceiling(spend=5, rate=0.20, ceiling=0.40)
KEEPING = curve_to_ceiling(spend=10, rate=0.40, ceiling=0.70)
SHOP = CustomerEquity(WINNING, KEEPING, margin=60, discount=0.15)
DEAR = CustomerEquity(SpendCurve(0.05, 0.4), SpendCurve(0.85, 0.6), margin=60, discount=0.15)
SIDES = (Side(50_000, WINNING, 150), Side(10_000, KEEPING, 150))
BUDGET = 300_000


def test_steepness_from_one_level_and_a_ceiling():
    assert (WINNING.steepness, KEEPING.steepness) == pytest.approx((0.138629, 0.084730), abs=5e-7)


def test_one_to_one_and_too_little_is_spent_on_both():
    now = SHOP.at(5, 10)
    assert (now.lifetime_value, now.per_prospect) == pytest.approx((78.6667, 10.7333), abs=5e-5)
    assert now.win_average == pytest.approx(25) and now.keep_average == pytest.approx(25)
    assert (now.win_next, now.keep_next) == pytest.approx((36.07, 39.34), abs=5e-3)


def test_the_best_spends():
    best = SHOP.best()
    assert (best.keep_spend, best.kept, best.lifetime_value) == pytest.approx((19.0582, 0.5607, 84.7546), abs=5e-5)
    assert (best.win_spend, best.won, best.per_prospect) == pytest.approx((11.1630, 0.3149, 15.5254), abs=5e-5)
    assert (best.win_next, best.keep_next) == pytest.approx((84.7546, 84.7546), abs=5e-4)
    assert (best.win_average, best.keep_average) == pytest.approx((35.45, 33.99), abs=5e-3)


def test_ten_to_one_can_be_the_best_there_is():
    best = DEAR.best()
    assert (best.win_spend, best.won, best.keep_spend, best.kept) == pytest.approx((3.4505, 0.0374, 7.6981, 0.8416), abs=5e-5)
    assert best.lifetime_value == pytest.approx(198.784, abs=5e-4)
    assert best.win_average == pytest.approx(92.20, abs=5e-3) and best.keep_average == pytest.approx(9.147, abs=5e-4)
    assert best.win_average / best.keep_average == pytest.approx(10.08, abs=5e-3)
    assert (best.win_next, best.keep_next) == pytest.approx((198.784, 198.784), abs=5e-3)


def test_a_fixed_budget():
    best = best_split(SIDES, BUDGET)
    assert best.spends[0] == pytest.approx(4.401050, abs=5e-7)
    assert best.spends[1] == pytest.approx(7.994751, abs=1e-6)  # 7.9947515: its last digit can be rounded either way
    assert 100 * 50_000 * best.spends[0] / BUDGET == pytest.approx(73.35, abs=5e-3)
    assert best.brings == pytest.approx(1_886_798.77, abs=5e-3) and best.cost == pytest.approx(BUDGET)


@pytest.mark.parametrize(("winning", "brings"), [(0.5, 1_776_143.98), (1.0, 1_694_174.16), (0.0, 967_346.94)])
def test_other_partings_of_the_same_budget(winning, brings):
    spends = (BUDGET * winning / 50_000, BUDGET * (1 - winning) / 10_000)
    assert split_at(SIDES, spends).brings == pytest.approx(brings, abs=5e-3)


def test_freed_money():
    halves = split_at(SIDES, (3, 15))
    assert halves.brings / 150 == pytest.approx(11_840.96, abs=5e-3)  # customers
    cheapest = least_spend(SIDES, halves.brings)
    assert cheapest.cost == pytest.approx(276_118.86, abs=5e-3) and cheapest.brings == pytest.approx(halves.brings)
    assert BUDGET - cheapest.cost == pytest.approx(23_881.14, abs=5e-3)
    assert 100 * (1 - cheapest.cost / BUDGET) == pytest.approx(7.96, abs=5e-3)
