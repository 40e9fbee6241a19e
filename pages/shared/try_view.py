"""The what-if: one programme, its fields, and what comes of them."""

from __future__ import annotations

import streamlit as st

from retention.programmes import by_name
from retention.programmes.named_scenario import LONGEST_NAME
from retention.programmes.programme import Programme
from retention.sentence import N_, Refusal
from shared.asked_scenario import PROGRAMME, asked_scenario, keep_scenario, unfold_link
from shared.keep_scenario import NAME, keep_named, say_refused, where_kept_in_words
from shared.language import PageWords, md
from shared.programme_shop import ProgrammeShop, say_shop
from shared.question import Asked
from shared.scenario_words import suggested_name
from shared.try_fields import OUTCOME, show_fields
from shared.try_outcome import explain_figures, show_outcome
from shared.try_settings import rung_in_words, seed_fields, set_scenario

GROUPS = {
    N_("Cheaper"): ("discount", "cashback", "points", "buy_n_get_one", "bundle"),
    N_("Something more"): ("guaranteed_draw", "free_extra", "vip_service"),
    N_("Through friends and fans"): ("referral", "premium_price"),
    N_("To compare with"): ("do_nothing", "panic_reaction"),
}


def try_view(words: PageWords, asked: Asked, shop: ProgrammeShop) -> None:
    """A programme chosen and tried on the shop."""
    unfold_link()
    say_shop(words, shop)
    programme = _choose_programme(words)
    seed_fields(programme, shop.business)
    show_fields(words, programme, shop)
    _tell(words, asked, programme, shop)
    _keep(words, asked)
    explain_figures(words, programme)


def _choose_programme(words: PageWords) -> Programme:
    """Which programme; its code goes into the link, its name into the page."""
    labels = {name: (group, by_name(name).label) for group, names in GROUPS.items() for name in names}
    if st.session_state.get(PROGRAMME) not in labels:
        st.session_state[PROGRAMME] = next(iter(labels))
    st.selectbox(
        words("Programme"),
        list(labels),
        format_func=lambda name: f"{words(labels[name][0])}: {words(labels[name][1])}",
        key=PROGRAMME,
        persist_state="session",
    )
    programme = by_name(st.session_state[PROGRAMME])
    st.caption(words(programme.idea))
    rungs = ", ".join(rung_in_words(words, rung) for rung in programme.suits)
    st.caption(words("Meant for: {rungs}.", rungs=rungs))
    return programme


@st.fragment(key=OUTCOME)
def _tell(words: PageWords, asked: Asked, programme: Programme, shop: ProgrammeShop) -> None:
    """Works out what the fields say, keeps it in the link, and tells it; after a change this alone runs again."""
    scenario = set_scenario(programme, shop.business)
    keep_scenario(scenario)
    try:
        outcome = scenario.outcome(shop.business, asked.question.annual_discount_rate)
    except Refusal as refusal:
        st.warning(words.say(refusal.sentence, md))
        return
    show_outcome(words, outcome, shop)


def _keep(words: PageWords, asked: Asked) -> None:
    """Keeps what the fields say at the moment of the click under a name."""

    def keep() -> None:
        scenario = asked_scenario()
        if not str(st.session_state.get(NAME, "")).strip():
            st.session_state[NAME] = suggested_name(words, scenario)
        keep_named(words, asked, scenario)
        st.session_state[NAME] = ""

    with st.popover(words("Keep this scenario"), icon="📌"):
        say_refused(words, "keep")
        unnamed = words("named after its figures if left empty")
        st.text_input(words("Name of the scenario"), key=NAME, max_chars=LONGEST_NAME, placeholder=unnamed)
        st.button(words("Keep it"), key="keep_tried", type="primary", on_click=keep)
        st.caption(where_kept_in_words(words, asked))
