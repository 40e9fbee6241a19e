"""The sliders behind the rungs: what a link asks before they stand, what they allow, and the evidence shown for them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop


@pytest.fixture
def living_home(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    yield workspace
    workspace.close()


def asked_of(app):
    return app.session_state["asked"].question


def sliders(app):
    return {slider.key: slider for slider in app.slider}


def test_a_link_asks_before_the_sliders_stand(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder?regular_from=4&at_risk=70&lapsed=80&advocate_score=8&full_price_streak=3")
    question = asked_of(app)
    workspace.close()
    assert (question.regular_from, question.advocate_score, question.full_price_streak) == (4, 8, 3)
    assert (question.at_risk_quantile, question.lapsed_quantile) == (0.70, 0.80)


@pytest.mark.parametrize("wish", ["advocate_score=11", "advocate_score=x", "full_price_streak=1", "full_price_streak=-3"])
def test_a_link_cannot_ask_what_no_slider_can_say(own_home, wish):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    question = asked_of(visit(f"ladder?{wish}"))
    workspace.close()
    assert (question.advocate_score, question.full_price_streak) == (9, 5)


def test_sliders_of_advocates_stand_where_the_data_hold_their_signs(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    assert set(sliders(visit("ladder?ladder_view=rules"))) == {"window", "regular_from", "at_risk", "lapsed"}
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set discount = 1 where customer_id = 'anna'")
        cursor.execute(
            "insert into feedback (import_id, file, \"row\", customer_id, day, score) values (1, 'f', 2, 'anna', '2026-02-01', 9)"
        )
        cursor.execute("update workspace set data_version = data_version + 1")
    app = visit("ladder?ladder_view=rules")
    assert {"advocate_score", "full_price_streak"} < set(sliders(app))
    app.slider(key="advocate_score").set_value(7).run()
    app.slider(key="full_price_streak").set_value(4).run()
    assert not app.exception and (asked_of(app).advocate_score, asked_of(app).full_price_streak) == (7, 4)
    workspace.close()


def test_lapsed_always_comes_after_at_risk(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder?ladder_view=rules&at_risk=97")
    assert (sliders(app)["lapsed"].min, sliders(app)["lapsed"].value, asked_of(app).lapsed_quantile) == (98, 98, 0.98)
    app = visit("ladder?ladder_view=rules&at_risk=98")  # more than the slider can say
    assert (sliders(app)["at_risk"].value, sliders(app)["lapsed"].value) == (90, 95)
    app.slider(key="at_risk").set_value(96).run()
    assert not app.exception
    assert (sliders(app)["lapsed"].min, sliders(app)["lapsed"].value, asked_of(app).lapsed_quantile) == (97, 97, 0.97)
    workspace.close()


def test_a_slider_whose_lowest_value_moves_keeps_what_was_chosen(own_home):
    """The lowest lapsed share follows the at-risk share: what is shown is what the page counts with, at once."""
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder?ladder_view=rules")
    for at_risk, lapsed in ((80, None), (85, 90), (70, None), (92, None)):
        app.slider(key="at_risk").set_value(at_risk).run()
        if lapsed is not None:
            app.slider(key="lapsed").set_value(lapsed).run()
        assert sliders(app)["lapsed"].value == round(asked_of(app).lapsed_quantile * 100), at_risk
    workspace.close()
    assert sliders(app)["lapsed"].value == 93


def test_the_evidence_follows_the_sliders(living_home):
    app = visit("ladder?ladder_view=rules")
    before = texts(app)
    assert len(charts(app)) == 2 and "ended with a purchase all the same" in before and "Chance" not in before
    app.slider(key="at_risk").set_value(60).run()
    assert not app.exception and len(charts(app)) == 2 and texts(app) != before


def test_the_worth_of_a_rung_is_told_checked_and_explained(living_home):
    app = visit("ladder?ladder_view=worth")
    said = texts(app)
    assert len(charts(app)) == 2
    assert (
        "What one customer is worth within the next 12 months" in said
        and "The idea:" in said
        and "Does the rung alone tell so much?" in said
    )
    app.slider(key="horizon").set_value(24).run()
    assert not app.exception and "within the next 24 months" in texts(app)


def test_five_customers_are_too_few_for_the_worth_of_a_rung(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder?ladder_view=worth")
    workspace.close()
    assert not charts(app) and "Too few customers have been on the ladder" in texts(app) and "Upload older sales too" in texts(app)


def test_five_customers_are_told_why_there_is_no_evidence(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit("ladder?ladder_view=rules")
    said = texts(app)
    workspace.close()
    assert "Too few customers have come back to draw how long they wait" in said
    odds = app.table[0].value["is as likely gone as not after"].tolist()
    assert odds == ["too few to tell"] * 4


def test_one_customer_has_no_silences_and_that_is_said(own_home):
    workspace = make_shop(own_home / "workspace.duckdb", [("a", date(2026, 1, 1), "5.00")])
    said = texts(visit("ladder?ladder_view=rules"))
    workspace.close()
    assert "No silence so far went beyond a customer's own at-risk limit" in said and "Nobody in the data has come back yet" in said
