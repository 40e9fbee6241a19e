"""What must hold for every programme, whatever the shop and the assumptions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from retention.programmes import ALL
from retention.programmes.evaluate import evaluate
from retention.programmes.programme import Customers
from retention.programmes.referral import REFERRAL
from tests.programmes.random_shops import drawn_values, likely_values, shops

FEW = 20  # futures: the laws are about the set values
NOTHING = {"rate", "item_value", "bundle_share", "big_prize", "middle_prize", "small_prize", "friends_yearly", "premium", "loan"}
NOTHING |= {"wages_saved", "fewer_lapses", "more_lapses", "lost_per_percent", "frequency_lift", "basket_lift"}
BILLS = ("member_cost_yearly", "fixed_cost_yearly", "setup_cost")

careful = settings(max_examples=10)


def programmes(are_meant=lambda programme: True):
    return pytest.mark.parametrize("programme", [*filter(are_meant, ALL)], ids=lambda programme: programme.name)


def knows(*names):
    """Programmes that have an assumption of one of these names."""
    return lambda programme: any(name in programme.named for name in names)


every_programme = programmes()
months = st.integers(1, 18)


def lever_of(programme):
    return programme.named[programme.lever]


@every_programme
@careful
@given(shops(), st.data(), months)
def test_no_reward_no_lift_and_no_cost_change_nothing(programme, shop, data, length):
    values = drawn_values(data, programme)
    nothing = {name: 0.0 for name in values if name in NOTHING or name in BILLS}
    outcome = evaluate(programme, shop, {**values, **nothing}, months=length, draws=FEW)
    assert (outcome.net, outcome.cost, outcome.extra_margin, outcome.won, outcome.kept, outcome.liability) == (0, 0, 0, 0, 0, 0)


@programmes(lambda programme: programme.name != "referral")
@careful
@given(shops(lapsed_are_gone=True), st.data(), months, st.integers(0, 64), st.integers(0, 64))
def test_the_result_grows_with_the_lever_or_falls_with_a_harmful_one(programme, shop, data, length, one, other):
    values = likely_values(data, programme)
    for rung in shop.rungs:  # a reward above the margin makes every sale a loss, and more of them a greater one
        assume(programme.effect(values, Customers(rung, shop.margin_share)).reward_share <= shop.margin_share)
    lever = lever_of(programme)
    low, high = sorted(lever.minimum + step / 64 * (min(lever.maximum, 1_000) - lever.minimum) for step in (one, other))
    worse, better = (low, high) if not programme.lever_is_harm else (high, low)
    nets = [evaluate(programme, shop, {**values, lever.name: value}, months=length, draws=FEW).net for value in (worse, better)]
    assert nets[1] >= nets[0] - 1e-9 * max(1.0, *map(abs, nets))


@careful
@given(shops(lapsed_are_gone=True), st.data(), months, st.integers(0, 20), st.integers(0, 20))
def test_more_friends_are_better_where_the_reward_is_less_than_their_first_purchase_brings(shop, data, length, one, other):
    values = {**likely_values(data, REFERRAL), "friend_reward": 0.0, "handling": 0.0}
    each = (1 - values["came_anyway"]) * shop.margin_share * shop.first_sales * (1 + values["friend_worth"])
    values["reward"] = min(each / max(rung.average_check for rung in shop.rungs), 10.0)
    fewer, more = (
        evaluate(REFERRAL, shop, {**values, "friends_yearly": float(friends)}, months=length, draws=FEW) for friends in sorted((one, other))
    )
    assert more.net >= fewer.net - 1e-9 * max(1.0, abs(fewer.net), abs(more.net))
    assert more.won >= fewer.won


@programmes(lambda programme: programme.name != "do_nothing")
@careful
@given(shops(), st.data(), months)
def test_at_the_break_even_the_result_is_nothing(programme, shop, data, length):
    values = likely_values(data, programme)
    if "basket_lift" in values:
        values["basket_lift"] = 0.0  # else the break-even is told for both lifts together
    lever = lever_of(programme)
    point = evaluate(programme, shop, values, months=length, draws=FEW).break_even_lift
    assume(point is not None and lever.minimum <= point <= lever.maximum)
    outcome = evaluate(programme, shop, {**values, lever.name: point}, months=length, draws=FEW)
    judged = outcome.net_with_later if programme.pays_later else outcome.net
    assert abs(judged) < 0.005 or (point == lever.minimum and not programme.lever_is_harm and judged > 0)  # pays with the least already


@every_programme
@careful
@given(shops(), st.data(), months)
def test_the_parts_add_up(programme, shop, data, length):
    outcome = evaluate(programme, shop, drawn_values(data, programme), months=length, draws=FEW)
    close = {"rel": 1e-9, "abs": 1e-9 * max(1.0, abs(outcome.cost), abs(outcome.extra_margin), outcome.reward_cost)}
    assert outcome.cost == pytest.approx(outcome.reward_cost + outcome.fixed_cost + outcome.setup_cost, **close)
    assert outcome.net == pytest.approx(outcome.extra_margin - outcome.cost, **close)
    for part in ("extra_margin", "reward_cost"):
        by_month, by_rung = (sum(getattr(row, part) for row in rows) for rows in (outcome.months, outcome.rungs))
        assert by_month == pytest.approx(getattr(outcome, part), **close)
        assert by_rung == pytest.approx(getattr(outcome, part), **close)
    assert sum(month.fixed_cost for month in outcome.months) == pytest.approx(outcome.fixed_cost, **close)
    assert outcome.months[-1].cumulative == pytest.approx(outcome.net, **close)
    of_all = outcome.fixed_cost - sum(rung.member_cost for rung in outcome.rungs)
    assert sum(rung.net for rung in outcome.rungs) - of_all - outcome.setup_cost == pytest.approx(outcome.net, **close)
    anyway = sum(rung.reward_anyway for rung in outcome.rungs)
    assert sum(month.reward_anyway for month in outcome.months) == pytest.approx(anyway, **close)
    assert anyway == pytest.approx(outcome.reward_cost * (outcome.subsidy_share or 0.0), **close)
    assert outcome.subsidy_share is None or 0 <= outcome.subsidy_share <= 1
    assert 0 <= outcome.liability <= outcome.reward_cost + close["abs"]
    assert outcome.liability == outcome.months[-1].outstanding
    assert outcome.p5 <= outcome.p50 <= outcome.p95
    assert outcome.net_with_later == pytest.approx(outcome.net + outcome.later_value, **close)
    assert outcome.p5_with_later <= outcome.p95_with_later
    assert 0 <= outcome.probability_of_loss_with_later <= 1
    assert outcome.no_break_even is None or outcome.break_even_lift is None
    assert 0 <= outcome.probability_of_loss <= 1


@every_programme
@careful
@given(shops(), st.data(), months)
def test_the_currency_changes_only_the_size_of_the_money(programme, shop, data, length):
    values = drawn_values(data, programme)
    money = {assumption.name for assumption in programme.assumptions if assumption.unit == "money"}
    rungs = tuple(replace(rung, average_check=rung.average_check * 100) for rung in shop.rungs)
    larger = replace(shop, rungs=rungs, first_sales=shop.first_sales * 100)
    first = evaluate(programme, shop, values, months=length, draws=FEW)
    other = evaluate(
        programme, larger, {name: value * (100 if name in money else 1) for name, value in values.items()}, months=length, draws=FEW
    )
    size = max(1.0, abs(first.cost), abs(first.extra_margin))
    assert other.net == pytest.approx(first.net * 100, rel=1e-9, abs=1e-7 * size)
    assert (other.won, other.kept) == pytest.approx((first.won, first.kept), rel=1e-9, abs=1e-6)
    assert other.subsidy_share == pytest.approx(first.subsidy_share)


@programmes(lambda programme: programme.name != "referral")  # its reward is a share of one check
@careful
@given(shops(), st.data(), months)
def test_twice_as_often_for_half_the_money_is_the_same(programme, shop, data, length):
    values = drawn_values(data, programme)
    rungs = tuple(
        replace(rung, purchases_per_month=rung.purchases_per_month * 2, average_check=rung.average_check / 2) for rung in shop.rungs
    )
    plain, often = (evaluate(programme, one, values, months=length, draws=FEW) for one in (shop, replace(shop, rungs=rungs)))
    assert often.net == pytest.approx(plain.net, rel=1e-9, abs=1e-9 * max(1.0, abs(plain.cost), abs(plain.extra_margin)))


@programmes(knows("half_life_months"))
@careful
@given(shops(stand_still=True), st.data(), st.floats(1, 120))
def test_how_the_effect_wears_off_does_not_change_a_first_year_in_which_nobody_moves(programme, shop, data, half_life_months):
    values = drawn_values(data, programme)
    plain, other = (
        evaluate(programme, shop, {**values, "half_life_months": half}, draws=FEW)
        for half in (values["half_life_months"], half_life_months)
    )
    assert other.net == pytest.approx(plain.net, rel=1e-9, abs=1e-9 * max(1.0, abs(plain.cost), abs(plain.extra_margin)))


@every_programme
@careful
@given(shops(), st.data())
def test_the_same_seed_gives_the_same_futures(programme, shop, data):
    values = drawn_values(data, programme)
    assert evaluate(programme, shop, values, draws=FEW, seed=7) == evaluate(programme, shop, values, draws=FEW, seed=7)


@programmes(knows("uptake"))
@careful
@given(shops(), st.data(), months)
def test_a_value_for_every_rung_is_the_value_for_all(programme, shop, data, length):
    values = drawn_values(data, programme)
    differing = [assumption.name for assumption in programme.assumptions if assumption.differs_by_rung]
    name = data.draw(st.sampled_from(differing), label="named by rung")
    general = evaluate(programme, shop, values, months=length, draws=FEW)
    others = {other: value for other, value in values.items() if other != name}
    by_rung = evaluate(
        programme, shop, {**others, **{f"{name}.{rung}": values[name] for rung in general.offered}}, months=length, draws=FEW
    )
    assert by_rung.assumptions[name] == programme.named[name].likely
    assert (by_rung.net, by_rung.p5, by_rung.p95) == pytest.approx((general.net, general.p5, general.p95))
    assert (by_rung.months, by_rung.rungs) == (general.months, general.rungs)


@every_programme
@careful
@given(shops(), st.data(), months)
def test_offered_to_nobody_only_what_runs_by_itself_is_left(programme, shop, data, length):
    values = drawn_values(data, programme)
    outcome = evaluate(programme, shop, values, offered=(), months=length, draws=FEW)
    runs = programme.fixed_cost_yearly(values, shop) * length / 12
    assert outcome.net == pytest.approx(-runs - values["setup_cost"])
    assert (outcome.extra_margin, outcome.reward_cost, outcome.kept, outcome.won) == (0, 0, 0, 0)
