"""The shop behind a programme: worked by hand on the tiny shop, and laws on larger ones."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.best_month import best_month
from retention.answers.customer_records import customer_records
from retention.answers.fits import fits
from retention.answers.month_steps import month_steps
from retention.answers.programmes import base
from retention.answers.rung_paces import year_ahead
from retention.programmes import by_name
from retention.programmes.evaluate import evaluate
from retention.question import Question
from retention.sentence import Refusal
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number
from retention.warehouse.rungs import CUSTOMER_RUNGS
from tests.living_shop import living_lines, make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop


@pytest.fixture
def tiny(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        yield marts
    workspace.close()


@pytest.fixture(scope="module")
def living_shop(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("living") / "living.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(living_shop):
    with ask(living_shop, Question()) as marts:
        yield marts


def test_two_months_of_the_tiny_shop_by_hand(tiny):
    with tiny.engine() as engine:
        steps = month_steps(tiny, engine)
    # February begins with Anna and Boris, who lapses on the 25th; Dan comes and is a regular by the 21st.
    # March begins with Anna, whose third purchase makes her an advocate, Dan and Boris; Clara comes.
    assert (steps.first_month, steps.last_month, steps.months) == (date(2026, 2, 1), date(2026, 3, 1), 2)
    assert steps.moves.tolist() == [[1, 0, 1, 1], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]]
    assert steps.orders.tolist() == [2, 0, 0, 0]
    assert steps.sales.tolist() == [50, 0, 0, 0]
    assert (steps.newcomers, steps.first_sales) == (2, 65.0)


def test_few_customers_lean_towards_all_who_still_buy_by_hand(tiny):
    with tiny.engine() as engine:
        steps = month_steps(tiny, engine)
    # all who still buy: 2 purchases in 4 customer-months; (2 + 5 x 0.5) / 8, 2.5 / 6, 2.5 / 5, and 2 in all for 2.104167 made so
    factor = 2 / (3 * 0.5625 + 2.5 / 6)
    assert steps.purchases_per_month() == pytest.approx([0.5625 * factor, 2.5 / 6 * factor, 0.5 * factor, 0.0])
    assert steps.average_checks() == pytest.approx([25.0] * 4)
    # one lapse in 4 customer-months: (1 + 5 / 4) / 8, (5 / 4) / 6, (5 / 4) / 5
    stays = (1 - 2.25 / 8) / 2
    assert steps.shares() == pytest.approx(
        np.array([[stays, 0, stays, 2.25 / 8], [0, 1 - 1.25 / 6, 0, 1.25 / 6], [0, 0, 0.75, 0.25], [0, 0, 0, 1]])
    )


def test_the_base_of_the_tiny_shop_by_hand(tiny):
    found = base(tiny)
    assert [(rung.name, rung.customers) for rung in found.rungs] == [("first_purchase", 1), ("regular", 0), ("advocate", 1), ("lapsed", 2)]
    assert (found.new_customers_per_month, found.first_sales, found.acquisition_cost) == (1.0, 32.5, 15.5)
    assert (found.first_month, found.last_month, found.months) == (date(2026, 2, 1), date(2026, 3, 1), 2)
    assert found.few == ("first_purchase", "advocate")
    assert found.best_month is None
    assert [note.count for note in found.notes] == [2, None]
    with pytest.raises(Refusal, match="no cost of goods"):
        found.business()
    business = found.business(0.4).in_doubt(0.05)
    assert (business.margin_share, business.margin_range, business.acquisition_cost) == (0.4, (pytest.approx(0.35), 0.45), 15.5)
    assert business.rungs == found.rungs == found.counted_rungs
    assert (business.moves, found.paced_by) == (found.counted_moves, "months")


@pytest.mark.parametrize(
    ("question", "first_month", "months"),
    [
        (Question(), date(2025, 7, 1), 12),
        (Question(as_of=date(2026, 5, 17), window_months=7), date(2025, 10, 1), 7),
        (Question(as_of=date(2026, 5, 31), window_months=1), date(2026, 5, 1), 1),
        (Question(as_of=date(2024, 9, 30), window_months=36, regular_from=2), date(2024, 5, 1), 5),  # cut to half of the history
        (Question(lapsed_quantile=0.6, at_risk_quantile=0.5), date(2025, 7, 1), 12),
    ],
)
def test_rungs_times_rates_and_newcomers_make_the_actual_sales(living_shop, question, first_month, months):
    """Whatever the forecast makes of the paces: those counted are kept beside them."""
    with ask(living_shop, question) as marts, marts.engine() as engine:
        steps, last = month_steps(marts, engine), marts.facts.as_of
        found = base(marts, year_ahead(fits(marts), customer_records(marts)))
        rows = engine.arrow("select customer, day, orders, value from purchase_days").to_pylist()
        firsts = {row["customer"]: row["first_day"] for row in engine.arrow("select customer, first_day from customers_now").to_pylist()}
    assert (steps.first_month, steps.months) == (first_month, months)
    end = last + timedelta(1) if (last + timedelta(1)).day == 1 else last.replace(day=1)
    first, after = day_number(first_month), day_number(end)
    counted = [row for row in rows if first <= row["day"] < after and row["customer"] in firsts]
    stood = steps.stood
    pace, checks = (np.array([getattr(rung, name) for rung in found.counted_rungs]) for name in ("purchases_per_month", "average_check"))
    assert np.array(found.counted_moves) == pytest.approx(steps.shares())
    assert stood @ (pace * checks) + steps.first_sales == pytest.approx(sum(row["value"] for row in counted) / 100, abs=1e-6)
    came = {customer for customer, day in firsts.items() if first <= day < after}
    assert steps.newcomers == len(came)
    months_of_coming = [row for row in counted if row["customer"] in came and _month(row["day"]) == _month(firsts[row["customer"]])]
    assert stood @ pace + sum(row["orders"] for row in months_of_coming) == pytest.approx(sum(row["orders"] for row in counted))


def _month(day: int) -> tuple[int, int]:
    written = date(1970, 1, 1) + timedelta(day)
    return written.year, written.month


def test_moves_are_those_between_the_evenings_before_and_at_the_end_of_each_month(living):
    with living.engine() as engine:
        steps = month_steps(living, engine)
        counted = np.zeros((4, 4))
        newcomers = 0
        for month in range(12):
            start = date(2025, 7 + month, 1) if month < 6 else date(2026, month - 5, 1)
            after = (start + timedelta(31)).replace(day=1)
            days = {"first_day": day_number(start) - 1, "last_day": day_number(after) - 1, "lapsed_from": 0}
            for row in engine.arrow(sql_text("answers", "rungs_between"), days).to_pylist():
                if row["rung_then"]:
                    counted[CUSTOMER_RUNGS.index(row["rung_then"]), CUSTOMER_RUNGS.index(row["rung_later"])] += row["customers"]
                else:
                    newcomers += row["customers"]
    assert steps.moves.tolist() == counted.tolist()
    assert steps.newcomers == newcomers


def test_every_row_of_moves_adds_up_and_nobody_falls_back_before_a_purchase(living):
    found = base(living)
    assert np.array(found.moves).sum(axis=1) == pytest.approx(1.0)
    assert found.moves[1][0] == found.moves[2][0] == 0.0  # purchases are never taken away
    assert found.few == ()
    assert found.notes == ()


def test_the_best_month_is_told_against_its_neighbours(living):
    with living.engine() as engine:
        best = best_month(living, engine)
    by_month: dict[tuple[int, int], float] = {}
    for _, day, amount in living_lines():
        by_month[day.year, day.month] = by_month.get((day.year, day.month), 0.0) + float(amount)
    months = sorted(by_month)[-13:]
    above = {
        month: by_month[month] / (by_month[before] + by_month[after]) * 2 - 1
        for before, month, after in zip(months, months[1:], months[2:], strict=False)
    }
    assert (best.month.year, best.month.month) == max(above, key=above.get)
    assert best.above_neighbours == pytest.approx(max(above.values()))


def monthly(first: date, amounts: list[str]) -> list[tuple[str, date, str]]:
    """One purchase a month, the first on a given day, the others on the 1st."""
    months = [date(first.year + (first.month - 1 + number) // 12, (first.month - 1 + number) % 12 + 1, 1) for number in range(len(amounts))]
    return [("a", day, amount) for day, amount in zip([first, *months[1:]], amounts, strict=True)]


@pytest.mark.parametrize(
    ("first", "amounts", "as_of", "best"),
    [
        (date(2025, 1, 1), ["10.00"] * 11, date(2025, 11, 30), None),
        (date(2025, 1, 15), ["10.00"] * 12, date(2025, 12, 31), None),  # half a January is no month
        (date(2025, 1, 1), ["10.00"] * 12, date(2025, 12, 30), None),  # nor is a December without its last day
        (date(2025, 1, 1), ["10.00"] * 5 + ["12.00"] + ["10.00"] * 6, date(2025, 12, 31), (date(2025, 6, 1), 0.2)),
        (
            date(2024, 6, 1),
            ["10.00"] * 7 + ["25.00"] + ["10.00"] * 11,
            date(2025, 12, 31),
            (date(2025, 1, 1), 1.5),
        ),  # the first of the twelve
        (
            date(2024, 6, 1),
            ["10.00"] * 6 + ["25.00"] + ["10.00"] * 5 + ["11.00"] + ["10.00"] * 6,
            date(2025, 12, 31),
            (date(2025, 6, 1), 0.1),
        ),
    ],
)
def test_the_best_month_is_one_of_the_last_twelve_whole_ones(tmp_path, first, amounts, as_of, best):
    workspace = make_shop(tmp_path / "months.duckdb", monthly(first, amounts))
    with workspace.marts(Question(as_of=as_of), flat_limits) as marts, marts.engine() as engine:
        found = best_month(marts, engine)
    workspace.close()
    assert (found and (found.month, round(found.above_neighbours, 9))) == best


@pytest.mark.parametrize(
    "lines",
    [
        [("1", "anna", "2026-03-03", "10.00", None, "sale")],
        [
            ("1", "anna", "2026-03-03", "10.00", None, "sale"),
            ("2", "anna", "2026-03-30", "5.00", None, "sale"),
            ("3", "anna", "2026-03-30", "-20.00", None, "return"),
        ],
        [("1", "anna", "2026-03-03", "10.00", None, "sale"), ("2", "boris", "2026-03-29", "10.00", None, "sale")],
    ],
)
def test_without_a_whole_month_everybody_is_one_rung(tmp_path, lines):
    workspace = make_tiny_shop(tmp_path / "short.duckdb", lines)
    with workspace.marts(Question(window_months=1), flat_limits) as marts:
        found = base(marts)
    workspace.close()
    assert [rung.name for rung in found.rungs] == ["customers"]
    assert found.moves == ((1.0,),)
    assert (found.months, found.new_customers_per_month, len(found.notes)) == (0, 0.0, 1)
    assert evaluate(by_name("cashback"), found.business(0.4), {}).offered == ("customers",)


def test_one_customer_for_years_is_enough_for_rungs(tmp_path):
    days = [date(2024, 1, 1) + timedelta(14 * number) for number in range(60)]
    workspace = make_shop(tmp_path / "one.duckdb", [("anna", day, "10.00") for day in days])
    with workspace.marts(Question(as_of=date(2026, 4, 30)), flat_limits) as marts:
        found = base(marts)
        with marts.engine() as engine:
            steps = month_steps(marts, engine)
    workspace.close()
    regular = found.rungs[1]
    assert (regular.name, regular.customers) == ("regular", 1)
    assert (regular.purchases_per_month, regular.average_check) == (pytest.approx(26 / 12, abs=0.2), pytest.approx(10.0))
    assert found.new_customers_per_month == 0.0
    assert found.first_sales == found.average_check  # nobody new was seen, but a friend may still be brought along
    assert steps.stood @ steps.purchases_per_month() == pytest.approx(steps.orders.sum())
    assert evaluate(by_name("cashback"), found.business(0.4), {}).net < 0


def test_more_returned_than_bought_on_a_rung_is_no_negative_check(tmp_path):
    lines = [
        *LINES,
        ("20", "boris", "2026-03-05", "-45.00", None, "return"),  # lapsed since 25 February
    ]
    workspace = make_tiny_shop(tmp_path / "returns.duckdb", lines)
    with workspace.marts(Question(), flat_limits) as marts:
        found = base(marts)
        with marts.engine() as engine:
            steps = month_steps(marts, engine)
    workspace.close()
    assert steps.sales.tolist() == [50, 0, 0, -45]
    assert min(rung.average_check for rung in found.rungs) >= 0
    assert steps.stood @ (steps.purchases_per_month() * steps.average_checks()) == pytest.approx(5.0)


def test_a_filter_hides_what_a_new_customer_cost(tmp_path):
    workspace = make_living_shop(tmp_path / "filtered.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set channel = 'Shop'")
        cursor.execute("update workspace set data_version = data_version + 1")
    with ask(workspace, Question(channels=("Shop",))) as marts:
        assert base(marts).acquisition_cost is None
    workspace.close()


def test_nobody_bought_in_the_window(tmp_path):
    workspace = make_tiny_shop(tmp_path / "old.duckdb")
    with workspace.marts(Question(as_of=date(2027, 12, 31), window_months=1), flat_limits) as marts, pytest.raises(Refusal, match="Nobody"):
        base(marts)
    workspace.close()
