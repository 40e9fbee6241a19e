"""What customers come for: a shop by hand, planted effects that are found, and shops without any where nothing is named."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest

from retention.answers.ask import ask
from retention.answers.interest_changes import interest_changes
from retention.answers.interest_tables import store_interests
from retention.answers.interests import interests
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.interest_shop import FIRST_DAY, lines_of_tastes, make_interest_shop
from tests.living_shop import make_living_shop
from tests.tiny_shop import flat_limits, make_tiny_shop
from tests.warehouse.test_portable import DataFusion, Sqlite, rows_of

JANUARY = date(2026, 1, 1)
# lapsed after 45 days of silence
LINES = [
    ("anna", date(2026, 1, 10), "30.00", "A"),
    ("anna", date(2026, 1, 10), "10.00", "B"),
    ("anna", date(2026, 1, 20), "20.00", "B"),  # B was bought before, beside A
    ("anna", date(2026, 1, 22), "-5.00", "B"),
    ("anna", date(2026, 4, 1), "8.00", "C"),  # a return with something new
    ("anna", date(2026, 4, 2), "8.00", None),
    ("bob", date(2026, 2, 1), "50.00", "A"),
    ("bob", date(2026, 2, 20), "50.00", "A"),  # the same, then a lapse
    ("cara", date(2026, 5, 1), "1.00", "B"),
]


def answer(workspace, question=None, limits=flat_limits):
    with workspace.marts(question or Question(), limits) as marts:
        return interests(marts)


def purchases_of(workspace):
    with workspace.marts(Question(), flat_limits) as marts, marts.engine() as engine:
        assert store_interests(engine).names == ("A", "B", "C")
        engine.store_for_now("purchase_interests")
        columns = "customer, purchase_number, interest, interest_before, is_known, is_return, follow_up"
        rows = engine.arrow(f"select {columns} from purchase_interests order by customer, purchase_number").to_pylist()
    return [tuple(row.values()) for row in rows]


def test_purchases_by_hand(tmp_path):
    assert [row[1:] for row in purchases_of(make_interest_shop(tmp_path / "a.duckdb", LINES))] == [
        # number, interest, before, bought before, after a lapse, lapse followed (2: too early to tell)
        (1, 1, -1, 0, 0, 0),
        (2, 2, 1, 1, 0, 1),
        (3, 3, 2, 0, 1, 2),
        (4, 0, 3, 0, 0, 2),
        (1, 1, -1, 0, 0, 0),
        (2, 1, 1, 1, 0, 1),
        (1, 2, -1, 0, 0, 2),
    ]


def test_a_days_interest_is_one_that_was_sold_and_the_lower_number_of_two_with_as_much(tmp_path):
    day = [date(2026, 1, 1) + timedelta(days=10 * place) for place in range(5)]
    lines = [
        ("anna", day[0], "90.00", "A"),
        ("anna", day[1], "100.00", None),  # what was sold is not known; what came back is no purchase
        ("anna", day[1], "-20.00", "A"),
        ("anna", day[2], "7.00", "C"),
        ("anna", day[2], "7.00", "B"),  # more of B than of C in all: its number is lower
        ("anna", day[3], "300.00", None),
        ("anna", day[3], "1.00", "C"),  # a known one goes before what is not known
        ("anna", day[4], "30.00", "C"),
        ("anna", day[4], "-40.00", "C"),  # given back, but bought that day all the same
        ("anna", day[4], "-1.00", "A"),
        ("anna", day[4], "2.00", None),
        ("bert", day[0], "50.00", "B"),
    ]
    assert [row[2] for row in purchases_of(make_interest_shop(tmp_path / "a.duckdb", lines))] == [1, 0, 2, 3, 3, 2]


def test_a_lapse_is_one_day_longer_than_the_silence_allowed(tmp_path):
    # allowed are 45 days: a purchase on the 46th ends the silence in time, one on the 47th comes a day after the lapse
    start = date(2026, 1, 1)
    lines = [(who, start + timedelta(days=days), "5.00", name) for who, days, name in (("a", 0, "A"), ("a", 46, "A"), ("b", 0, "B"))]
    lines += [(who, start + timedelta(days=days), "5.00", name) for who, days, name in (("b", 47, "B"), ("c", 54, "C"), ("d", 55, "C"))]
    lines.append(("e", start + timedelta(days=100), "9.00", "A"))  # the data end here: 46 days after c, 45 after d
    shop = make_interest_shop(tmp_path / "a.duckdb", lines)
    assert {(row[0], row[1]): row[5:] for row in purchases_of(shop)} == {
        (1, 1): (0, 0),
        (1, 2): (0, 1),
        (2, 1): (0, 1),
        (2, 2): (1, 1),
        (3, 1): (0, 1),
        (4, 1): (0, 2),
        (5, 1): (0, 2),
    }


def test_sums_of_a_large_business_fit(tmp_path):
    lines = [("anna", day, "950000000000.00", name) for day, name in ((JANUARY, "A"), (JANUARY, "B"), (date(2026, 1, 20), "C"))]
    found = answer(make_interest_shop(tmp_path / "a.duckdb", lines))
    assert [mix.parts[0].money for mix in found.by_purchase] == [950_000_000_000.0] * 2
    assert found.by_purchase[0].parts[0].share == 0.5


def test_nothing_after_the_day_is_known(tmp_path):
    later = [("anna", date(2026, 6, 1), "999.00", "B"), ("bob", date(2026, 6, 1), "9999.00", "D")]
    workspace = make_interest_shop(tmp_path / "a.duckdb", [*LINES, *later])
    found = answer(workspace, Question(as_of=date(2026, 2, 10)))
    before = answer(make_interest_shop(tmp_path / "b.duckdb", [line for line in LINES if line[1] <= date(2026, 2, 10)]))
    assert (found.shown, found.others, found.by_purchase) == (("A", "B"), 0, before.by_purchase)
    assert found.changes == before.changes and [mix.group for mix in found.by_period] == ["2026-01", "2026-02"]


def test_a_period_is_complete_with_its_last_day(tmp_path):
    workspace = make_interest_shop(tmp_path / "a.duckdb", [("anna", date(2025, 12, 1), "1.00", "A"), *LINES])
    for last, is_complete in ((date(2026, 2, 27), False), (date(2026, 2, 28), True)):
        periods = answer(workspace, Question(as_of=last)).by_period
        assert [(mix.group, mix.is_complete) for mix in periods] == [("2025-12", True), ("2026-01", True), ("2026-02", is_complete)]


def test_what_was_given_back_before_the_first_purchase_is_in_no_mix(tmp_path):
    found = answer(make_interest_shop(tmp_path / "a.duckdb", [("anna", date(2026, 1, 5), "-5.00", "A"), *LINES]))
    assert [(part.interest, part.money) for part in found.by_purchase[0].parts] == [(1, 80.0), (2, 11.0)]


def test_the_mix_by_hand(tmp_path):
    found = answer(make_interest_shop(tmp_path / "a.duckdb", LINES))
    assert (found.kind, found.shown, found.others, found.drift) == ("category", ("A", "B", "C"), 0, None)
    assert {mix.group: [(part.interest, part.money) for part in mix.parts] for mix in found.by_purchase} == {
        "1": [(1, 80.0), (2, 11.0)],
        "2": [(1, 50.0), (2, 15.0), (3, 8.0)],  # what came back is taken off
        "4": [(0, 8.0)],
    }
    assert found.by_purchase[0].parts[0].share == 80 / 91
    # fewer than five quarters: by month; January began before the first sale, May is not over
    assert [(mix.group, mix.is_complete) for mix in found.by_period] == [
        ("2026-01", False),
        ("2026-02", True),
        ("2026-04", True),
        ("2026-05", False),
    ]
    changes = found.changes
    assert (changes.told, changes.too_recent, changes.not_known, changes.return_purchases) == (2, 1, 1, 1)
    assert (changes.lapses, changes.returns, changes.usual) == ((), (), 1.0)


def test_small_categories_stand_together(tmp_path):
    lines = [("anna", JANUARY + timedelta(days=30 * place), f"{100 - place}.00", f"Category {place}") for place in range(16)]
    found = answer(make_interest_shop(tmp_path / "a.duckdb", [*lines, ("anna", JANUARY, "9.00", " Category 3 ")]))
    assert (found.shown[0], len(found.shown), found.others) == ("Category 3", 7, 9)
    assert [part.interest for part in found.by_purchase[-1].parts] == [7, 8]
    assert [mix.group for mix in found.by_period][:2] == ["2026-Q1", "2026-Q2"]
    assert all(sum(part.share for part in mix.parts) == pytest.approx(1) for mix in (*found.by_purchase, *found.by_period))


@pytest.mark.parametrize("category", [None, "all the same"])
def test_without_two_kinds_of_goods_it_is_said_what_to_add(tmp_path, category):
    found = answer(make_interest_shop(tmp_path / "a.duckdb", [(*line[:3], category) for line in LINES]))
    assert (found.kind, found.by_purchase, found.changes) == (None, (), None)
    assert "add a column with the category or the product" in found.missing.text


def test_with_one_category_chosen_it_is_said_to_choose_another(tmp_path):
    workspace = make_interest_shop(tmp_path / "a.duckdb", LINES)
    found = answer(workspace, Question(categories=("A",)))
    assert found.kind is None and "choose at least two categories in the sidebar, or clear" in found.missing.text
    assert answer(workspace, Question(categories=("A", "B"))).shown == ("A", "B")


@pytest.mark.parametrize("lines", [LINES[:2], [*LINES[:2], LINES[3]]], ids=["one day", "a return"])
def test_tiny_data_are_no_trouble(tmp_path, lines):
    found = answer(make_interest_shop(tmp_path / "a.duckdb", lines))
    assert found.changes.told == 0 and found.changes.usual is None
    assert answer(make_tiny_shop(tmp_path / "tiny.duckdb")).kind is None


def test_lapses_are_those_of_the_ladder(tmp_path):
    workspace = make_living_shop(tmp_path / "a.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set category = case when amount > 20 then 'dear' else 'cheap' end")
        cursor.execute("update workspace set data_version = 9")
    with ask(workspace, Question()) as marts, marts.engine() as engine:
        store_interests(engine)
        engine.store_for_now("purchase_interests")
        lapses = "select count(*) as rows from rung_spells where rung = 6"
        followed = "select count(*) as rows from purchase_interests where follow_up = 1"
        returns = "select count(*) as rows from purchase_interests where is_return = 1"
        assert engine.arrow(followed)["rows"] == engine.arrow(lapses)["rows"]
        assert engine.arrow(returns).to_pylist() == engine.arrow(lapses + " and to_day <= (select as_of_day from question)").to_pylist()


def named(found):
    return [(one.direction, one.name) for one in (*found.changes.lapses, *found.changes.returns) if one.is_beyond_noise]


@pytest.mark.parametrize("seed", range(5))
def test_where_nothing_is_planted_nothing_is_named(tmp_path, seed):
    with ask(make_interest_shop(tmp_path / "a.duckdb", lines_of_tastes(seed)), Question()) as marts:
        found = interests(marts)
    assert len(found.changes.lapses) == 13 and len(found.changes.returns) == 3 and found.drift.purchases > 2_000
    assert named(found) == []
    assert (found.drift.grew, found.drift.shrank) == (None, None)


@pytest.mark.parametrize("seed", range(3))
def test_a_move_that_doubles_lapses_is_found_with_its_size(tmp_path, seed):
    with ask(make_interest_shop(tmp_path / "a.duckdb", lines_of_tastes(seed, after_prizes=0.36)), Question()) as marts:
        found = interests(marts)
    lapses = sorted(found.changes.lapses, key=lambda one: one.usual - one.share.share)
    assert (lapses[0].direction, lapses[0].name, lapses[0].is_beyond_noise) == ("into", "Prizes", True)
    assert lapses[0].share.low > 1.5 * lapses[0].usual
    assert {one.direction for one in lapses if one.is_beyond_noise and one.share.share > one.usual} <= {"into", "out_of"}


def test_a_growing_interest_is_named(tmp_path):
    with ask(make_interest_shop(tmp_path / "a.duckdb", lines_of_tastes(1, growing=0.6)), Question()) as marts:
        drift = interests(marts).drift
    assert drift.grew.name == "Games" and drift.grew.latest.low > drift.grew.first.high
    assert drift.days == 365 and drift.first_until == FIRST_DAY + timedelta(days=364)


def drift_of(path, first, latest):
    """The drift of a shop of 801 days: so many purchases of "A" and of "B" in the first year and in the latest, each by somebody else.

    Half of them on the first day of their stretch and half on its last; on the days beside the stretches everybody buys "A".
    """
    stretches = (((0, 364), first), ((436, 800), latest))
    bought = [(days[who % 2], name) for days, counts in stretches for place, name in enumerate("AB") for who in range(counts[place])]
    bought += [(day, "A") for day in (365, 435)] * 30
    lines = [(f"c{who:04}", FIRST_DAY + timedelta(days=day), "5.00", name) for who, (day, name) in enumerate(bought)]
    drift = answer(make_interest_shop(path / f"{len(list(path.iterdir()))}.duckdb", lines)).drift
    return drift, {row.name: (row.first.count, row.first.of, row.latest.count, row.latest.of, row.is_beyond_noise) for row in drift.rows}


def test_the_drift_by_hand(tmp_path):
    drift, rows = drift_of(tmp_path, (50, 50), (33, 67))
    assert rows == {"A": (50, 100, 33, 100, True), "B": (50, 100, 67, 100, True)}  # z = 2.44: 0.015, twice that for two names
    assert (drift.days, drift.purchases, drift.grew.name, drift.shrank.name) == (365, 200, "B", "A")
    assert (drift.first_until, drift.latest_from) == (FIRST_DAY + timedelta(days=364), FIRST_DAY + timedelta(days=436))
    drift, rows = drift_of(tmp_path, (50, 50), (35, 65))  # z = 2.15: 0.032, but 0.064 for two names
    assert rows["A"] == (50, 100, 35, 100, False) and (drift.grew, drift.shrank) == (None, None)


def test_one_purchase_of_few_is_no_drift(tmp_path):
    drift, rows = drift_of(tmp_path, (21, 1), (381, 0))  # the plain test: once in thirty thousand times
    assert rows == {"A": (21, 22, 381, 381, False), "B": (1, 22, 0, 381, False)}
    assert drift.rows[1].first.share == 1 / 22 and (drift.grew, drift.shrank) == (None, None)


def test_a_first_purchase_after_a_lapse_is_compared_with_its_like():
    # of second purchases a lapse follows 10 of 100, of those after a lapse 50 of 100; whoever returns mostly tries something new
    cells = [(1, 2, 90), (1, 0, 10), (0, 2, 10), (0, 0, 90)]
    rows = []
    for is_return, move, purchases in cells:
        lapsed = purchases // 2 if is_return else purchases // 10
        for follow_up, count in ((1, lapsed), (0, purchases - lapsed)):
            rows.append({"purchase_number": 2, "is_return": is_return, "move": move, "interest_before": 1, "interest": 1 + (move == 2)})
            rows[-1] |= {"follow_up": follow_up, "purchases": count}
    found = {one.label.text: one for one in interest_changes(pa.Table.from_pylist(rows), ()).lapses}
    new = found["Something new to them"]
    assert (new.share.share, new.usual, new.is_beyond_noise) == (46 / 100, pytest.approx(0.46), False)


@pytest.mark.parametrize("engine", [Sqlite, DataFusion])
def test_another_engine_gives_the_same_rows(tmp_path, engine):
    other, given = engine(), ("question", "purchase_days", "rung_spells", "allowed_silences", "interest_days")
    behind = {
        "turn_interests": {},
        "interest_mix": {"shown": 2},
        "interest_periods": {"first_until_day": 19_600, "latest_from_day": 20_000, "named": 3},
        "interest_moves": {"named": 3, "alike_from": 5},
    }
    workspace = make_interest_shop(tmp_path / "a.duckdb", lines_of_tastes(1, customers=150))
    with ask(workspace, Question()) as marts, marts.engine() as duckdb:
        store_interests(duckdb)
        duckdb.store_for_now("purchase_interests")
        for name in given:
            other.give(name, duckdb.arrow(f"select * from {name}"))
        other.make("purchase_interests", sql_text("answers", "purchase_interests"))
        assert other.ask("select * from purchase_interests", {}) == rows_of(duckdb.arrow("select * from purchase_interests"))
        for name, values in behind.items():
            assert other.ask(sql_text("answers", name), values) == rows_of(duckdb.arrow(sql_text("answers", name), values)), name
