"""The what-if, run without a browser: its fields, its link, its sentences, and shops too small for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.ipc
import pytest
from streamlit.testing.v1 import AppTest

from retention.charts import spec
from retention.programmes import ALL
from retention.warehouse import open_workspace
from tests.many_lines import make_shop

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
TYPED = {"figures": "typed", "typed_customers": "1000", "typed_pace": "12", "typed_check": "1500", "typed_margin": "40"}
# 1,000 customers, 18,000 a year each, half take part; 5 % cashback of which 97 % is claimed; 3 % more purchases:
# 9,000,000 x (.4 x .03 - .0485 x 1.03) = -341,595
LOSS, BREAK_EVEN = "Loses 341,595 in the first year.", "It pays only if participants buy 13.8% more often; you assume 3%."
HOSTILE = (
    "cashback~rate=9",
    "cashback~redemption=1.4",
    "no_such_programme",
    "cashback~rate=nan",
    "cashback~on=moon",
    "cashback~months=999999",
    "cashback~rate.regular=0.1~~",
    "~" * 3000,
    "<script>alert(1)</script>",
)


def visit(**link: str) -> AppTest:
    """The view as a cold link opens it."""
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    for name, value in {"language": "en", **link}.items():
        app.query_params[name] = value
    app.switch_page("programmes.py").run()
    assert not app.exception, app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for kind in (app.markdown, app.caption, app.info, app.warning) for element in kind)


def cards(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def charts(app: AppTest) -> int:
    return len(app.get("vega_lite_chart"))


@pytest.fixture
def home(home_of_five, monkeypatch):
    """A visitor whose own shop is that of the five customers."""
    monkeypatch.setenv("RETENTION_HOME", str(home_of_five))


def test_a_typed_in_business_says_what_its_cashback_comes_to(home):
    app = visit(**TYPED, scenario="cashback")
    said = texts(app)
    assert LOSS in said and BREAK_EVEN in said
    assert "97.1% of the reward" not in said and "97% of the reward" in said
    assert cards(app)["Break-even lift"] == "13.8%"
    assert cards(app)["Chance of a loss"] != "0%"
    assert charts(app) == 4


def test_a_field_changes_the_outcome_and_the_link_carries_it(home):
    app = visit(**TYPED, scenario="cashback")
    app.slider(key="cashback~rate").set_value(10.0).run()
    assert app.query_params["scenario"] in ("cashback~rate=0.1", ["cashback~rate=0.1"])
    assert cards(app)["Break-even lift"] == "32%"  # .097 / (.4 - .097)
    again = visit(**TYPED, scenario="cashback~rate=0.1")
    assert again.slider(key="cashback~rate").value == 10.0
    assert cards(again) == cards(app)
    assert texts(app).startswith("### ")  # the outcome alone was sent again
    assert set(texts(app).splitlines()) <= set(texts(again).splitlines())


def test_the_link_carries_rungs_months_and_values_of_single_rungs(home):
    code = "cashback~rate=0.03~frequency_lift.regular=0.2~on=first_purchase.regular.lapsed~months=24"
    app = visit(scenario=code)
    assert app.query_params["scenario"] in (code, [code])
    assert app.number_input(key="cashback~frequency_lift.regular").value == 20.0
    assert app.number_input(key="cashback~frequency_lift.lapsed").value == 3.0
    assert app.slider(key="cashback~frequency_lift").disabled
    assert "in 24 months." in texts(app)


def test_bills_are_asked_for_on_demand_and_kept_from_the_link(home):
    app = visit(**TYPED, scenario="cashback~setup_cost=5000~fixed_cost_yearly=1200")
    assert "Loses 347,795 in the first year." in texts(app)
    assert not [field for field in app.number_input if field.key == "cashback~setup_cost"]


@pytest.mark.parametrize("code", HOSTILE)
def test_a_link_that_says_no_scenario_falls_back_to_the_usual_one(home, code):
    app = visit(**TYPED, scenario=code)
    assert app.session_state["scenario"] == ALL[0].name
    assert charts(app) >= 2


@pytest.mark.parametrize("programme", [programme.name for programme in ALL])
@pytest.mark.parametrize("language", ["en", "ru", "ro"])
def test_every_programme_can_be_tried_in_every_language(home, programme, language):
    app = visit(language=language, scenario=f"{programme}~months=36")
    assert app.session_state["scenario"] == f"{programme}~months=36"
    assert sum(str(text.value).startswith("### ") for text in app.markdown) == 1
    assert cards(app)


def test_another_programme_keeps_what_was_set_for_the_first(home):
    app = visit(**TYPED, scenario="cashback~rate=0.1")
    app.selectbox(key="programme").set_value("discount").run()
    assert app.session_state["scenario"] == "discount"
    app.selectbox(key="programme").set_value("cashback").run()
    assert app.session_state["scenario"] == "cashback~rate=0.1"


def test_nothing_done_is_said_to_bring_nothing(home):
    app = visit(**TYPED, scenario="do_nothing")
    assert "Brings nothing and costs nothing." in texts(app)
    assert charts(app) == 1  # nothing is uncertain, and nothing decides


def test_a_margin_nobody_knows_is_a_slider_and_an_assumption_that_matters(own_home):
    shop = make_shop(own_home / "workspace.duckdb", [("anna", date(2026, 1, 5), "10.00"), ("anna", date(2026, 2, 5), "10.00")])
    shop.close()
    app = visit(scenario="cashback")
    assert app.slider(key="assumed_margin").value == 40.0
    assert charts(app) == 4


def test_an_empty_shop_is_told_what_to_do(own_home):
    open_workspace(own_home / "workspace.duckdb").close()
    visit()


def test_the_charts_are_built_once(home):
    visit(**TYPED)
    before = spec.cache_info().misses
    visit(**TYPED, scenario="cashback~rate=0.1")
    assert spec.cache_info().misses == before


def drawn(app: AppTest) -> dict[str, list[object]]:
    """The frame behind the first chart."""
    chart = app.get("vega_lite_chart")[0].proto
    return pyarrow.ipc.open_stream(chart.datasets[0].data.data if chart.datasets else chart.data.data).read_all().to_pydict()


def test_the_curve_of_what_pays_later_counts_the_years_after_and_breaks_even_only_where_it_crosses(home):
    staying = {**TYPED, "typed_staying": "70"}
    curve = drawn(visit(**staying, scenario="vip_service"))
    told = {kind: (lift, net) for lift, net, kind in zip(curve["lift"], curve["net"], curve["kind"], strict=True) if kind != "curve"}
    along = [(lift, net) for lift, net, kind in zip(curve["lift"], curve["net"], curve["kind"], strict=True) if kind == "curve"]
    before, after = max(point for point in along if point[0] <= 5), min(point for point in along if point[0] >= 5)
    assert told["assumed"][0] == 5.0 and before[1] <= told["assumed"][1] <= after[1]
    assert set(told) == {"assumed", "break_even"}
    pays_at_once = drawn(visit(**staying, scenario="referral~fewer_lapses=0.4"))
    assert "break_even" not in pays_at_once["kind"]
