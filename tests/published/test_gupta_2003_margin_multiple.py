"""The margin multiple r / (1 + i - r) of Gupta & Lehmann 2003, and what moves it (Gupta, Lehmann & Stuart 2004)."""

from __future__ import annotations

import pytest

from retention.models.constant_retention import ConstantRetention, margin_multiple

DISCOUNTS = (0.10, 0.12, 0.14, 0.16)
TABLE = {  # retention: multiple at each discount
    0.60: (1.200, 1.154, 1.111, 1.071),
    0.70: (1.750, 1.667, 1.591, 1.522),
    0.80: (2.667, 2.500, 2.353, 2.222),
    0.90: (4.500, 4.091, 3.750, 3.462),
}
ELASTICITIES = {0.60: 2.154, 0.70: 2.667, 0.80: 3.500, 0.90: 5.091}  # of the multiple to retention, at 12 %
EXAMPLE = ConstantRetention(margin=100, retention=0.8, discount=0.12, acquisition_cost=50)


@pytest.mark.parametrize(("retention", "multiples"), TABLE.items())
def test_table_of_multiples(retention, multiples):
    assert [margin_multiple(retention, discount) for discount in DISCOUNTS] == pytest.approx(multiples, abs=5e-4)


@pytest.mark.parametrize("retention", TABLE)
def test_the_first_margin_at_once_adds_exactly_one(retention):
    assert margin_multiple(retention, 0.12, first_margin="at_once") == pytest.approx(margin_multiple(retention, 0.12) + 1)


def test_textbooks_differ_by_when_the_first_margin_comes():
    values = [100 * margin_multiple(0.8, 0.1, first_margin=when) for when in ("at_once", "after_first_renewal", "after_a_year")]
    assert values == pytest.approx([366.67, 266.67, 333.33], abs=0.005)


@pytest.mark.parametrize(("retention", "elasticity"), ELASTICITIES.items())
def test_one_per_cent_of_retention_is_worth_several(retention, elasticity):
    customer = ConstantRetention(margin=100, retention=retention, discount=0.12)
    assert customer.elasticities()["retention"] == pytest.approx(elasticity, abs=5e-4)


def test_what_one_per_cent_of_each_part_is_worth():
    assert EXAMPLE.value == pytest.approx(200)
    assert {part: 100 * gain for part, gain in EXAMPLE.gains().items()} == pytest.approx(
        {"retention": 4.4872, "margin": 1.25, "acquisition_cost": 0.25, "discount": 0.4705}, abs=5e-5
    )


def test_elasticities_are_the_same_for_very_small_improvements():
    assert EXAMPLE.elasticities() == pytest.approx({"retention": 4.375, "margin": 1.25, "acquisition_cost": 0.25, "discount": 0.46875})
