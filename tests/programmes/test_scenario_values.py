from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.business import Business
from retention.programmes.cashback import CASHBACK
from retention.programmes.scenario_values import LEVER_POINTS, completed, make_scenarios, triangular

SHOP = Business.of(1000, 6, 50, 0.4)
CHANCES = (np.arange(100_000) + 0.5) / 100_000


@pytest.mark.parametrize(("low", "likely", "high"), [(0.0, 0.08, 0.15), (0.0, 0.0, 0.1), (0.9, 1.0, 1.0), (3.0, 9.0, 24.0)])
def test_a_triangle_has_the_mean_and_the_spread_of_its_corners(low, likely, high):
    drawn = triangular(low, likely, high, CHANCES)
    assert drawn.mean() == pytest.approx((low + likely + high) / 3, rel=1e-4)
    spread = (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18
    assert drawn.var() == pytest.approx(spread, rel=1e-3)
    assert low <= drawn.min() and drawn.max() <= high


def test_what_is_certain_is_always_the_same():
    assert set(triangular(0.4, 0.4, 0.4, CHANCES[:5])) == {0.4}


def test_where_each_kind_of_scenario_stands():
    used = completed(CASHBACK, {"uptake": 0.6}, ("customers",))
    made = make_scenarios(CASHBACK, SHOP, used, ("customers",), seed=0, draws=50)
    assert [name for name, _, _ in made.uncertain] == ["redemption", "uptake", "frequency_lift", "half_life_months"]
    uptake, lift = made.values["customers"]["uptake"], made.values["customers"]["frequency_lift"]
    assert len(uptake) == made.count == 1 + 2 * 4 + LEVER_POINTS + 50
    assert (uptake[0], uptake[3], uptake[4]) == pytest.approx((0.6, 0.4, 0.9))  # as set, then its low and its high end, second of the four
    assert set(uptake[made.lever]) == {0.6}
    assert lift[made.lever] == pytest.approx(np.linspace(0, 1, LEVER_POINTS))
    assert 0.4 < uptake[made.futures].min() < uptake[made.futures].max() < 0.9
    assert made.values["customers"]["rate"] == 0.05  # a decision is one number


def test_values_set_for_one_rung_share_the_draw_of_the_others():
    used = completed(CASHBACK, {"uptake.regular": 0.5}, ("first_purchase", "regular"))
    made = make_scenarios(CASHBACK, SHOP, used, ("first_purchase", "regular"), seed=0, draws=50)
    assert list(made.values["regular"]["uptake"]) == list(made.values["first_purchase"]["uptake"])
