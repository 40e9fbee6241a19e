"""Laws of the ladder on random shops: one rung a day, no gaps in time, no knowledge of tomorrow, nothing lost between two dates."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.__main__ import main
from retention.answers.data import checks
from retention.answers.movement import moves, summed_up
from retention.models.gap_limits import NEVER_DAYS, GapLimits
from retention.models.history import Gaps, Summaries
from retention.warehouse import Workspace, open_workspace
from retention.warehouse.rungs import LAPSED, NAMES, NEW
from tests.drawn_shop import (
    DAYS,
    FIRST_DAY,
    Limits,
    Line,
    Shop,
    asked,
    cut,
    fill,
    is_at_risk_on,
    limits,
    rows_of,
    rung_on,
    shops,
    spells_of,
    turn_on,
)

Rows = tuple[tuple[int, int, int], ...]
few = settings(max_examples=10)
day_by_day = settings(max_examples=8)  # every example is hundreds of days of up to 25 customers
days_after = st.integers(0, DAYS + 60)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Iterator[Workspace]:
    """One file for all drawn shops: each is written over the one before."""
    workspace = open_workspace(tmp_path_factory.mktemp("laws") / "drawn.duckdb")
    yield workspace
    workspace.close()


def freeze(workspace: Workspace, as_of: int) -> Limits:
    """The limits that the shop's own waits suggest on a day, to be asked again of another day."""
    with asked(workspace, as_of) as marts:
        columns = ("flat_days", "base_millidays", "factor_millionths")
        parts = [
            rows_of(marts, f"select {', '.join(f'{name}_{part}' for part in columns)} from gap_limits order by repeat_purchases")
            for name in ("at_risk", "lapsed")
        ]
    return Limits(*(tuple(tuple(map(int, row)) for row in part) for part in parts))


@day_by_day
@given(shops, days_after, limits)
def test_on_every_day_each_customer_stands_on_the_one_rung_that_the_definition_gives(workspace, shop, after, table):
    fill(workspace, shop)
    as_of = max(shop.first_day, after)
    known = shop.until(as_of)
    with asked(workspace, as_of, table.table) as marts:
        spells = spells_of(marts)
        now = rows_of(marts, "select customer_id, rung, is_at_risk, turn from customers_now inner join customer_keys using (customer)")
    assert sorted(spells) == known.customers
    for customer in known.customers:
        for day in range(known.purchase_days(customer)[0], as_of + 1):
            standing = [(rung, turn) for start, end, rung, _, turn in spells[customer] if start <= day < end]
            rung = rung_on(known, customer, day, table, known.is_discounting)
            # who is lapsed stands on the turn that ended
            assert standing == [(rung, turn_on(known, customer, day, table))], (customer, day)
    at_the_end = {
        f"c{customer:02}": (
            rung := rung_on(known, customer, as_of, table, known.is_discounting),
            int(rung != LAPSED and is_at_risk_on(known, customer, as_of, table)),
            turn_on(known, customer, as_of, table),
        )
        for customer in known.customers
    }
    assert {name: tuple(rest) for name, *rest in now} == at_the_end


@few
@given(shops, days_after, limits)
def test_spells_tile_the_time_from_the_first_purchase_and_each_knows_the_one_before(workspace, shop, after, table):
    fill(workspace, shop)
    as_of = max(shop.first_day, after)
    with asked(workspace, as_of, table.table) as marts:
        found = spells_of(marts)
    for customer, spells in found.items():
        bought = shop.until(as_of).purchase_days(customer)
        assert spells[0][0] == bought[0] and spells[-1][1] == as_of + 1
        assert all(start < end for start, end, *_ in spells)
        rung_before, end_before, turn_before = NEW, bought[0], 1
        for start, end, rung, before, turn in spells:
            assert (start, before) == (end_before, rung_before)
            # nobody comes back, and no new turn begins, but by buying
            assert rung_before != LAPSED or (start in bought and turn == turn_before + 1)
            assert turn == turn_before or rung_before == LAPSED
            rung_before, end_before, turn_before = rung, end, turn


