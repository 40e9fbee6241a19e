"""Moving a budget: the published example in a shop's terms, and laws over many shops."""

from __future__ import annotations

import math
from dataclasses import replace

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
    nearly = Response(customers=995, spend=100, value=10, low=1.5, high=3.0, most=1000 / 995)
    assert nearly.ceilings == pytest.approx((1000, 1000))  # never more than there are, however near today is
    assert all(curve.rate(1e9) <= 1000 for curve in nearly.curves())


def test_a_second_level_makes_the_guess_needless():
    true = WINNING.curves()[1]
    response = Response(10_000, 250_000, 150, 1.2, 2.5, second=(400_000, true.rate(400_000)))
    assert response.is_second_usable and response.curves()[1].ceiling == pytest.approx(20_000)
    assert len({curve.ceiling for curve in response.curves()}) == 1
    plan = budget_plan(response, KEEPING, 300_000, 0.5)
    assert plan.freed == pytest.approx(23_881.14, abs=0.05)
    both = budget_plan(response, Response(4_000, 100_000, 150, 1.2, 2.5, second=(60_000, 3_300)), 300_000, 0.5)
    assert [case.case for case in both.cases] == ["middle", "half_stay_anyway"]  # no ceiling is guessed, so none has bounds


def test_two_levels_leave_what_chance_does_to_their_counts():
    def planned(size):
        levels = WINNING.curves()[1].rate(400_000)
        winning = Response(10_000 // size, 250_000, 150 * size, 1.2, 2.5, second=(400_000, round(levels / size)))
        return budget_plan(winning, KEEPING, 300_000, 0.5)

    many, few = planned(1), planned(20)
    assert many.freed_low < many.freed < many.freed_high and planned(1) == many  # the same draws every time
    assert (many.freed_low, many.freed_high) == (pytest.approx(22_900, abs=300), pytest.approx(24_800, abs=300))
    spread = [(plan.freed_high - plan.freed_low) / plan.freed for plan in (many, few)]
    assert spread[1] > 3 * spread[0]  # a twentieth of the customers tell far less
    assert all(point.low < point.net < point.high for point in few.points[1:])


def test_a_draw_that_no_curve_passes_has_the_highest_or_the_lowest_ceiling():
    # 20 customers for 100 and 22 for 130: chance makes it fewer for more money, or as many for each coin, in many draws
    ends = [curve for (curve,) in Response(20, 100, 10, 1.2, 2.5, second=(130, 22)).ends(0)]
    parts = [curve.ceiling / curve.rate(100) for curve in ends]
    assert len(ends) == 200 and min(parts) == pytest.approx(1.01) and max(parts) == pytest.approx(10)
    limited = [curve for (curve,) in Response(20, 100, 10, 1.2, 2.5, most=1.5, second=(130, 22)).ends(0)]
    assert max(curve.ceiling for curve in limited) <= 31


def test_nothing_may_be_freed_where_the_two_returns_cross_between_the_ceilings():
    winning = Response(350, 240_000, 1_400, 1.2, 2.5)
    keeping = Response(240, 26_000, 26_000 / 240 / (240_000 / 350) * 1_400 * 1.6, 1.2, 2.5)
    plan = budget_plan(winning, keeping, 266_000, 240 / 266)
    corners = [case.freed for case in plan.cases if case.case in ("both_low", "both_high", "win_high", "keep_high")]
    between = [
        budget_plan(replace(winning, low=one, high=one), replace(keeping, low=other, high=other), 266_000, 240 / 266).freed
        for one in (1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5)
        for other in (1.2, 1.25, 1.3, 1.35, 1.4, 1.5, 2.5)
    ]
    assert min(corners) > 500 and min(between) < 60  # no corner shows it, but a place between them does
    assert plan.freed_low == 0 and plan.freed_high == pytest.approx(max(between))


def test_shared_spend_counted_on_one_side_widens_the_range():
    whole = budget_plan(WINNING, KEEPING, 350_000, 250 / 350)
    plan = budget_plan(WINNING, KEEPING, 350_000, 250 / 350, [(280_000, 70_000), (220_000, 130_000)])
    assert not whole.is_freed and whole.freed_high < 1_000
    told = {case.case: case.freed for case in plan.cases}
    assert plan.freed_high == pytest.approx(max(told["shared_winning"], told["shared_keeping"])) and plan.freed_high > 3_000
    assert plan.freed == whole.freed and plan.chosen == whole.chosen
    today = plan.points[round(50 * 250 / 350)]
    assert today.low < today.net < today.high


def test_a_second_level_of_other_months_is_not_used():
    quarter = Response(10_000, 250_000, 150, 1.2, 2.5, second=(60_000, 2_450))
    assert quarter.is_second_of_other_length and not quarter.is_second_usable
    year = Response(10_000, 250_000, 150, 1.2, 2.5, second=(125_000, 6_340))
    assert not year.is_second_of_other_length and year.is_second_usable


def test_the_same_money_parted_best_brings_more_than_is_freed():
    plan = budget_plan(WINNING, KEEPING, 300_000, 0.5)
    assert plan.gain == pytest.approx(1_886_798.77 - 1_776_143.98, abs=0.01) and plan.is_worth_moving and plan.gain > plan.freed
    today = budget_plan(WINNING, KEEPING, 350_000, 250 / 350)
    assert not today.is_worth_moving


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
    levels = Response(4_000, 100_000, 150, 1.2, 2.5, second=(60_000, 3_300))  # with nine in ten there anyway, no curve passes both
    assert [case.case for case in budget_plan(WINNING, levels, 350_000, 5 / 7).cases][-1] == "half_stay_anyway"


@pytest.mark.parametrize(("budget", "share"), [(1.0, 0.0), (1e9, 1.0), (1e9, 0.5)])
def test_budgets_beyond_all_reason(budget, share):
    plan = budget_plan(WINNING, KEEPING, budget, share)
    assert 0 <= plan.freed <= budget and math.isfinite(plan.best.net)


def test_what_brings_nothing_cannot_be_planned():
    with pytest.raises(ValueError):
        budget_plan(Response(10, 10, 0, 1.2, 2), KEEPING, 10, 0.5)
    with pytest.raises(ValueError):
        budget_plan(WINNING, KEEPING, 0, 0.5)
