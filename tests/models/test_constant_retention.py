from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.constant_retention import ConstantRetention, margin_multiple, value_with_promotion

shares, discounts = st.floats(0.01, 0.99), st.floats(0.01, 0.5)
customers = st.builds(ConstantRetention, st.floats(1, 1000), shares, discounts)
TINY = 1e-6


def test_growth_worked_by_hand():
    # 100 now, then 80 % of 110, 64 % of 121 …: each year counts 0.8 × 1.1 / 1.2 of the one before
    assert margin_multiple(0.8, 0.2, growth=0.1, first_margin="at_once") == pytest.approx(1 / (1 - 0.88 / 1.2))
    assert margin_multiple(0.8, 0.2, growth=0.1) == pytest.approx(0.8 / 1.2 / (1 - 0.88 / 1.2))


@pytest.mark.parametrize(("retention", "discount", "growth"), [(1.0, 0.0, 0.0), (0.9, 0.1, 0.25)])
def test_a_sum_without_end_is_refused(retention, discount, growth):
    with pytest.raises(ValueError, match="no end"):
        margin_multiple(retention, discount, growth)


def test_who_costs_more_than_he_brings_has_no_shares():
    customer = ConstantRetention(margin=10, retention=0.5, discount=0.1, acquisition_cost=100)
    assert customer.value < 0
    for shares_of_it in (customer.elasticities, customer.gains):
        with pytest.raises(ValueError, match="costs more"):
            shares_of_it()


def test_retention_never_exceeds_everybody():
    customer = ConstantRetention(margin=100, retention=0.999, discount=0.1)
    assert customer.gains()["retention"] == pytest.approx(replace(customer, retention=1.0).value / customer.value - 1)


@given(shares, discounts, st.floats(0, 0.01))
def test_the_multiple_is_the_sum_year_by_year(retention, discount, growth):
    if 1 + discount - retention * (1 + growth) > 0.05:
        years = sum(retention**year * (1 + growth) ** (year - 1) / (1 + discount) ** year for year in range(1, 1000))
        assert margin_multiple(retention, discount, growth) == pytest.approx(years)


@given(customers)
def test_better_is_worth_more(customer):
    assert all(gain >= 0 for gain in customer.gains().values())
    assert customer.gains()["margin"] == pytest.approx(0.01)  # nothing was spent on winning him
    assert replace(customer, acquisition_cost=5).value < customer.value


@given(customers, st.floats(0, 0.9))
def test_closed_form_and_recomputation_agree(customer, cost_share):
    customer = replace(customer, acquisition_cost=customer.value * cost_share)
    anew = {part: gain / TINY for part, gain in customer.gains(TINY).items()}
    assert anew == pytest.approx(customer.elasticities(), rel=1e-3, abs=1e-6)


@given(st.floats(10, 1000), shares, discounts)
def test_without_promotions_and_with_many_years_it_is_the_multiple_with_the_first_margin_at_once(margin, retention, discount):
    if retention / (1 + discount) < 0.95:
        value = value_with_promotion(margin, 0, retention, discount, years=1000)
        assert value == pytest.approx(margin * margin_multiple(retention, discount, first_margin="at_once"))


@given(customers, st.floats(0, 1))
def test_what_must_stay_for_a_service_to_pay_leaves_the_value_as_it_was(customer, cost_share):
    cost = customer.margin * cost_share
    needed = customer.retention_to_afford(cost)
    if needed is not None:
        assert customer.retention - 1e-9 <= needed <= 1
        assert (customer.margin - cost) * margin_multiple(needed, customer.discount) == pytest.approx(customer.value)
    else:
        # not even with everybody staying does what is left of the margin bring as much
        assert (customer.margin - cost) * margin_multiple(1.0, customer.discount) < customer.value * (1 + 1e-9)
