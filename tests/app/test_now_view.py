"""The ladder page's first view: what it says with little data and with much, and the cell a link names."""

from __future__ import annotations

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, make_tiny_shop


@pytest.mark.parametrize("lines", [LINES[:1], LINES])
def test_with_few_customers_no_sum_is_named(own_home, lines):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", lines)
    said = texts(visit("ladder"))
    workspace.close()
    assert "Too few have bought to tell how much is worth spending on whom" in said
    assert "Fewer than 100 customers have bought" in said
    assert "Most worth spending on each:" not in said


def test_without_named_customers_there_is_no_board(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", [("1", None, "2026-01-05", "10.00", None, "sale")])
    app = visit("ladder")
    workspace.close()
    assert not app.error and "Whom to spend on" not in texts(app)


def test_the_cell_of_the_link_is_shown_with_its_people(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    app = visit("ladder?board_rung=lapsed&board_tier=middle")
    workspace.close()
    said = texts(app)
    assert "Most is worth spending to keep **Regular · Profitable** from leaving" in said
    assert "Write once, at the time of year they used to buy" in said
    assert "by the forecast, one of them buys again within 12 months with a chance of" in said
    table = app.dataframe[-1].value
    assert len(table) == 37 and list(table.columns)[0] == "Customer" and "Name" not in table.columns
    assert [b"rung_place" in rows for rows in charts(app)] == [False, True]
    assert {metric.label: metric.value for metric in app.metric}["Predicted value"].startswith("€1.36")
