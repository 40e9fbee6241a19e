"""Moving a budget: the published example in a shop's terms, and laws over many shops."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.answers.budget_plan import budget_plan
from retention.answers.money_response import Response

# the curves and people of tests/published/test_blattberg_1996_spend_curves.py: 50,000 prospects, 10,000 customers, 150 each
WINNING = Response(customers=10_000, spend=250_000, value=150, low=2.0, high=2.0)
KEEPING = Response(customers=4_000, spend=100_000, value=150, low=1.75, high=1.75)


def responses(most=None):
    return st.builds(
        lambda customers, spend, value, low, more, anyway: Response(customers, spend, value, low, low + more, most, anyway),
        st.integers(1, 10_000), st.floats(1, 1e6), st.floats(0.1, 1e4), st.floats(1.01, 5), st.floats(0, 5), st.sampled_from((0, 0.3, 0.9)),
    )  # fmt: skip


def test_the_published_budget():
    plan = budget_plan(WINNING, KEEPING, 300_000, 0.5)
    assert plan.chosen.brings == pytest.approx(1_776_143.98, abs=5e-3) and plan.best.brings == pytest.approx(1_886_798.77, abs=5e-3)
    assert 100 * plan.best.share == pytest.approx(73.35, abs=5e-3)
    assert plan.freed == pytest.approx(23_881.14, abs=5e-3) and plan.is_freed
    assert plan.freed_low == plan.freed_high == pytest.approx(plan.freed)
    assert (plan.chosen.won + plan.chosen.kept) == pytest.approx(11_840.96, abs=5e-3)
    assert plan.points[0].net + 300_000 == pytest.approx(967_346.94, abs=5e-3)
    assert plan.points[-1].net + 300_000 == pytest.approx(1_694_174.16, abs=5e-3)


def test_at_today_s_spend_there_are_today_s_customers():
    plan = budget_plan(WINNING, KEEPING, 350_000, 250 / 350)
    assert (plan.chosen.won, plan.chosen.kept) == pytest.approx((10_000, 4_000))
    assert (plan.win_next, plan.keep_next) == pytest.approx((36.07, 39.34), abs=5e-3)  # both below the 150 that each brings …
    assert (plan.win_return, plan.keep_return) == pytest.approx((150 / plan.win_next, 150 / plan.keep_next))
    assert plan.worthwhile > 350_000  # … so more would pay


@given(responses(), responses(), st.floats(0.1, 3), st.floats(0, 1))
def test_laws_of_a_plan(winning, keeping, times, share):
    budget = times * (winning.spend + keeping.spend)
    plan = budget_plan(winning, keeping, budget, share)
    slack = 1e-6 * (winning.value * winning.ceilings[1] + keeping.value * keeping.ceilings[1] + budget)
    assert plan.best.net >= plan.chosen.net - slack
    assert plan.best.net >= max(point.net for point in plan.points) - slack
    assert 0 <= plan.freed_low <= plan.freed <= plan.freed_high <= budget
    assert plan.worthwhile_low <= plan.worthwhile <= plan.worthwhile_high
    assert plan.cheapest.brings >= plan.chosen.brings - slack
    for point in plan.points:
        assert point.low <= point.net + slack and point.net <= point.high + slack


def test_equal_sides_at_halves_free_nothing():
    plan = budget_plan(WINNING, WINNING, 500_000, 0.5)
    assert not plan.is_freed and plan.freed == pytest.approx(0, abs=1) and plan.best.share == pytest.approx(0.5)


def test_a_ceiling_above_all_there_are_is_lowered():
    response = Response(customers=60, spend=100, value=10, low=1.5, high=3.0, most=100 / 60)
    assert response.ceilings == pytest.approx((90, 100))
    everybody = Response(customers=60, spend=100, value=10, low=1.5, high=3.0, most=1.0)
    assert everybody.ceilings == pytest.approx((60.6, 60.6))  # all were kept: next to nothing is left to gain


def test_a_second_level_makes_the_guess_needless():
    true = WINNING.curves()[1]
    response = Response(10_000, 250_000, 150, 1.2, 2.5, second=(400_000, true.rate(400_000)))
    assert response.is_second_usable and response.curves()[1].ceiling == pytest.approx(20_000)
    assert len({curve.ceiling for curve in response.curves()}) == 1
    plan = budget_plan(response, KEEPING, 300_000, 0.5)
    assert plan.freed_low == pytest.approx(plan.freed_high) and plan.freed == pytest.approx(23_881.14, abs=0.05)


@pytest.mark.parametrize("second", [(400_000, 9_000), (400_000, 30_000), (250_000, 12_000), (0, 0)])
def test_a_second_level_that_no_curve_passes_leaves_the_guess(second):
    response = Response(10_000, 250_000, 150, 1.2, 2.5, second=second)
    assert not response.is_second_usable and [curve.ceiling for curve in response.curves()] == [12_000, 18_500, 25_000]


def test_who_would_have_stayed_anyway_makes_keeping_dearer():
    free = Response(4_000, 100_000, 150, 1.75, 1.75, anyway=0.5)
    plans = [budget_plan(WINNING, keeping, 350_000, 5 / 7) for keeping in (KEEPING, free)]
    assert plans[1].keep_next > plans[0].keep_next and plans[1].best.share > plans[0].best.share
    assert [case.case for case in plans[0].cases][-2:] == ["half_stay_anyway", "most_stay_anyway"]
    assert [case.case for case in plans[1].cases][5:] == ["most_stay_anyway"]
    assert plans[0].cases[-2].best_share == pytest.approx(plans[1].best.share)


@pytest.mark.parametrize(("budget", "share"), [(1.0, 0.0), (1e9, 1.0), (1e9, 0.5)])
def test_budgets_beyond_all_reason(budget, share):
    plan = budget_plan(WINNING, KEEPING, budget, share)
    assert 0 <= plan.freed <= budget and math.isfinite(plan.best.net)


def test_what_brings_nothing_cannot_be_planned():
    with pytest.raises(ValueError):
        budget_plan(Response(10, 10, 0, 1.2, 2), KEEPING, 10, 0.5)
    with pytest.raises(ValueError):
        budget_plan(WINNING, KEEPING, 0, 0.5)
