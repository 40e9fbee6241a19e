"""The sliders that decide who stands on which rung."""

from __future__ import annotations

import streamlit as st

from retention.answers.threshold_evidence import Signs
from retention.question import Question
from retention.sentence import N_
from shared.ladder_cache import signs_of
from shared.language import PageWords
from shared.question import SLIDERS, current_question


def choose_thresholds(words: PageWords) -> None:
    """What makes a regular, how long a silence may last, and what counts as a sign of an advocate where the data can hold one."""
    plain, asked = Question(), current_question()
    _slider(words, N_("Days with a purchase that make a customer a regular"), "regular_from", plain.regular_from)
    at_risk, lapsed = (round(share * 100) for share in (plain.at_risk_quantile, plain.lapsed_quantile))
    with st.grid(min_column_width=320):
        _slider(words, N_("At risk after a pause longer than this share of comparable pauses, %"), "at_risk", at_risk)
        lowest = st.session_state["at_risk"] + 1
        _slider(words, N_("Lapsed after a pause longer than this share of comparable pauses, %"), "lapsed", lapsed, lowest=lowest)
    signs = signs_of(asked.workspace, asked.data_version)
    if signs.has_scores or signs.has_discounts:
        with st.grid(min_column_width=320):
            _choose_signs(words, plain, signs)


def _choose_signs(words: PageWords, plain: Question, signs: Signs) -> None:
    """What the data can hold of what makes an advocate."""
    if signs.has_scores:
        _slider(
            words,
            N_("Score of a recommendation that counts as a sign of an advocate, 0 to 10"),
            "advocate_score",
            plain.advocate_score,
            N_("Only what customers answered themselves; their reviews and surveys come from a table of feedback."),
        )
    if signs.has_discounts:
        _slider(
            words,
            N_("Purchases in a row without a discount that count as a sign of an advocate"),
            "full_price_streak",
            plain.full_price_streak,
            N_("Counted where at least one purchase in five carries a discount: elsewhere everybody buys at full price."),
        )


def _slider(words: PageWords, label: str, key: str, plain: int, meaning: str = "", lowest: int = 0) -> None:
    """One of the question's sliders; what was chosen moves up where its lowest value has. label, meaning: English source."""
    low, high = max(SLIDERS[key][0], lowest), SLIDERS[key][1]
    chosen = st.session_state.get(key)
    if chosen is not None and chosen < low:
        st.session_state[key] = low
    explained = words(meaning) if meaning else None
    st.slider(words(label), low, high, max(low, plain), key=key, help=explained, bind="query-params", persist_state="session")
