"""The programmes page of a business typed in: no upload, a few figures, all of them in the link."""

from __future__ import annotations

import pytest

from retention.programmes.business import Business
from retention.programmes.scenario import Scenario, code_of
from tests.app.test_pages import texts, visit

FOUR = "typed_customers=1000&typed_pace=6&typed_check=50&typed_margin=40"
PAGE = "programmes?figures=typed"


def fields(app):
    return {field.key: field.value for field in app.number_input}


def test_nothing_is_tried_before_the_four_figures_are_there():
    app = visit(PAGE)
    assert "Type in how many customers you have" in texts(app)
    assert not app.get("vega_lite_chart")
    assert [value for key, value in fields(app).items() if key.startswith("typed_")] == [None] * 6


def test_the_link_carries_the_business():
    app = visit(f"{PAGE}&{FOUR}")
    outcome = Scenario.of("discount").outcome(Business.of(1000, 6, 50, 0.4))
    assert fields(app)["typed_customers"] == 1000
    assert f"{-outcome.net:,.0f}" in texts(app).replace("\\", "")
    assert app.get("vega_lite_chart")


def test_typing_the_figures_in_shows_the_outcome():
    app = visit(PAGE)
    for key, value in (("typed_customers", 1000), ("typed_pace", 6.0), ("typed_check", 50.0), ("typed_margin", 40.0)):
        app.number_input(key=key).set_value(value).run()
    assert not app.exception
    assert "Type in how many customers you have" not in texts(app)
    assert app.get("vega_lite_chart")


def test_the_optional_figures_change_the_business():
    code = code_of(Scenario.of("cashback", {"rate": 0.03}, None, 24))
    app = visit(f"{PAGE}&{FOUR}&typed_staying=70&typed_new=20&scenario={code}")
    outcome = Scenario.of("cashback", {"rate": 0.03}, None, 24).outcome(Business.of(1000, 6, 50, 0.4, 0.7, 20))
    assert f"{abs(outcome.net):,.0f}" in texts(app).replace("\\", "")


@pytest.mark.parametrize(
    "broken",
    [
        "typed_customers=0",
        "typed_customers=-5",
        "typed_customers=1e99",
        "typed_customers=many",
        "typed_pace=nan",
        "typed_check=inf",
        "typed_margin=140",
        "typed_margin=0",
        "typed_customers=" + "9" * 400,
    ],
)
def test_a_broken_link_asks_for_the_figure_again(broken):
    name = broken.partition("=")[0]
    link = "&".join(part for part in FOUR.split("&") if not part.startswith(name))
    app = visit(f"{PAGE}&{link}&{broken}")
    assert "Type in how many customers you have" in texts(app)
    assert fields(app)[name] is None


def test_scenarios_can_be_compared_too():
    app = visit(f"{PAGE}&{FOUR}&programmes_view=compare&compare=cashback~name=One&compare=discount~name=Two")
    assert not app.error and not app.exception
    assert fields(app)["typed_customers"] == 1000


def test_who_needs_sales_is_not_offered():
    app = visit(f"{PAGE}&{FOUR}&programmes_view=who")
    offered = next(control.options for control in app.segmented_control if control.key == "programmes_view")
    assert "Who gets it" not in offered
    assert "Try one" in offered


@pytest.mark.parametrize("language", ["ru", "ro"])
def test_every_language_can_be_typed_in(language):
    assert visit(f"{PAGE}&{FOUR}", language).get("vega_lite_chart")
