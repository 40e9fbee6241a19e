"""The ratio in words, and spend typed in where there is no table of it."""

from __future__ import annotations

import streamlit as st

from retention.answers.costs import Costs
from shared.language import PageWords

AMOUNT = {"min_value": 0.0, "value": None, "step": 100.0, "bind": "query-params", "persist_state": "session"}


def choose_spend(words: PageWords, found: Costs) -> None:
    """Two figures a shop owner knows by heart, for data without a table of spend."""
    if found.has_spend:
        return
    label = words.currency(found.currency) or words("in your currency")
    with st.container(border=True):
        st.markdown(words("What did these months cost you?"))
        st.number_input(words("Spent on winning customers, {currency}", currency=label), key="acquisition_spend", **AMOUNT)
        st.number_input(words("Spent on keeping customers, {currency}", currency=label), key="retention_spend", **AMOUNT)


def ratio_words(words: PageWords, found: Costs) -> None:
    """What the ratio says, and what it does not."""
    if found.ratio is None:
        return
    said = words("Winning a customer cost {ratio} times as much as keeping one.", ratio=words.number(found.ratio, 1))
    if found.ratio_low is not None and found.ratio_high is not None and found.ratio_high > found.ratio_low:
        said += " " + words(
            "Depending on where the shared spend belongs, it is between {low} and {high}.",
            low=words.number(found.ratio_low, 1),
            high=words.number(found.ratio_high, 1),
        )
    st.markdown(said)
    st.caption(
        words(
            "This is an average, and kept customers include those who would have stayed anyway. It does not say that moving money from"
            " winning to keeping would pay: for that, compare what the next customer costs on either side."
        )
    )
