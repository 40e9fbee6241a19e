"""The saving-up discount: a worked example to its digits, the tiny shop by hand, and what steps a shop begins with."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.answers.saving_up import YearSales, saving_up, sensible_tiers, year_sales
from retention.question import Question
from retention.sentence import Refusal
from tests.tiny_shop import flat_limits, make_tiny_shop

SPENDS = (200.0, 350.0, 700.0, 1000.0)
TIERS = ((300.0, 0.05), (600.0, 0.10))


def year_of(*sales):
    return YearSales("EUR", 365, np.array(sales, float))


def test_the_worked_example():
    """On everything bought 0, 17.5, 70 and 100; on the part above 0, 2.5, 25 and 55."""
    found = saving_up(year_of(*SPENDS), TIERS, 0.4)
    assert (found.whole.discount, found.part.discount) == (pytest.approx(187.5), pytest.approx(82.5))
    assert found.whole.share_of_sales == pytest.approx(0.0833, abs=0.00005)
    assert [(step.customers, step.sales, step.whole, step.part) for step in found.steps] == [
        (1, 350.0, pytest.approx(17.5), pytest.approx(2.5)),
        (2, 1700.0, pytest.approx(170.0), pytest.approx(80.0)),
    ]
    assert (found.customers, found.sales, found.reached, found.reached_sales) == (4, 2250.0, 3, 2050.0)
    # 187.5 / (0.4 × 2050 - 187.5): bought more by that share, the margin on it pays the discount on everything
    assert found.whole.needed_growth == pytest.approx(0.29644, abs=0.00001)
    assert found.part.needed_growth == pytest.approx(0.11186, abs=0.00001)


def test_whoever_stands_just_below_a_step_is_counted_and_tempted():
    """280 lacks 20 of 300 and 570 lacks 30 of 600, 500 lacks too much; lifting both up to it sells 50 more at a margin of 40 %: 20."""
    found = saving_up(year_of(280, 500, 570), TIERS, 0.4)
    assert [(step.near, step.lacking) for step in found.steps] == [(1, 20.0), (1, 30.0)]
    assert (found.near, found.lacking) == (2, 50.0)
    # on everything: 300 × 5 % - 0, and 600 × 10 % - 570 × 5 %; on the part above: 0, and 300 × 5 % - 270 × 5 %
    assert found.whole.stretched == pytest.approx(20 - 15 - (60 - 28.5))
    assert found.part.stretched == pytest.approx(20 - 0 - (15 - 13.5))


def test_without_a_margin_and_with_steps_nobody_reaches():
    found = saving_up(year_of(*SPENDS), TIERS, None)
    assert found.whole.needed_growth is None and found.whole.stretched is None and found.whole.discount == pytest.approx(187.5)
    high = saving_up(year_of(*SPENDS), ((5000.0, 0.05),), 0.4)
    assert (high.reached, high.whole.discount, high.part.needed_growth, high.near) == (0, 0.0, None, 0)
    dear = saving_up(year_of(*SPENDS), ((100.0, 0.5),), 0.4)
    assert dear.whole.needed_growth is None  # the discount is more than the margin


def test_steps_that_do_not_rise_are_refused():
    with pytest.raises(Refusal, match="must be higher"):
        saving_up(year_of(*SPENDS), ((600.0, 0.05), (300.0, 0.10)), 0.4)


def test_last_year_in_the_tiny_shop(tmp_path):
    """Everybody who bought, Clara's return taken off: 100.00, 50.00, 17.00 and 45.00 within 96 days; Elena bought nothing."""
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        found = year_sales(marts)
    workspace.close()
    assert sorted(found.sales.tolist()) == [17.0, 45.0, 50.0, 100.0]
    assert (found.days, found.currency) == (96, "EUR")


def test_only_the_last_year_counts(tmp_path):
    """365 days end on 2026-04-10, so that the first of them is 2025-04-11."""
    lines = [
        ("1", "anna", "2025-04-10", "10.00", None, "sale"),
        ("2", "anna", "2025-04-11", "20.00", None, "sale"),
        ("3", "anna", "2026-04-10", "30.00", None, "sale"),
        ("4", "boris", "2024-01-01", "40.00", None, "sale"),
        ("5", "clara", "2026-01-01", "5.00", None, "sale"),
        ("6", "clara", "2026-02-01", "-5.00", None, "return"),
    ]
    workspace = make_tiny_shop(tmp_path / "long.duckdb", lines)
    with workspace.marts(Question(), flat_limits) as marts:
        found = year_sales(marts)
    workspace.close()
    assert (found.sales.tolist(), found.days) == ([50.0], 365)


@given(st.lists(st.floats(0.01, 1e8), min_size=1, max_size=30))
def test_the_steps_to_begin_with_rise_and_are_round(sales):
    steps = sensible_tiers(year_of(*sales))
    starts = [start for start, _ in steps]
    assert starts == sorted(set(starts)) and [rate for _, rate in steps] == [0.03, 0.05, 0.07]
    assert all(start >= 1 and start == int(start) and len(f"{start:.0f}".rstrip("0")) <= 2 for start in starts)
    saving_up(year_of(*sales), steps, 0.3)


def test_nobody_has_no_steps():
    assert sensible_tiers(year_of()) == ()
