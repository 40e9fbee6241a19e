"""Every page, run without a browser: with nothing, with little and with the sample, in three languages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from retention.charts import ALL as CHARTS
from retention.locale import LANGUAGES
from retention.warehouse import open_workspace
from tests.living_shop import living_lines, make_living_shop
from tests.tiny_shop import make_tiny_shop

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
VALUE_VIEWS = ("values", "spread", "base", "new", "forecast")
LADDER_VIEWS = ("now", "movement", "spiral", "reach", "people", "interests", "cohorts", "worth", "rules")
COST_VIEWS = ("ratio", "months", "channels", "ledger", "budget", "claims")
PAGES = (
    *("start", "data", "ladder", "value", "customer", "costs", "programmes"),
    *(f"value?view={view}" for view in VALUE_VIEWS[1:]),
    *(f"ladder?ladder_view={view}" for view in LADDER_VIEWS[1:]),
    *(f"costs?costs_view={view}" for view in COST_VIEWS[1:]),
    *(f"programmes?programmes_view={view}" for view in ("compare", "who")),
    "programmes?programmes_view=compare&compare=cashback",
)


def visit(page: str, language: str = "en") -> AppTest:
    """A page as a cold link opens it; "value?view=base" names one of its views too."""
    page, _, query = page.partition("?")
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    app.query_params["language"] = language
    for name, value in parse_qsl(query):
        app.query_params[name] = value
    if page != "start":
        app.switch_page(f"{page}.py")
    app.run()
    assert not app.exception, app.exception
    return app


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.title, app.subheader)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def charts(app: AppTest):
    """The rows of every chart on the page, as they travel to the browser."""
    drawn = [element.proto for element in app.get("vega_lite_chart")]
    return [chart.datasets[0].data.data if chart.datasets else chart.data.data for chart in drawn]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_with_no_data_every_page_shows_the_sample(page, language):
    app = visit(page, language)
    assert app.info and not app.error
    assert not app.warning, [warning.value for warning in app.warning]
    assert all(metric.value != "—" for metric in app.metric)


@pytest.mark.parametrize("page", PAGES)
def test_with_five_customers_every_page_answers(home_of_five, monkeypatch, page):
    monkeypatch.setenv("RETENTION_HOME", str(home_of_five))
    app = visit(page)
    assert "This is a sample shop" not in texts(app)
    assert not app.error


def test_the_ladder_of_five_customers_in_figures(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder")
    shown = {(metric.label, metric.value) for metric in app.metric}
    assert {("Customers", "4"), ("Sales", "€212.00"), ("At risk", "0")} <= shown
    assert "Not in the data" in texts(app)
    app = visit("ladder?ladder_view=reach")
    assert "upload a sheet of contacts" in texts(app)
    app.number_input(key="visitors").set_value(40).run()
    assert "Figures typed in belong to the whole window" in texts(app) and "upload a sheet of contacts" not in texts(app)
    app.session_state["ladder_view"] = "now"
    assert "40 people" in texts(app.run())
    workspace.close()


def test_the_costs_of_five_customers_in_figures(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    shown = {metric.label: metric.value for metric in visit("costs").metric}
    assert shown["Cost of one new customer (CAC)"] == "€15.50"
    assert shown["Cost of one kept customer (CRC)"] == "€25.50"
    assert shown["Winning : keeping"] == "0.6 : 1"
    workspace.close()


def test_spend_typed_in_gives_the_ratio(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    app = visit("costs")
    assert any("There is no table of spend" in warning.value for warning in app.warning)
    app.number_input(key="acquisition_spend").set_value(500).run()
    app.number_input(key="retention_spend").set_value(100).run()
    assert not app.warning
    assert {metric.label: metric.value for metric in app.metric}["Winning : keeping"] == "5.0 : 1"
    workspace.close()


def test_a_slider_of_a_programme_changes_the_outcome(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("programmes?scenario=cashback")
    # .0485 / (.4 − .0485) = 13.8 % where nobody comes or goes; here more are there in the first months, in which the effect is fresh
    assert {metric.label: metric.value for metric in app.metric}["Break-even lift"] == "13.6%"
    app.slider(key="cashback~rate").set_value(10.0).run()
    assert {metric.label: metric.value for metric in app.metric}["Break-even lift"] == "31.6%"
    workspace.close()


def test_an_as_of_day_before_the_data_is_one_sentence(own_home):
    from datetime import date

    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    for page in ("ladder", "value", "value?view=new", "customer"):
        app = visit(page)
        app.date_input(key="as_of").set_value(date(2020, 1, 1)).run()
        assert not app.exception
        assert any("The first sale is of" in warning.value for warning in app.warning)
    workspace.close()


def test_charts_get_the_columns_they_ask_for():
    import pyarrow as pa

    seen = set()
    for page in PAGES:
        app = visit(page)
        drawn = charts(app)
        if page.endswith("spread"):
            drawn += charts(app.toggle(key="logarithmic").set_value(True).run())
        for rows in drawn:
            table = pa.ipc.open_stream(rows).read_all()
            assert table.num_rows > 0
            assert all(column.isidentifier() for column in table.column_names), "a column of another name would draw an empty chart"
            seen.add(frozenset(table.column_names))
    assert seen == {frozenset(import_module(f"retention.charts.{chart.__name__}").COLUMNS) for chart in CHARTS}


@pytest.fixture
def living_shop(own_home):
    """240 customers over two years, and their workspace as the visitor's own."""
    workspace = make_living_shop(own_home / "workspace.duckdb")
    yield
    workspace.close()


