"""The view of cohorts: its three measures, its table, and shops too small for a curve."""

from __future__ import annotations

from datetime import date

import pytest

from retention.answers.ask import ask
from retention.answers.cohorts import cohorts
from retention.question import Question
from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

PAGE = "ladder?ladder_view=cohorts"


def known_for_months(workspace, *ages):
    """How many customers' month of this age was over on the last day of the data."""
    with ask(workspace, Question()) as marts:
        return [age.bought.of for age in cohorts(marts).ages if age.age in ages]


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
    assert "Neither in month 3 nor in month 12 can enough customers be compared" in texts(app)
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
    assert "In month 3 after the first purchase, 21.2% (" in said and "In month 12 after" in said
    assert [f"of {count} new customers bought" in said for count in known_for_months(workspace, 3, 12)] == [True, True]
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


@pytest.mark.parametrize(("customers", "is_said"), [(19, False), (20, True)])
@pytest.mark.parametrize("measure", ["bought", "kept", "money"])
def test_what_few_customers_did_is_not_said_in_words(own_home, customers, is_said, measure):
    lines = [(f"c{number}", day, "5.00") for number in range(customers) for day in (date(2025, 1, 10), date(2025, 3, 9))]
    workspace = make_shop(own_home / "workspace.duckdb", [*lines, (None, date(2025, 4, 30), "5.00")])
    said = texts(visit(f"{PAGE}&cohort_measure={measure}"))
    workspace.close()
    assert ("Too few customers have been known for three months yet" in said) is not is_said
    assert ("20 customers have been known that long" in said or "of 20 new customers bought" in said) is is_said
