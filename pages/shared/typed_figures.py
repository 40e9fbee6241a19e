"""The switch between the sales data and a business typed in, and the five figures of the latter; all of it stands in the link."""

from __future__ import annotations

import streamlit as st

from retention.answers.typed_costs import Figures
from retention.sentence import N_
from shared.asked_figures import asked_figure, figure_input
from shared.language import PageWords
from shared.link_choice import link_choice

SOURCES = {"sales": N_("My sales data"), "typed": N_("Figures I type in")}


def is_typed(words: PageWords) -> bool:
    """Whether the visitor wants to type figures in instead of using the shop's sales."""
    return link_choice(words, N_("Figures from"), SOURCES, list(SOURCES), "figures") == "typed"


def typed_figures(words: PageWords) -> Figures | None:
    """The business typed in; None for as long as a figure is lacking without which there is no cost of either side."""
    with st.container(border=True), st.grid(min_column_width=210):
        figure_input(words, N_("New customers, people"), "typed_acquired")
        figure_input(words, N_("Earlier customers who bought again, people"), "typed_kept")
        figure_input(words, N_("Spent on winning, in your currency"), "typed_winning")
        figure_input(words, N_("Spent on keeping, in your currency"), "typed_keeping")
        figure_input(words, N_("Spent on both, in your currency"), "typed_shared")
    acquired, kept, winning, keeping = (asked_figure(f"typed_{name}") for name in ("acquired", "kept", "winning", "keeping"))
    if not acquired or not kept or winning is None or keeping is None:
        return None
    return Figures(acquired, kept, winning, keeping, asked_figure("typed_shared") or 0)
