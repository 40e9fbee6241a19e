"""What is said of a programme: one sentence per fact, never judged by the first year alone where it is meant for later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from retention.answers.best_month import BestMonth
from retention.answers.programme_verdict import month_lost_again, programme_verdict
from retention.locale import Words
from retention.programmes import ALL
from retention.programmes.business import LATER_MONTHS, Business
from retention.programmes.scenario import scenario_of
from retention.sentence import as_json, from_json
from tests.programmes.test_scenario import LADDER

# 1,000 customers, 300 a year each, 70 in 100 of them still buying a year on; a new customer costs 15
SHOP = Business.of(1000, 6, 50, 0.4, 0.7, 10, 15)
STAYING = Business.of(1000, 6, 50, 0.4)
BEST = BestMonth(date(2025, 12, 1), 1.06)


def said(code: str, business: Business = SHOP, best: BestMonth | None = None) -> list[str]:
    outcome = scenario_of(code).outcome(business)
    return [Words("en").say(one) for one in programme_verdict(outcome, business, None, best).sentences]


def test_the_two_years_of_the_texts_are_those_of_the_engine():
    assert LATER_MONTHS == 24


def test_the_months_come_first_then_the_two_years_after_then_both():
    outcome = scenario_of("vip_service").outcome(SHOP)
    assert outcome.net < 0 < outcome.later_value and outcome.net_with_later < 0
    lines = said("vip_service")
    money = [Words("en").money(abs(amount), None) for amount in (outcome.net, outcome.later_value, outcome.net_with_later)]
    assert lines[:3] == [
        f"Loses {money[0]} in the first year.",
        f"The customers it keeps or wins are expected to bring {money[1]} more in the two years after.",
        f"With these two years it loses {money[2]} in all.",
    ]
    assert lines[3].startswith("It pays only if “How many fewer stop buying” reaches ")
    assert lines[4] == "That counts what customers won or kept bring in the two years after, too."
    assert any(line.startswith("With the two years after it loses in ") for line in lines)


def test_what_pays_by_the_two_years_is_said_to_pay():
    code = "vip_service~fewer_lapses=0.1"
    outcome = scenario_of(code).outcome(SHOP)
    assert outcome.net < 0 < outcome.net_with_later
    assert said(code)[2] == f"With these two years it pays: {Words('en').money(outcome.net_with_later, None)} in all."


def test_nothing_is_said_of_later_where_nothing_comes():
    assert not any("two years" in line for line in said("cashback", STAYING))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("cashback", "It pays only if participants buy 13.8% more often; you assume 3%."),
        ("cashback~rate=0.45", "The reward takes the whole margin: no growth can make it pay."),
        ("cashback~uptake=0~setup_cost=10", "Nobody who buys takes part: nothing can make it pay."),
        ("panic_reaction~wages_saved=0.3", "It pays even if participants buy no more than before."),
        ("discount~basket_lift=0.1", "It pays only if participants buy for 33.3% more; you assume 10%."),
        ("premium_price", "It pays as long as “Purchases lost for every 1 % that the price is higher” stays below 2.2%; you assume 1%."),
        ("premium_price~rate=0.4", "It does not pay even if “Purchases lost for every 1 % that the price is higher” is 0%."),
        (
            "referral~reward=10",
            "The more “Friends who come and buy, per recommender and year” is, the more it loses: it costs more than that brings.",
        ),
        ("vip_service~setup_cost=10000000", "Nothing that “How many fewer stop buying” can be makes it pay."),
        ("referral~fewer_lapses=0.4", "It pays even if “Friends who come and buy, per recommender and year” is 0."),
    ],
)
def test_how_far_the_deciding_figure_must_go(code, sentence):
    assert sentence in said(code, SHOP if code.startswith(("vip", "referral")) else STAYING)


def test_beyond_twelve_months_the_growth_is_that_of_the_first_year():
    average = "That growth is meant in the first year, on average."
    assert average in said("cashback~months=24") and average not in said("cashback")


def test_the_best_month_is_told_with_what_it_is():
    told = (
        "For comparison: your best month of the last year, December 2025, was 106% above its neighbours, and that was the whole shop with"
        " its season."
    )
    assert told in said("cashback", SHOP, BEST)
    assert told not in said("premium_price", SHOP, BEST)
    assert "No month of the last year stood out above its neighbours." in said("cashback", SHOP, replace(BEST, above_neighbours=0.0))


def test_a_friend_is_set_against_what_a_new_customer_costs_now():
    # .54 of the average check of 50 for each friend, of whom 7 in 10 would not have come otherwise: 27 / .7
    cost = "A customer won by it costs 38.57 in rewards; winning a new one costs you 15.00 now."
    assert cost in said("referral", SHOP)
    assert not any(line.startswith("A customer won by it") for line in said("referral", replace(SHOP, acquisition_cost=0.0)))


def test_what_is_set_may_lie_at_the_edge():
    # nothing bought more often is the least of what may come of a discount
    assert "What is set lies at the edge of what may happen: hardly any future ends worse." in said("discount")
    assert not any("at the edge" in line for line in said("cashback"))


def test_what_is_lost_again_has_not_come_back():
    outcome = scenario_of("panic_reaction~wages_saved=0.02~months=36").outcome(LADDER)
    month = month_lost_again(outcome)
    assert month is not None and outcome.payback_month is None and outcome.months[month - 1].cumulative >= 0 > outcome.net
    told = f"By the end of month {month} all it cost is back, but later it is lost again."
    assert told in said("panic_reaction~wages_saved=0.02~months=36", LADDER)
    assert month_lost_again(scenario_of("cashback~rate=0~frequency_lift=0.1").outcome(LADDER)) is None


@pytest.mark.parametrize("programme", [programme.name for programme in ALL])
@pytest.mark.parametrize("business", [SHOP, STAYING, LADDER])
def test_every_programme_is_told_alike_before_and_after_a_journey(programme, business):
    for months in (1, 12, 36):
        sentences = programme_verdict(scenario_of(f"{programme}~months={months}").outcome(business), business, "EUR", BEST).sentences
        for one in sentences:
            assert from_json(as_json(one)) == one
            text = Words("en").say(one)
            assert "{" not in text and "nan" not in text and "inf" not in text and not text.startswith("-")
