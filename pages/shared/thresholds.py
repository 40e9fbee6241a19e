"""The sliders behind the rungs, with what the data themselves suggest, and the figures nobody's data hold."""

from __future__ import annotations

import streamlit as st

from retention.answers.ladder import Ladder
from retention.question import Question
from shared.language import PageWords
from shared.question import SLIDERS

PEOPLE = {"min_value": 0, "value": None, "step": 1, "bind": "query-params", "persist_state": "session"}


def choose_thresholds(words: PageWords, found: Ladder) -> None:
    """What makes a regular, and how long a silence may last."""
    plain = Question()
    with st.expander(words("What decides the rung")):
        st.slider(
            words("Days with a purchase that make a customer a regular"),
            *SLIDERS["regular_from"],
            plain.regular_from,
            key="regular_from",
            bind="query-params",
            persist_state="session",
        )
        st.slider(
            words("At risk after a pause longer than this share of comparable pauses, %"),
            *SLIDERS["at_risk"],
            round(plain.at_risk_quantile * 100),
            key="at_risk",
            bind="query-params",
            persist_state="session",
        )
        st.slider(
            words("Lapsed after a pause longer than this share of comparable pauses, %"),
            max(SLIDERS["lapsed"][0], st.session_state.get("at_risk", 0)),
            SLIDERS["lapsed"][1],
            round(plain.lapsed_quantile * 100),
            key="lapsed",
            bind="query-params",
            persist_state="session",
        )
        at_risk, lapsed = (found.thresholds.get(f"one_purchase_{limit}_after_days") for limit in ("at_risk", "lapsed"))
        if at_risk is None or lapsed is None:
            st.caption(words("Nobody in the data has come back yet, so nobody can be called at risk or lapsed."))
            return
        st.caption(
            words(
                "In these data, somebody with one purchase is at risk after {at_risk} days of silence and counts as lapsed after {lapsed}."
                " Whoever buys often gets a shorter limit of their own, from their pace.",
                at_risk=int(at_risk),
                lapsed=int(lapsed),
            )
        )


def choose_contacts(words: PageWords, found: Ladder) -> None:
    """Prospects and visitors, typed in where no sheet of contacts holds them."""
    known = {rung.name: rung.customers for rung in found.rungs}
    typed = {name for name in ("prospects", "visitors") if st.session_state.get(name) is not None}
    if known["prospect"] is not None and known["visitor"] is not None and not typed:
        return
    with st.expander(words("Prospects and visitors")):
        st.caption(
            words("The data do not say how many people saw the shop or came in without buying. Type the figures in, if you know them.")
        )
        st.number_input(words("People reached in the window"), key="prospects", **PEOPLE)
        st.number_input(words("People who came or asked in the window"), key="visitors", **PEOPLE)
