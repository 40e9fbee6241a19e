"""Who takes up new products: by hand on the shop of five customers, and planted differences found again."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from retention.answers.new_products import FEWEST_ADOPTERS, NewProduct, new_products
from retention.models.proportions import chance_of_no_difference
from retention.question import Question
from retention.warehouse import open_workspace
from tests.many_lines import number_lines
from tests.tiny_shop import flat_limits, make_tiny_shop

# The window of the tiny shop is the later half of its 95 days: it begins on 2026-02-22.
KITE_AND_DRUM = {"9": "kite", "11": "kite", "13": "drum", "15": "whistle", "12": "flute"}  # by order; all others: ball
FIRST_DAY = date(2025, 1, 1)


def answer(workspace):
    with workspace.marts(Question(), flat_limits) as marts:
        found = new_products(marts)
    workspace.close()
    return found


def tiny_with(path, column):
    workspace = make_tiny_shop(path)
    with workspace.cursor() as cursor:
        for order in range(1, 16):
            name = KITE_AND_DRUM.get(str(order), "ball")
            # the column's name is this file's own
            cursor.execute(
                f"update order_lines set {column} = ? where order_id = ?",
                [name, str(order)],
            )
    return workspace


@pytest.mark.parametrize("column", ["product", "category"])
def test_five_customers_by_hand(tmp_path, column):
    found = answer(tiny_with(tmp_path / "tiny.duckdb", column))
    assert found.is_by_product is (column == "product")
    # known: ball, kite, drum, whistle; the flute was only given back. The whistle was bought by nobody known.
    assert (found.window_first_day, found.known, found.sold, found.new) == (date(2026, 2, 22), 4, 4, 2)
    assert found.newest_day == date(2026, 4, 10)
    assert found.best == (NewProduct("kite", date(2026, 3, 6), 2, 38.0), NewProduct("drum", date(2026, 4, 5), 1, 40.0))
    # Anna stood on the first rung with two purchases; Clara was new; Dan and Boris bought nothing in the window
    assert [(one.rung, one.adopters.count, one.adopters.of, one.median_wait_days) for one in found.rungs] == [
        ("none", 1, 1, None),
        ("first_purchase", 1, 1, None),
    ]
    assert (found.more_often, found.sooner) == (None, None)


def test_without_products_and_categories_nothing_is_known(tmp_path):
    found = answer(make_tiny_shop(tmp_path / "tiny.duckdb"))
    assert (found.known, found.sold, found.new, found.newest_day, found.rungs, found.best) == (0, 0, 0, None, (), ())


def shop(path, lines):
    workspace = open_workspace(path)
    customers, days, products = zip(*lines, strict=True)
    with workspace.cursor() as cursor:
        dates = [FIRST_DAY + timedelta(days=int(day)) for day in days]
        cursor.register("given", pa.table({"customer": pa.array(customers, pa.string()), "day": dates, "product": products}))
        cursor.execute(
            'insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, status, product)'
            " select 1, 'made.csv', row_number() over (), customer, day, 10, 'sale', product from given"
        )
        cursor.unregister("given")
        number_lines(cursor)
        cursor.execute("update workspace set data_version = 1")
    return workspace


def test_what_a_short_history_begins_with_is_not_new(tmp_path):
    lines = [("a", 0, "bread"), ("a", 25, "cake"), ("a", 30, "pie"), ("a", 40, "bread")]  # the window begins on day 20
    found = answer(shop(tmp_path / "short.duckdb", lines))
    assert [one.name for one in found.best] == ["pie"]
    assert [(one.rung, one.adopters.count, one.adopters.of) for one in found.rungs] == [("first_purchase", 1, 1)]


def planted(regular_share, first_share, regular_day, first_day, people=200):
    """Day 200 begins the window; "novelty" is first sold on day 205, to nobody known. Regulars had bought three times, others once."""
    lines = [(None, 0, "bread"), (None, 205, "novelty"), (None, 400, "bread")]
    for kind, days, share, day in (("r", (160, 175, 190), regular_share, regular_day), ("f", (185,), first_share, first_day)):
        for person in range(people):
            name = f"{kind}{person}"
            lines += [(name, one, "bread") for one in (*days, 210)]
            if person < share * people:
                lines.append((name, day + person % 3, "novelty"))
    return lines


def test_a_planted_difference_is_found(tmp_path):
    found = answer(shop(tmp_path / "planted.duckdb", planted(0.5, 0.2, 220, 240)))
    by_rung = {one.rung: one for one in found.rungs}
    assert {name: (one.adopters.count, one.adopters.of, one.median_wait_days) for name, one in by_rung.items()} == {
        "first_purchase": (40, 200, 36.0),
        "regular": (100, 200, 16.0),
    }
    assert by_rung["regular"].adopters.low < 0.5 < by_rung["regular"].adopters.high
    assert (found.more_often.ahead, found.more_often.behind) == (by_rung["regular"], by_rung["first_purchase"])
    assert (found.sooner.ahead, found.sooner.behind) == (by_rung["regular"], by_rung["first_purchase"])


def test_what_chance_makes_is_not_named(tmp_path):
    found = answer(shop(tmp_path / "same.duckdb", planted(0.30, 0.26, 220, 220)))
    assert (found.more_often, found.sooner) == (None, None)


def test_one_of_several_comparisons_is_allowed_for(tmp_path):
    """60 of 200 against 42 of 200 would be beyond noise alone; waits are compared too, and are the same."""
    found = answer(shop(tmp_path / "two.duckdb", planted(0.30, 0.21, 220, 220)))
    first, regular = (one.adopters for one in found.rungs)
    assert 0.025 < chance_of_no_difference(regular.count, regular.of, first.count, first.of) < 0.05
    assert found.more_often is None


def test_newcomers_are_compared_with_nobody(tmp_path):
    lines = planted(0.30, 0.26, 220, 220) + [(f"n{person}", 206, "novelty") for person in range(200)]
    found = answer(shop(tmp_path / "newcomers.duckdb", lines))
    assert [(one.rung, one.adopters.count) for one in found.rungs] == [("none", 200), ("first_purchase", 52), ("regular", 60)]
    assert (found.more_often, found.sooner) == (None, None)


def test_who_took_up_two_counts_by_the_mean_of_their_waits(tmp_path):
    lines = [*planted(0.5, 0.5, 220, 220), (None, 230, "second")] + [(f"r{person}", 260, "second") for person in range(100)]
    by_rung = {one.rung: one.median_wait_days for one in answer(shop(tmp_path / "two.duckdb", lines)).rungs}
    assert by_rung == {"first_purchase": 16.0, "regular": 23.0}  # half of 16 + 30


def test_the_rung_is_that_of_the_evening_before(tmp_path):
    lines = [("a", 160, "bread"), ("a", 180, "bread"), ("a", 200, "bread"), ("a", 210, "novelty"), *planted(0, 0, 0, 0, people=0)]
    found = answer(shop(tmp_path / "evening.duckdb", lines))
    assert found.window_first_day == FIRST_DAY + timedelta(days=200)
    assert [(one.rung, one.adopters.count) for one in found.rungs] == [("first_purchase", 1)]  # regular from day 200 on


def test_ten_adopters_are_enough(tmp_path):
    found = answer(shop(tmp_path / "ten.duckdb", planted(0.5, 0.5, 220, 240, people=2 * FEWEST_ADOPTERS)))
    assert [(one.adopters.count, one.median_wait_days) for one in found.rungs] == [(FEWEST_ADOPTERS, 36.0), (FEWEST_ADOPTERS, 16.0)]
    assert found.sooner.ahead.rung == "regular"


def test_what_comes_after_the_asked_day_changes_nothing(tmp_path):
    lines = planted(0.3, 0.2, 220, 240)
    later = [(f"r{person}", 410, "novelty") for person in range(100, 160)] + [("r1", 420, "later"), ("f1", 430, "later")]
    seen = []
    for name, kept in (("cut", lines), ("all", lines + later)):
        workspace = shop(tmp_path / f"{name}.duckdb", kept)
        with workspace.marts(Question(as_of=FIRST_DAY + timedelta(days=400)), flat_limits) as marts:
            seen.append(new_products(marts))
        workspace.close()
    assert seen[0] == seen[1]


def test_too_few_adopters_have_no_median(tmp_path):
    found = answer(shop(tmp_path / "few.duckdb", planted(0.5, 0.05, 220, 240, people=FEWEST_ADOPTERS * 3)))
    by_rung = {one.rung: one for one in found.rungs}
    assert by_rung["first_purchase"].adopters.count < FEWEST_ADOPTERS <= by_rung["regular"].adopters.count
    assert by_rung["first_purchase"].median_wait_days is None and by_rung["regular"].median_wait_days is not None
    assert found.sooner is None


def test_without_a_difference_hardly_any_shop_is_told_of_one(tmp_path):
    random, named = np.random.default_rng(5), 0
    for number in range(10):
        lines = planted(0, 0, 220, 220, people=60)
        lines += [
            (f"{kind}{person}", 215 + random.integers(40), "novelty") for kind in "rf" for person in range(60) if random.random() < 0.4
        ]
        found = answer(shop(tmp_path / f"{number}.duckdb", lines))
        named += found.more_often is not None or found.sooner is not None
    assert named <= 1
