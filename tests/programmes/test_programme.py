from __future__ import annotations

import math
from dataclasses import replace

import pytest

from retention.programmes import ALL, by_name
from retention.programmes.cashback import CASHBACK
from retention.programmes.discount import DISCOUNT
from retention.programmes.programme import Business, tidy
from retention.sentence import Refusal

SHOP = Business(customers=1000, purchases_per_customer_year=6, average_check=50, margin_share=0.4)
RUNGS = {"prospect", "visitor", "first_purchase", "regular", "advocate", "lapsed"}


def test_programmes_are_found_by_name():
    assert (by_name("cashback"), by_name("discount")) == (CASHBACK, DISCOUNT)


def test_an_unknown_programme_is_refused_with_the_known_names():
    with pytest.raises(Refusal, match=r"^There is no programme called lottery; the known ones are cashback, discount\.$"):
        by_name("lottery")


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
def test_every_assumption_is_in_order_and_says_where_it_comes_from(programme):
    names = [assumption.name for assumption in programme.assumptions]
    assert len(set(names)) == len(names)
    assert set(programme.suits) <= RUNGS and programme.suits
    for assumption in programme.assumptions:
        assert assumption.minimum <= assumption.low <= assumption.likely <= assumption.high <= assumption.maximum
        assert assumption.source.endswith(".") and assumption.label


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
def test_an_assumed_lift_without_evidence_starts_at_nothing_or_says_that_it_is_an_assumption(programme):
    for assumption in programme.assumptions:
        assert assumption.likely == 0 or "ssumption" in assumption.source or "Your decision" in assumption.source


def test_a_decision_follows_its_value_and_a_guess_keeps_its_evidence():
    decision, guess = CASHBACK.assumptions[0], CASHBACK.assumptions[3]
    assert decision.range_around(0.2) == (0.2, 0.2, 0.2)
    assert guess.range_around(0.05) == (0.0, 0.05, 0.10)
    assert guess.range_around(0.25) == (0.0, 0.25, 0.25)


def test_sales_per_customer():
    assert SHOP.sales_per_customer_year == 300


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"margin_share": 0.0}, "margin_share must be more than 0 and less than 100 per cent, not 0:"),
        ({"margin_share": 1.0}, "margin_share must be more than 0 and less than 100 per cent, not 100:"),
        ({"margin_share": 1.4}, "margin_share must be more than 0 and less than 100 per cent, not 140:"),
        ({"margin_share": math.nan}, "margin_share must be more than 0 and less than 100 per cent, not nan:"),
        ({"customers": -1}, "customers must be a number from 0 up, not -1."),
        ({"average_check": math.inf}, "average_check must be a number from 0 up, not inf."),
        ({"purchases_per_customer_year": math.nan}, "purchases_per_customer_year must be a number from 0 up, not nan."),
    ],
)
def test_a_business_that_cannot_be_is_refused(change, message):
    with pytest.raises(Refusal) as refused:
        replace(SHOP, **change)
    assert str(refused.value).startswith(message)


def test_numbers_in_sentences_are_written_as_people_write_them():
    assert [tidy(value) for value in (1.4 * 100, 12.5, 0.1 + 0.2, math.nan)] == [140, 12.5, 0.3, "nan"]
