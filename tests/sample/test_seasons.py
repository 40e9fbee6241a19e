"""The calendar of a sample shop."""

from __future__ import annotations

import numpy as np
import pytest

from retention.sample.seasons import minutes_of_day, seasons
from retention.sample.toys import TOYS


def test_the_months_are_whole_and_the_clocks_end_where_they_should() -> None:
    days = seasons(TOYS.behaviour)
    assert len(days.days) == 912
    assert len(days.first_days) == len(days.last_days) == 30
    assert [days.days[day].isoformat() for day in days.first_days[:3]] == ["2024-01-01", "2024-02-01", "2024-03-01"]
    assert [days.days[day].isoformat() for day in days.last_days[-2:]] == ["2026-05-31", "2026-06-30"]
    assert days.shop_clock[-1] == pytest.approx(912)
    assert days.arrival_clock[-1] == pytest.approx(1)


def test_december_is_busier_than_july_by_the_shops_factors() -> None:
    days = seasons(TOYS.behaviour)
    busy = np.diff(days.shop_clock)
    # four whole weeks of each, so that weekdays weigh the same
    july, december = days.days.index(TOYS.behaviour.first_day.replace(month=7)), days.days.index(TOYS.behaviour.first_day.replace(month=12))
    assert busy[december : december + 28].sum() / busy[july : july + 28].sum() == pytest.approx(2.20 / 0.75)


def test_shop_days_pass_faster_when_it_is_busy_and_end_with_the_history() -> None:
    days = seasons(TOYS.behaviour)
    start = np.array([0.0, 500.0, 911.5])
    assert days.after(start, np.zeros(3)) == pytest.approx(start)
    assert days.after(start, np.array([912.0 - 1e-9, 1000.0, 10.0])).tolist() == [pytest.approx(912.0), np.inf, np.inf]


def test_orders_are_made_in_opening_hours() -> None:
    minutes = minutes_of_day(TOYS.behaviour, 10_000, np.random.default_rng(1))
    assert (minutes.min() // 60, minutes.max() // 60) == (9, 21)
