"""What is done in a fright looks good in the first months and costs more than it brought in the years after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate
from retention.programmes.panic_reaction import PANIC_REACTION

MOVES = ((0.85, 0.07, 0.0, 0.08), (0.0, 0.95, 0.01, 0.04), (0.0, 0.01, 0.97, 0.02), (0.002, 0.003, 0.0, 0.995))
RUNGS = (Rung("first_purchase", 600, 0.15, 50), Rung("regular", 300, 0.7, 50), Rung("advocate", 40, 1.2, 70), Rung("lapsed", 900, 0.01, 45))
SHOP = Business(RUNGS, 0.4, MOVES, new_customers_per_month=30, first_sales=50)


def test_good_at_first_and_bad_in_the_end():
    net = {months: evaluate(PANIC_REACTION, SHOP, {}, months=months).net for months in (3, 12, 24, 36)}
    assert net[3] > 0
    assert 0 > net[12] > net[24] > net[36]
    assert evaluate(PANIC_REACTION, SHOP, {}).payback_month is None  # what came in at first is lost again


def test_customers_lost_are_missed_after_the_last_month_too():
    outcomes = [evaluate(PANIC_REACTION, SHOP, {}, months=months) for months in (3, 12, 36)]
    assert [outcome.kept < 0 and outcome.later_value < 0 for outcome in outcomes] == [True] * 3
    assert outcomes[2].kept < outcomes[1].kept < outcomes[0].kept


def test_interest_and_wages_by_hand():
    """A year's sales of 30,000: 20 % borrowed at 10 % costs 600, 5 % of wages saved brings 1,500; nothing else happens."""
    shop = Business.of(100, 6, 50, 0.4)
    values = {"rate": 0.0, "frequency_lift": 0.0, "more_lapses": 0.0, "loan": 0.20, "interest": 0.10, "wages_saved": 0.05}
    assert evaluate(PANIC_REACTION, shop, values).net == pytest.approx(1500 - 600)
    assert evaluate(PANIC_REACTION, shop, values, months=24).net == pytest.approx(2 * (1500 - 600))
    assert evaluate(PANIC_REACTION, replace(shop, rungs=(replace(shop.rungs[0], customers=0),)), values).net == 0
