"""The arithmetic of winning against keeping, by hand and by its laws."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from retention.answers.cost_ratio import UNKNOWN, CostRatio, Spend

PEOPLE, MONEY = some.integers(0, 2000), some.integers(0, 10**9)


def test_by_hand():
    # 4 won for 100.00 and half of 40.00; 10 kept for 20.00 and the other half
    found = CostRatio(4, 10, Spend(10_000, 2_000, 2_000, 2_000, 4_000, 4_000), 100)
    assert (found.acquisition_spend, found.retention_spend, found.shared_spend) == (120.0, 40.0, 40.0)
    assert (found.cac, found.cac_low, found.cac_high, found.crc) == (30.0, 25.0, 35.0, 4.0)
    assert (found.ratio, found.ratio_low, found.ratio_high) == (7.5, 25 / 6, 17.5)
    # 14 customers, 10 of them kept: binomial 5 % and 95 % quantiles 7 and 13, so the counts stand 7 : 7 … 13 : 1 instead of 10 : 4
    assert (found.ratio_chance_low, found.ratio_chance_high) == (pytest.approx(7.5 * 1 / 2.5), pytest.approx(7.5 * 13 / 2.5))
    assert (found.ratio_lowest, found.ratio_highest) == (pytest.approx(25 / 6 * 1 / 2.5), pytest.approx(17.5 * 13 / 2.5))


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (CostRatio(4, 10, UNKNOWN, 100), {}),
        (CostRatio(4, 10, Spend(10_000, None), 100), {"cac": 25.0}),
        (CostRatio(0, 10, Spend(10_000, 2_000), 100), {"crc": 2.0}),
        (CostRatio(4, 0, Spend(10_000, 2_000), 100), {"cac": 25.0}),
        (CostRatio(4, 10, Spend(10_000, 0), 100), {"cac": 25.0, "crc": 0.0}),
        (CostRatio(4, 10, Spend(0, 2_000), 100), {"cac": 0.0, "crc": 2.0, "ratio": 0.0, "ratio_low": 0.0, "ratio_high": 0.0}),
        # all keeping is shared: it may be next to nothing, so the ratio has no upper end
        (CostRatio(1, 1, Spend(100, 0, 50, 50, 100, 100), 1), {"cac": 150.0, "crc": 50.0, "ratio": 3.0, "ratio_low": 1.0}),
    ],
)
def test_what_cannot_be_known_is_none(found, known):
    names = ("cac", "crc", "ratio", "ratio_low", "ratio_high")
    assert {name: getattr(found, name) for name in names if getattr(found, name) is not None} == known


@given(PEOPLE, PEOPLE, MONEY, MONEY, MONEY, some.floats(0, 1))
def test_the_ratio_lies_within_both_ranges(acquired, kept, winning, keeping, shared, share):
    to_winning = int(shared * share)
    found = CostRatio(acquired, kept, Spend(winning, keeping, to_winning, shared - to_winning, shared, shared), 100)
    assume(found.ratio is not None)
    nearly = found.ratio * (1 + 1e-12)
    assert found.ratio_low <= nearly and (found.ratio_high is None or found.ratio <= found.ratio_high * (1 + 1e-12))
    assert found.ratio_chance_low <= nearly
    assert found.ratio_chance_high is None or found.ratio <= found.ratio_chance_high * (1 + 1e-12)


@given(some.integers(1, 500), some.integers(1, 500), some.integers(1, 10**6), some.integers(1, 10**6), some.integers(2, 9))
def test_other_money_changes_costs_and_no_ratio(acquired, kept, winning, keeping, times):
    one, other = (CostRatio(acquired, kept, Spend(winning * factor, keeping * factor), 100) for factor in (1, times))
    assert other.ratio == pytest.approx(one.ratio, rel=1e-12)
    assert other.cac == pytest.approx(one.cac * times, rel=1e-12)
    assert (other.ratio_chance_low, other.ratio_chance_high) == (
        pytest.approx(one.ratio_chance_low, rel=1e-12),
        one.ratio_chance_high and pytest.approx(one.ratio_chance_high, rel=1e-12),
    )
