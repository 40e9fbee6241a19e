from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate
from retention.programmes.guaranteed_draw import GUARANTEED_DRAW

SHOP = Business.of(customers=100, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
# prizes of 100, 10 and 1 with a check of 50; 9 % of all are 9 of the 99 that do not draw the big one
EXAMPLE = {"big_prize": 2.0, "big_chance": 0.01, "middle_prize": 0.2, "middle_chance": 9 / 99, "small_prize": 0.02, "uptake": 1.0}


def test_a_prize_with_every_purchase():
    outcome = evaluate(GUARANTEED_DRAW, SHOP, EXAMPLE)
    assert outcome.reward_cost == pytest.approx(600 * 2.80)
    assert outcome.break_even_lift == pytest.approx(0.056 / (0.4 - 0.056))


def test_chances_can_never_be_more_than_all():
    outcome = evaluate(GUARANTEED_DRAW, SHOP, {**EXAMPLE, "big_chance": 1.0, "middle_chance": 1.0})
    assert outcome.reward_cost == pytest.approx(600 * 100)
