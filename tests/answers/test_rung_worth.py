"""What a rung is worth: by hand where every step can be counted, by laws in a shop that has a forecast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.rung_steps import rung_paths
from retention.answers.rung_worth import rung_worth
from retention.models.markov_check import NOT_YET
from retention.models.markov_ladder import shrunk, value, value_within
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.living_shop import living_lines, make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

SALES = {"step_days": 91, "steps": 1, "is_margin": 0, "margin_share": 0.0}
MARGIN = {"step_days": 91, "steps": 1, "is_margin": 1, "margin_share": 0.4}

# Four steps of 91 days: forty customers come every 30 days for 10.00, forty came once; at risk after 30 days, lapsed after 45.
FIRST = date(2025, 1, 1)
STEADY = [(f"s{number:02}", FIRST + timedelta(30 * visit), "10.00") for number in range(40) for visit in range(13)]
ONCE = [(f"o{number:02}", FIRST, "10.00") for number in range(40)]
QUESTION = Question(as_of=FIRST + timedelta(364), horizon_months=12, annual_discount_rate=0.10)
# of 80 with a first purchase 40 became regulars and 40 lapsed, and so they stayed for three steps more
COUNTS = np.array([[0, 40, 0, 40], [0, 120, 0, 0], [0, 0, 0, 0], [0, 0, 0, 120]], float)
BROUGHT = np.array([15.0, 30.0, 0.0, 0.0])  # 30.00 a step by each of those who come, half of those who began


def worth(path, lines, question=QUESTION):
    workspace = make_shop(path, lines)
    with workspace.marts(question, flat_limits) as marts:
        found = rung_worth(marts)
    workspace.close()
    return found


def test_the_steps_of_five_customers_by_hand(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts, marts.engine() as engine:
        sales, margin = (engine.arrow(sql_text("answers", "rung_paths"), asked).to_pylist() for asked in (SALES, MARGIN))
        grouped = rung_paths(marts, engine, steps=1, is_margin=False)
        answer = rung_worth(marts)
    workspace.close()
    # on 01-09 there was only Anna with her first purchase; on 04-10 she is an advocate, Clara has bought twice, Boris and Dan have lapsed
    assert {row["path"]: row["customers"] for row in sales} == {35: 1, 3: 1, 6: 2}
    # in the 91 days between she brought 20.00, 30.00 and 40.00
    brought = [{name: money for name, money in row.items() if name.startswith("money") and money} for row in sales]
    assert brought == [{}, {}, {"money_3": 9000, "money_3_3": 9000**2}]
    assert margin[2]["money_3"] == pytest.approx(3600)
    assert grouped.places.tolist() == [[NOT_YET, 0], [NOT_YET, 3], [0, 2]] and grouped.stays.tolist() == [[0] * 4, [0] * 4, [1, 0, 0, 0]]
    assert grouped.money.tolist() == [[0] * 4, [0] * 4, [90, 0, 0, 0]] and not grouped.spread.any()
    assert grouped.stood.tolist() == [1, 0, 0, 0]
    assert answer.steps == 1 and [rung.customers for rung in answer.rungs] == [1, 0, 1, 2]
    assert all(rung.within is None and rung.per_step is None for rung in answer.rungs)
    assert (answer.climbs, answer.moves, answer.is_enough) == ((), (), None)
    assert len(answer.missing) == 1 and "Too few customers" in answer.missing[0].text


def test_every_step_counted_by_hand(tmp_path):
    found = worth(tmp_path / "two.duckdb", [*STEADY, *ONCE])
    assert found.steps == 4 and not found.is_margin
    assert [rung.customers for rung in found.rungs] == [0, 40, 0, 40]
    assert [rung.stood for rung in found.rungs] == [80, 40, 0, 40]
    assert [rung.per_step for rung in found.rungs] == [15.0, 30.0, None, 0.0]
    moves = shrunk(COUNTS)
    assert np.array(found.moves) == pytest.approx(moves)
    assert found.moves[1][1] == pytest.approx((120 + 2.5) / 125)
    discount = 1.1 ** (91 / 365.25) - 1
    middle = BROUGHT / (1 + discount) ** 0.5
    endless, within = value(moves, middle, discount), value_within(moves, middle, discount, 365.25 / 91)
    for place in (0, 1, 3):
        rung = found.rungs[place]
        assert (rung.endless.money, rung.within.money) == (pytest.approx(endless[place]), pytest.approx(within[place]))
        assert rung.within.low < rung.within.money < rung.within.high
        assert rung.endless.low < rung.endless.high and rung.forecast is None
    assert all(climb.forecast is None for climb in found.climbs)
    assert {(climb.rung_from, climb.rung_to): climb.within.money for climb in found.climbs} == {
        ("first_purchase", "regular"): pytest.approx(within[1] - within[0]),
        ("lapsed", "regular"): pytest.approx(within[1] - within[3]),
    }
    assert found.missing[0].text.startswith("The margin is not known")


def test_the_money_of_customers_of_one_path_and_how_it_hangs_together(tmp_path):
    # both begin a step with a first purchase and the next one as regulars; Anna brings 10 + 10 and then 30, Berta 20 + 20 and then 70
    visits = {"a": (0, "5.00"), "b": (0, "5.00")}, {"a": (20, "10.00"), "b": (20, "20.00")}, {"a": (60, "10.00"), "b": (60, "20.00")}
    later = {"a": (90, "30.00"), "b": (90, "70.00")}, {"a": (100, "0.00"), "b": (100, "0.00")}
    workspace = make_shop(
        tmp_path / "two.duckdb", [(who, FIRST + timedelta(day), money) for one in (*visits, *later) for who, (day, money) in one.items()]
    )
    with workspace.marts(replace(QUESTION, as_of=FIRST + timedelta(177)), flat_limits) as marts, marts.engine() as engine:
        found = rung_paths(marts, engine, steps=1, is_margin=False)
    workspace.close()
    # the only step begins on the evening of day 86
    assert found.places.tolist() == [[1, 3]] and found.customers.tolist() == [2]
    assert found.money.tolist() == [[0, 50, 0, 0]]
    assert found.spread[0, 1, 1] == 400


def test_whoever_is_followed_for_one_step_only_cannot_be_checked(tmp_path):
    short = replace(QUESTION, as_of=FIRST + timedelta(100))
    found = worth(tmp_path / "short.duckdb", [*STEADY, *ONCE], short)
    assert (found.steps, found.comparisons, found.is_enough) == (1, (), None)
    assert found.rungs[0].within is not None and found.rungs[1].within is None


def test_before_91_days_nobody_can_be_followed(tmp_path):
    found = worth(tmp_path / "new.duckdb", STEADY, replace(QUESTION, as_of=FIRST + timedelta(90)))
    assert (found.steps, found.moves, found.is_enough) == (0, (), None)
    assert [one.text[:34] for one in found.missing] == ["The data cover less than 91 days, "]


def test_one_customer_with_one_order(tmp_path):
    found = worth(tmp_path / "one.duckdb", [("a", FIRST, "10.00")], Question())
    assert found.steps == 0 and all(rung.within is None for rung in found.rungs)


def test_without_a_discount_there_is_no_value_without_an_end(tmp_path):
    found = worth(tmp_path / "free.duckdb", [*STEADY, *ONCE], replace(QUESTION, annual_discount_rate=0.0))
    assert all(rung.endless is None for rung in found.rungs) and all(climb.endless is None for climb in found.climbs)
    assert found.rungs[1].within is not None and len(found.missing) == 2


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def living(workspace, question=None):
    with ask(workspace, question or Question()) as marts:
        values = customer_values(marts, fits(marts))
        return values, rung_worth(marts, values), rung_worth(marts, values)


def test_the_forecasts_beside_it_are_those_of_the_customers(shop):
    values, found, again = living(shop)
    assert found == again
    assert found.is_margin and sum(rung.customers for rung in found.rungs) == len(values.customer) == 240
    for rung, number in zip(found.rungs, (3, 4, 5, 6), strict=True):
        there = values.rung == number
        assert rung.customers == there.sum()
        assert rung.forecast == (pytest.approx(values.predicted[there].mean()) if there.any() else None)
    assert all(abs(sum(row) - 1) < 1e-12 for row in found.moves)
    assert found.is_enough is not None and found.comparisons


def test_longer_ahead_is_worth_more_and_at_most_what_there_is_without_an_end(shop):
    worth_of = {}
    for months in (6, 12, 60):
        _, found, _ = living(shop, Question(horizon_months=months))
        worth_of[months] = [(rung.within.money, rung.endless.money) for rung in found.rungs if rung.within]
    for short, middle, long in zip(*worth_of.values(), strict=True):
        assert short[0] < middle[0] < long[0] < long[1]


def test_what_came_later_changes_nothing(tmp_path, shop):
    then = Question(as_of=date(2025, 11, 30))
    cut = make_living_shop(tmp_path / "cut.duckdb", [line for line in living_lines() if line[1] <= then.as_of])
    with ask(shop, then) as marts:
        with_later = rung_worth(marts)
    with ask(cut, then) as marts:
        without = rung_worth(marts)
    cut.close()
    assert with_later == without
