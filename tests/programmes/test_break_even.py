from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.break_even import break_even

VALUES = np.linspace(0.0, 1.0, 41)


def told(net, lever="fewer_lapses", set_value=0.1, used=None, is_harm=False):
    return break_even(lever, used or {}, set_value, VALUES, np.array([net(value) for value in VALUES]), net, is_harm)


def test_on_a_line():
    assert told(lambda value: -20 + 100 * value).break_even == pytest.approx(0.2)


def test_on_a_curve_looked_up_closely():
    assert told(lambda value: -0.1 + value**2).break_even == pytest.approx(0.1**0.5, abs=1e-12)


@pytest.mark.parametrize(
    "net",
    [
        lambda value: -20 - 100 * value,  # the more the worse
        lambda value: -20 + 10 * value,  # not even all of it pays
        lambda value: 20 + 100 * value,  # pays without any
        lambda value: 20 + 100 * value**2,
        lambda value: -20.0 + 0 * value,  # makes no difference
    ],
)
def test_where_there_is_none(net):
    assert told(net).break_even is None


@pytest.mark.parametrize("net", [lambda value: 100 * value, lambda value: 100 * value + value**2])
def test_what_costs_nothing_pays_from_nothing_on(net):
    assert told(net).break_even == 0


@pytest.mark.parametrize("net", [lambda value: 20 - 100 * value, lambda value: 4 - 100 * value**2])
def test_the_most_of_a_harm_that_can_be_borne(net):
    assert told(net, is_harm=True).break_even == pytest.approx(0.2)
    assert told(net).break_even is None


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
    assert told(lambda lift: 1.5 * (1 + lift) + 0.3, "frequency_lift", used={"basket_lift": 0.5}).break_even is None
