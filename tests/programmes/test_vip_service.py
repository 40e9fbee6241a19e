"""The VIP service's worked example with a constant share who stay, and the same idea month by month."""

from __future__ import annotations

import pytest

from retention.models.constant_retention import ConstantRetention, margin_multiple
from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import DRAWS, evaluate
from retention.programmes.scenario_values import completed
from retention.programmes.trial import tried
from retention.programmes.vip_service import VIP_SERVICE

CUSTOMER = ConstantRetention(margin=100, retention=0.80, discount=0.10)
SERVICE = 10  # money per customer and year


def test_five_points_more_who_stay():
    before, after = (margin_multiple(retention, 0.10) for retention in (0.80, 0.85))
    assert (before, after) == pytest.approx((2.6667, 3.4), abs=5e-5)
    gain, cost = 100 * (after - before), SERVICE * after
    assert (gain, cost, gain - cost) == pytest.approx((73.333, 34.000, 39.333), abs=5e-4)


def test_how_many_must_stay_for_the_service_to_pay():
    needed = CUSTOMER.retention_to_afford(SERVICE)
    assert needed == pytest.approx(0.822430, abs=5e-7)
    assert (100 - SERVICE) * margin_multiple(needed, 0.10) == pytest.approx(CUSTOMER.value)


@pytest.mark.parametrize("yearly_cost", [75, 100, 200])
def test_what_no_staying_pays_for(yearly_cost):
    assert CUSTOMER.retention_to_afford(yearly_cost) is None


def test_two_months_by_hand():
    """100 regulars who bring 4 of margin a month, of whom 10 lapse; half of those are kept: 5 more in the second month."""
    shop = Business((Rung("regular", 100, 1, 10), Rung("lapsed", 0, 0, 10)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    outcome = evaluate(VIP_SERVICE, shop, {"rate": 0.02, "fewer_lapses": 0.5}, months=2)
    assert outcome.extra_margin == pytest.approx(5 * 4)
    assert outcome.reward_cost == pytest.approx((100 + 95) * 10 * 0.02)
    assert outcome.kept == pytest.approx(95 * 0.95 - 81)


def test_who_cannot_lapse_cannot_be_kept():
    outcome = evaluate(VIP_SERVICE, Business.of(100, 6, 50, 0.4), {"fewer_lapses": 1.0})
    assert (outcome.extra_margin, outcome.break_even_lift) == (0, None)


def test_it_is_judged_with_what_those_kept_bring_later():
    """100 regulars who bring 4 a month, a tenth lapse: the service of 2 % costs more than it brings in two months, and pays in the end."""
    shop = Business((Rung("regular", 100, 1, 10), Rung("lapsed", 0, 0, 10)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    values = {"rate": 0.02, "fewer_lapses": 0.2}
    outcome = evaluate(VIP_SERVICE, shop, values, months=2)
    kept = 100 * (0.92**2 - 0.9**2)
    wait = 1.1 ** (1 / 12)
    assert outcome.kept == pytest.approx(kept)
    assert outcome.later_value == pytest.approx(kept * 4 * sum(0.9**month / wait ** (month + 1) for month in range(24)))
    assert outcome.net < 0 < outcome.net_with_later == pytest.approx(outcome.net + outcome.later_value)
    assert outcome.break_even_counts_later and outcome.break_even_lift < 0.2
    assert evaluate(VIP_SERVICE, shop, {**values, "fewer_lapses": outcome.break_even_lift}, months=2).net_with_later == pytest.approx(0)
    assert outcome.probability_of_loss == 1 > outcome.probability_of_loss_with_later
    assert outcome.p5_with_later < outcome.net_with_later < outcome.p95_with_later
    most = next(swing for swing in outcome.tornado if swing.name == "fewer_lapses")
    assert most.net_high == pytest.approx(evaluate(VIP_SERVICE, shop, {**values, "fewer_lapses": most.high}, months=2).net_with_later)


def test_without_waiting_what_comes_later_is_just_added():
    shop = Business((Rung("regular", 100, 1, 10), Rung("lapsed", 0, 0, 10)), 0.4, ((0.9, 0.1), (0.0, 1.0)))
    outcome = evaluate(VIP_SERVICE, shop, {"fewer_lapses": 0.5}, months=1, annual_discount_rate=0.0)
    assert outcome.later_value == pytest.approx(5 * 4 * (1 - 0.9**24) / 0.1)
    used = completed(VIP_SERVICE, {"fewer_lapses": 0.5}, ("regular",))
    nets = tried(VIP_SERVICE, shop, used, ("regular",), months=1, annual_discount_rate=0.10, draws=DRAWS).futures_with_later
    assert (nets < 0).mean() == pytest.approx(evaluate(VIP_SERVICE, shop, {"fewer_lapses": 0.5}, months=1).probability_of_loss_with_later)


def test_it_keeps_working_for_as_long_as_it_lasts():
    shop = Business.of(1000, 6, 50, 0.4, staying_share_year=0.8)
    kept = [evaluate(VIP_SERVICE, shop, {"fewer_lapses": 0.5}, months=months).kept for months in (12, 24)]
    assert kept == pytest.approx([1000 * (later - now) for later, now in ((stay(0.5, 12), 0.8), (stay(0.5, 24), 0.64))])


def stay(fewer: float, months: int) -> float:
    return (1 - (1 - 0.8 ** (1 / 12)) * (1 - fewer)) ** months
