"""Months whose spend nobody wrote down: not known, said, and never told as 0."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from retention.answers.cost_periods import cost_periods
from retention.answers.costs import costs
from retention.answers.spend_days import spend_days
from retention.question import Question
from tests.tiny_shop import flat_limits, make_tiny_shop

SALES = [(str(month), "anna", f"2025-{month:02}-15", "10.00", None, "sale") for month in range(1, 13)]
SALES += [(f"n{month}", f"new{month}", f"2025-{month:02}-16", "10.00", None, "sale") for month in range(1, 13)]
SALES += [("end", "anna", "2025-12-31", "10.00", None, "sale"), ("start", "anna", "2025-01-01", "10.00", None, "sale")]
JANUARY = 2025 * 12


def monthly(channel, purpose, months):
    """A line per month of 2025, over all of its days."""
    ends = [date(2025 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in months]
    return [(end.replace(day=1), end, channel, 31, purpose) for end in ends]


def daily(channel, purpose, first, last):
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    return [(day, day, channel, 1, purpose) for day in days]


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "year.duckdb", SALES)

    def with_spend(lines):
        with workspace.cursor() as cursor:
            cursor.execute("delete from spend")
            cursor.executemany("insert into spend values (1, 's.csv', 1, ?, ?, ?, null, ?, ?, 0.5)", lines)
            cursor.execute("update workspace set data_version = data_version + 1")
        return workspace

    yield with_spend
    workspace.close()


def asked(workspace, answer):
    with workspace.marts(Question(window_months=6), flat_limits) as marts:
        return answer(marts)


def test_spend_in_every_month_has_no_gaps(shop):
    workspace = shop(monthly("ads", "acquisition", range(1, 13)) + monthly("news", "retention", range(1, 13)))
    found = asked(workspace, cost_periods)
    assert {(one.without_winning, one.without_keeping) for one in found.months + found.quarters} == {(0, 0)}
    assert asked(workspace, costs).notes == ()


def test_daily_lines_that_end_on_the_second_leave_the_month_unknown(shop):
    workspace = shop(daily("ads", "acquisition", date(2025, 1, 1), date(2025, 12, 2)) + monthly("news", "retention", range(1, 13)))
    found = asked(workspace, cost_periods)
    assert [one.without_winning for one in found.months] == [0] * 11 + [1]
    assert (found.quarters[-1].without_winning, found.quarters[-1].is_comparable) == (1, False)
    (note,) = asked(workspace, costs).notes
    assert note.text.startswith("Spend on winning is missing") and dict(note.values)["first"] == date(2025, 12, 1)


def test_invoices_of_one_day_a_month_are_no_gap(shop):
    bills = [(date(2025, month, 20), date(2025, month, 20), "ads", 31, "acquisition") for month in range(1, 13)]
    workspace = shop(bills + monthly("news", "retention", range(1, 13)))
    assert {one.without_winning for one in asked(workspace, cost_periods).months} == {0}


def test_ads_that_begin_late_beside_shared_spend_are_said(shop):
    lines = monthly("site", "shared", range(1, 13)) + monthly("news", "retention", range(1, 13)) + monthly("ads", "acquisition", (11, 12))
    workspace = shop(lines)
    (note,) = asked(workspace, costs).notes
    assert (note.text[:16], note.count) == ("Spend on winning", 4)  # July to October of the window
    third, fourth = asked(workspace, cost_periods).quarters[2:]
    assert (third.without_winning, fourth.without_winning) == (3, 1)
    assert third.acquisition_spend is not None  # what is shared is known


def test_one_early_line_opens_no_quarters_of_nothing(shop):
    workspace = shop(monthly("ads", "acquisition", (1, 10, 11, 12)) + monthly("news", "retention", (10, 11, 12)))
    quarters = asked(workspace, cost_periods).quarters
    assert [(one.cac is None, one.crc is None) for one in quarters] == [(False, True), (True, True), (True, True), (False, False)]
    assert [(one.without_winning, one.without_keeping) for one in quarters] == [(2, 3), (3, 3), (3, 3), (0, 0)]


def test_a_line_that_says_nothing_was_spent_is_known(shop):
    lines = monthly("ads", "acquisition", range(1, 13)) + monthly("news", "retention", range(1, 13))
    lines = [(first, last, channel, 0 if first.month == 5 else money, purpose) for first, last, channel, money, purpose in lines]
    may = asked(shop(lines), cost_periods).months[4]
    assert (may.acquisition_spend, may.retention_spend, may.is_comparable) == (0.0, 0.0, True)


def test_without_spend_there_are_no_gaps(shop):
    days = asked(shop([(date(2020, 1, 1), date(2020, 1, 1), "ads", 1, "acquisition")]), spend_days)
    assert [side.gaps(range(JANUARY, JANUARY + 12)) for side in days.values()] == [(), ()]