@few
@given(shops, days_after, days_after, st.none() | limits)
def test_yesterdays_rungs_do_not_change_when_tomorrows_orders_arrive(workspace, shop, one, other, table):
    early, late = sorted(max(shop.first_day, day) for day in (one, other))
    # whether a shop discounts is a threshold fitted to the data like the limits; frozen here by letting no purchase have a discount
    shop = replace(shop, lines=tuple(replace(line, discount=0) for line in shop.lines))
    fill(workspace, shop)
    table = table or freeze(workspace, late)
    with asked(workspace, late, table.table) as marts:
        later = spells_of(marts)
    fill(workspace, shop.until(early))
    with asked(workspace, early, table.table) as marts:
        assert spells_of(marts) == {customer: cut(spells, early) for customer, spells in later.items() if spells[0][0] <= early}


@few
@given(shops, days_after, days_after, days_after)
def test_moves_between_two_dates_and_month_by_month_add_up_to_the_stocks(workspace, shop, one, other, after):
    fill(workspace, shop)
    as_of = max(shop.first_day, after)
    first, last = sorted((min(one, as_of), min(other, as_of)))
    with asked(workspace, as_of) as marts:
        found = moves(marts, FIRST_DAY + timedelta(first), FIRST_DAY + timedelta(last))
        spells = spells_of(marts).values()
        months = rows_of(marts, "select rung_before, rung, customers from rung_moves")
        assert [checked.check.name for checked in checks(marts) if checked.rows and not checked.check.is_about_data] == []
    for rung, name in NAMES.items():
        on_first, on_last = (
            sum(start <= day < end and on == rung for history in spells for start, end, on, *_ in history) for day in (first, last)
        )
        assert sum(move.customers for move in found if move.rung_from == name) == on_first
        assert sum(move.customers for move in found if move.rung_to == name) == on_last
        arrived = sum(people for before, to, people in months if to == rung)
        left = sum(people for before, to, people in months if before == rung)
        assert arrived - left == sum(history[-1][2] == rung for history in spells)
    said = summed_up(FIRST_DAY, FIRST_DAY, found)
    assert said.on_ladder == said.climbed + said.stayed + said.slipped + said.lapsed
    known_then = sum(history[0][0] <= first for history in spells)
    assert (said.on_ladder + said.lapsed_before, said.new) == (known_then, sum(first < history[0][0] <= last for history in spells))


@few
@given(shops, days_after, st.integers(1, 30), limits)
def test_at_risk_and_lapsed_end_on_a_day_of_purchase_only_and_silence_alone_never_mends_them(workspace, shop, after, later, table):
    fill(workspace, shop)
    as_of = max(shop.first_day, after)
    standing = []
    for day in (as_of, as_of + later):
        with asked(workspace, day, table.table) as marts:
            sql = "select customer_id, rung, is_at_risk, last_day from customers_now inner join customer_keys using (customer)"
            standing.append({name: rest for name, *rest in rows_of(marts, sql)})
    before, now = standing
    for name, (rung, is_at_risk, last_day) in before.items():
        rung_now, is_at_risk_now, last_day_now = now[name]
        if last_day_now == last_day:
            assert rung != LAPSED or rung_now == LAPSED
            assert not is_at_risk or is_at_risk_now or rung_now == LAPSED


@few
@given(shops, st.integers(1, 60), st.integers(0, 40), st.integers(0, 120), st.integers(1, 6))
def test_of_two_like_customers_the_one_who_bought_more_lately_is_never_the_worse(workspace, shop, gap, later, silence, purchases):
    start = 0
    days = [start + gap * number for number in range(purchases)]
    twins = [Line(90, day, 100) for day in days] + [Line(91, day, 100) for day in [*days[:-1], days[-1] + later]]
    if purchases == 1:  # of a single purchase, a later one is a younger customer, with the same limits
        twins = [Line(90, 0, 100), Line(91, later, 100)]
    fill(workspace, Shop((*shop.lines, *twins), shop.scores, shop.brought))
    with asked(workspace, days[-1] + later + silence) as marts:
        sql = "select customer_id, rung, is_at_risk from customers_now inner join customer_keys using (customer)"
        standing = {name: (rung == LAPSED, is_at_risk) for name, rung, is_at_risk in rows_of(marts, sql)}
    # lapsed is worse than at risk, at risk than neither
    assert standing["c91"] <= standing["c90"]


def is_lengthened(rows: Rows, slow: Rows, number: int) -> bool:
    """Whether the day that is allowed to everybody has lengthened the limits of this row, by less than a day."""
    number = min(number, len(rows) - 1)
    return bool(rows[number][1] * 7 > slow[number][1] + 7)


