"""Scenarios side by side on the page: chosen, kept, renamed, shared by a link and a file; strangers' links do no harm."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from io import StringIO
from urllib.parse import parse_qsl, urlsplit

import pyarrow.ipc
import pytest
from streamlit.testing.v1 import AppTest

from retention.answers.ask import ask
from retention.answers.compare import compare
from retention.answers.programmes import base
from retention.programmes.named_scenario import NamedScenario
from retention.programmes.scenario import scenario_of
from retention.question import Question
from retention.warehouse import open_workspace
from tests.app.test_pages import FRAME, charts, texts
from tests.interest_shop import make_interest_shop
from tests.tiny_shop import make_tiny_shop

VIEW = [("programmes_view", "compare")]
TRAP = "**x** [a](http://b.c) $x$"


@pytest.fixture
def own_shop(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    yield workspace
    workspace.close()


def opened(pairs: list[tuple[str, str]]) -> AppTest:
    """The comparison as a link with these parameters opens it in a fresh browser."""
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    app.query_params["language"] = "en"
    for name in dict(pairs):
        app.query_params[name] = [value for one, value in pairs if one == name]
    app.switch_page("programmes.py").run()
    assert not app.exception, app.exception
    return app


def clicked(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def business_of(workspace):
    """The shop as the page sees it where nobody has said what the margin is."""
    with ask(workspace, Question()) as marts:
        return base(marts).business(0.4).in_doubt(0.05)


def compared(*texts_of_scenarios: str) -> list[tuple[str, str]]:
    return [*VIEW, *(("compare", text) for text in texts_of_scenarios)]


def figures(app: AppTest):
    return app.dataframe[-1].value


def names_of(app: AppTest) -> list[str]:
    return list(figures(app)["Scenario"])


def test_with_nothing_chosen_the_view_teaches(own_shop):
    app = opened(VIEW)
    assert "Nothing is compared yet" in texts(app) and not app.dataframe
    clicked(app, "add_usual")
    assert sorted(names_of(app)) == ["Cashback 5%", "Discount 10%", "Do nothing", "Points 5%"]
    assert app.query_params["compare"] == ["discount~name=Discount 10%", "cashback~name=Cashback 5%", "points~name=Points 5%"]
    assert len(charts(app)) == 2
    assert "doing nothing is better" in texts(app)


def test_the_link_shows_the_same_in_a_fresh_browser():
    app = clicked(clicked(opened([*VIEW, ("shop", "toys"), ("margin", "35")]), "add_usual"), "add_panic")
    link = app.code[0].value
    assert link.startswith("programmes?") and "shop=toys" in link
    again = opened(parse_qsl(urlsplit(link).query))
    assert figures(again).equals(figures(app))
    assert texts(again) == texts(app)
    assert charts(again) == charts(app)
    # made in one language, opened in another: the same shop, the same scenarios
    russian = opened([*(pair for pair in parse_qsl(urlsplit(link).query) if pair[0] != "language"), ("language", "ru")])
    assert [list(russian.dataframe[-1].value.iloc[:, 0])[:4]] == [names_of(app)[:4]]


def test_the_figures_are_those_of_the_library(own_shop):
    codes = ("cashback~rate=0.03~frequency_lift=0.2", "discount~months=24")
    app = opened(compared(*(f"{code}~name={code}" for code in codes)))
    found = compare(business_of(own_shop), [NamedScenario(code, scenario_of(code)) for code in codes], 24)
    assert names_of(app) == [*(row.named.name for row in found.rows), "Do nothing"]
    assert app.session_state["compare_months"] == "24", "the longest that was looked at"
    drawn = pyarrow.ipc.open_stream(charts(app)[0]).read_pandas()
    assert list(drawn["net"]) == pytest.approx([row.outcome.net for row in found.rows])
    assert list(drawn["low"]) == pytest.approx([row.outcome.p5 for row in found.rows])


def test_what_panic_would_do_is_said_for_short_and_for_long():
    app = clicked(opened([*VIEW, ("shop", "toys")]), "add_panic")
    said = texts(app)
    assert app.session_state["compare_months"] == "36"
    assert "looks well at first" in said and "gained after 3 months, and ends badly" in said and "lost after 36 months" in said
    assert "add_panic" not in [button.key for button in app.button], "once is enough"


def test_scenarios_are_kept_renamed_copied_and_removed(own_shop):
    app = opened([*VIEW, ("scenario", "cashback~rate=0.03")])
    assert app.text_input(key="keep_name").value == "Cashback 3%"
    app.text_input(key="keep_name").set_value("For **regulars**")
    clicked(app, "keep_it")
    assert [one.name for one in own_shop.scenarios.kept()] == ["For **regulars**"]
    assert names_of(app) == ["For **regulars**", "Do nothing"], "what is kept is compared at once"
    assert r"**For \*\*regulars\*\***" in texts(app)
    clicked(app, "keep_it")
    assert "There is already a scenario called “For \\*\\*regulars\\*\\*”: choose another name\\." in texts(app).replace("name.", "name\\.")
    (kept,) = own_shop.scenarios.kept()
    app.session_state[f"menu_{kept.scenario_id}"] = True
    app.run()
    clicked(app, f"copy_{kept.scenario_id}")
    assert [one.name for one in own_shop.scenarios.kept()] == ["For **regulars**", "For **regulars** (2)"]
    app.session_state[f"menu_{kept.scenario_id}"] = True
    app.run()
    app.text_input(key=f"rename_{kept.scenario_id}").set_value("Renamed")
    clicked(app, f"rename_{kept.scenario_id}_now")
    assert [one.name for one in own_shop.scenarios.kept()] == ["Renamed", "For **regulars** (2)"]
    assert sorted(names_of(app)) == ["Do nothing", "For **regulars** (2)", "Renamed"]
    app.session_state[f"menu_{kept.scenario_id}"] = True
    app.run()
    clicked(app, f"remove_{kept.scenario_id}")
    assert [one.name for one in own_shop.scenarios.kept()] == ["For **regulars** (2)"]
    assert names_of(app) == ["For **regulars** (2)", "Do nothing"]
    # another visit finds what is kept, though nothing is chosen
    assert "For \\*\\*regulars\\*\\* \\(2\\)" in texts(opened(VIEW))


def test_a_kept_scenario_opens_in_the_what_if(own_shop):
    kept = own_shop.scenarios.keep("Mine", '{"scenario": "points~uptake=0.4~months=24"}')
    app = opened(VIEW)
    app.session_state[f"menu_{kept}"] = True
    app.run()
    clicked(app, f"open_{kept}")
    assert app.session_state["scenario"] == "points~uptake=0.4~months=24"
    assert app.session_state["programmes_view"] == "try"


def test_a_kept_scenario_of_another_version_is_said_and_can_be_removed(own_shop):
    kept = own_shop.scenarios.keep("Old", '{"scenario": "lottery~rate=0.1"}')
    app = opened(VIEW)
    assert "**Old** cannot be read any more: There is no programme called lottery" in texts(app)
    app.session_state[f"menu_{kept}"] = True
    app.run()
    clicked(app, f"remove_{kept}")
    assert own_shop.scenarios.kept() == ()


def test_in_a_sample_shop_scenarios_last_as_long_as_the_visit():
    app = clicked(opened([*VIEW, ("shop", "toys")]), "keep_it")
    assert "kept only until you close the page" in texts(app)
    assert names_of(app) == ["Discount 10%", "Do nothing"]
    clicked(app, "keep_it")
    assert "There is already a scenario called “Discount 10%”" in texts(app)
    assert "Discount 10%" not in texts(opened([*VIEW, ("shop", "toys")])).replace("Add what you try now: Discount 10%", "")


@pytest.mark.parametrize(
    "hostile",
    [
        ["x", "cashback~rate=9", "<script>", "cashback~name="],
        ["cashback~rate=nan~name=a", "../../etc/passwd", "~~~~", "cashback~on=king~name=b"],
        ["discount~name=" + "x" * 500, "cashback~" + "y" * 5000],
    ],
)
def test_a_broken_link_falls_back_silently(own_shop, hostile):
    app = opened(compared(*hostile))
    assert "Nothing is compared yet" in texts(app)
    assert not app.error and not app.warning


def test_a_strangers_link_brings_at_most_five_and_plain_names(own_shop):
    many = [f"cashback~rate=0.0{number}~name={TRAP}" for number in range(1, 9)]
    app = opened([*compared(*many), ("compare_months", "7; drop table")])
    assert len(names_of(app)) == 6
    assert set(names_of(app)) == {TRAP, *(f"{TRAP} ({number})" for number in range(2, 6)), "Do nothing"}
    assert "**x**" not in texts(app).replace(r"\*\*x\*\*", "")
    assert app.session_state["compare_months"] == "12"


def test_a_file_brings_scenarios_and_takes_them_along(own_shop):
    rows = [{"name": "=1+1", "scenario": "cashback~rate=0.03"}, {"name": "B", "scenario": "discount"}]
    app = opened(VIEW)
    app.get("file_uploader")[0].upload("mine.json", json.dumps({"scenarios": rows}).encode(), "application/json").run()
    assert not app.exception
    assert [one.name for one in own_shop.scenarios.kept()] == ["=1+1", "B"]
    assert sorted(names_of(app)) == ["=1+1", "B", "Do nothing"]
    app.get("file_uploader")[0].upload("bad.json", b'{"scenarios": [{"name": "C", "scenario": "magic"}]}', "application/json").run()
    assert "There is no programme called magic" in texts(app)
    assert len(own_shop.scenarios.kept()) == 2, "all of a file or nothing"


def test_the_table_to_take_away_holds_bare_figures_and_no_formula(own_shop):
    app = opened(compared("cashback~rate=0.03~name==HYPERLINK(1)"))
    shown = sys.modules["shared.compare_frames"]  # as the page imported it
    found = compare(business_of(own_shop), [NamedScenario("=HYPERLINK(1)", scenario_of("cashback~rate=0.03"))], 12)
    words = sys.modules["shared.language"].PageWords("en")
    headers, row = csv.reader(StringIO(shown.comparison_file(words, found, "EUR").decode("utf-8-sig")))
    assert headers[:3] == ["Scenario", "Months", "Profit"] and headers[-1] == "Settings"
    assert row[0] == "'=HYPERLINK(1)" and row[1] == "12" and row[-1] == "cashback~rate=0.03"
    assert float(row[2]) == pytest.approx(found.rows[0].outcome.net)
    assert names_of(app) == ["=HYPERLINK(1)", "Do nothing"]


def test_a_typed_in_business_compares_without_any_sales():
    typed = [("figures", "typed"), ("typed_customers", "1000"), ("typed_pace", "12"), ("typed_check", "50"), ("typed_margin", "40")]
    app = opened([*compared("cashback~on=regular~name=A", "discount~name=B"), *typed])
    assert names_of(app)[-1] == "Do nothing" and len(names_of(app)) == 3
    assert "“A” was made for rungs that this shop does not have" in texts(app)


def test_a_shop_with_one_customer_compares(own_home):
    make_interest_shop(own_home / "workspace.duckdb", [("anna", date(2024, 1, 5), "50.00", "A")]).close()
    app = opened([*compared("cashback~name=A", "panic_reaction~name=P"), ("margin", "40")])
    assert len(names_of(app)) == 3
    open_workspace(own_home / "workspace.duckdb").close()


def test_what_pays_by_the_two_years_after_is_said_and_stands_in_the_table():
    typed = [("figures", "typed"), ("typed_customers", "1000"), ("typed_pace", "6"), ("typed_check", "50"), ("typed_margin", "40")]
    app = opened([*compared("vip_service~fewer_lapses=0.2~name=V"), *typed, ("typed_staying", "70")])
    said = texts(app)
    assert "V does not pay: over 12 months, doing nothing is better." in said
    assert "With the two years after counted it pays: " in said
    assert "pays only by customers who stay for years" in said and "Offer none of them" not in said
    row = figures(app).iloc[0]
    assert row["Profit"].startswith("-") and not row["With the two years after"].startswith("-")


def test_what_panic_gives_back_and_loses_again_is_not_paid_back():
    typed = [("figures", "typed"), ("typed_customers", "1000"), ("typed_pace", "6"), ("typed_check", "50"), ("typed_margin", "40")]
    app = opened([*compared("panic_reaction~wages_saved=0.05~months=36~name=P"), *typed, ("typed_staying", "70")])
    assert figures(app).iloc[0]["Paid back in month"] == "1, then lost again"
