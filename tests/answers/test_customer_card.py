"""One customer's card on the five-customer shop (tests/tiny_shop.py), the search for one, and the outlook in a shop that has a model."""

from __future__ import annotations

from datetime import date

import pytest

from retention.answers.ask import ask
from retention.answers.customer_card import Feedback, Offer, Person, PurchaseDay, Spell, customer_card
from retention.answers.customer_search import find_customers
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.question import Question
from retention.sentence import Refusal
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

ODD_ID = "x'; drop table customers; --"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    lines = [*LINES, ("16", ODD_ID, "2026-04-09", "1.00", None, "sale"), ("17", "50%_off", "2026-04-09", "2.00", None, "sale")]
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb", lines)
    with workspace.cursor() as cursor:
        cursor.executemany(
            "insert into customers (import_id, file, \"row\", customer_id, name, tags) values (1, 'people.csv', ?, ?, ?, ?)",
            [[3, "anna", "Анна Ёлкина", "significant"], [4, "boris", "Boris_B", None], [5, "zoe", "Zoe", None]],
        )
        cursor.execute("insert into campaigns values (1, 'spring', '10 % off'), (1, 'summer', 'a gift')")
        cursor.execute(
            "insert into campaign_members values (1, 'spring', 'anna', 'offer', date '2026-03-20', 'bought', null),"
            " (1, 'summer', 'anna', 'control', date '2026-05-01', null, null)"
        )
        cursor.execute(
            'insert into feedback (import_id, file, "row", customer_id, day, score, reason, comment) values'
            " (1, 'f.csv', 2, 'anna', date '2026-03-07', 8, 'Service', 'Kind people'),"
            " (1, 'f.csv', 3, 'anna', date '2026-04-11', 2, null, null)"
        )
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def marts(tiny):
    with tiny.marts(Question(as_of=date(2026, 4, 10)), flat_limits) as marts:
        yield marts


def test_anna_who_brought_dan(marts):
    card = customer_card(marts, None, "anna")
    assert (card.name, card.tags, card.first_day, card.last_day) == ("Анна Ёлкина", "significant", date(2026, 1, 5), date(2026, 4, 5))
    assert (card.rung, card.on_rung_since, card.turn, card.is_at_risk) == ("advocate", date(2026, 3, 6), 1, False)
    assert (card.silent_days, card.at_risk_after_days, card.lapsed_after_days) == (5, 30, 45)
    assert (card.purchase_days, card.orders, card.sales, card.margin) == (4, 4, 100.0, None)
    assert card.purchases == (
        PurchaseDay(date(2026, 4, 5), 1, 40.0, None, 30),
        PurchaseDay(date(2026, 3, 6), 1, 30.0, None, 30),
        PurchaseDay(date(2026, 2, 4), 1, 20.0, None, 30),
        PurchaseDay(date(2026, 1, 5), 1, 10.0, None, None),
    )
    assert card.spells == (
        Spell(date(2026, 1, 5), date(2026, 3, 5), "first_purchase", 1),
        Spell(date(2026, 3, 6), None, "advocate", 1),
    )
    # what happened after the as-of day is not known yet
    assert card.offers == (Offer("spring", "10 % off", "offer", date(2026, 3, 20), "bought", None),)
    assert card.feedback == (Feedback(date(2026, 3, 7), 8, "Service", "Kind people"),)
    assert (card.brought_by, card.brought) == (None, (Person("dan", None, 45.0, 15.0),))
    assert card.outlook is None  # five customers are too few to forecast


def test_dan_whom_anna_brought_and_who_left(marts):
    card = customer_card(marts, None, "dan")
    assert (card.rung, card.on_rung_since, card.sales, card.margin) == ("lapsed", date(2026, 4, 8), 45.0, 15.0)
    assert card.brought_by == Person("anna", "Анна Ёлкина", 100.0, None)
    assert [spell.rung for spell in card.spells] == ["first_purchase", "regular", "lapsed"]


def test_a_return_is_no_purchase_but_a_day_of_the_card(marts):
    card = customer_card(marts, None, "clara")
    assert card.purchases == (
        PurchaseDay(date(2026, 4, 2), 0, -3.0, None, None),
        PurchaseDay(date(2026, 3, 31), 1, 8.0, None, 30),
        PurchaseDay(date(2026, 3, 1), 2, 12.0, None, None),
    )
    assert (card.purchase_days, card.orders, card.sales, card.silent_days) == (2, 3, 17.0, 10)


def test_the_margin_share_stands_in_for_unknown_costs(tiny):
    with tiny.marts(Question(as_of=date(2026, 4, 10), margin_share=0.4), flat_limits) as marts:
        card = customer_card(marts, None, "anna")
    assert card.margin == pytest.approx(40.0)
    assert [day.margin for day in card.purchases] == pytest.approx([16.0, 12.0, 8.0, 4.0])


@pytest.mark.parametrize("unknown", ["nobody", "elena", "zoe", "", "anna' or '1' = '1"])
def test_nobody_of_that_id(marts, unknown):
    with pytest.raises(Refusal) as refused:
        customer_card(marts, None, unknown)
    assert dict(refused.value.sentence.values) == {"id": unknown}


def test_an_id_is_data(marts):
    assert customer_card(marts, None, ODD_ID).sales == 1.0


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["anna", "boris", "dan", "clara", "50%_off", ODD_ID]),
        ("AN", ["anna", "dan"]),
        ("ёлк", ["anna"]),
        ("_", ["boris", "50%_off"]),
        ("%", ["50%_off"]),
        ("0%_o", ["50%_off"]),
        ("'; drop", [ODD_ID]),
        ("zoe", []),
    ],
)
def test_a_search_finds_ids_and_names_the_most_valuable_first(marts, text, ids):
    assert [found.customer_id for found in find_customers(marts, text)] == ids
    assert [found.customer_id for found in find_customers(marts, text, limit=1)] == ids[:1]


def test_the_outlook_is_that_of_the_value_page_as_chances(tmp_path):
    workspace = make_living_shop(tmp_path / "living.duckdb")
    with ask(workspace, Question(horizon_months=6)) as marts:
        fitted = fits(marts)
        values = customer_values(marts, fitted)
        for customer_id in ("c000", "c003", "c120", "c239"):
            place = list(values.customer_id).index(customer_id)
            card = customer_card(marts, fitted, customer_id)
            seen = card.outlook
            assert (seen.horizon_months, seen.is_margin) == (6, True)
            assert (seen.alive, seen.chance_to_buy) == pytest.approx((values.alive[place], values.chance_to_buy[place]))
            assert sum(seen.chances) == pytest.approx(1.0)
            assert seen.chances[0] == pytest.approx(1 - seen.chance_to_buy)
            assert 0 <= seen.low <= seen.high
            if fitted.scoreboard.winner == fitted.model_name:
                assert seen.expected_purchases == pytest.approx(values.expected_purchases[place])
                assert seen.expected_value == pytest.approx(values.predicted[place])
            assert customer_card(marts, fitted, customer_id) == card
    workspace.close()
