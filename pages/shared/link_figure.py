"""A whole number whose usual value comes from the data: the link carries it once somebody has chosen another."""

from __future__ import annotations

import streamlit as st

from shared.carried import carried, remember, show, whole
from shared.language import PageWords


def link_figure(words: PageWords, title: str, key: str, lowest: int, highest: int, usual: int, meaning: str = "") -> int | None:
    """What was chosen before, else what the link says; None for as long as it is the usual value, which then follows the data.

    title, meaning: English source.
    """
    chosen = carried(key, whole(lowest, highest))
    show(key, min(max(usual, lowest), highest) if chosen is None else chosen)
    st.slider(words(title), lowest, highest, key=key, help=words(meaning) if meaning else None, on_change=remember, args=(key, usual))
    return chosen
