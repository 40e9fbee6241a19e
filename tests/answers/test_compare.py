"""Scenarios side by side on one business: who leads, how surely, and that their order says nothing."""

from __future__ import annotations

from itertools import permutations

import pytest

from retention.answers.compare import compare
from retention.programmes.business import Business
from retention.programmes.named_scenario import NamedScenario
from retention.programmes.scenario import Scenario, scenario_of
from tests.programmes.test_scenario import LADDER, NO_LADDER

SURE_GAIN = NamedScenario("gain", scenario_of("cashback~rate=0~frequency_lift=0.1"))
CODES = ("cashback", "discount", "points", "panic_reaction~months=36", "referral")


def named(*codes: str) -> list[NamedScenario]:
    return [NamedScenario(code, scenario_of(code)) for code in codes]


def test_each_is_what_the_what_if_says_over_the_same_months():
    found = compare(LADDER, named(*CODES), 24)

    assert found.months == 24
    for row in found.rows:
        alone = scenario_of(row.named.name)
        expected = Scenario.of(alone.programme, dict(alone.values), alone.offered, 24).outcome(LADDER)
        assert row.outcome == expected
        assert row.short_net == expected.months[2].cumulative
    nets = [row.outcome.net for row in found.rows]
    assert nets == sorted(nets, reverse=True)


def test_the_order_of_scenarios_makes_no_difference():
    first = compare(LADDER, named(*CODES), 12)
    assert all(compare(LADDER, list(order), 12) == first for order in list(permutations(named(*CODES)))[::24])
    assert compare(LADDER, [*named(*CODES), *named(*CODES)], 12) == first, "asking twice changes nothing"


@pytest.mark.parametrize("business", [LADDER, NO_LADDER])
def test_every_future_has_one_best(business):
    found = compare(business, named(*CODES), 12)
    assert sum(row.best_share for row in found.rows) + found.nothing_best_share == pytest.approx(1)
    alone = compare(business, named("cashback"), 12)
    assert alone.rows[0].best_share + alone.nothing_best_share == pytest.approx(1)
    assert alone.nothing_best_share == pytest.approx(alone.rows[0].outcome.probability_of_loss, abs=1e-4)


def test_equals_share_the_futures_and_neither_leads_surely():
    one, other = NamedScenario("a", SURE_GAIN.scenario), NamedScenario("b", SURE_GAIN.scenario)
    found = compare(NO_LADDER, [one, other], 12)

    assert [row.best_share for row in found.rows] == [0.5, 0.5]
    assert found.lead is not None and found.lead.difference == 0 and found.lead.ahead_share == 0 and not found.lead.is_sure


def test_two_of_one_programme_share_what_is_unsure():
    # the dearer reward costs 2 % of sales more in every future, whatever else is unsure
    found = compare(NO_LADDER, named("cashback~rate=0~frequency_lift=0.1", "cashback~rate=0.02~frequency_lift=0.1"), 12)
    lead = found.lead

    assert lead is not None and lead.next is not None
    assert lead.best.named.name == "cashback~rate=0~frequency_lift=0.1"
    assert lead.ahead_share == 1 and lead.is_sure and lead.low > 0
    # 1,000 customers, 600 a year, half take part, 97 % claimed, 10 % more sales: 300,000 x 1.1 x 0.02 x 0.97
    assert lead.difference == pytest.approx(6402)
    ranges = [row.outcome.p95 - row.outcome.p5 for row in found.rows]
    assert lead.high - lead.low < min(ranges) / 2, "most of the ranges is the lift, which both have"


def test_an_unsure_margin_is_the_same_for_all():
    unsure = Business.of(1000, 12, 50, 0.4)
    unsure = Business(unsure.rungs, 0.4, unsure.moves, margin_range=(0.35, 0.45))
    same_but_fixed = named("cashback~rate=0~frequency_lift=0.1", "cashback~rate=0~frequency_lift=0.1~fixed_cost_yearly=100")
    lead = compare(unsure, same_but_fixed, 12).lead

    assert lead is not None
    assert (lead.difference, lead.low, lead.high) == pytest.approx((100, 100, 100))


def test_where_none_pays_nothing_leads():
    found = compare(NO_LADDER, named("discount", "cashback~rate=0.5"), 12)

    assert found.lead is None and found.nothing_best_share == pytest.approx(1, abs=0.01)
    assert found.riskiest.named.name in ("discount", "cashback~rate=0.5")
    assert found.riskiest.outcome.net == min(row.outcome.net for row in found.rows)


def test_the_next_may_be_doing_nothing():
    lead = compare(NO_LADDER, [SURE_GAIN, *named("discount")], 12).lead

    assert lead is not None and lead.next is None
    assert lead.difference == lead.best.outcome.net


def test_panic_helps_at_once_and_harms_in_the_end():
    (panic,) = compare(LADDER, named("panic_reaction"), 36).rows

    assert panic.short_net > 0 > panic.outcome.net
    assert panic.outcome.kept < 0


def test_a_scenario_for_other_rungs_is_counted_for_those_there_are():
    found = compare(NO_LADDER, named("cashback~rate=0.03~on=regular", "discount"), 12)
    fits = {row.named.name: row.fits for row in found.rows}

    assert fits == {"cashback~rate=0.03~on=regular": False, "discount": True}


def test_one_month_is_enough():
    (row,) = compare(LADDER, named("cashback"), 1).rows
    assert row.short_net == row.outcome.net


def test_what_comes_later_may_turn_who_is_best():
    # half a year of looking after them costs at once; whom it keeps buys for years
    shop = Business.of(1000, 6, 50, 0.4, 0.7)
    keeps, cheap = named("vip_service~fewer_lapses=0.2", "cashback~rate=0.01~frequency_lift=0.04")
    found = compare(shop, [keeps, cheap], 12)
    nets = {row.named: (row.outcome.net, row.outcome.net_with_later) for row in found.rows}
    assert nets[keeps][0] < nets[cheap][0] and nets[keeps][1] > nets[cheap][1] > 0

    assert found.lead is not None and found.lead.best.named == cheap, "by the months compared"
    assert found.best_with_later is not None and found.best_with_later.named == keeps and found.later_turns
    assert not compare(shop, [cheap], 12).later_turns
    alone = compare(shop, [keeps], 12)
    assert alone.lead is None and alone.best_with_later is not None and alone.later_turns


def test_where_nothing_comes_later_nothing_turns():
    found = compare(NO_LADDER, named("discount", "cashback~rate=0.5"), 12)
    assert found.best_with_later is None and not found.later_turns
