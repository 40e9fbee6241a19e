"""The button that keeps a scenario under a name, on the what-if and beside the comparison."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from retention.programmes.named_scenario import LONGEST_NAME, NamedScenario
from retention.programmes.scenario import Scenario, code_of
from retention.sentence import Refusal
from shared.compared import add_compared
from shared.language import PageWords, md
from shared.question import Asked
from shared.scenario_shelf import keep
from shared.scenario_words import suggested_name

NAME, NAMED, REFUSED = "keep_name", "keep_name_of", "scenario_refused"


def keep_button(words: PageWords, asked: Asked, scenario: Scenario) -> None:
    """Asks for a name and keeps the scenario of the what-if under it, to be found again in the comparison."""
    with st.popover(words("Keep what you try now"), icon="📌"):
        say_refused(words, "keep")
        if st.session_state.get(NAMED) != code_of(scenario) or not st.session_state.get(NAME):
            st.session_state[NAMED], st.session_state[NAME] = code_of(scenario), suggested_name(words, scenario)
        st.text_input(words("Name of the scenario"), key=NAME, max_chars=LONGEST_NAME)
        st.button(words("Keep it"), key="keep_it", type="primary", on_click=keep_named, args=(words, asked, scenario))
        st.caption(where_kept_in_words(words, asked))


def where_kept_in_words(words: PageWords, asked: Asked) -> str:
    """How long what is kept stays."""
    if asked.is_sample:
        return words(
            "A sample shop is shared by all visitors, so here scenarios are kept only until you close the page. Take them with you as a"
            " link or a file."
        )
    return words("Kept beside your data, also when an import is taken back.")


def keep_named(words: PageWords, asked: Asked, scenario: Scenario) -> None:
    """Keeps the scenario under the name typed in, and puts it beside the others that are compared."""

    def kept() -> None:
        named = keep(asked, NamedScenario(str(st.session_state[NAME]), scenario))
        add_compared([named])
        st.toast(words("Kept as “{name}”: see “Compare”.", name=md(named.name)), icon="📌")

    attempt("keep", kept)


def attempt(place: str, action: Callable[[], None]) -> None:
    """Does it; what is refused is said at this place when the page is drawn next."""
    try:
        action()
    except Refusal as refusal:
        st.session_state[REFUSED] = place, refusal.sentence


def say_refused(words: PageWords, place: str) -> None:
    """Says, once, why what was asked for here could not be done."""
    refused = st.session_state.get(REFUSED)
    if refused is not None and refused[0] == place:
        del st.session_state[REFUSED]
        st.warning(words.say(refused[1], md), icon="🚧")
