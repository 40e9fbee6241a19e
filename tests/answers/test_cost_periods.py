"""Costs over time of the five-customer shop (tests/tiny_shop.py), by hand, and laws on the 240 customers of living_shop."""

from __future__ import annotations

import pytest

from retention.answers.ask import ask
from retention.answers.cost_periods import cost_periods
from retention.answers.costs import costs
from retention.question import Question
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

BORIS_IS_BACK = ("16", "boris", "2026-04-09", "5.00", None, "sale")  # he had lapsed on 02-25


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb", [*LINES, BORIS_IS_BACK])
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def test_months_and_quarters_by_hand(shop):
    with shop.marts(Question(), flat_limits) as marts:
        found = cost_periods(marts)
    assert [(one.name, one.acquired, one.kept, one.reactivated, one.acquisition_spend, one.retention_spend) for one in found.months] == [
        ("2026-01", 2, 0, 0, 54.0, None),  # Anna, Boris; 27 of the 31 days from the first sale on; no line of keeping
        ("2026-02", 1, 1, 0, None, None),  # Dan; Anna; no line at all
        ("2026-03", 1, 1, 0, 15.5, 15.5),  # Clara; Anna
        ("2026-04", 0, 2, 1, None, 10.0),  # Anna, Boris after his lapse
    ]
    assert [(one.name, one.acquired, one.kept, one.reactivated, one.cac, one.crc) for one in found.quarters] == [
        ("2026-Q1", 4, 0, 0, 69.5 / 4, None),
        ("2026-Q2", 0, 2, 1, None, 5.0),
    ]
    march = found.months[2]
    assert (march.ratio, march.ratio_low, march.ratio_high) == (1.0, 0.0, None)  # all its spend was shared
    assert found.years == ()
    # the data begin on January 5th and lapsed is who is silent for 45 days: until February 19th old customers may look new
    assert [(one.is_whole, one.is_settled) for one in found.months] == [(True, False), (True, False), (True, True), (False, True)]
    # the fair of March was shared; neither the ads nor the newsletter have a line then
    assert [(one.without_winning, one.without_keeping) for one in found.months] == [(0, 1), (1, 1), (1, 1), (1, 0)]
    assert not any(one.is_comparable for one in (*found.months, *found.quarters))


def test_a_period_outside_the_spend_has_no_costs(shop, tmp_path):
    workspace = make_tiny_shop(tmp_path / "late.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend where channel <> 'fair'")
    with workspace.marts(Question(), flat_limits) as marts:
        found = cost_periods(marts)
    assert [(one.name, one.acquisition_spend, one.cac) for one in found.months] == [
        ("2026-01", None, None),
        ("2026-02", None, None),
        ("2026-03", 15.5, 15.5),
        ("2026-04", None, None),
    ]
    assert [one.acquisition_spend for one in found.quarters] == [None, None]  # a quarter needs all its months
    workspace.close()


def test_a_lag_moves_spend_on_winning_through_the_months(shop):
    with shop.marts(Question(lead_days=31), flat_limits) as marts:
        found = cost_periods(marts)
    # the ads of January bring the customers of 28 days of February and three of March; what brought those of January is not in the data
    assert [one.acquisition_spend for one in found.months] == [None, 56.0, 6.0, 5.0]  # half of ten of the fair's 31 days
    assert [one.retention_spend for one in found.months] == [None, None, 15.5, 10.0]


def test_discounts_belong_to_the_month_they_were_given_in(tmp_path):
    workspace = make_tiny_shop(tmp_path / "discounts.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set discount = case order_id when '7' then 2 when '9' then 3 when '13' then 1 else 0 end")
    with workspace.marts(Question(counts_discounts=True), flat_limits) as marts:
        found = cost_periods(marts)
    assert [(one.acquisition_spend, one.retention_spend) for one in found.months[2:]] == [(17.5, 18.5), (None, 11.0)]
    assert (found.quarters[0].acquisition_spend, found.quarters[0].retention_spend) == (71.5, 15.5)  # Anna was won in the quarter
    workspace.close()


@pytest.mark.parametrize("question", [Question(), Question(lead_days=45)])
def test_the_last_year_is_the_window_and_the_parts_add_up(living, question):
    with ask(living, question) as marts:
        found, window = cost_periods(marts), costs(marts)
    year = found.years[-1]
    assert (year.first_day, year.is_whole) == (window.window_first_day, True)
    same = ("acquired", "kept", "reactivated", "cac", "crc", "ratio_low", "ratio_high", "ratio_chance_low", "ratio_chance_high")
    assert [getattr(year, name) for name in same] == [pytest.approx(getattr(window, name), abs=0.01) for name in same]
    assert sum(one.acquired for one in found.months) == sum(one.acquired for one in found.quarters) == 240
    for place, quarter in enumerate(found.quarters):
        months = found.months[3 * place : 3 * place + 3]
        assert quarter.acquired == sum(one.acquired for one in months)
        assert max(one.kept for one in months) <= quarter.kept + quarter.acquired
        if quarter.acquisition_spend is not None:
            assert quarter.acquisition_spend == pytest.approx(sum(one.acquisition_spend for one in months))
    assert year.acquired == sum(one.acquired for one in found.quarters[-4:])
    assert year.kept <= sum(one.kept for one in found.quarters[-4:])
