"""The cost of a customer kept, on average and against a group that got nothing: a worked example."""

from __future__ import annotations

import pytest

from retention.models.extra_kept import extra_kept


def test_two_more_of_a_hundred():
    found = extra_kept(courted=10_000, kept=7_000, others=10_000, others_kept=6_800, spend=50_000)
    assert found.average == pytest.approx(7.1429, abs=5e-5) and found.per_extra == pytest.approx(250.00, abs=5e-3)
    assert found.distance == pytest.approx(3.0585, abs=5e-5)
    assert (100 * found.low, 100 * found.high) == pytest.approx((0.718, 3.282), abs=5e-4)
    assert (found.cheapest, found.dearest) == pytest.approx((152.36, 696.06), abs=5e-3)
    assert 71.43 / found.average == pytest.approx(10.0, abs=5e-3)  # ten to one on average …
    assert found.per_extra / 71.43 == pytest.approx(3.5, abs=5e-2)  # … yet winning one is 3.5 times cheaper than keeping one more
