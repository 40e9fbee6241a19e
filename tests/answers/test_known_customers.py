"""What is known of the five-customer shop's people on 2026-03-10, and what came later, by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from retention.answers import known_customers as module
from retention.answers.ask import ask, read_summaries
from retention.answers.known_customers import known_customers
from retention.question import Question
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

CUT = date(2026, 3, 10)


@pytest.fixture(scope="module")
def marts(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    with ask(workspace, Question()) as marts:
        yield marts
    workspace.close()


def test_the_past_and_the_future_of_everybody_known(marts):
    known = known_customers(marts, day_number(CUT))  # Anna, Boris, Clara, Dan; Elena has never bought
    assert known.repeat_purchases.tolist() == [2, 0, 0, 2]
    assert known.last_purchase_age.tolist() == [60, 0, 0, 20]
    assert known.age.tolist() == [64, 59, 9, 37]
    assert known.value.tolist() == [60.0, 50.0, 12.0, 45.0]
    assert known.mean_value.tolist() == [20.0, 50.0, 12.0, 15.0]
    assert known.purchases_after.tolist() == [1, 0, 1, 0]
    assert known.value_after.tolist() == [40.0, 0.0, 5.0, 0.0]  # Clara brought 8.00 and gave 3.00 back
    assert known.purchases_year_before.tolist() == [0, 0, 0, 0]
    assert known.kept_share == 1.0
    histories, row = known.grouped
    assert histories.age[row].tolist() == known.age.tolist()
    assert known.spending.purchases.tolist() == [1, 1, 3, 3]


def test_who_comes_later_is_not_known_yet(marts):
    assert len(known_customers(marts, day_number(date(2026, 1, 20)))) == 2
    assert len(known_customers(marts, day_number(date(2026, 1, 1)))) == 0


def test_by_week_after_the_cut(marts):
    bound = {"cut_day": day_number(CUT), "after_day": day_number(CUT), "last_day": day_number(CUT) + 28}
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "weekly_purchases"), bound).to_pylist()
    assert rows == [{"week": 3, "purchases": 1}, {"week": 4, "purchases": 1}]  # Clara after 21 days, Anna after 26


def test_the_same_weeks_a_year_before(tmp_path):
    days = {"2024-03-10": 0, "2024-03-11": 0, "2024-03-12": 1, "2024-04-08": 1, "2024-04-09": 1, "2024-04-10": 0}
    lines = [("anna", date.fromisoformat(day), "1.00") for day in days] + [("anna", date(2025, 4, 8), "1.00")]
    workspace = make_shop(tmp_path / "years.duckdb", lines)
    with ask(workspace, Question()) as marts:
        known = known_customers(marts, day_number(date(2025, 3, 10)))
    workspace.close()
    # cut on Monday 2025-03-10, 364 days before it is Monday 2024-03-11; the as-of Tuesday 2025-04-08 answers to Tuesday 2024-04-09
    assert known.purchases_year_before.tolist() == [sum(days.values())]
    assert known.purchases_after.tolist() == [1]


def test_the_waits_as_they_stood_then_are_those_of_the_mart(marts):
    with marts.engine() as engine:
        now = engine.arrow("select * from purchase_gaps order by all").to_pylist()
        then = engine.arrow(f"from ({sql_text('answers', 'gaps_by_then')}) order by all", {"cut_day": day_number(marts.facts.as_of)})
        known = known_customers(marts, day_number(marts.facts.as_of)).grouped[0]
        histories = read_summaries(engine.arrow("select * from purchase_summaries order by 1, 2, 3"))
    assert then.to_pylist() == now
    assert (known.age.tolist(), known.customers.tolist()) == (histories.age.tolist(), histories.customers.tolist())


def test_large_shops_are_counted_in_weeks_and_rounded_money(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_HISTORIES", 10)
    lines = [(f"c{number:02}", date.fromordinal(738_000 + number * step), "123.456") for number in range(40) for step in (1, 2, 3)]
    workspace = make_shop(tmp_path / "large.duckdb", lines)
    with ask(workspace, Question()) as marts:
        known = known_customers(marts, day_number(marts.facts.as_of))
    workspace.close()
    histories, row = known.grouped
    assert set(histories.age % 7) == {0.0} and len(histories.customers) < 40 and histories.customers.sum() == 40
    assert np.all(np.abs(histories.age[row] - known.age) <= 3.5)
    assert known.spending.mean_value.tolist() == pytest.approx(
        [370.4, 123.5], abs=1e-9
    )  # c00 bought all three on one day; 123.46 otherwise
