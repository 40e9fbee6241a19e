"""Scenarios under a name: in a link, in what is kept, in a file; names are a stranger's text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.programmes.named_scenario import (
    LONGEST_NAME,
    NamedScenario,
    document_of,
    free_name,
    named_code_of,
    named_scenario_of,
    scenario_file,
    scenario_of_document,
    scenarios_in_file,
    tidy_name,
)
from retention.programmes.scenario import scenario_of
from retention.sentence import Refusal

PLAIN = NamedScenario("Cashback ~name=5 & more", scenario_of("cashback~rate=0.03"))


def test_any_letter_may_stand_in_a_name():
    assert named_code_of(PLAIN) == "cashback~rate=0.03~name=Cashback ~name=5 & more"
    assert named_scenario_of(named_code_of(PLAIN)) == PLAIN
    assert named_scenario_of("cashback") == NamedScenario("cashback", scenario_of("cashback"))


@given(st.text(min_size=1, max_size=LONGEST_NAME))
def test_a_name_comes_back_from_a_link_or_is_refused(name):
    try:
        named = NamedScenario(tidy_name(name), PLAIN.scenario)
    except Refusal:
        assert not name.strip() or not any(letter.isprintable() for letter in name.strip())
        return
    assert named_scenario_of(named_code_of(named)) == named
    assert scenarios_in_file(scenario_file([named])) == (named,)


@pytest.mark.parametrize(("typed", "tidy"), [("  For\n regulars\t", "For regulars"), ("a\u202eb\x00c\u200b", "a b c"), ("\ud800x", "x")])
def test_a_name_is_one_line_of_letters_that_can_be_seen(typed, tidy):
    assert tidy_name(typed) == tidy


@pytest.mark.parametrize(("typed", "why"), [("  \n", "needs a name"), ("\u200b", "needs a name"), ("x" * 61, "60 characters at most")])
def test_what_is_no_name_is_refused(typed, why):
    with pytest.raises(Refusal, match=why):
        tidy_name(typed)


def test_a_name_that_is_taken_gets_a_number():
    assert free_name("A", ["B"]) == "A"
    assert free_name("A", ["A", "A (2)"]) == "A (3)"
    long = "x" * LONGEST_NAME
    assert free_name(long, [long]) == "x" * 56 + " (2)"


def test_what_is_kept_comes_back():
    assert scenario_of_document(document_of(PLAIN.scenario)) == PLAIN.scenario
    with pytest.raises(Refusal, match="no programme called gone"):
        scenario_of_document('{"scenario": "gone~rate=0.1"}')


def test_a_file_holds_names_and_codes():
    other = NamedScenario("Скидка", scenario_of("discount~months=36"))

    assert json.loads(scenario_file([PLAIN, other])) == {
        "scenarios": [
            {"name": "Cashback ~name=5 & more", "scenario": "cashback~rate=0.03"},
            {"name": "Скидка", "scenario": "discount~months=36"},
        ]
    }
    assert scenarios_in_file(scenario_file([PLAIN, other])) == (PLAIN, other)
    assert scenarios_in_file(b"\xef\xbb\xbf" + scenario_file([PLAIN])) == (PLAIN,)  # saved again by an editor


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a file of scenarios"),
        (b"\xff\xfe", "not a file of scenarios"),
        (b"[" * 100_000, "not a file of scenarios"),
        (b"[]", "not a file of scenarios"),
        (b'{"scenarios": 3}', "not a file of scenarios"),
        (b'{"scenarios": []}', "not a file of scenarios"),
        (b'{"scenarios": {"a": 1}}', "not a file of scenarios"),
        (b'{"scenarios": ["cashback"]}', "not a file of scenarios"),
        (b'{"scenarios": [{"name": 1, "scenario": "cashback"}]}', "not a file of scenarios"),
        (b'{"scenarios": [{"name": "a", "scenario": ["cashback"]}]}', "not a file of scenarios"),
        (b'{"scenarios": [{"name": "a", "scenario": "cashback~redemption=1.4"}]}', "redemption must be between 0 and 100 per cent"),
        (b'{"scenarios": [{"name": "", "scenario": "cashback"}]}', "needs a name"),
        (json.dumps({"scenarios": [{"name": "a", "scenario": "cashback"}] * 101}).encode(), "holds 101 scenarios; up to 100"),
        (b" " * 300_000, "not a file of scenarios"),
    ],
)
def test_any_other_file_is_refused_in_a_sentence(content, why):
    with pytest.raises(Refusal, match=why):
        scenarios_in_file(content)
