"""The stamp card's worked example, to the digits given with the formula."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.buy_n_get_one import BUY_N_GET_ONE, LONGEST_WAIT_MONTHS, free_item_cost, months_on_card
from retention.programmes.evaluate import evaluate

EXAMPLE = {"purchases": 10.0, "completed": 0.5, "replaced": 0.3, "uptake": 1.0}


def test_what_the_free_items_cost():
    assert free_item_cost(10, 0.5, 0.3, 0.6) == pytest.approx(0.02900, abs=5e-6)  # .5 × (.4 + .3 × .6) / 10


def test_break_even_lift():
    outcome = evaluate(BUY_N_GET_ONE, Business.of(100, 20, 4, 0.6), EXAMPLE)
    assert outcome.break_even_lift == pytest.approx(0.05079, abs=5e-6)


def test_the_discount_it_looks_like():
    most = free_item_cost(10, 1.0, 1.0, 0.6)
    assert most == pytest.approx(0.1)  # at most a tenth of what was paid
    assert most / (1 + most) == pytest.approx(0.0909, abs=5e-5)  # of the value of all eleven


def test_a_cheaper_free_item_costs_in_proportion():
    whole, half = (evaluate(BUY_N_GET_ONE, Business.of(100, 20, 4, 0.6), {**EXAMPLE, "item_value": value}) for value in (1.0, 0.5))
    assert half.reward_cost == pytest.approx(whole.reward_cost / 2)


def test_a_stamp_waits_half_the_time_a_card_takes():
    """Ten purchases at two a month take five months."""
    assert months_on_card(10, Rung("regular", 1, 2, 4)) == pytest.approx(2.5)
    assert months_on_card(10, Rung("lapsed", 1, 0, 4)) == LONGEST_WAIT_MONTHS


def test_bigger_checks_make_no_dearer_free_items():
    """As many as without them, of the same cost: 30 % more money a check change the sales and not what is given."""
    shop = Business.of(100, 6, 50, 0.4)
    plain, bigger = (
        evaluate(BUY_N_GET_ONE, Business.of(100, 6, 50, 0.4), {"uptake": 1.0, "frequency_lift": 0.0, "basket_lift": lift})
        for lift in (0.0, 0.3)
    )
    assert bigger.reward_cost == pytest.approx(plain.reward_cost)
    assert bigger.extra_margin == pytest.approx(100 * 6 * 50 * 0.3 * 0.4)
    more = evaluate(BUY_N_GET_ONE, shop, {"uptake": 1.0, "basket_lift": 0.3, "frequency_lift": 0.1})
    assert more.reward_cost == pytest.approx(plain.reward_cost * 1.1)
