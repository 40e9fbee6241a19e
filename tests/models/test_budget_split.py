"""Laws of parting a budget: nothing beats the best, more is never less, and freed money is never below nothing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.budget_split import Side, best_budget, best_split, least_spend, split_at
from retention.models.spend_curves import SpendCurve

curves = st.builds(
    lambda floor, reach, steepness: SpendCurve(floor + reach, steepness, floor),
    st.floats(0, 0.3), st.floats(0.01, 0.6), st.floats(0.001, 2),
)  # fmt: skip
sides = st.builds(Side, st.floats(1, 1e5), curves, st.floats(0.5, 500))
pairs = st.tuples(sides, sides)
budgets = st.floats(1e-3, 8)  # in what takes every side two thirds of its way: far below and beyond, only rounding differs


def money(pair, budget):
    return budget * sum(side.people / side.curve.steepness for side in pair)


@given(pairs, budgets, st.floats(0, 1))
def test_nothing_beats_the_best_split(pair, budget, winning):
    budget = money(pair, budget)
    best = best_split(pair, budget)
    other = split_at(pair, (budget * winning / pair[0].people, budget * (1 - winning) / pair[1].people))
    assert best.cost == pytest.approx(budget, rel=1e-9)
    assert best.brings >= other.brings * (1 - 1e-9)


@given(pairs, budgets)
def test_at_the_best_the_next_coin_brings_the_same_everywhere(pair, budget):
    best = best_split(pair, money(pair, budget))
    for side, spend in zip(pair, best.spends, strict=True):
        brings = side.value * side.curve.slope(spend)
        assert brings == pytest.approx(best.last_return, rel=1e-6) if spend > 0 else brings <= best.last_return * (1 + 1e-9)


@given(pairs, budgets, st.floats(1, 10))
def test_more_budget_never_brings_less(pair, budget, times):
    budget = money(pair, budget)
    assert best_split(pair, budget * times).brings >= best_split(pair, budget).brings * (1 - 1e-9)


@given(pairs, budgets, st.floats(0, 1))
def test_freed_money_is_never_below_nothing(pair, budget, winning):
    budget = money(pair, budget)
    now = split_at(pair, (budget * winning / pair[0].people, budget * (1 - winning) / pair[1].people))
    cheapest = least_spend(pair, now.brings)
    assert cheapest.cost <= budget * (1 + 1e-6)
    assert cheapest.brings >= now.brings - 1e-9 * sum(side.people * side.value for side in pair)


@given(pairs, budgets)
def test_from_the_best_split_nothing_is_freed(pair, budget):
    budget = money(pair, budget)
    best = best_split(pair, budget)
    assert least_spend(pair, best.brings).cost == pytest.approx(budget, rel=1e-4)


GOOD, POOR = Side(100, SpendCurve(0.5, 1.0), 50), Side(100, SpendCurve(0.5, 0.01), 1)


def test_a_side_that_never_pays_gets_nothing():
    assert best_split((POOR, GOOD), 100).spends == (0.0, 1.0)
    assert least_spend((POOR, GOOD), 500).spends == pytest.approx((0.0, -math.log(0.8)))
    assert best_split((GOOD, Side(100, GOOD.curve, 0.0)), 100).spends == (1.0, 0.0)


def test_the_best_budget_stops_where_a_coin_brings_a_coin():
    best = best_budget((GOOD, POOR))
    assert best.spends == (pytest.approx(math.log(25)), 0.0)
    assert best_split((GOOD, POOR), best.cost).last_return == pytest.approx(1.0)


def test_what_comes_by_itself_costs_nothing():
    side = Side(10, SpendCurve(0.5, 1.0, floor=0.2), 10)
    assert least_spend((side,), 20).cost == 0


def test_what_cannot_be_had():
    with pytest.raises(ValueError):
        least_spend((GOOD,), 2_500)
    with pytest.raises(ValueError):
        best_split((GOOD,), -1)
    with pytest.raises(ValueError):
        best_split((Side(100, GOOD.curve, 0.0),), 10)
