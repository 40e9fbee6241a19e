"""The ledger of spend: what it says, what is said of a channel and taken back, lines typed in, and what it shows where nothing is known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from retention.warehouse.spend_ledger import TypedSpend
from tests.app.test_pages import charts, texts, visit
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

VIEW = "costs?costs_view=ledger"
DAYS = "From Feb 22, 2026 to Apr 10, 2026"


def chooser(app, channel):
    return next(box for box in app.selectbox if channel in box.label)


def button(app, label):
    return next(one for one in app.button if one.label == label)


def test_the_sums_of_the_tiny_shop(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(VIEW)
    assert f"{DAYS} you spent €41.00: €0.00 on winning customers, €10.00 on keeping them and €31.00 on both." in texts(app)
    assert "€15.50 (50%) counts as winning" in texts(app) and "between €0.00 and €31.00" in texts(app)
    assert "All lines together come to €123.00" in texts(app)
    assert "Nothing says what the spend of 1 channel is for, so it is split in halves: fair." in texts(app)
    assert len(charts(app)) == 1
    table = app.dataframe[0].value
    assert table["Channel"].tolist() == ["fair", "newsletter", "ads"]
    assert table["Who says so"].tolist() == ["nobody", "its name", "its name"]
    assert "No order in the data carries a discount" in texts(app)
    workspace.close()


def test_a_channel_is_said_and_taken_back(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(VIEW)
    chooser(app, "fair").set_value("retention").run()
    assert not app.exception
    assert [(one.channel_key, one.purpose) for one in workspace.spend.purposes()] == [("fair", "retention")]
    assert "€0.00 on winning customers and €41.00 on keeping them" in texts(app)
    assert "Nothing says" not in texts(app)
    assert app.dataframe[0].value["Channel"].tolist() == ["fair", "newsletter", "ads"]  # nothing has moved
    chooser(app, "fair").set_value("as_told").run()
    assert workspace.spend.purposes() == () and "€31.00 on both" in texts(app)
    workspace.close()


def test_the_share_of_shared_spend_is_a_slider(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(VIEW)
    version = workspace.data_version
    app.run()
    assert workspace.data_version == version  # looking changes nothing
    (slider,) = (one for one in app.slider if (one.key or "").startswith("share_"))
    slider.set_value(20).run()
    assert [(one.purpose, one.acquisition_share) for one in workspace.spend.purposes()] == [("shared", Decimal("0.2"))]
    assert "€6.20 (20%) counts as winning" in texts(app)
    version = workspace.data_version
    app.run()
    assert workspace.data_version == version
    workspace.close()


def test_a_line_is_typed_in_changed_and_removed(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    app = visit(VIEW)
    assert "No spend is known yet" in texts(app)
    button(app, "Add this line").click().run()
    assert [error.value for error in app.error] == ["The amount must be more than 0: to take spend away, remove its line."]
    next(one for one in app.number_input if one.key.startswith("typed_amount")).set_value(20.0)
    next(one for one in app.selectbox if one.key.startswith("typed_purpose")).set_value("retention")
    button(app, "Add this line").click().run()
    assert not app.exception and not app.error
    (line,) = workspace.spend.typed()
    assert (line.first_day, line.last_day, line.amount, line.purpose) == (date(2026, 4, 1), date(2026, 4, 10), Decimal(20), "retention")
    assert "€20.00 on keeping them" in texts(app)
    next(one for one in app.selectbox if one.key.startswith("typed_line")).set_value(line.line_id).run()
    next(one for one in app.number_input if one.key.startswith("typed_amount")).set_value(30.0)
    button(app, "Keep the changes").click().run()
    assert [one.amount for one in workspace.spend.typed()] == [Decimal(30)] and "€30.00 on keeping them" in texts(app)
    next(one for one in app.selectbox if one.key.startswith("typed_line")).set_value(line.line_id).run()
    button(app, "Remove this line").click().run()
    assert workspace.spend.typed() == () and "No spend is known yet" in texts(app)
    workspace.close()


def test_a_remembered_channel_without_spend_can_be_forgotten(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    workspace.spend.say("radio", "acquisition", Decimal("0.5"))
    app = visit(VIEW)
    assert [one.label for one in app.expander][0] == "1 channel without spend is remembered"
    button(app, "Forget it").click().run()
    assert workspace.spend.purposes() == ()
    workspace.close()


def test_a_sample_shop_keeps_no_ledger(own_home):
    app = visit(f"{VIEW}&shop=toys")
    assert "load your own data to keep a ledger of your own" in texts(app)
    boxes = [box for box in app.selectbox if (box.key or "").startswith("purpose_")]
    assert len(boxes) == 8 and all(box.disabled for box in boxes)
    assert not any(one.label == "Add this line" for one in app.button)
    assert "89 of 353 carried one" in texts(app) and "442 of 1,939 carried one" in texts(app)


def test_a_filter_narrows_customers_and_not_the_ledger(own_home):
    app = visit(f"{VIEW}&shop=toys")
    whole = [table.value for table in app.dataframe]
    app.multiselect(key="channel").set_value([app.multiselect(key="channel").options[0]]).run()
    assert not app.exception and "89 of 353 carried one" in texts(app)
    assert all(one.equals(other.value) for one, other in zip(whole, app.dataframe, strict=True))


HOSTILE = "=cmd|'/c calc'!A1 ![x](http://example.org) $a$ :red[b]"


def test_a_channels_name_is_only_text(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    workspace.spend.add(TypedSpend(date(2026, 4, 1), date(2026, 4, 5), HOSTILE, Decimal(5), "shared"))
    app = visit(VIEW, "ru")
    box = next(box for box in app.selectbox if (box.key or "").startswith("purpose_") and "cmd" in box.label)
    assert r"\!\[x\]\(http\:" in box.label and r"\$a\$" in box.label and r"\:red" in box.label
    assert HOSTILE in app.dataframe[0].value.iloc[:, 0].tolist()
    workspace.close()


@pytest.mark.parametrize(
    "lines", [[(None, date(2026, 1, 1), "5.00")], [("a", date(2026, 1, 1), "5.00")]], ids=["nobody named", "one customer"]
)
def test_the_smallest_shops_teach_how_to_begin(own_home, lines):
    workspace = make_shop(own_home / "workspace.duckdb", lines)
    app = visit(VIEW)
    assert "No spend is known yet" in texts(app) and not app.warning and not app.error
    workspace.close()


def test_many_channels_stand_on_several_pages(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    for number in range(12):
        workspace.spend.add(TypedSpend(date(2026, 4, 1), date(2026, 4, 5), f"channel {number}", Decimal(5), "shared"))
    app = visit(VIEW)
    assert len([box for box in app.selectbox if (box.key or "").startswith("purpose_")]) == 12
    app.get("pagination")[0].set_value(2).run()
    assert len([box for box in app.selectbox if (box.key or "").startswith("purpose_")]) == 3
    workspace.close()
