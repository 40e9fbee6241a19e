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


def test_how_many_purchases_more_an_entry_must_bring():
    """Each of 600 entries costs its prize, and one purchase more brings 40 % of 50."""
    assert evaluate(GUARANTEED_DRAW, SHOP, EXAMPLE).reward_cost / 600 / (0.4 * 50) == pytest.approx(0.14)


def test_chances_can_never_be_more_than_all():
    outcome = evaluate(GUARANTEED_DRAW, SHOP, {**EXAMPLE, "big_chance": 1.0, "middle_chance": 1.0})
    assert outcome.reward_cost == pytest.approx(600 * 100)


def test_bigger_checks_make_no_dearer_prizes():
    """As many as without them, of the same cost: 30 % more money a check change the sales and not what is given."""
    plain, bigger = (evaluate(GUARANTEED_DRAW, SHOP, {**EXAMPLE, "basket_lift": lift}) for lift in (0.0, 0.3))
    assert bigger.reward_cost == pytest.approx(plain.reward_cost)
    assert bigger.extra_margin == pytest.approx(100 * 6 * 50 * 0.3 * 0.4)
    more = evaluate(GUARANTEED_DRAW, SHOP, {**EXAMPLE, "basket_lift": 0.3, "frequency_lift": 0.1})
    assert more.reward_cost == pytest.approx(plain.reward_cost * 1.1)
