"""The view of who matters: its filters in the link, marks made on a customer's page, and what stands there where nothing is known."""

from __future__ import annotations

from tests.app.test_pages import charts, texts, visit
from tests.tiny_shop import make_tiny_shop

VIEW = "ladder?ladder_view=people"


def tables(app):
    return [element.value for element in app.dataframe]


def test_a_mark_on_a_customers_page_is_found_again_and_makes_no_new_version_of_the_data(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    version = workspace.data_version
    app = visit("customer?customer=boris")
    switch = app.toggle(key="worth_showing_boris")
    assert not switch.value and not switch.disabled
    switch.set_value(True).run()
    assert app.toggle(key="worth_showing_boris").value
    assert (workspace.marked(), workspace.data_version) == (("boris",), version)
    found = visit(f"{VIEW}&people_only=worth_showing")
    assert tables(found)[-1]["Customer"].tolist() == ["boris"]
    assert visit("customer?customer=boris").toggle(key="worth_showing_boris").set_value(False).run().exception == []
    assert workspace.marked() == ()
    assert "Nobody fits all of this" in texts(visit(f"{VIEW}&people_only=worth_showing"))
    workspace.close()


def test_a_tag_of_the_list_says_so_by_itself(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update customers set tags = 'VIP'")
        cursor.execute("update workspace set data_version = data_version + 1")
    app = visit("customer?customer=dan")
    assert "the list of customers says so" in texts(app) and not app.toggle
    assert tables(visit(f"{VIEW}&people_only=worth_showing"))[-1]["Customer"].tolist() == ["dan"]
    workspace.close()


def test_a_sample_shop_keeps_no_marks(own_home):
    app = visit("customer?shop=toys")
    switch = next(toggle for toggle in app.toggle if toggle.key.startswith("worth_showing_"))
    assert switch.disabled and "Nothing can be kept in a sample shop" in texts(app)


def test_filters_stand_in_the_link_by_their_codes(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(f"{VIEW}&people_rung=lapsed,nonsense", "ru")
    assert tables(app)[-1].iloc[:, 0].tolist() == ["boris"]
    app.button_group(key="people_stability").set_value(["steady"]).run()
    assert not app.exception
    assert app.query_params["people_stability"] == "steady"
    app.button_group(key="people_rung").set_value([]).run()
    assert "people_rung" not in app.query_params
    assert tables(app)[-1].iloc[:, 0].tolist() == ["anna"]
    workspace.close()


def test_five_customers_are_told_what_to_add(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    said = texts(visit(VIEW))
    assert "The sales name no products" in said and "Nobody is called worth showing" in said
    assert "1 person brought **1** customer who then bought" in said
    workspace.close()


def test_who_was_brought_but_has_not_bought(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    said = texts(visit(f"{VIEW}&as_of=2026-01-20"))
    assert "none of those brought has bought yet" in said and "do not say who brought whom" not in said
    workspace.close()


def test_who_buys_once_a_year_is_told_by_three_purchases(own_home):
    lines = [(str(year), "anna", f"{year}-01-05", "10.00", None, "sale") for year in (2023, 2024, 2025)]
    workspace = make_tiny_shop(own_home / "workspace.duckdb", lines)
    app = visit(VIEW)
    assert not app.error and "Nobody has bought often enough yet" not in texts(app)
    assert "**1** customer buys once a year and is not counted" in texts(app)
    workspace.close()


def test_one_steady_buyer_is_one(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    said = texts(visit(VIEW))
    assert "**1** customer buys steadily, of **1** with enough purchases to tell." in said
    assert "no habit shows in these data" in said
    workspace.close()


def test_a_shop_of_one_customer_with_one_order(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", [("1", "anna", "2026-01-05", "10.00", None, "sale")])
    app = visit(VIEW)
    assert not app.error and charts(app) == []
    assert "Nobody has bought often enough yet" in texts(app)
    workspace.close()
