"""The cost of one more kept: what it says where the money may have kept nobody."""

from __future__ import annotations

import pytest

from retention.models.extra_kept import extra_kept


def test_a_difference_that_may_be_nothing_has_no_dearest_cost():
    found = extra_kept(100, 52, 100, 50, 1_000)
    assert found.per_extra == pytest.approx(500) and found.dearest is None and found.cheapest is not None
    assert found.low < 0 < found.high and found.is_enough


def test_fewer_kept_than_without_money_has_no_cost_at_all():
    found = extra_kept(1_000, 500, 1_000, 600, 1_000)
    assert found.per_extra is found.cheapest is found.dearest is None and found.average == 2


def test_nobody_kept_and_nobody_differs():
    found = extra_kept(5, 0, 5, 0, 10)
    assert (found.difference, found.distance, found.average, found.is_enough) == (0, 0, None, False)


def test_everybody_against_nobody():
    found = extra_kept(5, 5, 5, 0, 10)
    assert found.distance == float("inf") and found.per_extra == 2


@pytest.mark.parametrize("figures", [(0, 0, 5, 1, 1), (5, 6, 5, 1, 1), (5, 1, 0, 0, 1), (5, 1, 5, 6, 1), (5, 1, 5, 1, -1)])
def test_impossible_figures(figures):
    with pytest.raises(ValueError):
        extra_kept(*figures)
