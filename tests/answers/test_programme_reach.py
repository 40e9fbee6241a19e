"""Who gets a programme: five customers by hand, laws on a shop of 240, and shops that lack something."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.programme_reach import programme_reach
from retention.answers.reach_customers import reach_customers
from retention.answers.reach_groups import REACTIONS
from retention.answers.rung_board import rung_board
from retention.locale import Words
from retention.programmes import by_name
from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate
from retention.programmes.scenario import Scenario
from retention.question import Question
from retention.report.reach_table import reach_table
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

# nobody moves, so that a year can be worked out by hand: 0.5 purchases a month of 20.00 are 120.00 a year
STAYING = Business(
    tuple(Rung(name, 10.0, 0.5, 20.0) for name in ("first_purchase", "regular", "advocate", "lapsed")),
    0.4,
    tuple(tuple(float(row == column) for column in range(4)) for row in range(4)),
)
MOVING = replace(
    STAYING,
    moves=((0.85, 0.06, 0.01, 0.08), (0.0, 0.95, 0.01, 0.04), (0.0, 0.02, 0.96, 0.02), (0.01, 0.0, 0.0, 0.99)),
    new_customers_per_month=4.0,
    first_sales=10.0,
)
TENTH = Scenario.of("discount", {"rate": 0.1, "frequency_lift": 0.05}, ("first_purchase", "advocate"))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def lived(living):
    with ask(living, Question()) as marts:
        values = customer_values(marts, fits(marts))
        return values, rung_board(marts, values)


def test_five_customers_by_hand(tiny):
    """Of the window from 2026-02-22 on: Clara (first purchase) has bought for 17.00 in it, Anna (advocate: she brought Dan) for 70.00.

    Each is alone on her rung, so she buys what the business says of it: 120.00 a year. A tenth off all she buys, a twentieth more bought.
    """
    with tiny.marts(Question(), flat_limits) as marts:
        values = customer_values(marts)
        reach = programme_reach(values, rung_board(marts, values), STAYING, TENTH)
        people = reach_customers(marts, values, reach)
    assert [(cell.rung, cell.tier, cell.customers, cell.participants) for cell in reach.cells] == [
        ("first_purchase", "lowest", 1, 1.0),
        ("advocate", "best", 1, 1.0),
    ]
    assert sum(reach.left_out.values()) == 2 and {rung for rung, _ in reach.left_out} == {"lapsed"}
    for cell in reach.cells:
        assert cell.sales == pytest.approx(120.0)
        assert (cell.reward, cell.anyway) == (pytest.approx(12.60), pytest.approx(12.00))
        assert cell.must_bring == pytest.approx(12.60)
        assert cell.brings == cell.sensible == pytest.approx(120 * 0.05 * 0.4)
        assert cell.is_for_nothing and not cell.is_capped and cell.ceiling is None
    assert (reach.participants, reach.sales_and_forecast, reach.months) == (2.0, None, 12)
    assert reach.paid_anyway == pytest.approx(24.0)
    assert [(person.customer_id, person.name, person.rung) for person in people] == [
        ("anna", None, "advocate"),
        ("clara", None, "first_purchase"),
    ]
    assert people[0].reward == pytest.approx(12.60) and people[0].anyway == pytest.approx(12.00) and people[0].is_for_nothing


def test_a_shop_without_rungs_offers_it_to_all_who_have_not_lapsed(tiny):
    """Clara bought for 17.00 and Anna for 70.00 in the window: they share out what two such customers buy, 240.00 a year."""
    everybody = Business.of(customers=10, purchases_per_customer_year=6, average_check=20, margin_share=0.4)
    with tiny.marts(Question(), flat_limits) as marts:
        values = customer_values(marts)
        reach = programme_reach(values, None, everybody, Scenario.of("discount", {"rate": 0.1}))
    sales = {cell.rung: cell.sales for cell in reach.cells}
    assert sales == {"first_purchase": pytest.approx(240 * 17 / 87), "advocate": pytest.approx(240 * 70 / 87)}
    assert len(reach.left_out) == 2  # who has lapsed stands nowhere


def test_cells_and_customers_add_up_to_what_the_programme_says(lived):
    """A business of exactly these customers: the cells of the rungs offered are the whole programme, newcomers aside."""
    values, board = lived
    rungs = {rung.rung: float(rung.customers) for rung in board.rungs}
    business = replace(MOVING, rungs=tuple(replace(rung, customers=rungs.get(rung.name, 0.0)) for rung in MOVING.rungs))
    everywhere = Scenario.of("cashback", {"frequency_lift": 0.12}, ("first_purchase", "regular", "advocate", "lapsed"), 24)
    reach = programme_reach(values, board, business, everywhere)
    alone = replace(business, new_customers_per_month=0.0)
    whole = evaluate(by_name("cashback"), alone, dict(everywhere.values), offered=everywhere.offered, months=24, draws=1)
    assert sum(cell.participants * cell.reward for cell in reach.cells) == pytest.approx(whole.reward_cost)
    assert sum(cell.customers for cell in reach.cells) == len(values.rung)
    uptake = reach.participants / len(values.rung)
    assert reach.reward.sum() * uptake == pytest.approx(whole.reward_cost)
    assert reach.anyway.sum() * uptake == pytest.approx(reach.paid_anyway)
    assert np.all(reach.reward >= reach.anyway - 1e-9)
    sales, forecast = reach.sales_and_forecast
    assert sales == pytest.approx(reach.sales.sum()) and 0 < forecast < sales  # the business buys for 120.00 a year each
    # who is expected to buy more gets more
    of_a_cell = np.flatnonzero(reach.cell == 0)
    assert np.all(np.diff(reach.reward[of_a_cell][np.argsort(reach.sales[of_a_cell])]) >= -1e-9)


def test_no_more_makes_sense_than_the_board_finds_worth_spending(lived):
    values, board = lived
    reach = programme_reach(values, board, MOVING, Scenario.of("discount", {"frequency_lift": 1.0}))
    capped = [cell for cell in reach.cells if cell.is_capped]
    assert capped
    for cell in capped:
        assert cell.sensible == cell.ceiling == board.cell(cell.rung, cell.tier).most_worth_spending
    free = programme_reach(values, None, MOVING, Scenario.of("discount", {"frequency_lift": 1.0}))
    assert all(cell.ceiling is None and cell.sensible == pytest.approx(cell.brings) for cell in free.cells)
    assert all(cell.sensible_low <= cell.sensible <= cell.sensible_high for cell in (*reach.cells, *free.cells))


def test_where_lighter_buyers_react_more_the_best_third_is_paid_for_nothing(lived):
    values, board = lived
    strong = Scenario.of("discount", {"rate": 0.05, "frequency_lift": 0.3}, ("first_purchase", "regular", "advocate"))
    alike, lighter = (programme_reach(values, board, MOVING, strong, REACTIONS[name]) for name in ("alike", "lighter"))
    assert alike.for_nothing == ()
    assert {cell.tier for cell in lighter.for_nothing} == {"best"}
    for before, after in zip(alike.cells, lighter.cells, strict=True):
        assert after.brings == pytest.approx(before.brings * REACTIONS["lighter"][before.tier])
        assert after.anyway == pytest.approx(before.anyway)


def test_lists_hold_everybody_once_and_a_file_is_plain(living, lived):
    values, board = lived
    strong = Scenario.of("discount", {"rate": 0.05, "frequency_lift": 0.3}, ("first_purchase", "regular"))
    reach = programme_reach(values, board, MOVING, strong, REACTIONS["lighter"])
    with ask(living, Question()) as marts:
        lists = {which: reach_customers(marts, values, reach, which) for which in ("all", "sensible", "for_nothing")}
        first = reach_customers(marts, values, reach, most=3)
    ids = {which: [person.customer_id for person in people] for which, people in lists.items()}
    assert set(ids["sensible"]).isdisjoint(ids["for_nothing"]) and ids["sensible"] and len(set(ids["all"])) == len(ids["all"])
    assert len(ids["all"]) == sum(cell.customers for cell in reach.cells)
    assert lists["all"][:3] == first and first[0].reward == reach.reward.max()
    assert all(person.is_for_nothing for person in lists["for_nothing"])
    # what is in neither list costs more than makes sense, and yet is not for nothing
    between = set(ids["all"]) - set(ids["sensible"]) - set(ids["for_nothing"])
    cells = {str(values.customer_id[place]): reach.cells[reach.cell[place]] for place in np.flatnonzero(reach.cell >= 0)}
    assert all(cells[one].reward > cells[one].sensible and cells[one].anyway <= cells[one].brings for one in between)
    rows = list(csv.reader(StringIO(reach_table(lists["all"], Words("en"), "EUR").decode("utf-8-sig"))))
    assert rows[0][:3] == ["Customer", "Name", "Rung of the ladder"] and "Reward if they take part, EUR" in rows[0]
    assert len(rows) == 1 + len(ids["all"]) and float(rows[1][6]) == pytest.approx(first[0].reward, abs=1e-4)


def test_sales_without_a_margin_are_worth_its_assumed_share(tiny):
    """The board counts in sales where no margin is known: its ceiling is taken at the margin that the business assumes."""
    with tiny.marts(Question(), flat_limits) as marts:
        values = customer_values(marts)
        board = rung_board(marts, values)
        told = replace(board, cells=tuple(replace(cell, most_worth_spending=2.0) for cell in board.cells), is_margin=False)
        reach = programme_reach(values, told, STAYING, TENTH)
    assert [cell.ceiling for cell in reach.cells] == [0.8, 0.8]
    assert [cell.sensible for cell in reach.cells] == [0.8, 0.8]


def test_one_customer_and_nobody_to_offer_it_to(tmp_path):
    workspace = make_tiny_shop(tmp_path / "one.duckdb", LINES[:1])
    with workspace.marts(Question(), flat_limits) as marts:
        values = customer_values(marts)
        board = rung_board(marts, values)
        alone = programme_reach(values, board, STAYING, TENTH)
        nobody = programme_reach(values, board, STAYING, Scenario.of("discount", {}, ("regular",)))
        nothing = programme_reach(values, board, STAYING, Scenario.of("do_nothing"))
        people = reach_customers(marts, values, nobody)
    workspace.close()
    assert [cell.customers for cell in alone.cells] == [1]
    for empty in (nobody, nothing):
        assert empty.cells == () and sum(empty.left_out.values()) == 1 and empty.participants == 0
    assert people == ()
