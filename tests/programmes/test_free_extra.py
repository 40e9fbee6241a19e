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
