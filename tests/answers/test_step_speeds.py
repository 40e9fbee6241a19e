"""How fast each step goes: waits by hand on the five-customer shop, curves by hand on a dozen waits."""

from __future__ import annotations

from datetime import date
from math import exp, log, sqrt

import pyarrow as pa
import pytest

from retention.answers.ask import ask
from retention.answers.step_speeds import LEAST_WATCHED, step_of, step_speeds
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop


def waits(*rows: tuple[int, int, int]) -> pa.Table:
    """Rows of days, is_closed, customers."""
    return pa.table(dict(zip(("days", "is_closed", "customers"), map(list, zip(*rows, strict=True)), strict=True)))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        yield marts
    workspace.close()


def test_the_waits_of_five_customers(tiny):
    with tiny.engine() as engine:
        rows = engine.arrow(sql_text("answers", "step_waits")).to_pylist()
    assert sorted(tuple(row.values()) for row in rows) == [
        # step, days, taken, customers
        (1, 10, 1, 1),  # Dan
        (1, 30, 1, 2),  # Anna, Clara
        (1, 90, 0, 1),  # Boris waits still, though he has lapsed
        (2, 20, 1, 1),  # Dan, three purchases
        (2, 40, 0, 1),  # Clara
        (2, 60, 1, 1),  # Anna, straight to advocate
        (2, 90, 0, 1),  # Boris
        (3, 0, 1, 1),  # Anna skipped the rung of the regulars
        (3, 48, 0, 1),  # Dan, lapsed meanwhile
        (4, 2, 0, 1),  # Dan lapsed on 04-08
        (4, 44, 0, 1),  # Boris lapsed on 02-25
    ]


def test_five_customers_are_too_few_to_time_a_step(tiny):
    found = step_speeds(tiny)
    assert [(step.name, step.stood, step.taken, step.so_far, step.curve) for step in found.steps] == [
        ("second_purchase", 4, 3, None, ()),
        ("regular", 4, 2, None, ()),
        ("advocate", 2, 1, None, ()),
        ("back", 2, 0, None, ()),
    ]
    assert (found.skipped_regular.count, found.skipped_regular.of) == (1, 1)


def test_open_waits_count_for_as_long_as_they_were_watched():
    # 20 people; 5 climb on day 100 (of 20 watched), 5 stop being watched on day 150, 4 climb on day 400 (of 10), 6 wait on since day 500
    step = step_of("regular", waits((100, 1, 5), (150, 0, 5), (400, 1, 4), (500, 0, 6)))
    assert (step.stood, step.taken, step.so_far.days) == (20, 9, 400)
    assert step.within_year.share == pytest.approx(1 - 15 / 20)
    assert step.so_far.share == pytest.approx(1 - 15 / 20 * 6 / 10)
    assert step.median_days == 400  # 55 % have climbed by then
    # Greenwood: S² (5 / (20 × 15)), on the scale of log(-log S)
    waiting, spread = 0.75, 0.75**2 * 5 / (20 * 15)
    stretch = exp(1.959964 * sqrt(spread) / abs(waiting * log(waiting)))
    assert step.within_year.low == pytest.approx(1 - waiting ** (1 / stretch), abs=1e-6)
    assert step.within_year.high == pytest.approx(1 - waiting**stretch, abs=1e-6)
    assert step.curve[0].share == 0 and step.curve[-1] == step.so_far


def test_a_year_is_told_where_ten_were_watched_for_just_a_year():
    assert step_of("regular", waits((100, 1, 5), (365, 0, 10))).within_year.share == pytest.approx(1 / 3)
    assert step_of("regular", waits((100, 1, 5), (364, 0, 10))).within_year is None


def test_a_half_reached_when_too_few_are_watched_is_not_told():
    # 11 stop being watched on day 10; of the 9 left, 5 climb on day 100: more than half, but told by nine people
    step = step_of("regular", waits((10, 0, 11), (100, 1, 5), (200, 0, 4)))
    assert (step.median_days, step.so_far.days, step.so_far.share) == (None, 10, 0.0)


def test_the_wait_to_come_back_is_counted_from_the_first_lapse_to_the_first_return(tmp_path):
    # with limits of 45 days Anna lapses on 02-16 and returns on 03-02, 14 days later; lapses again on 04-17 and returns on 04-24, 7 later
    days = [date(2026, 1, 1), date(2026, 3, 2), date(2026, 4, 24)]
    # Boris lapses on 02-16, returns on 03-02, lapses again on 04-17 and has not come since
    lines = [("anna", day, "5.00") for day in days] + [("boris", day, "5.00") for day in days[:2]]
    workspace = make_shop(tmp_path / "back.duckdb", lines)
    with workspace.marts(Question(), flat_limits) as marts, marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "step_waits")).to_pylist()
    workspace.close()
    assert [tuple(row.values()) for row in rows if row["step"] == 4] == [(4, 14, 1, 2)]


def test_no_median_where_fewer_than_half_climb_and_no_year_where_nobody_was_watched_so_long():
    step = step_of("advocate", waits((10, 1, 4), (200, 0, 16)))
    assert (step.median_days, step.within_year) == (None, None)
    assert step.so_far.share == pytest.approx(0.2)


@pytest.mark.parametrize(("closed", "share", "bound"), [(0, 0.0, (0.0, 0.1611)), (1, 1.0, (0.8389, 1.0))])
def test_all_or_nobody_still_leaves_doubt(closed, share, bound):
    step = step_of("back", waits((50, closed, 20)))
    assert step.so_far.share == share
    assert (step.so_far.low, step.so_far.high) == pytest.approx(bound, abs=1e-4)  # Wilson for 0 of 20: z² / (n + z²)


def test_nobody_has_stood_there():
    step = step_of("back", pa.table({name: pa.array([], pa.int64()) for name in ("days", "is_closed", "customers")}))
    assert (step.stood, step.taken, step.so_far) == (0, 0, None)


def test_the_curves_of_a_living_shop_only_rise_and_end_where_few_are_watched(tmp_path):
    workspace = make_living_shop(tmp_path / "living.duckdb")
    with ask(workspace, Question()) as marts, marts.engine() as engine:
        found = step_speeds(marts)
        reached = engine.arrow(sql_text("answers", "ladder_climbs")).to_pylist()[0]
    workspace.close()
    named = {step.name: step for step in found.steps}
    assert (named["regular"].stood, named["regular"].taken) == (reached["ever_customer"], reached["ever_regular"])
    assert (named["advocate"].stood, named["advocate"].taken) == (reached["ever_regular"], reached["ever_advocate"])
    for step in found.steps:
        assert step.stood >= LEAST_WATCHED
        assert all(one.low <= one.share <= one.high for one in step.curve)
        assert [one.share for one in step.curve] == sorted(one.share for one in step.curve)
