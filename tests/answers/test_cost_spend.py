"""Spend and customers by month of the five-customer shop (tests/tiny_shop.py), by hand."""

from __future__ import annotations

import pytest

from retention.answers.cost_spend import spend_rows, spent
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.tiny_shop import flat_limits, make_tiny_shop


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    yield workspace
    workspace.close()


def test_costs_by_month_split_a_line_by_its_days(shop):
    january = 2026 * 12
    with shop.marts(Question(), flat_limits) as marts, marts.engine() as engine:
        rows, buyers = spend_rows(marts, lead_days=0), engine.arrow(sql_text("answers", "cost_buyers")).to_pylist()
    found = []
    for month in [row for row in buyers if row["months"] == 1]:
        spend = spent(row for row in rows if row["month"] == month["period"])
        people = month["period"], month["acquired"], month["kept"]
        found.append((*people, spend.winning, spend.keeping, spend.shared_if_keeping, spend.shared_to_winning))
        assert spend.shared_if_winning == spend.shared_if_keeping == spend.shared_to_winning + spend.shared_to_keeping
    assert found == [
        (january, 2, 0, 5400, 0, 0, 0),  # the data begin on the 5th: 27 of January's 31 days, 62.00 less 4 days' 8.00
        (january + 1, 1, 1, 0, 0, 0, 0),
        (january + 2, 1, 1, 0, 0, 3100, 1550),
        (january + 3, 0, 1, 0, 1000, 0, 0),  # ten of April's thirty days
    ]


def test_only_lines_that_may_be_winning_count_as_such(shop):
    with shop.cursor() as cursor:
        cursor.execute("insert into spend values (1, 'spend.csv', 9, '2026-04-05', '2026-04-05', 'Leaflets', null, 0, 'acquisition', 1)")
    with shop.marts(Question(), flat_limits) as marts:
        rows = spend_rows(marts, lead_days=0)
    assert {row["channel"]: row["has_winning"] for row in rows if row["month"] == 0} == {"Leaflets": 1, "fair": 1, "newsletter": 0}