def test_months_ahead_and_discount_move_the_forecast_and_nothing_of_the_past(living_shop):
    app = visit("value")
    before = {metric.label: metric.value for metric in app.metric}
    app.slider(key="horizon").set_value(24).run()
    longer = {metric.label: metric.value for metric in app.metric}
    app.slider(key="discount_rate").set_value(0).run()
    undiscounted = {metric.label: metric.value for metric in app.metric}

    def amount(found: dict[str, str]) -> float:
        return float(found["Predicted value"].lstrip("€").replace(",", ""))

    assert amount(before) < amount(longer) < amount(undiscounted)
    assert before["Repeat rate"] == longer["Repeat rate"] == undiscounted["Repeat rate"]
    assert "Why they differ" in texts(app) and "if it errs no more than on your own past" in texts(app)


def test_a_cold_link_asks_before_its_sliders_stand(living_shop):
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    app.query_params.update({"horizon": "60", "discount_rate": "0", "regular_from": "4"})
    app.switch_page("value.py").run()
    assert "within 60 months" in texts(app) and "× 60 =" in texts(app)
    assert (app.slider(key="horizon").value, app.slider(key="discount_rate").value) == (60, 0)
    assert not any("counts money that comes later for less" in markdown.value for markdown in app.markdown)
    odd = AppTest.from_file(str(FRAME), default_timeout=90)
    odd.query_params.update({"horizon": "6000", "discount_rate": "x"})
    odd.switch_page("value.py").run()
    assert not odd.exception and "within 12 months" in texts(odd)


def test_too_little_data_is_said_and_what_is_left_is_shown(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("value")
    assert "only 4 customers have bought so far" in texts(app)
    assert {metric.label: metric.value for metric in app.metric}["Predicted value"] == "—"
    assert "only 4 customers have bought so far" in texts(visit("value?view=forecast"))
    assert "too few to tell one customer" in texts(visit("customer"))
    assert "at least 30 are needed" in texts(visit("value?view=base"))
    workspace.close()


def test_one_customer_is_found_by_a_part_of_the_name(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("customer")
    assert "anna" in app.subheader[0].value  # the most valuable one at first
    assert "Brought 1 customer" in texts(app) and "dan, €45.00" in texts(app).replace("\\", "")
    app.text_input(key="search").set_value("LAR").run()
    assert "clara" in app.subheader[0].value
    app.text_input(key="search").set_value("%").run()
    assert not app.exception and "Nobody of that name" in texts(app)
    workspace.close()


def test_another_shop_has_other_customers():
    app = visit("customer")
    before = app.subheader[0].value
    app.selectbox(key="shop").set_value("cafe").run()
    assert not app.warning and app.subheader[0].value != before


@pytest.mark.parametrize("query", ["as_of=2025-06-30&prospects=77", "category=Пазлы", "moved_from=2025-06-10&moved_to=2025-06-25"])
def test_a_change_of_shop_forgets_what_was_asked_of_the_other(query):
    app = visit(f"ladder?ladder_view=movement&shop=toys&{query}")
    app.selectbox(key="shop").set_value("cafe").run()
    assert not app.exception and not app.warning
    assert {"prospects", "moved_from", "moved_to"}.isdisjoint(app.query_params)
    assert not app.session_state["channel"] and app.session_state["as_of"].isoformat() == "2026-05-31"


def test_a_subscription_typed_in_is_understood_or_refused_in_one_sentence():
    app = visit("value?view=base")
    assert "makes **3.69** yearly payments" in texts(app)  # Fader & Hardie's regular subscribers at 10 %: 3.69
    app.text_input(key="still_there").set_value("50 60").run()
    assert not app.exception and any("nobody comes back" in warning.value for warning in app.warning)


def test_an_upload_is_loaded_and_a_refusal_changes_nothing(own_home):
    app = AppTest.from_file(str(FRAME), default_timeout=90).run()
    orders = "Order,Date,Customer,Amount\n1,2026-01-13,anna,10.00\n2,2026-01-20,anna,20.00\n3,2026-02-01,boris,5.00\n"
    app.file_uploader[0].upload("orders.csv", orders.encode()).run()
    assert not app.exception, app.exception
    assert "Of 2 customers" in texts(app)
    app.file_uploader[0].upload("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)).run()
    assert len(app.error) == 1 and "picture.csv" in app.error[0].value.replace("\\", "")
    assert "Of 2 customers" in texts(app)
    workspace = open_workspace(own_home / "workspace.duckdb")
    assert [entry.file for entry in workspace.imports()] == ["orders.csv"]
    workspace.close()


def test_sales_without_customers_are_told_what_is_lacking(own_home):
    lines = [(str(number), None, f"2026-01-{number:02}", "5.00", None, "sale") for number in range(1, 29)]
    workspace = make_tiny_shop(own_home / "workspace.duckdb", lines)
    with workspace.cursor() as cursor:
        cursor.execute("delete from customers")
    for view in VALUE_VIEWS:
        assert any("name no customers" in info.value for info in visit(f"value?view={view}").info)
    assert any("Nobody of that name" in info.value for info in visit("customer").info)
    workspace.close()


def test_fewer_than_a_hundred_customers_are_forecast_together_only(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb", living_lines(customers=60))
    app = visit("value")
    metrics = {metric.label: metric.value for metric in app.metric}
    assert (metrics["Predicted value"], metrics["Chance to buy again"]) == ("—", "—")
    table = app.table[0].value
    assert table.loc["All together", "Predicted value"].startswith("€")
    assert set(table["Predicted value"].drop("All together")) == {"—"}
    assert "only says something about all of them together" in texts(app)
    spread = visit("value?view=spread")
    assert "predicted" not in spread.segmented_control(key="kind").options
    workspace.close()
