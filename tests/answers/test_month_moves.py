"""The moves of each month and the stocks at its end, on the five-customer shop."""

from __future__ import annotations

from datetime import date

import pytest

from retention.answers.month_moves import MonthOfMoves, month_moves, months_of
from retention.question import Question
from retention.warehouse.rungs import LAPSED, REGULAR
from tests.tiny_shop import flat_limits, make_tiny_shop


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


def test_each_month_of_five_customers(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        assert month_moves(marts) == (
            # month, over, new, climbed, slipped, lapsed, came back; on first purchase, regular, advocate, lapsed at its end
            MonthOfMoves(date(2026, 1, 1), True, 2, 0, 0, 0, 0, 2, 0, 0, 0),
            MonthOfMoves(date(2026, 2, 1), True, 1, 1, 0, 1, 0, 1, 1, 0, 1),  # Dan comes and becomes a regular, Boris lapses
            MonthOfMoves(date(2026, 3, 1), True, 1, 1, 0, 0, 0, 1, 1, 1, 1),  # Clara comes, Anna climbs straight to advocate
            MonthOfMoves(date(2026, 4, 1), False, 0, 0, 0, 1, 0, 1, 0, 1, 2),  # Dan lapses; the data end on the 10th
        )


def test_the_last_month_is_over_on_its_last_evening(tiny):
    with tiny.marts(Question(as_of=date(2026, 3, 31)), flat_limits) as marts:
        assert [month.is_complete for month in month_moves(marts)] == [True, True, True]


def test_a_quiet_month_stands_with_its_stocks():
    rows = [
        {"month": 2026 * 12, "rung_before": 0, "rung": REGULAR, "customers": 5},
        {"month": 2026 * 12 + 2, "rung_before": REGULAR, "rung": LAPSED, "customers": 2},
        {"month": 2026 * 12 + 2, "rung_before": LAPSED, "rung": REGULAR, "customers": 1},
    ]
    january, february, march = months_of(rows, date(2026, 3, 31))
    assert (february.new, february.lapsed, february.on_regular) == (0, 0, 5)
    assert (march.lapsed, march.came_back, march.on_regular, march.on_lapsed) == (2, 1, 4, 1)
    assert (january.new, march.is_complete) == (5, True)


def test_quiet_months_at_the_end_stand_too():
    rows = [{"month": 2025 * 12 + 11, "rung_before": 0, "rung": REGULAR, "customers": 5}]
    found = months_of(rows, date(2026, 2, 27))
    assert [(month.month, month.is_complete, month.new, month.on_regular) for month in found] == [
        (date(2025, 12, 1), True, 5, 5),
        (date(2026, 1, 1), True, 0, 5),
        (date(2026, 2, 1), False, 0, 5),
    ]


def test_without_customers_there_are_no_months():
    assert months_of([], date(2026, 3, 31)) == ()
