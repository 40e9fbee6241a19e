from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate
from retention.programmes.free_extra import FREE_EXTRA


def test_an_extra_with_every_second_order():
    """600 orders of 50, an extra that costs 1 with half of them: 300; the margin left to earn it is 40 % less 1 %."""
    outcome = evaluate(FREE_EXTRA, Business.of(100, 6, 50, 0.4), {"rate": 0.02, "order_share": 0.5, "uptake": 1.0})
    assert (outcome.reward_cost, outcome.net) == pytest.approx((300, -300))
    assert outcome.break_even_lift == pytest.approx(0.01 / 0.39)


def test_bigger_checks_make_no_dearer_extras():
    """As many as without them, of the same cost: 30 % more money a check change the sales and not what is given."""
    plain, bigger = (evaluate(FREE_EXTRA, Business.of(100, 6, 50, 0.4), {"uptake": 1.0, "basket_lift": lift}) for lift in (0.0, 0.3))
    assert bigger.reward_cost == pytest.approx(plain.reward_cost)
    assert bigger.extra_margin == pytest.approx(100 * 6 * 50 * 0.3 * 0.4)
    more = evaluate(FREE_EXTRA, Business.of(100, 6, 50, 0.4), {"uptake": 1.0, "basket_lift": 0.3, "frequency_lift": 0.1})
    assert more.reward_cost == pytest.approx(plain.reward_cost * 1.1)
