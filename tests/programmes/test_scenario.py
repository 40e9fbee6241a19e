"""A scenario and its text form: there and back, said once, and refused in one sentence where it says nothing sensible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.programmes import ALL, by_name
from retention.programmes.business import Business, Rung
from retention.programmes.evaluate import evaluate
from retention.programmes.scenario import RUNG_NAMES, Scenario, code_of, scenario_of
from retention.sentence import Refusal

CODE = "cashback~rate=0.03~frequency_lift.regular=0.02~on=regular.advocate~months=24"
LADDER = Business(
    rungs=(
        Rung("first_purchase", 500, 0.2, 40),
        Rung("regular", 300, 0.8, 45),
        Rung("advocate", 60, 1.2, 60),
        Rung("lapsed", 900, 0.03, 40),
    ),
    margin_share=0.4,
    moves=((0.7, 0.2, 0.0, 0.1), (0.0, 0.9, 0.02, 0.08), (0.0, 0.02, 0.94, 0.04), (0.02, 0.02, 0.0, 0.96)),
    new_customers_per_month=40,
    first_sales=40,
)
NO_LADDER = Business.of(1000, 12, 50, 0.4)


def test_a_code_says_what_differs_and_nothing_else():
    scenario = scenario_of(CODE)

    assert scenario.programme == "cashback" and scenario.months == 24
    assert scenario.values == (("rate", 0.03), ("frequency_lift.regular", 0.02))
    assert scenario.offered == ("regular", "advocate")
    assert code_of(scenario) == CODE


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cashback", "cashback"),
        ("cashback~rate=0.05", "cashback"),  # the likely value
        ("cashback~rate=0.0500~uptake=0.070000000000000007", "cashback~uptake=0.07"),
        ("cashback~rate=0.03~rate.regular=0.03", "cashback~rate=0.03"),  # the same on this rung as on all
        ("cashback~rate.regular=0.05~rate=0.03", "cashback~rate=0.03~rate.regular=0.05"),
        ("cashback~on=regular.first_purchase", "cashback"),  # the rungs it suits
        ("cashback~on=advocate.regular.advocate", "cashback~on=regular.advocate"),
        ("cashback~months=12", "cashback"),
        ("cashback~setup_cost=123456789.5", "cashback~setup_cost=123456789.5"),
    ],
)
def test_the_same_scenario_has_one_code(said, told):
    assert code_of(scenario_of(said)) == told
    assert scenario_of(told) == scenario_of(said)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "begins with the name of a programme"),
        ("~rate=0.05", "begins with the name of a programme"),
        ("magic", "no programme called magic"),
        ("cashback~rate", "“rate” in a scenario is not of the form name=value"),
        ("cashback~rate=0.1~rate=0.2", "each name once"),
        ("cashback~redemption=1.4", "redemption must be between 0 and 100 per cent, not 140."),
        ("cashback~rate=nan", "rate must be a number"),
        ("cashback~rate=1e-3", "rate must be a number"),
        ("cashback~rate=0,05", "rate must be a number"),
        ("cashback~rate= 0.05", "rate must be a number"),
        ("cashback~rate=٠.٥", "rate must be a number"),
        ("cashback~luck=1", "no assumption called luck"),
        ("cashback~rate.lapsed=0.1", "names a rung that is not offered"),
        ("cashback~rate.king=0.1", "names a rung that is not offered"),
        ("cashback~fixed_cost_yearly.regular=2", "cannot differ by rung"),
        ("cashback~on=king", "not to “king”"),
        ("cashback~on=", "offered to one or more of these rungs"),
        ("cashback~months=0", "from 1 to 60"),
        ("cashback~months=61", "from 1 to 60"),
        ("cashback~months=-1", "from 1 to 60"),
        ("cashback~months=1.5", "from 1 to 60"),
        ("cashback~" + "x" * 3000, "at most 2000 characters"),
    ],
)
def test_what_says_no_scenario_is_refused_in_a_sentence(code, why):
    with pytest.raises(Refusal) as refused:
        scenario_of(code)
    assert why in str(refused.value)


@given(st.text(max_size=60))
def test_a_strangers_text_is_a_scenario_or_refused(text):
    for code in (text, f"cashback~{text}", f"cashback~rate={text}", f"cashback~on={text}", f"cashback~months={text}"):
        try:
            found = scenario_of(code)
        except Refusal:
            continue
        assert scenario_of(code_of(found)) == found


@given(st.data())
def test_every_scenario_of_every_programme_comes_back_from_its_code(data):
    programme = data.draw(st.sampled_from(ALL))
    offered = data.draw(st.none() | st.lists(st.sampled_from(RUNG_NAMES), min_size=1))
    rungs = programme.suits if offered is None else offered
    values = {}
    for assumption in programme.assumptions:
        names = [assumption.name] + ([f"{assumption.name}.{rung}" for rung in rungs] if assumption.differs_by_rung else [])
        for name in names:
            if data.draw(st.booleans()):
                values[name] = data.draw(st.floats(assumption.minimum, min(assumption.maximum, 1e9), allow_subnormal=False))
    values = {name: round(value, 6) for name, value in values.items()}
    scenario = Scenario.of(programme.name, values, offered, data.draw(st.integers(1, 60)))

    assert scenario_of(code_of(scenario)) == scenario


def test_its_outcome_is_that_of_the_programme_with_these_values():
    expected = evaluate(
        by_name("cashback"), LADDER, {"rate": 0.03, "frequency_lift.regular": 0.02}, offered=("regular", "advocate"), months=24
    )

    assert scenario_of(CODE).outcome(LADDER) == expected


def test_rungs_that_a_business_does_not_have_are_left_out():
    assert scenario_of(CODE).fitted(NO_LADDER) == scenario_of("cashback~rate=0.03~months=24")
    assert scenario_of("cashback~on=regular.customers").fitted(LADDER) == scenario_of("cashback~on=regular")
    assert scenario_of(CODE).fitted(LADDER) == scenario_of(CODE)
    assert scenario_of(CODE).outcome(NO_LADDER).offered == ("customers",)
