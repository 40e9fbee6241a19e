"""The view of cohorts: its three measures, its table, and shops too small for a curve."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

PAGE = "ladder?ladder_view=cohorts"


@pytest.mark.parametrize(
    ("measure", "heading"),
    [
        ("bought", "Share that bought in that month, %"),
        ("kept", "Share that has not lapsed so far, %"),
        ("money", "Money per customer so far, €"),
    ],
)
def test_five_customers_as_cells_and_curves(own_home, measure, heading):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(f"{PAGE}&cohort_measure={measure}")
    assert "Too few customers have been known for three months yet" in texts(app)
    assert "In month 3 and 12 too few customers can be compared" in texts(app)
    assert len(charts(app)) >= 1
    table = app.dataframe[0].value
    assert table["Bought in that month"].tolist() == [2, 1, 1, 1, 1, 0, 0, 1, 0]
    assert table["Month is over"].tolist() == ["yes", "yes", "yes", "no", "yes", "yes", "no", "yes", "no"]
    assert table["Sales per customer so far, EUR"].tolist() == [30, 40, 55, 75, 45, 45, 45, 20, 17]
    if len(charts(app)) == 2:
        assert heading in texts(app)
    workspace.close()


def test_a_living_shop_says_how_many_are_left_after_three_and_twelve_months(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    said = texts(visit(PAGE))
    assert "In month 3 after the first purchase, 21.2%" in said and "In month 12 after" in said
    assert "No cohort differs from the others by more than chance explains." in said
    assert "By the end of month 3, a new customer has brought €" in texts(visit(f"{PAGE}&cohort_measure=money"))
    workspace.close()


@pytest.mark.parametrize(
    ("lines", "said", "pictures"),
    [
        ([(None, date(2026, 1, 1), "5.00")], "The sales name no customers", 0),
        ([("a", date(2026, 1, 1), "5.00")], "Curves begin as soon as a cohort has seen two whole months.", 1),
    ],
)
def test_the_smallest_shops(own_home, lines, said, pictures):
    workspace = make_shop(own_home / "workspace.duckdb", lines)
    app = visit(PAGE)
    assert said in texts(app) and len(charts(app)) == pictures
    workspace.close()
