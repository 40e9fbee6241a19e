"""The paces of the rungs that follow the forecast: by hand, as laws on a shop of 240 and on made-up ones, and where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retention.answers.ask import ask
from retention.answers.customer_records import customer_records
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.month_steps import FEW, MonthSteps
from retention.answers.programmes import base
from retention.answers.rung_paces import YearAhead, rung_paces, year_ahead
from retention.question import Question
from retention.warehouse.rungs import CUSTOMER_RUNGS
from tests.living_shop import living_lines, make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop


def steps_of(moves, orders, check=10.0):
    bought = np.array(orders, float)
    return MonthSteps(date(2026, 1, 1), date(2026, 1, 1), 1, np.array(moves, float), bought, bought * check, 0, 0.0)


def year_by_rung(rungs, moves):
    """What the customers of each rung spend in twelve months, newcomers aside."""
    people, spent = np.array([rung.customers for rung in rungs]), np.array([rung.sales_per_month for rung in rungs])
    return people * sum(np.linalg.matrix_power(np.array(moves), month) @ spent for month in range(12))


# so many customers that leaning towards all makes no difference
STAYING = steps_of(np.diag([1e9] * 4), [1e8, 5e8, 8e8, 1e7])


def test_where_nobody_moves_each_pace_is_the_forecast_by_twelve():
    """100, 200, 300 and 400 people who are to buy for 6, 48, 120 and 0.60 each, at 10.00 a purchase."""
    found = rung_paces(STAYING, YearAhead((100, 200, 300, 400), (600, 9600, 36000, 240)))
    assert found.purchases_per_month == pytest.approx([0.05, 0.4, 1.0, 0.005])
    assert found.moves == pytest.approx(np.eye(4), abs=1e-7)
    # by the months alone: 0.1, 0.5, 0.8 and 0.01 purchases a month
    by_months = 120 * (100 * 0.1 + 200 * 0.5 + 300 * 0.8 + 400 * 0.01)
    assert found.change == pytest.approx((600 + 9600 + 36000 + 240) / by_months - 1)


def test_returns_follow_the_pace_by_hand():
    """Of the lapsed a half comes back in a month and buys once. To be as good as one who has half of that, 1 - 0.5 ^ factor come back.

    Whoever has come back buys nothing, so that the year of one who has lapsed is the pace by the months they are still away.
    """
    lapsed = steps_of([[1e9, 0, 0, 0], [0, 1e9, 0, 0], [0, 0, 1e9, 0], [5e8, 0, 0, 5e8]], [1e-3, 1e8, 1e8, 5e8])
    away = [np.sqrt(0.5) ** month for month in range(12)]  # at the factor 1/2
    found = rung_paces(lapsed, YearAhead((100, 100, 100, 100), (1e-9, 12000, 12000, 100 * 0.25 * 10 * sum(away))))
    assert found.moves[3] == pytest.approx([1 - np.sqrt(0.5), 0, 0, np.sqrt(0.5)], abs=1e-6)
    assert found.purchases_per_month[3] == pytest.approx(0.25)


def test_a_forecast_like_the_months_changes_nothing():
    steps = steps_of([[800, 90, 10, 100], [0, 900, 20, 80], [0, 20, 960, 20], [5, 20, 5, 970]], [150, 400, 700, 30])
    spent, moves = steps.purchases_per_month() * steps.average_checks(), steps.shares()
    as_counted = sum(np.linalg.matrix_power(moves, month) @ spent for month in range(12))
    found = rung_paces(steps, YearAhead((50, 60, 0, 70), tuple(as_counted * [50, 60, 0, 70])))
    assert found.purchases_per_month == pytest.approx(steps.purchases_per_month())
    assert found.moves == pytest.approx(moves)
    assert found.change == pytest.approx(0.0)


def test_a_rung_where_few_stand_leans_towards_all_who_still_buy():
    """Nobody there: as much less than counted as the others together; from FEW on: its own forecast and nothing else."""
    halves = (600.0, 6000.0, 0.0, 1200.0)  # half of what the months say of 100, 200 and nobody, all of it for the lapsed
    empty = rung_paces(STAYING, YearAhead((100, 200, 0, 1000), halves))
    assert empty.purchases_per_month == pytest.approx([0.05, 0.25, 0.4, 0.01])
    one = rung_paces(STAYING, YearAhead((100, 200, 1, 1000), halves))
    assert 0 < one.purchases_per_month[2] < 0.4
    full = rung_paces(STAYING, YearAhead((100, 200, FEW, 1000), (*halves[:2], 96.0 * FEW, halves[3])))
    assert full.purchases_per_month[2] == pytest.approx(0.8)


def test_no_paces_where_nothing_is_bought_or_expected():
    nothing = steps_of(np.diag([100] * 4), [0, 0, 0, 0])
    assert rung_paces(nothing, YearAhead((10, 10, 10, 10), (1, 1, 1, 1))) is None
    assert rung_paces(STAYING, YearAhead((10, 10, 10, 10), (0, 0, 0, 0))) is None
    assert rung_paces(STAYING, YearAhead((0, 0, 0, 0), (0, 0, 0, 0))) is None


shares = st.floats(0.001, 0.3)


@given(
    st.lists(shares, min_size=8, max_size=8),
    st.lists(st.floats(0.05, 2.0), min_size=4, max_size=4),
    st.lists(st.floats(0.4, 1.3), min_size=4, max_size=4),
)
def test_made_up_shops_buy_what_the_forecast_says(moving, paces, against):
    a, b, c, d, e, f, g, h = moving
    moves = 1e6 * np.array([[1 - a - b - c, a, b, c], [0, 1 - d - e, d, e], [0, f, 1 - f - g, g], [h / 3, h / 3, h / 3, 1 - h]])
    steps = steps_of(moves, 1e6 * np.array(paces) * [1, 1, 1, 0.1])
    people = np.array([100.0, 80.0, 60.0, 300.0])
    spent, shares_ = steps.purchases_per_month() * steps.average_checks(), steps.shares()
    by_months = people * sum(np.linalg.matrix_power(shares_, month) @ spent for month in range(12))
    wanted = by_months * against
    found = rung_paces(steps, YearAhead(tuple(people), tuple(wanted)))
    assume(found is not None)
    spends = found.purchases_per_month * steps.average_checks()
    assert people * sum(np.linalg.matrix_power(found.moves, month) @ spends for month in range(12)) == pytest.approx(wanted)
    assert found.purchases_per_month.min() > 0 and found.moves.min() >= 0
    assert found.moves.sum(axis=1) == pytest.approx(1.0)
    assert found.change == pytest.approx(wanted.sum() / by_months.sum() - 1)


@pytest.fixture(scope="module")
def living_shop(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("living") / "living.duckdb")
    yield workspace
    workspace.close()


@pytest.mark.parametrize("question", [Question(), Question(as_of=date(2026, 2, 28), regular_from=2), Question(window_months=6)])
def test_the_customers_of_each_rung_buy_what_the_forecast_says(living_shop, question):
    with ask(living_shop, replace(question, horizon_months=12, annual_discount_rate=0.0)) as marts:
        fitted, records = fits(marts), customer_records(marts)
        values, ahead = customer_values(marts, fitted, records), year_ahead(fitted, records)
        found, counted = base(marts, ahead), base(marts)
    assert (found.paced_by, counted.paced_by) == ("forecast", "months")
    expected = [values.predicted[values.rung == rung].sum() / values.per_sale for rung in CUSTOMER_RUNGS]
    assert ahead.sales == pytest.approx(expected)
    assert ahead.customers == tuple(rung.customers for rung in found.rungs)
    whole = np.array(ahead.customers) >= FEW
    assert whole.sum() >= 3
    assert year_by_rung(found.rungs, found.moves)[whole] == pytest.approx(np.array(expected)[whole])
    # the counted figures are kept beside them, and so are the checks and who stands where
    assert (found.counted_rungs, found.counted_moves) == (counted.rungs, counted.moves) == (counted.counted_rungs, counted.counted_moves)
    assert [replace(rung, purchases_per_month=0.0) for rung in found.rungs] == [
        replace(rung, purchases_per_month=0.0) for rung in counted.rungs
    ]
    assert (found.new_customers_per_month, found.first_sales) == (counted.new_customers_per_month, counted.first_sales)
    first, regular, advocate, lapsed = (rung.purchases_per_month for rung in found.rungs)
    assert 0 < lapsed < first < regular and lapsed < advocate
    assert np.array(found.moves).sum(axis=1) == pytest.approx(1.0) and np.array(found.moves).min() >= 0


def test_the_note_says_how_much_less_they_are_expected_to_buy(living_shop):
    with ask(living_shop, Question()) as marts:
        ahead = year_ahead(fits(marts), customer_records(marts))
        said = {}
        for name, times in (("less", 0.5), ("more", 2.0), ("same", None)):
            if times is None:
                of_counted = year_by_rung(base(marts).rungs, base(marts).moves)
                told = YearAhead(ahead.customers, tuple(of_counted))
            else:
                told = replace(ahead, sales=tuple(amount * times for amount in ahead.sales))
            said[name] = base(marts, told).notes[-1]
        found = base(marts, ahead)
    change = year_by_rung(found.rungs, found.moves).sum() / year_by_rung(found.counted_rungs, found.counted_moves).sum() - 1
    assert dict(found.notes[-1].values) == {"percent": round(abs(change) * 100)}
    assert "% less within a year" in said["less"].text and "% more within a year" in said["more"].text
    assert "about as much" in said["same"].text and said["same"].values == ()


def test_neither_horizon_nor_discount_changes_the_paces(living_shop):
    found = []
    for question in (Question(), Question(horizon_months=36, annual_discount_rate=0.5)):
        with ask(living_shop, question) as marts:
            found.append(base(marts, year_ahead(fits(marts), customer_records(marts))))
    assert (found[0].rungs, found[0].moves) == (found[1].rungs, found[1].moves)


def test_too_few_customers_to_tell_apart_leave_the_months_as_they_are(tmp_path):
    few = {f"c{number:03}" for number in range(80, 160)}
    workspace = make_shop(tmp_path / "few.duckdb", [line for line in living_lines() if line[0] in few])
    with ask(workspace, Question(margin_share=0.4)) as marts:
        fitted = fits(marts)
        ahead = year_ahead(fitted, customer_records(marts))
        found = base(marts, ahead)
    workspace.close()
    assert (fitted.size, ahead, found.paced_by) == ("base", None, "months")
    assert (found.rungs, found.moves) == (found.counted_rungs, found.counted_moves)


def test_the_tiny_shop_and_one_without_a_whole_month(tmp_path):
    tiny = make_tiny_shop(tmp_path / "tiny.duckdb")
    with tiny.marts(Question(), flat_limits) as marts:
        assert year_ahead(fits(marts), customer_records(marts)) is None
    tiny.close()
    short = make_tiny_shop(tmp_path / "short.duckdb", LINES[:1])
    with short.marts(Question(window_months=1), flat_limits) as marts:
        found = base(marts, YearAhead((1, 0, 0, 0), (10, 0, 0, 0)))
    short.close()
    assert (found.paced_by, [rung.name for rung in found.rungs]) == ("months", ["customers"])
