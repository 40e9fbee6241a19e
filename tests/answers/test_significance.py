"""Who matters, on the shop of five customers by hand, and what holds for the living one.

Anna's waits are 30, 30 and 30 days, Dan's 10 and 10, Clara's 30; Boris has none. Anna brought Dan.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import pi, sqrt

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.people import people
from retention.answers.people_found import ONLY, Wanted, find_people, people_rows, places_of
from retention.answers.significance import ClassOfPeople, Introducer, significance
from retention.answers.stability import customer_waits, stability_by_rung
from retention.models.regularity import CLASSES, TOO_FEW, YEARLY, group_regularity
from retention.question import Question
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES
from tests.living_shop import LAST_DAY, living_lines, make_living_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

THREE_WAITS_OF_90_DAYS_BY_CHANCE = pi / 18 / (sqrt(3) / 2) * 90 / 87  # the area grows as the variance of whole days shrinks


@pytest.fixture
def tiny(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.cursor() as cursor:
        cursor.executemany(
            "insert into customers (import_id, file, \"row\", customer_id, name, tags, referred_by) values (1, 'list.csv', ?, ?, ?, ?, ?)",
            [
                (2, "boris", "=1+1", "opt; VIP", "a-neighbour"),  # brought by somebody who never bought
                (3, "clara", None, "not important", None),
                (4, "never-bought", "Nobody", "VIP", "anna"),
            ],
        )
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    with ask(workspace, Question()) as marts:
        yield marts
    workspace.close()


def test_five_customers_by_hand(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        found = significance(marts, marked=("clara", "of another shop"))
    assert (found.customers, found.money, found.is_margin) == (4, 212.0, False)
    assert (found.told, found.steady.count, found.steady.of) == (1, 1, 1)
    assert found.steady_by_chance == pytest.approx(THREE_WAITS_OF_90_DAYS_BY_CHANCE, abs=0.008)
    assert not found.is_beyond_chance  # one of one: chance alone makes a fifth of such shops
    assert found.classes == (
        ClassOfPeople("yearly", 0, 0.0, 0.0, 0.0),
        ClassOfPeople("steady", 1, 0.25, 100.0, 100 / 212),
        ClassOfPeople("uneven", 0, 0.0, 0.0, 0.0),
        ClassOfPeople("too_few", 3, 0.75, 112.0, 112 / 212),
    )
    assert (found.introducers, found.brought, found.brought_money) == (2, 2, 95.0)  # Anna brought Dan, a neighbour Boris
    assert found.best_introducers == (Introducer("anna", None, "advocate", 1, 45.0, 100.0),)
    assert (found.tagged, found.marked, found.worth_showing, found.worth_showing_money) == (1, 1, 2, 67.0)
    assert (found.has_tags, found.has_introductions) == (True, True)


def test_in_margin_where_the_share_is_given(tiny):
    with tiny.marts(Question(margin_share=0.5), flat_limits) as marts:
        found = significance(marts)
    assert (found.is_margin, found.money) == (True, 50 + 25 + 8.5 + 15)
    assert found.best_introducers[0].money_of_brought == 15.0  # Dan's own costs are known


def test_stability_by_rung_by_hand(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        rows = stability_by_rung(marts)
        waits = customer_waits(marts)
    assert [(row.rung, row.customers, row.told, row.steady.count, row.regularity) for row in rows] == [
        ("first_purchase", 1, 0, 0, None),  # Clara
        ("regular", 0, 0, 0, None),
        ("advocate", 1, 1, 1, None),  # Anna
        ("lapsed", 2, 0, 0, None),  # Boris, Dan
    ]
    assert rows[0].steady.share is None
    assert waits.gaps.tolist() == [3, 0, 1, 2]
    assert np.nan_to_num(waits.mean_gap_days, nan=-1).tolist() == [30, -1, 30, 10]
    assert (waits.last.tolist(), waits.before_last.tolist()) == ([30, 0, 30, 10], [30, 0, 0, 10])


def test_nothing_known_and_nobody_there(tmp_path):
    workspace = make_tiny_shop(tmp_path / "plain.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from customers")
    with workspace.marts(Question(), flat_limits) as marts:
        found = significance(marts)
        assert (found.has_tags, found.has_introductions, found.brought_money_share) == (False, False, 0.0)
        assert find_people(people(marts), Wanted(only=("worth_showing",))).customers == 0
    workspace.close()
    nobody = make_tiny_shop(tmp_path / "nobody.duckdb", [line for line in LINES if line[1] is None])
    with nobody.marts(Question(), flat_limits) as marts:
        found = significance(marts)
        assert (found.customers, found.told, found.steady.share, found.classes[0].money_share) == (0, 0, None, None)
        assert find_people(people(marts), Wanted()).customers == 0
    nobody.close()


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), ["anna", "boris", "dan", "clara"]),  # the most money first
        (Wanted(rungs=("lapsed",)), ["boris", "dan"]),
        (Wanted(rungs=("lapsed", "advocate")), ["anna", "boris", "dan"]),
        (Wanted(stability=("steady",)), ["anna"]),
        (Wanted(tiers=("lowest",)), ["clara"]),
        (Wanted(only=("brought_others",)), ["anna"]),
        (Wanted(only=("worth_showing",)), ["boris", "clara"]),
        (Wanted(rungs=("lapsed",), only=("worth_showing",)), ["boris"]),
        (Wanted(only=("worth_showing", "brought_others")), []),
    ],
)
def test_filters_by_hand(tiny, wanted, ids):
    with tiny.marts(Question(), flat_limits) as marts:
        everybody = people(marts)
    places = places_of(everybody, wanted, ("clara",))
    left = find_people(everybody, wanted, ("clara",))
    brought = {"anna": 100.0, "boris": 50.0, "clara": 17.0, "dan": 45.0}
    assert [row["customer_id"] for row in people_rows(everybody, places)] == ids
    assert (left.customers, left.customer_share, left.first.tolist()) == (len(ids), len(ids) / 4, places.tolist())
    assert left.sales == sum(brought[one] for one in ids)
    assert left.money_share == pytest.approx(left.sales / 212)


def test_a_row_holds_what_is_known(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        everybody = people(marts)
    rows = {row["customer_id"]: row for row in people_rows(everybody, everybody.by_money)}
    assert rows["boris"]["name"] == "=1+1" and rows["boris"]["worth_showing"] is True
    assert (rows["boris"]["mean_gap_days"], rows["boris"]["purchases"], rows["boris"]["margin"]) == (None, 1, None)
    assert (rows["dan"]["margin"], rows["dan"]["tier"], rows["dan"]["stability"]) == (15.0, "middle", "too_few")
    assert rows["anna"]["brought_money"] == 45.0


def test_who_was_brought_need_not_have_bought_yet(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(as_of=date(2026, 1, 20)), flat_limits) as marts:
        found = significance(marts)
    workspace.close()
    assert (found.has_introductions, found.introducers, found.brought, found.brought_money) == (True, 0, 0, 0.0)


def test_who_is_said_to_have_been_brought_by_two_or_by_themselves(tiny):
    with tiny.cursor() as cursor:
        cursor.executemany(
            "insert into customers (import_id, file, \"row\", customer_id, referred_by) values (1, 'more.csv', ?, ?, ?)",
            [(2, "dan", "boris"), (3, "clara", "clara")],  # Anna is the first of the two by name
        )
        cursor.execute("update workspace set data_version = data_version + 1")
    with tiny.marts(Question(), flat_limits) as marts:
        found = significance(marts)
    assert [(one.customer_id, one.customers) for one in found.best_introducers] == [("anna", 1)]
    assert (found.introducers, found.brought) == (2, 2)


def test_where_more_came_back_than_was_sold_there_are_no_shares(tmp_path):
    lines = [("1", "anna", "2026-01-05", "10.00", None, "sale"), ("2", "anna", "2026-01-06", "-30.00", None, "return")]
    workspace = make_tiny_shop(tmp_path / "returns.duckdb", [*lines, ("3", "boris", "2026-01-07", "5.00", None, "sale")])
    with workspace.marts(Question(), flat_limits) as marts:
        found, left = significance(marts), find_people(people(marts), Wanted())
    workspace.close()
    assert (found.money, found.brought_money_share, found.worth_showing_money_share) == (-15.0, None, None)
    assert {kind.money_share for kind in found.classes} == {None}
    assert (left.sales, left.money_share) == (-15.0, None)


def test_only_who_is_a_year_apart_every_time_buys_once_a_year(tmp_path):
    first = date(2020, 1, 1)
    waits = {"yearly": (310, 425), "late": (310, 430), "early": (300, 400)}
    lines = [
        (f"{name}-{number}", name, str(first + timedelta(days=sum(each[:number]))), "10.00", None, "sale")
        for name, each in waits.items()
        for number in range(3)
    ]
    workspace = make_tiny_shop(tmp_path / "years.duckdb", lines)
    with workspace.marts(Question(), flat_limits) as marts:
        found, everybody = significance(marts), people(marts)
        rows = stability_by_rung(marts)
    workspace.close()
    codes = dict(zip(everybody.customer_id.to_pylist(), everybody.waits.code.tolist(), strict=True))
    assert codes == {"yearly": YEARLY, "late": TOO_FEW, "early": TOO_FEW}
    assert (found.told, found.steady_by_chance, found.classes[0].customers) == (0, 0.0, 1)  # yearly is told, yet neither steady nor uneven
    assert sum(row.yearly for row in rows) == 1 and sum(row.told for row in rows) == 0


def test_the_margin_is_told_where_it_is_known_of_all_of_them(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        everybody = people(marts)
    assert find_people(everybody, Wanted(tiers=("middle",))).margin == 15.0  # Dan alone
    assert find_people(everybody, Wanted()).margin is None


def test_the_first_of_many_do_not_keep_all_of_them(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        everybody = people(marts)
    assert find_people(everybody, Wanted()).first.base is None
    marked = [row["customer_id"] for row in people_rows(everybody, everybody.by_money, ("clara", "stranger")) if row["worth_showing"]]
    assert marked == ["boris", "clara"]


def test_everybody_is_in_one_class_and_every_sum_adds_up(living):
    found, everybody = significance(living), people(living)
    assert sum(kind.customers for kind in found.classes) == found.customers == len(everybody)
    assert sum(kind.money for kind in found.classes) == pytest.approx(found.money)
    assert sum(rung.customers for rung in found.rungs) == found.customers
    assert sum(rung.told for rung in found.rungs) == found.told
    assert sum(rung.steady_by_chance for rung in found.rungs) == pytest.approx(found.steady_by_chance)
    for names, key in (([NAMES[rung] for rung in CUSTOMER_RUNGS], "rungs"), (CLASSES.values(), "stability")):
        parts = [find_people(everybody, Wanted(**{key: (name,)})) for name in names]
        assert sum(part.customers for part in parts) == found.customers
        assert sum(part.money_share for part in parts) == pytest.approx(1)
    assert set(ONLY) == {"worth_showing", "brought_others", "at_risk"}


def test_buyers_drawn_at_random_show_no_habit(living):
    """The living shop's waits are exponential: about as many look steady as chance makes, and k is 1 within its range."""
    found = significance(living)
    assert found.told > 60 and not found.is_beyond_chance
    assert found.steady.low * found.told <= found.steady_by_chance <= found.steady.high * found.told
    waits = customer_waits(living)
    whole = group_regularity(waits.last, waits.before_last)
    assert whole.customers > 100 and whole.low <= 1.05 and whole.high >= 1


def test_later_purchases_change_nothing_of_an_earlier_day(tmp_path):
    lines = living_lines()
    cut = LAST_DAY - timedelta(days=200)
    seen = []
    for name, kept in (("all", lines), ("cut", [line for line in lines if line[1] <= cut])):
        workspace = make_living_shop(tmp_path / f"{name}.duckdb", kept)
        with ask(workspace, Question(as_of=cut)) as marts:
            seen.append(significance(marts))
        workspace.close()
    assert seen[0] == seen[1]
