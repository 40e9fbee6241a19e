"""The costs page: the ratio, over time, by channel, and a business typed in; links, few data and hostile names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

TYPED = "costs?figures=typed&typed_acquired=1000&typed_kept=9900&typed_winning=92200&typed_keeping=90555"
VIEWS = ("ratio", "months", "channels")


@pytest.fixture
def living(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture
def tiny(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    yield workspace
    workspace.close()


def shown(app):
    return {metric.label: metric.value for metric in app.metric}


def test_a_business_typed_in_by_a_link_needs_no_data():
    app = visit(TYPED)
    assert {"Cost of one new customer (CAC)": "92.20", "Winning : keeping": "10.1 : 1"}.items() <= shown(app).items()
    assert "The price of one new customer kept 10 earlier ones for as long." in texts(app)
    assert "**10 : 1** may hold for you" in texts(app) and "**5 : 1** is less than your figures allow" in texts(app)
    assert "Shared spend" not in texts(app)
    app.number_input(key="typed_shared").set_value(20_000).run()
    assert "**Shared spend**" in texts(app)
    assert app.query_params["typed_shared"] in ("20000", ["20000"])


def test_cards_of_typed_figures_name_no_window_of_the_sidebar():
    app = visit(TYPED)
    assert "**Window:** The months whose figures were typed in" in texts(app) and "set in the sidebar" not in texts(app)


def test_what_a_typed_business_lacks_is_said_and_large_sums_fit():
    app = visit(TYPED.replace("92200", "0"))
    assert "Nothing was spent on winning customers" in texts(app)
    app = visit(TYPED.replace("92200", "9220000000000").replace("90555", "9055500000000"))
    assert shown(app)["Winning : keeping"] == "10.1 : 1"


def test_the_price_of_one_is_told_as_the_ratio_is():
    app = visit("costs?figures=typed&typed_acquired=1000&typed_kept=1000&typed_winning=9970&typed_keeping=1000")
    assert "cost 10.0 times as much" in texts(app) and "kept 10 earlier ones" in texts(app)


SPEND_LINK = "acquisition_spend=240000&retention_spend=26000"


@pytest.fixture
def without_spend(tiny):
    with tiny.cursor() as cursor:
        cursor.execute("delete from spend")
    return tiny


def test_a_link_with_typed_spend_holds_from_its_first_run_and_on_every_view(without_spend):
    app = visit(f"costs?{SPEND_LINK}")
    assert shown(app)["Winning : keeping"] == "9.2 : 1" and not app.warning
    app = visit(f"costs?costs_view=months&{SPEND_LINK}")
    assert app.query_params["acquisition_spend"] in ("240000", ["240000"])
    assert app.query_params["retention_spend"] in ("26000", ["26000"])
    assert app.query_params["spend_months"] in ("12", ["12"])


def test_typed_spend_belongs_to_the_window_it_was_typed_in_for(without_spend):
    app = visit(f"costs?{SPEND_LINK}")
    app.slider(key="window").set_value(6).run()
    assert "typed in for a window of 12 months" in texts(app)
    assert shown(app).get("Winning : keeping", "—") == "—"
    app.number_input(key="acquisition_spend").set_value(20_000).run()
    assert shown(app).get("Winning : keeping", "—") == "—"  # the other sum was of twelve months
    app.number_input(key="retention_spend").set_value(2_000).run()
    assert shown(app)["Winning : keeping"] == "10.0 : 1" and "typed in for a window" not in texts(app)
    assert "typed in for a window of 12 months" in texts(visit(f"costs?{SPEND_LINK}&spend_months=12&window=3"))


def test_the_sentence_over_time_uses_no_period_that_cannot_be_relied_on(living):
    app = visit("costs?costs_view=months&costs_by=quarters")
    assert "Q2 2026: a new customer cost" in texts(app)
    with living.cursor() as cursor:  # one of the latest quarter's three months of ads is not in the data
        cursor.execute("delete from spend where purpose = 'acquisition' and first_day between '2026-05-01' and '2026-05-31'")
        cursor.execute("update workspace set data_version = data_version + 1")
    app = visit("costs?costs_view=months&costs_by=quarters")
    assert "Q1 2026: a new customer cost" in texts(app)
    assert "spend on winning is missing in part or altogether" in list(app.dataframe[0].value["Remarks"])


def test_without_any_period_to_rely_on_nothing_is_told_as_the_answer(tiny):
    app = visit("costs?costs_view=months&costs_by=months")
    assert "None of these can be relied on yet" in texts(app) and "a new customer cost" not in texts(app)


def test_the_switch_asks_for_the_figures_and_back_again(tiny):
    app = visit("costs")
    app.segmented_control(key="figures").set_value("typed").run()
    assert "Type in how many customers were won and kept" in texts(app) and not app.metric
    for name, value in {"acquired": 10, "kept": 40, "winning": 1000, "keeping": 400}.items():
        app.number_input(key=f"typed_{name}").set_value(value).run()
    assert shown(app)["Winning : keeping"] == "10.0 : 1"
    app.segmented_control(key="figures").set_value("sales").run()
    assert shown(app)["Winning : keeping"] == "0.6 : 1"


@pytest.mark.parametrize(
    "query",
    [
        "figures=<b>&costs_view=x&costs_by=1",
        "figures=typed&typed_acquired=-1&typed_kept=x&typed_winning=1e9&typed_keeping=99999999999",
        "lead_days=999&counts_discounts=7",
    ],
)
def test_a_broken_link_falls_back(tiny, query):
    app = visit(f"costs?{query}")
    assert not app.error
    assert shown(app).get("Winning : keeping", "0.6 : 1") == "0.6 : 1"


def test_a_typed_business_without_spend_on_keeping_or_with_nobody():
    app = visit("costs?figures=typed&typed_acquired=5&typed_kept=5&typed_winning=10&typed_keeping=0")
    assert "Nothing was spent on keeping customers" in texts(app)
    assert shown(app)["Winning : keeping"] == "—"
    assert "Type in how many" in texts(visit("costs?figures=typed&typed_acquired=0&typed_kept=5&typed_winning=10&typed_keeping=1"))


def test_lag_and_discounts_change_the_figures_and_stand_in_the_link(tiny):
    with tiny.cursor() as cursor:
        cursor.execute("update order_lines set discount = case order_id when '7' then 2 when '9' then 3 else 0 end")
    app = visit("costs")
    assert "Discounts are not counted as spend: €2.00 on first purchases and €3.00 on later ones" in texts(app)
    app.slider(key="lead_days").set_value(30).run()
    assert shown(app)["Spent on winning"] == "€23.50"
    assert "counted 30 days later" in texts(app) and "fewer than ten contacts" in texts(app)
    app.toggle(key="counts_discounts").set_value(True).run()
    assert (shown(app)["Spent on winning"], shown(app)["Spent on keeping"]) == ("€25.50", "€28.50")
    again = visit("costs?lead_days=30&counts_discounts=1")
    assert shown(again)["Spent on winning"] == "€25.50"
    assert again.toggle(key="counts_discounts").value is True


def test_filters_are_said_to_be_left_out(living):
    with living.cursor() as cursor:
        cursor.execute("update order_lines set store = case when customer_id < 'c1' then 'Centre' else 'North' end")
        cursor.execute("update workspace set data_version = data_version + 1")
    for view in VIEWS:
        app = visit(f"costs?costs_view={view}")
        app.multiselect(key="store").set_value(["Centre"]).run()
        assert "no part of the spend" in texts(app), view


def test_over_time_in_years_quarters_and_months(living):
    app = visit("costs?costs_view=months")
    assert "The year up to the end of Q2 2026: a new customer cost" in texts(app)
    rows = {"years": 6, "quarters": 10, "months": 30}
    for length, periods in rows.items():
        app.segmented_control(key="costs_by").set_value(length).run()
        assert not app.exception
        assert len(app.dataframe[0].value) == periods
    assert "Compare these with each other" in texts(app)
    assert "The pictures of costs show the latest 24; the table has all." in texts(app)


def test_by_channel_names_from_files_stay_letters(living):
    with living.cursor() as cursor:
        cursor.execute("update spend set channel = '**A** [x](y) :smile: $1' where channel = ' ADS'")
        cursor.execute("update customers set acquired_channel = '**a** [X](y) :smile: $1' where acquired_channel = 'Ads'")
        cursor.execute("update workspace set data_version = data_version + 1")
    app = visit("costs?costs_view=channels")
    assert r"\*\*a\*\* \[X\]\(y\) \:smile\: \$1" in texts(app)
    assert "Channels with spend won" in texts(app) and {"Cost of one paid new customer", "Cost of one new customer (CAC)"} <= set(
        shown(app)
    )
    assert b"**a** [X](y) :smile: $1" in charts(app)[0]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "lines",
    [
        [(None, date(2026, 1, 1), "5.00")],
        [("a", date(2026, 1, 1), "5.00")],
        [("a", date(2024, 1, 1), "5.00"), ("a", date(2026, 1, 1), "5.00")],
        [("a", date(2024, 1, 1), "5.00"), ("b", date(2026, 1, 1), "5.00")],
    ],
)
def test_the_smallest_shops(own_home, view, lines):
    workspace = make_shop(own_home / "workspace.duckdb", lines)
    app = visit(f"costs?costs_view={view}&lead_days=40&counts_discounts=1")
    assert not app.error
    workspace.close()


def test_contacts_that_name_customers_are_evidence_for_the_lag(living):
    with living.cursor() as cursor:
        cursor.execute(
            'insert into contacts (import_id, file, "row", "day", stage, people, customer_id)'
            " select 1, 'c.csv', 1, cast(min(ordered_at) as date) - 12, 'visited', 1, customer_id from order_lines group by customer_id"
        )
        cursor.execute("update workspace set data_version = data_version + 1")
    assert "In your data 240 customers were in touch before buying: half of them bought within 12 days" in texts(visit("costs"))
