"""The identity behind all programmes, its spread and its refusals; figures are those of the worked example, to its digits."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.cashback import CASHBACK
from retention.programmes.evaluate import evaluate, outcome_and_futures, rungs_offered
from retention.sentence import Refusal

SHOP = Business.of(customers=1000, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
# e = .05 × .8 = .04; lifts are drawn from triangles, everything else is known
RANGES = {"rate": (0.05, 0.05, 0.05), "redemption": (0.8, 0.8, 0.8), "uptake": (1.0, 1.0, 1.0), "fixed_cost_yearly": (5000, 5000, 5000)}
UNCERTAIN = {"rate": (0.025, 0.05, 0.075)}  # e .02 to .06, beside a margin of 30 to 50 %
RANGES |= {"frequency_lift": (0.0, 0.08, 0.15), "basket_lift": (0.0, 0.03, 0.06)}


def with_ranges(ranges):
    assumptions = [
        replace(assumption, **dict(zip(("low", "likely", "high"), ranges.get(assumption.name, (assumption.likely,) * 3), strict=True)))
        for assumption in CASHBACK.assumptions
    ]
    return replace(CASHBACK, assumptions=tuple(assumptions))


EXAMPLE = with_ranges(RANGES)
CERTAIN = with_ranges({name: (likely,) * 3 for name, (_, likely, _) in RANGES.items()})


def test_base_case():
    assert evaluate(EXAMPLE, SHOP, {}).net == pytest.approx(-4860.80, abs=0.005)


@pytest.mark.parametrize(
    ("values", "margin_share", "net"),
    [
        ({"frequency_lift": 0.0}, 0.4, -13760.00),
        ({"frequency_lift": 0.15}, 0.4, 2926.00),
        ({"basket_lift": 0.0}, 0.4, -8360.00),
        ({"basket_lift": 0.06}, 0.4, -1361.60),
        ({}, 0.3, -8232.80),
        ({}, 0.5, -1488.80),
        ({"rate": 0.075}, 0.4, -11535.20),
        ({"rate": 0.025}, 0.4, 1813.60),
    ],
)
def test_one_at_a_time(values, margin_share, net):
    assert evaluate(EXAMPLE, replace(SHOP, margin_share=margin_share), values).net == pytest.approx(net, abs=0.005)


def test_what_matters_most_comes_first():
    outcome = evaluate(with_ranges(RANGES | UNCERTAIN), replace(SHOP, margin_range=(0.3, 0.5)), {})
    told = [(swing.name, swing.net_low, swing.net_high) for swing in outcome.tornado]
    assert told == [
        ("frequency_lift", pytest.approx(-13760.00, abs=0.005), pytest.approx(2926.00, abs=0.005)),
        ("rate", pytest.approx(1813.60, abs=0.005), pytest.approx(-11535.20, abs=0.005)),
        ("basket_lift", pytest.approx(-8360.00, abs=0.005), pytest.approx(-1361.60, abs=0.005)),
        ("margin_share", pytest.approx(-8232.80, abs=0.005), pytest.approx(-1488.80, abs=0.005)),
    ]


def test_futures_agree_with_the_exact_mean_within_its_standard_error():
    draws = 10_000
    assert evaluate(EXAMPLE, SHOP, {}, draws=draws).mean == pytest.approx(-5231.60, abs=4 * 3695.7 / math.sqrt(draws))


def test_the_spread_of_many_futures():
    outcome, nets = outcome_and_futures(EXAMPLE, SHOP, {}, draws=400_000)
    assert outcome.mean == pytest.approx(-5231.60, abs=4 * 3695.7 / math.sqrt(400_000))
    assert nets.mean() == pytest.approx(outcome.mean)
    assert nets.std() == pytest.approx(3695.7, abs=4 * 3695.7 / math.sqrt(2 * 400_000))
    # four standard errors of a quantile, sqrt(p(1-p)/n) / density, for this and for the printed million draws
    assert outcome.p5 == pytest.approx(-11411.9, abs=60)
    assert outcome.p50 == pytest.approx(-5191.4, abs=35)
    assert outcome.p95 == pytest.approx(838.8, abs=60)
    assert 1 - outcome.probability_of_loss == pytest.approx(0.0822, abs=0.0022)


def test_the_same_seed_gives_the_same_futures_and_another_gives_others():
    first, again, other = (evaluate(EXAMPLE, SHOP, {}, seed=seed) for seed in (0, 0, 1))
    assert first == again
    assert first.p50 != other.p50


def test_what_is_certain_has_no_spread():
    outcome = evaluate(CERTAIN, SHOP, {})
    assert outcome.p5 == outcome.p50 == outcome.p95 == outcome.net
    assert outcome.probability_of_loss == 1.0


def test_a_known_figure_does_not_change_the_draws_of_the_others():
    dear, cheap = (evaluate(EXAMPLE, SHOP, {"fixed_cost_yearly": cost}) for cost in (6000, 5000))
    assert (cheap.p5 - dear.p5, cheap.p95 - dear.p95) == pytest.approx((1000, 1000))


def test_parts_and_months():
    outcome = evaluate(EXAMPLE, SHOP, {"member_cost_yearly": 2, "setup_cost": 1200})
    assert outcome.fixed_cost == 1000 * 2 + 5000
    assert [month.month for month in outcome.months] == list(range(1, 13))
    assert outcome.months[-1].cumulative == pytest.approx(outcome.net)
    assert sum(month.reward_cost for month in outcome.months) == pytest.approx(outcome.reward_cost)


def test_payback_month():
    """10,000 before the start and 900 a month come back after 11.11 months, so in month 12; 8,000 in month 9; 11,000 not in a year."""
    free = {"rate": 0.0, "uptake": 1.0, "fixed_cost_yearly": 0.0, "frequency_lift": 0.09, "basket_lift": 0.0}
    steady = {**free, "half_life_months": 120.0}  # margin on the lift: 10,800 a year, much the same every month
    months = [evaluate(EXAMPLE, SHOP, {**steady, "setup_cost": cost}).payback_month for cost in (10_000, 8_000, 11_000, 0)]
    assert months == [12, 9, None, None]


def test_what_wears_off_comes_sooner():
    fast = {"rate": 0.0, "fixed_cost_yearly": 0.0, "frequency_lift": 0.09, "basket_lift": 0.0, "setup_cost": 8_000, "half_life_months": 3.0}
    assert evaluate(EXAMPLE, SHOP, fast).payback_month == 6  # (1 - 2^(-5/3)) / (1 - 2^-4) of 10,800 are 7,890, a month later 8,640
    assert evaluate(EXAMPLE, SHOP, fast).net == pytest.approx(10_800 - 8_000)
    second_year = evaluate(EXAMPLE, SHOP, fast, months=24).net - evaluate(EXAMPLE, SHOP, fast).net
    assert second_year == pytest.approx(10_800 / 2**4)  # four times halved


def test_the_lift_curve_is_the_same_result_at_other_lifts():
    outcome = evaluate(EXAMPLE, SHOP, {})
    lifts, nets = np.array(outcome.lift_curve).T
    assert lifts[0] == 0 and lifts[-1] >= outcome.lift
    assert np.interp(outcome.lift, lifts, nets) == pytest.approx(outcome.net)
    assert lifts[-1] >= outcome.break_even_lift
    assert np.interp(outcome.break_even_lift, lifts, nets) == pytest.approx(0, abs=1e-6)


def test_a_rung_of_its_own_has_its_own_values():
    """Half of 1,000 buy 8 % more often, the others not at all: twice the half of each."""
    halves = Business((Rung("first_purchase", 500, 0.5, 50), Rung("regular", 500, 0.5, 50)), 0.4, ((1.0, 0.0), (0.0, 1.0)))
    plain = {"fixed_cost_yearly": 0.0, "basket_lift": 0.0}
    outcome = evaluate(EXAMPLE, halves, {**plain, "frequency_lift.regular": 0.0})
    assert outcome.assumptions["frequency_lift"] == 0.08
    assert [part.net for part in outcome.rungs] == pytest.approx([150_000 * (0.4 * 0.08 - 0.04 * 1.08), -150_000 * 0.04])
    assert outcome.lift == pytest.approx(0.04)  # on average over what they buy


def test_the_futures_are_counted_between_the_ends_shown():
    outcome = evaluate(EXAMPLE, SHOP, {})
    assert outcome.lowest_future < outcome.p5 < outcome.p95 < outcome.highest_future
    assert 9_800 < sum(outcome.futures) <= 10_000
    assert evaluate(CERTAIN, SHOP, {}).futures == (10_000,)


@pytest.mark.parametrize(
    ("names", "asked", "offered"),
    [
        (("first_purchase", "regular", "advocate", "lapsed"), None, ("first_purchase", "regular")),  # whom cashback suits
        (("first_purchase", "regular", "advocate", "lapsed"), ("lapsed", "regular"), ("regular", "lapsed")),
        (("first_purchase", "regular", "advocate", "lapsed"), (), ()),
        (("customers", "lapsed"), None, ("customers",)),
        (("advocate", "lapsed"), None, ("advocate",)),  # none it suits: all who still buy
    ],
)
def test_whom_a_programme_is_offered_to(names, asked, offered):
    still = tuple(tuple(float(here == there) for there in names) for here in names)
    shop = Business(tuple(Rung(name, 10, 1, 50) for name in names), 0.4, still)
    assert rungs_offered(CASHBACK, shop, asked) == offered


def test_nothing_to_spend_and_nobody_to_spend_it_on():
    outcome = evaluate(CASHBACK, Business.of(0, 6, 50, 0.4), {})
    assert (outcome.net, outcome.cost, outcome.roi, outcome.subsidy_share) == (0, 0, None, None)
    assert (outcome.break_even_lift, outcome.payback_month, outcome.probability_of_loss) == (None, None, 0)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"redemption": 1.4}, "redemption must be between 0 and 100 per cent, not 140."),
        ({"rate": -0.01}, "rate must be between 0 and 50 per cent, not -1."),
        ({"frequency_lift": math.nan}, "frequency_lift must be between 0 and 100 per cent, not nan."),
        (
            {"redemption.first_purchase": 1.4},
            "redemption.first_purchase names a rung that is not offered this programme; these are: customers.",
        ),
        ({"redemption.customers": 1.4}, "redemption must be between 0 and 100 per cent, not 140."),
        ({"fixed_cost_yearly.customers": 1.0}, "fixed_cost_yearly is one figure for the whole programme: it cannot differ by rung."),
        ({"setup_cost": -5}, "setup_cost must be between 0 and 1000000000, not -5."),
        (
            {"bonus": 0.1},
            "cashback has no assumption called bonus; it has rate, redemption, uptake, frequency_lift, basket_lift, "
            "half_life_months, claim_months, member_cost_yearly, fixed_cost_yearly, setup_cost.",
        ),
    ],
)
def test_impossible_values_are_refused_in_one_sentence(values, message):
    with pytest.raises(Refusal) as refused:
        evaluate(CASHBACK, SHOP, values)
    assert str(refused.value) == message


def test_a_billion_customers_are_counted_too():
    outcome = evaluate(CASHBACK, Business.of(1e9, 6, 50, 0.4), {})
    assert sum(outcome.futures) > 9_800
    nearly_certain = with_ranges({"frequency_lift": (0.03 - 1e-16, 0.03, 0.03 + 1e-16)})
    assert sum(evaluate(nearly_certain, Business.of(1e12, 6, 50, 0.4), {}).futures) == 10_000


def test_what_is_set_to_nothing_is_not_unsure():
    outcome = evaluate(CASHBACK, SHOP, {"uptake": 0.0, "setup_cost": 50.0})
    assert outcome.p5 == outcome.p95 == outcome.net == -50
    assert "uptake" not in [swing.name for swing in outcome.tornado]


@pytest.mark.parametrize("lift", [0.01, 0.03, 0.08, 0.2, 0.9])
def test_the_result_lies_within_its_own_range(lift):
    outcome = evaluate(CASHBACK, SHOP, {"frequency_lift": lift})
    assert outcome.p5 < outcome.net < outcome.p95
