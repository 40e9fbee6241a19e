"""What must hold for every programme, whatever the shop and the assumptions."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from retention.programmes import ALL
from retention.programmes.evaluate import evaluate
from retention.programmes.programme import Business

FEW = 200  # futures: the laws are about the set values
shops = st.builds(Business, st.integers(1, 100_000), st.floats(0.1, 60), st.floats(1, 5_000), st.floats(0.02, 0.95))
careful = settings(max_examples=60)
every_programme = pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)


def drawn_values(data, programme, most_money=10_000.0):
    return {
        assumption.name: data.draw(st.floats(assumption.minimum, min(assumption.maximum, most_money)), label=assumption.name)
        for assumption in programme.assumptions
    }


@every_programme
@careful
@given(shops, st.data())
def test_no_reward_no_lift_and_no_cost_change_nothing(programme, shop, data):
    values = drawn_values(data, programme)
    nothing = {name: 0.0 for name in values if name == "rate" or name.endswith("_lift") or "_cost" in name}
    outcome = evaluate(programme, shop, {**values, **nothing}, draws=FEW)
    assert (outcome.net, outcome.cost, outcome.extra_margin) == (0, 0, 0)


@every_programme
@careful
@given(shops, st.data(), st.floats(0, 1), st.floats(0.001, 1))
def test_the_result_grows_with_the_lift_unless_the_reward_eats_the_margin(programme, shop, data, lift, more):
    values = drawn_values(data, programme)
    low, high = (evaluate(programme, shop, {**values, "frequency_lift": a_lift}, draws=FEW) for a_lift in (lift * (1 - more), lift))
    if low.break_even_lift is None:
        assume(values["uptake"] > 0)
        assert high.net <= low.net + 1e-6 and high.net < 0.005
    else:
        assert high.net >= low.net - 1e-6


@every_programme
@careful
@given(shops, st.data())
def test_at_the_break_even_lift_the_result_is_nothing(programme, shop, data):
    values = {**drawn_values(data, programme, most_money=1_000.0), "basket_lift": 0.0}
    lift = evaluate(programme, shop, values, draws=FEW).break_even_lift
    assume(lift is not None and lift <= 1)
    outcome = evaluate(programme, shop, {**values, "frequency_lift": lift}, draws=FEW)
    assert abs(outcome.net) < 0.005
    assert outcome.break_even_lift == lift


@every_programme
@careful
@given(shops, st.data())
def test_the_parts_add_up(programme, shop, data):
    outcome = evaluate(programme, shop, drawn_values(data, programme), draws=FEW)
    close = {"rel": 1e-9, "abs": 1e-6}
    assert outcome.cost == pytest.approx(outcome.reward_cost + outcome.fixed_cost + outcome.setup_cost, **close)
    assert outcome.net == pytest.approx(outcome.extra_margin - outcome.cost, **close)
    by_month = sum(month.extra_margin - month.reward_cost - month.fixed_cost for month in outcome.months) - outcome.setup_cost
    assert by_month == pytest.approx(outcome.net, rel=1e-9, abs=1e-6 * max(1.0, outcome.cost, outcome.extra_margin))
    assert outcome.p5 <= outcome.p50 <= outcome.p95
    assert 0 <= outcome.probability_of_loss <= 1
    assert outcome.subsidy_share is None or 0 < outcome.subsidy_share <= 1


@every_programme
@careful
@given(shops, st.data())
def test_the_currency_changes_only_the_size_of_the_money(programme, shop, data):
    values = drawn_values(data, programme)
    money = {assumption.name for assumption in programme.assumptions if assumption.unit == "money"}
    first = evaluate(programme, shop, values, draws=FEW)
    larger = Business(shop.customers, shop.purchases_per_customer_year, shop.average_check * 100, shop.margin_share)
    other = evaluate(programme, larger, {name: value * (100 if name in money else 1) for name, value in values.items()}, draws=FEW)
    assert other.net == pytest.approx(first.net * 100, rel=1e-9, abs=1e-6 * max(1.0, first.cost, first.extra_margin) * 100)
    assert other.break_even_lift == pytest.approx(first.break_even_lift)
    assert other.subsidy_share == first.subsidy_share
