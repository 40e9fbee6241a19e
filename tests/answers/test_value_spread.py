"""How values are spread: four customers by hand, and what holds for any."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.answers.customer_groups import Grouping
from retention.answers.value_spread import by_group, spread
from retention.sentence import Sentence

FOUR = np.array([17.0, 100.0, 45.0, 50.0])
MONEY = st.lists(st.integers(-5_000, 500_000).map(lambda cents: cents / 100), min_size=1, max_size=80).map(np.array)


def in_groups(places, *names):
    return Grouping(names, tuple(Sentence(name) for name in names), np.array(places))


def test_four_customers_by_hand():
    found = spread(FOUR)
    assert (found.customers, found.total, found.mean, found.median, found.not_positive) == (4, 212.0, 53.0, 47.5, 0)
    # straight lines between neighbours
    assert found.quantiles == pytest.approx({0.1: 25.4, 0.25: 38.0, 0.5: 47.5, 0.75: 62.5, 0.9: 85.0, 0.99: 98.5})
    assert found.gini == pytest.approx(2 * (1 * 17 + 2 * 45 + 3 * 50 + 4 * 100) / (4 * 212) - 5 / 4)
    assert found.top_fifth_share == 100 / 212  # one of four is the best fifth, rounded up
    assert found.curve.to_pylist() == [
        {"customer_share": share, "value_share": brought / 212}
        for share, brought in ((0.0, 0), (0.25, 100), (0.5, 150), (0.75, 195), (1.0, 212))
    ]
    assert found.distribution.to_pydict() == {"value": [17.0, 45.0, 50.0, 100.0], "share": [0.25, 0.5, 0.75, 1.0]}
    assert found.bins.to_pylist() == [  # 98.5 / 30 gives bars of 5
        {"low": 15.0, "high": 20.0, "customers": 1, "is_open": False},
        {"low": 45.0, "high": 50.0, "customers": 1, "is_open": False},
        {"low": 50.0, "high": 55.0, "customers": 1, "is_open": False},
        {"low": 100.0, "high": 105.0, "customers": 1, "is_open": True},
    ]


def test_a_customer_exactly_on_an_edge_stands_to_its_right():
    bins = spread(np.array([0.3, *np.linspace(0, 3, 40)])).bins.to_pylist()
    assert [bar["low"] for bar in bins][:4] == [0.0, 0.1, 0.2, 0.3]  # not 0.30000000000000004
    assert next(bar["customers"] for bar in bins if bar["low"] == 0.3) == 3  # 0.3, 4/13 and 5/13


def test_a_logarithmic_bar_is_a_tenth_or_a_fifth_of_a_tenfold():
    found = spread(np.array([0.0, -3.0, 1.0, 1.2, 9.9, 10.0]))
    assert found.not_positive == 2
    assert [(round(bar["low"], 3), round(bar["high"], 3), bar["customers"]) for bar in found.log_bins.to_pylist()] == [
        (1.0, 1.259, 2),
        (7.943, 10.0, 1),
        (10.0, 12.589, 1),
    ]
    wide = spread(np.array([1.0, 5_000.0])).log_bins.to_pylist()
    assert wide[0]["high"] == pytest.approx(10 ** (1 / 5))


def test_below_zero_is_one_bar_and_counts_as_nothing_where_shares_are_told():
    found = spread(np.array([-20.0, -1.0, 50.0, 50.0]))
    assert found.bins.to_pylist()[0] == {"low": -2.0, "high": 0.0, "customers": 2, "is_open": False}
    assert (found.gini, found.total) == (0.5, 79.0)
    assert found.curve["value_share"].to_pylist()[-1] == 1.0


@pytest.mark.parametrize("values", [[], [0.0, 0.0], [-1.0]])
def test_where_nothing_was_brought_there_is_no_curve(values):
    found = spread(np.array(values))
    assert (found.gini, found.top_fifth_share, found.curve.num_rows, found.log_bins.num_rows) == (None, None, 0, 0)
    assert sum(found.bins["customers"].to_pylist()) == found.customers == len(values)


def test_groups_by_hand():
    shop, web, nobody = "shop", "web", "fair"
    rows = by_group(FOUR, in_groups([0, 1, 1, 0], shop, web, nobody))
    assert [(row.name, row.customers, row.total, row.mean, row.median) for row in rows] == [
        ("shop", 2, 67.0, 33.5, 33.5),
        ("web", 2, 145.0, 72.5, 72.5),
    ]
    assert (rows[0].p25, rows[0].p75, rows[0].p90, rows[0].share_of_total) == pytest.approx((25.25, 41.75, 46.7, 67 / 212))


@given(MONEY, st.integers(0, 2**32 - 1), st.sampled_from([0.5, 2.0, 1024.0]))
def test_laws_of_any_spread(values, seed, scale):
    found = spread(values)
    assert sum(found.bins["customers"].to_pylist()) == len(values)
    assert sum(found.log_bins["customers"].to_pylist()) + found.not_positive == len(values)
    shares = found.distribution["share"].to_pylist()
    assert shares == sorted(shares) and shares[-1] == 1.0
    mixed, scaled = spread(np.random.default_rng(seed).permutation(values)), spread(values * scale)
    assert (mixed.gini, mixed.quantiles, mixed.bins, mixed.curve) == (found.gini, found.quantiles, found.bins, found.curve)
    assert scaled.total == found.total * scale
    if found.gini is not None:
        assert 0 <= found.gini <= 1 and 0 < found.top_fifth_share <= 1
        assert scaled.gini == pytest.approx(found.gini, abs=1e-12)
        customers, brought = (np.array(found.curve[name].to_pylist()) for name in ("customer_share", "value_share"))
        assert np.all(np.diff(brought) >= 0) and np.all(brought >= customers - 1e-12) and brought[-1] == 1.0
        # twice the area between the curve and the line of equality
        area = float(((brought[1:] + brought[:-1]) / 2 * np.diff(customers)).sum())
        assert found.gini == pytest.approx(2 * area - 1, abs=1e-9)


@given(MONEY, st.integers(0, 2**32 - 1))
def test_groups_hold_everybody_once_in_any_order(values, seed):
    random = np.random.default_rng(seed)
    places, order = random.integers(0, 3, len(values)), random.permutation(len(values))
    rows = by_group(values, in_groups(places, "a", "b", "c"))
    assert rows == by_group(values[order], in_groups(places[order], "a", "b", "c"))
    assert sum(row.customers for row in rows) == len(values)
    assert sum(row.total for row in rows) == pytest.approx(float(values.sum()))
    for row in rows:
        assert [row.p25, row.median, row.p75, row.p90] == pytest.approx(
            np.quantile(values[places == "abc".index(row.name)], [0.25, 0.5, 0.75, 0.9])
        )
