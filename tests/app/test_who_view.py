"""Who gets a programme, as the page says it: with many customers, with few, with one, and from a stranger's link."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, make_tiny_shop

WHO = "programmes?programmes_view=who"
PAGES = Path(__file__).resolve().parents[2] / "pages"
STRONG = f"{WHO}&scenario=discount~rate=0.05~frequency_lift=0.3~on=first_purchase.regular.advocate"


def test_the_view_says_who_is_paid_for_nothing_and_names_them(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    app = visit(f"{WHO}&scenario=discount")
    workspace.close()
    said = texts(app)
    assert re.search(r"\*\*(\d+) of \1 participants would get €.* within 12 months for what they would buy anyway,\*\*", said)
    assert "Discount, share of the full price: 10%" in said and re.search(r"in at least \d\d% of the futures", said)
    assert "more than makes sense in every group, and no smaller one would pay either" in said
    assert any(b"for_nothing" in rows and b"not offered" in rows for rows in charts(app))
    people = next(table.value for table in app.dataframe if "Reward if they take part" in table.value.columns)
    assert len(people) == 100 and set(people["Pays for what comes anyway"]) == {"yes"} and "Name" not in people.columns


def test_where_it_pays_the_view_says_where_to_begin_and_whom_to_leave_out(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    alike, lighter = visit(STRONG), visit(f"{STRONG}&who_reacts=lighter&who_list=for_nothing")
    workspace.close()
    assert "In no group would it pay more for what comes anyway" in texts(alike) and "Begin with **" in texts(alike)
    said = texts(lighter)
    assert "Leave out **" in said and "that saves €" in said and "Liu, 2007" in said
    people = next(table.value for table in lighter.dataframe if "Reward if they take part" in table.value.columns)
    assert set(people["Profit tier"]) == {"Profitable"}


def test_over_a_year_the_shop_and_the_forecast_say_the_same_and_over_three_they_may_not(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    year, years = visit(f"{WHO}&scenario=discount"), visit(f"{WHO}&scenario=discount~months=36")
    workspace.close()
    own_column = "By the forecast customer by customer"
    groups = {
        name: [table.value.columns for table in app.dataframe if "Each buys without it" in table.value.columns]
        for name, app in (("year", year), ("years", years))
    }
    assert "without it: so the forecast expects, customer by customer" in texts(year) and own_column not in groups["year"][0]
    assert "the forecast customer by customer expects €" in texts(years) and own_column in groups["years"][0]


@pytest.mark.parametrize("lines", [LINES[:1], LINES])
def test_a_small_shop_without_a_margin_is_told_what_is_assumed(own_home, lines):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", lines)
    app = visit(WHO)
    workspace.close()
    said = texts(app)
    assert not app.error and "is your assumption" in said
    assert "Too few have bought for a forecast customer by customer" in said


def test_a_rung_where_nobody_stands_and_sales_without_names(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", LINES[:1])
    nobody = visit(f"{WHO}&scenario=do_nothing")
    workspace.close()
    assert "Nobody would take part" in texts(nobody) and not nobody.error


def test_the_saving_up_discount_of_the_link(own_home):
    """Of the last year in the tiny shop: 100.00, 50.00, 45.00 and 17.00. From 40 on 10 %, from 90 on 20 %."""
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(f"{WHO}&saving=40:10,90:20")
    workspace.close()
    said = texts(app)
    # on the part above: 0.5 + 1 + (5 + 2); on everything: 4.50 + 5 + 20
    assert "On the last 96 days it would have cost **€8.50**" in said and "**€29.50** if the step" in said
    assert "3 of 4 customers would have got it" in said
    fields = {field.key: field.value for field in app.number_input if (field.key or "").startswith("saving_")}
    assert (fields["saving_from_0"], fields["saving_share_1"], fields["saving_from_2"]) == (40, 20, None)


def test_steps_typed_in_go_into_the_link_and_wrong_ones_are_refused(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(f"{WHO}&saving=40:10,90:20")
    app.number_input("saving_share_1").set_value(15).run()
    assert app.query_params["saving"] == "40:10,90:15"
    app.number_input("saving_from_1").set_value(30).run()
    workspace.close()
    assert any("must be higher" in warning.value for warning in app.warning)
    assert app.query_params["saving"] == "40:10,90:15"


@pytest.fixture
def saving_steps(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The steps' text, without a page around it."""
    monkeypatch.syspath_prepend(str(PAGES))
    return importlib.import_module("shared.saving_steps")


@pytest.mark.parametrize(
    "code",
    [
        *("", "x", "5:0", "0:5", "5", "5:5,", "10:5,5:7", "5:7,10:5", "-5:5", "5:5;10:6", "1e3:5"),
        *("5:5," * 40, "9999999999:5", "５:５", "5:5\n", "1:1,2:2,3:3,4:4,5:5"),
    ],
)
def test_a_broken_link_is_no_steps(saving_steps, code):
    assert saving_steps.steps_of(code) == ()


def test_steps_and_their_text(saving_steps):
    steps = saving_steps.steps_of("5000:3,15000:5")
    assert steps == ((5000.0, 0.03), (15000.0, 0.05))
    assert saving_steps.code_of_steps(steps) == "5000:3,15000:5"
