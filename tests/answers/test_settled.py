"""Since when a first purchase is really the first, and what is said of a window that begins before."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from retention.answers.cost_periods import cost_periods
from retention.answers.costs import costs
from retention.answers.settled import settled_from
from retention.models.gap_limits import NEVER_DAYS
from retention.question import Question
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

FIRST = date(2026, 1, 5)  # 96 days of data
LONG_AGO = ("0", "anna", "2024-01-05", "10.00", None, "sale")


def limits(lapsed_days):
    def fitted(*asked):
        table = flat_limits(*asked)
        place = table.schema.get_field_index("lapsed_flat_days")
        return table.set_column(place, "lapsed_flat_days", pa.array([lapsed_days], pa.int64()))

    return fitted


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    yield workspace
    workspace.close()


@pytest.mark.parametrize(
    ("lapsed_days", "settled"),
    [
        (48, date(2026, 2, 22)),
        (49, date(2027, 1, 5)),  # more than half of the history: too short to know how long silences can be
        (NEVER_DAYS, date(2027, 1, 5)),  # nobody has come back at all
    ],
)
def test_after_the_silence_of_a_lapsed_customer_else_after_a_year(shop, lapsed_days, settled):
    with shop.marts(Question(), limits(lapsed_days)) as marts:
        assert (marts.facts.first_day, settled_from(marts)) == (FIRST, settled)


@pytest.mark.parametrize(("lapsed_days", "says"), [(48, False), (49, True)])
def test_a_window_before_it_says_that_its_new_customers_may_be_old(shop, lapsed_days, says):
    with shop.marts(Question(), limits(lapsed_days)) as marts:  # the window begins on 22 February
        notes = [(note.text[:19], note.count) for note in costs(marts).notes]
    assert (("Your data begin on ", 1) in notes) is says


def test_without_new_customers_nothing_is_said(tmp_path):
    workspace = make_tiny_shop(tmp_path / "old.duckdb", [line for line in LINES if line[1] != "clara"])
    with workspace.marts(Question(), limits(49)) as marts:
        found = costs(marts)
    assert found.acquired == 0 and not any("Your data begin" in note.text for note in found.notes)
    workspace.close()


@pytest.mark.parametrize(
    ("lapsed_days", "settled"),
    [
        (300, "2025-Q1"),  # 300 days after 5 January 2024 are in October
        (500, "2025-Q2"),  # a year, as 500 days are more than half of 827
    ],
)
def test_periods_before_it_are_not_settled(tmp_path, lapsed_days, settled):
    workspace = make_tiny_shop(tmp_path / "long.duckdb", [LONG_AGO, *LINES])
    with workspace.marts(Question(), limits(lapsed_days)) as marts:
        found = cost_periods(marts)
    assert next(one.name for one in found.quarters if one.is_settled) == settled
    workspace.close()