def is_same_limit(rows: Rows, slow: Rows, number: int, days: int, days_when_slow: int) -> bool:
    """Whether a limit is seven times as long where everything takes seven times as long, up to the rounding to whole days.

    Limits are rounded down, so that seven short ones lack up to six days of the long one; nobody is allowed less than a day.
    """
    if days >= NEVER_DAYS or days_when_slow >= NEVER_DAYS:
        return days >= NEVER_DAYS and days_when_slow >= NEVER_DAYS
    least = -7 if is_lengthened(rows, slow, number) or days == 1 else 0
    return least <= days_when_slow - days * 7 < 7


@day_by_day
@given(shops, days_after)
def test_a_shop_that_lives_seven_times_as_slowly_has_the_same_rungs(workspace, shop, after):
    as_of = max(shop.first_day, after)
    known = Shop(shop.until(as_of).lines)
    fill(workspace, known)
    in_days = freeze(workspace, as_of)
    with asked(workspace, as_of) as marts:
        spells = spells_of(marts)
    fill(workspace, known.stretched(7))
    in_weeks = freeze(workspace, as_of * 7)
    with asked(workspace, as_of * 7) as marts:
        stretched = spells_of(marts)
    for customer, history in spells.items():
        bought = known.purchase_days(customer)
        for day in range(bought[0], as_of + 1):
            until = [known for known in bought if known <= day]
            number, age = len(until) - 1, until[-1] - until[0]
            limit, limit_in_weeks = in_days.days("lapsed", number, age), in_weeks.days("lapsed", number, age * 7)
            assert is_same_limit(in_days.lapsed, in_weeks.lapsed, number, limit, limit_in_weeks), (customer, day)
            if not is_lengthened(in_days.lapsed, in_weeks.lapsed, number) and limit > 1:
                places = ((history, day), (stretched[customer], day * 7))
                rungs = [[rung for start, end, rung, *_ in found if start <= at < end] for found, at in places]
                assert rungs[0] == rungs[1], (customer, day)


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(st.sets(st.integers(1, 359), max_size=12).map(lambda later: (0, *sorted(later))), st.integers(1, 5)),
        min_size=1,
        max_size=12,
    )
)
def test_limits_fitted_to_weeks_are_the_limits_of_days_in_weeks(customers):
    gaps, histories = [], []
    for bought, people in customers:
        for number, (start, end) in enumerate(zip(bought, (*bought[1:], 360), strict=True), start=1):
            gaps.append((number, end - start, int(number < len(bought)), people))
        histories.append((len(bought) - 1, bought[-1], 360, people))
    number, length, closed, people = np.array(gaps).T
    repeats, last, age, weight = np.array(histories).T
    one = GapLimits.fit(Gaps(number, length, closed, people), Summaries(repeats, last, age, weight), 0.90, 0.95)
    seven = GapLimits.fit(Gaps(number, length * 7, closed, people), Summaries(repeats, last * 7, age * 7, weight), 0.90, 0.95)
    for limit, slow in ((one.at_risk, seven.at_risk), (one.lapsed, seven.lapsed)):
        rows, slow_rows = (tuple(zip(of.flat_days, of.base_millidays, of.factor_millionths, strict=True)) for of in (limit, slow))
        for x in range(len(rows)):
            assert is_same_limit(rows, slow_rows, x, int(limit.days(x, 10 * x)), int(slow.days(x, 70 * x))), x


def test_the_command_says_the_same_of_a_day_whatever_came_after_it(tmp_path, capsys):
    day, of_file = "2025-03-17", {"orders": 1, "feedback": 0, "contacts": 0, "spend": 0, "customers": 2}  # where a file has its dates
    main(["sample", "--shop", "online", "--customers", "150", "--seed", "5", "--output", str(tmp_path / "all")])
    (tmp_path / "past").mkdir()
    for name, column in of_file.items():
        with (tmp_path / "all" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        kept = [row for row in rows if row[column] <= day]
        assert len(header) > column and 0 < len(kept) < len(rows)
        with (tmp_path / "past" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *kept])
    found = {}
    for folder in ("all", "past"):
        workspace = tmp_path / f"{folder}.duckdb"
        main(["load", *(str(tmp_path / folder / f"{name}.csv") for name in of_file), "--workspace", str(workspace)])
        open_workspace(workspace).close()
        capsys.readouterr()
        assert main(["ladder", "--workspace", str(workspace), "--as-of", day, "--from", "2024-12-31", "--to", day, "--json"]) == 0
        found[folder] = capsys.readouterr().out
    assert json.loads(found["all"])["customers"] > 50
    assert found["all"] == found["past"]
