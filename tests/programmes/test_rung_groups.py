"""Groups of customers: two by hand, and laws that tie them to the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from retention.programmes import ALL
from retention.programmes.business import Business, Rung
from retention.programmes.cashback import CASHBACK
from retention.programmes.evaluate import evaluate, rungs_offered
from retention.programmes.rung_groups import Group, group_outcomes

# 100 customers who buy for 50 every second month: 300 a year each; two fifths of it margin
SHOP = Business.of(customers=100, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
# e = 5 % of all they buy, nobody keeps away, sales grow by 8 % and wear off within the year only
CERTAIN = {"rate": 0.05, "redemption": 1.0, "uptake": 1.0, "frequency_lift": 0.08, "half_life_months": 9}
RUNGS = (
    Rung("first_purchase", 60.0, 0.15, 40.0),
    Rung("regular", 30.0, 0.5, 50.0),
    Rung("advocate", 10.0, 0.8, 60.0),
    Rung("lapsed", 80.0, 0.02, 45.0),
)
MOVES = ((0.80, 0.08, 0.02, 0.10), (0.0, 0.93, 0.03, 0.04), (0.0, 0.03, 0.95, 0.02), (0.01, 0.01, 0.0, 0.98))
LADDER = Business(RUNGS, 0.4, MOVES, new_customers_per_month=7.0, first_sales=30.0, acquisition_cost=5.0)
NOT_ADDED = {"rung", "chance_for_nothing", "brings_low", "brings_high"}


def whole_rungs(business):
    return [Group(rung.name, rung.customers) for rung in business.rungs]


def test_two_groups_by_hand():
    """A hundred customers: 25 who buy twice as often as the rung (600 a year), and 25 who pay half at once (150 a year)."""
    often, small = group_outcomes(CASHBACK, SHOP, CERTAIN, [Group("customers", 25, pace=2.0), Group("customers", 25, check=0.5)])
    assert (often.participants, small.participants) == (25, 25)
    for found, sales in ((often, 600.0), (small, 150.0)):
        assert found.sales_before == pytest.approx(25 * sales)
        assert found.reward == pytest.approx(25 * sales * 1.08 * 0.05)
        assert found.reward_anyway == pytest.approx(25 * sales * 0.05)
        assert found.extra_margin == found.brings == pytest.approx(25 * sales * 0.08 * 0.4)
        assert (found.reward_flat, found.member_cost, found.later_value, found.from_friends) == (0, 0, 0, 0)
    # the lift is drawn from a triangle from 5 over 8 to 15 per cent: a twentieth of that lies below 6.22 and above 13.13 per cent
    assert often.brings_low == pytest.approx(25 * 600 * 0.0622 * 0.4, rel=0.02)
    assert often.brings_high == pytest.approx(25 * 600 * 0.1313 * 0.4, rel=0.02)
    # the cashback r claimed, from 93 to 100 per cent, is earned back at a lift of 12.5 r: (0.15 - 0.125 r)² / (0.1 × 0.07) lie above
    above = ((0.15 - 0.125 * 0.97667) ** 2 + 0.125**2 * 0.07**2 / 18) / 0.007
    assert often.chance_for_nothing == pytest.approx(1 - above, abs=4 * (above * (1 - above) / 2000) ** 0.5)


def test_a_group_that_does_not_react_brings_nothing_and_gets_its_reward_all_the_same():
    (found,) = group_outcomes(CASHBACK, SHOP, CERTAIN, [Group("customers", 10, response=0.0)])
    assert (found.brings, found.brings_low, found.brings_high, found.chance_for_nothing) == (0, 0, 0, 1)
    assert found.reward == pytest.approx(found.reward_anyway) == pytest.approx(10 * 300 * 0.05)
    twice, once = group_outcomes(CASHBACK, SHOP, CERTAIN, [Group("customers", 10, response=2.0), Group("customers", 10)])
    assert twice.brings == pytest.approx(2 * once.brings)


def test_who_is_not_offered_it_or_is_nobody_gets_nothing():
    found = group_outcomes(CASHBACK, LADDER, {}, [*whole_rungs(LADDER), Group("regular", 0.0), Group("", 5.0)], offered=("regular",))
    assert [one is None for one in found] == [True, False, True, True, True, True]


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
@pytest.mark.parametrize("months", [12, 30])
def test_whole_rungs_add_up_to_the_programme_without_newcomers(programme, months):
    """Everybody on a rung as one group: what the groups get and bring is what the programme as a whole says."""
    offered = tuple(rung.name for rung in LADDER.rungs)
    whole = evaluate(programme, replace(LADDER, new_customers_per_month=0.0), {}, offered=offered, months=months, draws=1)
    groups = [one for one in group_outcomes(programme, LADDER, {}, whole_rungs(LADDER), offered=offered, months=months, draws=1) if one]
    sums = {name: sum(getattr(one, name) for one in groups) for name in vars(groups[0]) if name not in NOT_ADDED} if groups else {}
    assert len(groups) == len(rungs_offered(programme, LADDER, offered))
    assert sums["reward"] == pytest.approx(whole.reward_cost, abs=1e-6)
    assert sums["extra_margin"] == pytest.approx(whole.extra_margin, abs=1e-6)
    assert sums["later_value"] == pytest.approx(whole.later_value, abs=1e-6)
    # who is kept on one rung cannot stand in for who left another within a group, but can in the whole: never more, and nearly the same
    anyway = (whole.subsidy_share or 0.0) * whole.reward_cost
    assert 0.99 * anyway - 1e-6 <= sums["reward_anyway"] <= anyway + 1e-6


def test_a_group_of_two_kinds_is_its_two_kinds():
    """Forty who buy half as often and twenty who buy twice as often as their rung are sixty like the rung, for a share of sales."""
    values = {"uptake": 0.7, "rate": 0.04}
    parts = group_outcomes(CASHBACK, LADDER, values, [Group("first_purchase", 40, pace=0.5), Group("first_purchase", 20, pace=2.0)])
    (together,) = group_outcomes(CASHBACK, LADDER, values, [Group("first_purchase", 60)])
    for name in ("participants", "sales_before", "reward", "reward_anyway", "extra_margin", "brings", "brings_low", "brings_high"):
        assert sum(getattr(one, name) for one in parts) == pytest.approx(getattr(together, name))


def test_friends_buy_like_everybody_however_much_those_buy_who_bring_them():
    referral = next(programme for programme in ALL if programme.name == "referral")
    values = {"fewer_lapses": 0.0}
    small, large = group_outcomes(referral, LADDER, values, [Group("regular", 30, check=0.2), Group("regular", 30, check=5.0)])
    assert small.from_friends == pytest.approx(large.from_friends) == pytest.approx(small.brings)
    assert large.from_friends > 0


def test_the_same_seed_draws_the_same_futures():
    first, again = (group_outcomes(CASHBACK, LADDER, {}, [Group("regular", 30)], seed=7)[0] for _ in range(2))
    assert first == again
    assert np.isfinite(first.brings_low)
