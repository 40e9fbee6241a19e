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


def test_the_lower_price_is_for_everybody_newcomers_too():
    """100 who buy for 50 every month and 8 newcomers a month who pay 40 at once: 10 % of it all, each month."""
    shop = replace(Business.of(100, 12, 50, 0.4, new_customers_per_month=8), first_sales=40.0)
    calm = {"rate": 0.10, "frequency_lift": 0.0, "more_lapses": 0.0, "loan": 0.0, "wages_saved": 0.0}
    outcome = evaluate(PANIC_REACTION, shop, calm, months=2)
    assert outcome.reward_cost == pytest.approx(0.10 * (5000 + 320 + 5400 + 320))
    assert outcome.subsidy_share == pytest.approx(1)
    assert sum(part.reward_cost for part in outcome.rungs) == pytest.approx(outcome.reward_cost)
    assert [month.reward_cost for month in outcome.months] == pytest.approx([532, 572])


def test_loan_and_wages_are_shares_of_a_years_sales():
    """A tenth of the first year's sales, borrowed at a tenth: a hundredth of them, whoever buys for them."""
    values = {"rate": 0.0, "frequency_lift": 0.0, "more_lapses": 0.0, "loan": 0.10, "interest": 0.10, "wages_saved": 0.0}
    outcome = evaluate(PANIC_REACTION, SHOP, values)
    assert outcome.net == pytest.approx(-0.01 * sum(month.sales_before for month in outcome.months))


def test_who_leaves_is_counted():
    """100 regulars of whom a tenth lapse in a month; half as many again are 15."""
    shop = Business((Rung("regular", 100, 1, 10), Rung("lapsed", 0, 0, 10)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    outcome = evaluate(PANIC_REACTION, shop, {"more_lapses": 0.5, "frequency_lift": 0.0}, months=2)
    assert outcome.kept == pytest.approx(100 * 0.85**2 - 100 * 0.9**2)
    assert outcome.reward_cost == pytest.approx(0.10 * (100 + 85) * 10)
