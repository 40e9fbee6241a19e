"""The sliders that decide who stands on which rung."""

from __future__ import annotations

import streamlit as st

from retention.answers.threshold_evidence import Signs
from retention.sentence import N_
from shared.asked_figures import figure_slider
from shared.ladder_cache import signs_of
from shared.language import PageWords
from shared.question import current_question


def choose_thresholds(words: PageWords) -> None:
    """What makes a regular, how long a silence may last, and what counts as a sign of an advocate where the data can hold one."""
    asked = current_question()
    figure_slider(words, N_("Days with a purchase that make a customer a regular"), "regular_from")
    with st.grid(min_column_width=320):
        figure_slider(words, N_("At risk after a pause longer than this share of comparable pauses, %"), "at_risk")
        lowest = st.session_state["at_risk"] + 1
        figure_slider(words, N_("Lapsed after a pause longer than this share of comparable pauses, %"), "lapsed", lowest=lowest)
    signs = signs_of(asked.workspace, asked.data_version)
    if signs.has_scores or signs.has_discounts:
        with st.grid(min_column_width=320):
            _choose_signs(words, signs)


def _choose_signs(words: PageWords, signs: Signs) -> None:
    """What the data can hold of what makes an advocate."""
    if signs.has_scores:
        figure_slider(
            words,
            N_("Score of a recommendation that counts as a sign of an advocate, 0 to 10"),
            "advocate_score",
            N_("Only what customers answered themselves; their reviews and surveys come from a table of feedback."),
        )
    if signs.has_discounts:
        figure_slider(
            words,
            N_("Purchases in a row without a discount that count as a sign of an advocate"),
            "full_price_streak",
            N_("Counted where at least one purchase in five carries a discount: elsewhere everybody buys at full price."),
        )
