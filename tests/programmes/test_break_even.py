from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.break_even import FURTHEST_LIFT, break_even

VALUES = np.linspace(0.0, 1.0, 41)


def told(net, lever="fewer_lapses", set_value=0.1, used=None, is_harm=False, buys_nobody=False):
    return break_even(lever, used or {}, set_value, VALUES, net(VALUES), net, is_harm, buys_nobody)


def test_on_a_line():
    assert told(lambda value: -20 + 100 * value).break_even == pytest.approx(0.2)


def test_on_a_curve_looked_up_closely():
    assert told(lambda value: -0.1 + value**2).break_even == pytest.approx(0.1**0.5, abs=1e-12)


@pytest.mark.parametrize(
    ("net", "lever", "reason"),
    [
        (lambda value: -20 - 100 * value, "fewer_lapses", "reward_eats_margin"),  # the more the worse
        (lambda value: 5 - 100 * value, "fewer_lapses", "reward_eats_margin"),  # pays with none of it, and not as it is set
        (lambda value: -20 + 10 * value, "fewer_lapses", "out_of_reach"),  # not even all of it pays
        (lambda value: -20 + 10 * value**2, "fewer_lapses", "out_of_reach"),
        (lambda value: -20.0 + 0 * value, "fewer_lapses", "out_of_reach"),  # makes no difference
        (lambda value: -20.0 + 0 * value, "frequency_lift", "reward_eats_margin"),  # as much given as earned on each sale
        (lambda value: -20 - value + value**2 / 1000, "frequency_lift", "reward_eats_margin"),
        (lambda value: -20 + value**2 / 1000, "frequency_lift", "out_of_reach"),  # not even seventeen times as often
    ],
)
def test_where_there_is_none_it_is_said_why(net, lever, reason):
    assert (told(net, lever).break_even, told(net, lever).no_break_even) == (None, reason)


def test_nobody_buys_nothing_more():
    found = told(lambda value: -20.0 + 0 * value, "frequency_lift", buys_nobody=True)
    assert (found.break_even, found.no_break_even) == (None, "nobody")


@pytest.mark.parametrize("net", [lambda value: 20 + 100 * value, lambda value: 20 + 100 * value**2])
@pytest.mark.parametrize("lever", ["fewer_lapses", "frequency_lift"])
def test_what_pays_without_any_breaks_even_there(net, lever):
    assert (told(net, lever).break_even, told(net, lever).no_break_even) == (0, None)


def test_a_curve_of_growth_is_followed_beyond_what_can_be_typed_in():
    """-9 + f² crosses at three times more often, f² - 225 at fifteen, f² - 400 only beyond what anybody looks at."""
    assert told(lambda lift: -9 + lift**2, "frequency_lift").break_even == pytest.approx(3, abs=1e-9)
    assert told(lambda lift: -225 + lift**2, "frequency_lift").break_even == pytest.approx(15, abs=1e-9)
    assert told(lambda lift: -400 + lift**2, "frequency_lift").break_even is None
    lifts, nets = np.array(told(lambda lift: -9 + lift**2, "frequency_lift").curve).T
    assert (lifts[0], nets[0]) == (0, -9) and nets[-1] >= 0 > nets[-2] and lifts[-1] < 4
    assert np.array(told(lambda lift: -400 + lift**2, "frequency_lift").curve)[-1, 0] == pytest.approx(FURTHEST_LIFT)


def test_a_line_that_bends_later_is_not_drawn_out():
    """Straight up to twice as often, flat from then on: the line would cross at four times more often, the net never does."""
    found = told(lambda lift: -4 + np.minimum(lift, 1.0), "frequency_lift")
    assert (found.break_even, found.no_break_even) == (None, "reward_eats_margin")


def test_a_curve_with_bigger_checks_is_looked_up_below_too():
    """Checks half as big again, and (1 + lift)² must reach 0.64: a fifth fewer purchases, a fifth more sales."""
    found = told(lambda lift: (1 + lift) ** 2 - 0.64, "frequency_lift", used={"basket_lift": 0.5})
    assert found.break_even == pytest.approx(0.2)
    assert found.curve[0][0] == pytest.approx(0)
    assert told(lambda lift: (1 + lift) ** 2, "frequency_lift", used={"basket_lift": 0.5}).break_even == pytest.approx(0)


@pytest.mark.parametrize("net", [lambda value: 100 * value, lambda value: 100 * value + value**2])
def test_what_costs_nothing_pays_from_nothing_on(net):
    assert told(net).break_even == 0


@pytest.mark.parametrize("net", [lambda value: 20 - 100 * value, lambda value: 4 - 100 * value**2])
def test_the_most_of_a_harm_that_can_be_borne(net):
    assert told(net, is_harm=True).break_even == pytest.approx(0.2)
    assert told(lambda value: 20 + 100 * value, is_harm=True).no_break_even is None  # all of it can be borne
    assert told(lambda value: -20 - 100 * value, is_harm=True).no_break_even == "out_of_reach"  # none of it can


def test_both_lifts_are_told_as_one():
    """Half bigger checks: 20 % more often are 80 % more sales, and 1.5 (1 + lift) - 1 = 80 % is where it breaks even."""
    lever = told(lambda lift: 1.5 * (1 + lift) - 1.8, "frequency_lift", set_value=0.1, used={"basket_lift": 0.5})
    assert lever.break_even == pytest.approx(0.8)
    assert lever.set_value == pytest.approx(0.65)
    lifts, nets = np.array(lever.curve).T
    assert np.interp(0.8, lifts, nets) == pytest.approx(0, abs=1e-9)


def test_bigger_checks_alone_may_be_more_than_enough():
    lever = told(lambda lift: 1.5 * (1 + lift) - 1.2, "frequency_lift", set_value=0.0, used={"basket_lift": 0.5})
    assert lever.break_even == pytest.approx(0.2)
    assert told(lambda lift: 1.5 * (1 + lift) + 0.3, "frequency_lift", used={"basket_lift": 0.5}).break_even == 0
