"""The saving-up discount's worked example: 5 % from 300 on, 10 % from 600 on."""

from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.tiers import next_tier_at, tier_cost, tier_costs
from retention.sentence import Refusal

TIERS = ((300.0, 0.05), (600.0, 0.10))
SPENDS = (200.0, 350.0, 700.0, 1000.0)


def test_on_all_they_spend():
    assert tier_costs(SPENDS, TIERS, is_retroactive=True) == pytest.approx([0, 17.5, 70, 100])
    assert tier_cost(SPENDS, TIERS, is_retroactive=True) == pytest.approx(187.5)
    assert 100 * 187.5 / sum(SPENDS) == pytest.approx(8.33, abs=0.005)


def test_on_the_part_above():
    assert tier_costs(SPENDS, TIERS, is_retroactive=False) == pytest.approx([0, 2.5, 25, 55])
    assert tier_cost(SPENDS, TIERS, is_retroactive=False) == pytest.approx(82.5)


def test_whoever_reaches_a_threshold_has_it():
    assert tier_costs([299.99, 300.0, 600.0], TIERS, is_retroactive=True) == pytest.approx([0, 15, 60])


def test_how_much_is_lacking():
    assert next_tier_at([280.0, 300.0, 590.0, 600.0], TIERS) == pytest.approx([20, 300, 10, np.nan], nan_ok=True)


def test_nobody_and_nothing():
    assert tier_cost([], TIERS, is_retroactive=True) == 0
    assert tier_cost(SPENDS, (), is_retroactive=True) == 0
    assert tier_cost(SPENDS, (), is_retroactive=False) == 0


@pytest.mark.parametrize(
    ("tiers", "message"),
    [
        (((300.0, 1.4),), "A discount of 140 per cent from 300 on cannot be: use 0 to 100 per cent, from 0 up."),
        (((-5.0, 0.1),), "A discount of 10 per cent from -5 on cannot be: use 0 to 100 per cent, from 0 up."),
        (((float("nan"), 0.1),), "A discount of 10 per cent from nan on cannot be: use 0 to 100 per cent, from 0 up."),
        (((600.0, 0.1), (300.0, 0.2)), "The step from 300 on must be higher, and its discount no lower, than from 600 on."),
        (((300.0, 0.1), (600.0, 0.05)), "The step from 600 on must be higher, and its discount no lower, than from 300 on."),
    ],
)
def test_steps_that_cannot_be_are_refused(tiers, message):
    with pytest.raises(Refusal) as refused:
        tier_cost(SPENDS, tiers, is_retroactive=True)
    assert str(refused.value) == message
