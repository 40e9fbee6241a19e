"""The figures of reach that nobody's data hold: typed in above the view, used only where no sheet of contacts knows better."""

from __future__ import annotations

import streamlit as st

from retention.sentence import N_
from shared.asked_figures import figure_input
from shared.language import PageWords


def choose_contacts(words: PageWords) -> None:
    """People reached and people who came or asked, in the window of the sidebar."""
    with st.expander(words("Prospects and visitors")):
        st.caption(
            words(
                "Where no sheet of contacts says how many people saw the shop or came in without buying, type the figures in, if you know"
                " them. What a sheet says counts before what is typed."
            )
        )
        figure_input(words, N_("People reached in the window"), "prospects")
        figure_input(words, N_("People who came or asked in the window"), "visitors")
