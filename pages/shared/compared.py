"""Which scenarios stand side by side: up to five, each with its name in the link, so that a link carries the whole comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

import streamlit as st

from retention.programmes.named_scenario import NamedScenario, free_name, named_code_of, named_scenario_of
from retention.sentence import Refusal
from shared.asked_scenario import SCENARIO
from shared.language import PageWords

COMPARE = "compare"  # the name in the link, and of what is chosen
AT_HAND = "compare_at_hand"  # chosen once in this visit and not kept: from a link, or tried and added
MOST_COMPARED = 5
MONTHS = "compare_months"


def begin_compared() -> None:
    """Fills the choice from the link, once in a visit; what is no scenario in it is passed over."""
    if COMPARE not in st.session_state:
        texts = (_canonical(text) for text in st.query_params.get_all(COMPARE)[: 2 * MOST_COMPARED])
        st.session_state[COMPARE] = list(dict.fromkeys(text for text in texts if text))[:MOST_COMPARED]
    st.session_state[AT_HAND] = list(dict.fromkeys([*st.session_state.get(AT_HAND, ()), *st.session_state[COMPARE]]))


def choose_compared(words: PageWords, kept: Iterable[NamedScenario]) -> list[NamedScenario]:
    """The scenarios chosen among those kept and those at hand, each with a name that no other of them has."""
    texts = list(dict.fromkeys([*map(named_code_of, kept), *st.session_state[AT_HAND]]))
    labels = _labels(texts)
    st.multiselect(
        words("Scenarios to compare (up to {count})", count=MOST_COMPARED),
        texts,
        key=COMPARE,
        format_func=lambda text: labels[text],
        max_selections=MOST_COMPARED,
        placeholder=words("Choose scenarios"),
        on_change=_into_link,
        persist_state="session",
    )
    _into_link()
    return [NamedScenario(labels[text], named_scenario_of(text).scenario) for text in st.session_state[COMPARE]]


def is_full() -> bool:
    """Whether no further scenario fits beside those compared."""
    return len(st.session_state.get(COMPARE, ())) >= MOST_COMPARED


def add_compared(scenarios: Sequence[NamedScenario]) -> None:
    """Puts these beside the others, as many as fit; call it before the page is drawn."""
    begin_compared()
    texts = [named_code_of(named) for named in scenarios]
    st.session_state[AT_HAND] = list(dict.fromkeys([*st.session_state[AT_HAND], *texts]))
    st.session_state[COMPARE] = list(dict.fromkeys([*st.session_state[COMPARE], *texts]))[:MOST_COMPARED]
    _into_link()


def replace_compared(old: NamedScenario, new: NamedScenario | None) -> None:
    """Puts the new one in the old one's place, nothing where it is gone; call it before the page is drawn."""
    begin_compared()
    written = [] if new is None else [named_code_of(new)]
    for key in (COMPARE, AT_HAND):
        texts = [one for text in st.session_state[key] for one in (written if text == named_code_of(old) else [text])]
        st.session_state[key] = list(dict.fromkeys(texts))
    _into_link()


def link_to_compare(sample: str | None) -> str:
    """The address of this comparison, the question of the sidebar included. sample: the sample shop it is about, whatever the language."""
    carried = {name: st.query_params.get_all(name) for name in st.query_params if name != SCENARIO}
    carried |= {"programmes_view": ["compare"], COMPARE: list(st.session_state[COMPARE]), **({"shop": [sample]} if sample else {})}
    query = urlencode(carried, doseq=True, safe="~=", quote_via=quote)
    return f"{(st.context.url or 'programmes').partition('?')[0]}?{query}"


def _into_link() -> None:
    chosen = list(st.session_state[COMPARE])
    if st.query_params.get_all(COMPARE) == chosen:
        return
    if chosen:
        st.query_params[COMPARE] = chosen
    else:
        st.query_params.pop(COMPARE, None)


def _labels(texts: Sequence[str]) -> dict[str, str]:
    """A name for each, all of them different."""
    labels: dict[str, str] = {}
    for text in texts:
        labels[text] = free_name(named_scenario_of(text).name, labels.values())
    return labels


def _canonical(text: str) -> str | None:
    try:
        return named_code_of(named_scenario_of(text))
    except Refusal:
        return None
