from __future__ import annotations

import pytest

from retention.programmes import ALL, by_name
from retention.programmes.cashback import CASHBACK
from retention.programmes.discount import DISCOUNT
from retention.sentence import Refusal

NAMES = (
    "discount cashback points buy_n_get_one bundle guaranteed_draw referral vip_service free_extra premium_price do_nothing panic_reaction"
)
RUNGS = {"first_purchase", "regular", "advocate", "lapsed"}
LONGEST_LABEL = 64
# what measured effects support, low, likely and high; everything else starts at nothing or says that it is an assumption
EVIDENCE = {
    "cashback.redemption": (0.90, 0.97, 1.0),
    "cashback.frequency_lift": (0.0, 0.03, 0.10),
    "points.redemption": (0.60, 0.75, 0.90),
    "points.frequency_lift": (0.0, 0.03, 0.10),
    "buy_n_get_one.frequency_lift": (0.0, 0.05, 0.16),
    "referral.friend_worth": (0.0, 0.10, 0.25),
    "referral.fewer_lapses": (0.0, 0.10, 0.40),
    "cashback.half_life_months": (3.0, 9.0, 24.0),
    "discount.frequency_lift": (0.0, 0.0, 0.10),
    "guaranteed_draw.frequency_lift": (0.0, 0.0, 0.15),
    "free_extra.frequency_lift": (0.0, 0.0, 0.05),
    "vip_service.fewer_lapses": (0.0, 0.05, 0.20),
}


def test_programmes_are_found_by_name():
    assert (by_name("cashback"), by_name("discount")) == (CASHBACK, DISCOUNT)


def test_an_unknown_programme_is_refused_with_the_known_names():
    with pytest.raises(Refusal) as refused:
        by_name("lottery")
    assert str(refused.value) == f"There is no programme called lottery; the known ones are {', '.join(NAMES.split())}."


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
def test_every_assumption_is_in_order_and_says_where_it_comes_from(programme):
    names = [assumption.name for assumption in programme.assumptions]
    assert len(set(names)) == len(names)
    assert set(programme.suits) <= RUNGS and programme.suits
    for assumption in programme.assumptions:
        assert assumption.minimum <= assumption.low <= assumption.likely <= assumption.high <= assumption.maximum
        assert assumption.source.endswith(".") and assumption.label


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
def test_a_figure_without_evidence_starts_at_nothing_or_says_that_it_is_an_assumption(programme):
    for assumption in programme.assumptions:
        is_said = any(word in assumption.source for word in ("ssumption", "Your decision", "Your own bill", "(Meyer-Waarden)"))
        assert assumption.likely == 0 or is_said, assumption.name


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
def test_every_programme_has_a_lever_its_bills_and_labels_short_enough_for_a_slider(programme):
    names = [assumption.name for assumption in programme.assumptions]
    assert programme.lever in names and {"fixed_cost_yearly", "setup_cost"} <= set(names)
    assert all(len(assumption.label) <= LONGEST_LABEL for assumption in programme.assumptions)
    assert names[-1] == "setup_cost"  # bills come last


@pytest.mark.parametrize(("place", "figures"), EVIDENCE.items())
def test_ranges_are_those_of_the_evidence(place, figures):
    name, _, figure = place.partition(".")
    assumption = by_name(name).named[figure]
    assert (assumption.low, assumption.likely, assumption.high) == figures


def test_a_decision_follows_its_value_and_a_guess_keeps_its_evidence():
    decision, guess = CASHBACK.assumptions[0], CASHBACK.assumptions[3]
    assert decision.range_around(0.2) == (0.2, 0.2, 0.2)
    assert guess.range_around(0.03) == (0.0, 0.03, 0.10)


@pytest.mark.parametrize(
    ("guess", "value", "low", "high"),
    [
        ("frequency_lift", 0.05, 0.02, 0.12),  # as far around as 0 and 10 lie around 3
        ("frequency_lift", 0.015, 0.0, 0.05),  # half of it, half as far
        ("frequency_lift", 0.0, 0.0, 0.0),  # nothing at all is sure
        ("frequency_lift", 1.0, 0.97, 1.0),  # no more than can be
        ("uptake", 0.0, 0.0, 0.0),
        ("redemption", 0.5, 0.5 - 0.07 * 0.5 / 0.97, 0.5 + 0.03 * 0.5 / 0.97),
    ],
)
def test_the_range_goes_with_the_value(guess, value, low, high):
    assert CASHBACK.named[guess].range_around(value) == pytest.approx((low, value, high))


def test_the_range_of_what_is_thought_to_be_nothing_lies_above():
    assert DISCOUNT.named["frequency_lift"].range_around(0.05) == pytest.approx((0.05, 0.05, 0.15))
    assert by_name("referral").named["friend_worth"].range_around(-0.05) == pytest.approx((-0.10, -0.05, 0.025))


def test_minus_nothing_is_nothing():
    assert str(CASHBACK.assumptions[0].possible(-0.0)) == "0.0"
