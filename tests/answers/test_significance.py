"""Who matters, on the shop of five customers by hand, and what holds for the living one.

Anna's waits are 30, 30 and 30 days, Dan's 10 and 10, Clara's 30; Boris has none. Anna brought Dan.
"""

from __future__ import annotations

from datetime import timedelta
from math import pi, sqrt

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.people import people
from retention.answers.people_found import ONLY, Wanted, find_people, people_rows, places_of
from retention.answers.significance import ClassOfPeople, Introducer, significance
from retention.answers.stability import customer_waits, stability_by_rung
from retention.models.regularity import CLASSES, group_regularity
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
