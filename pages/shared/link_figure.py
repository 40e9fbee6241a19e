"""A whole number whose usual value comes from the data: the link carries it once somebody has chosen another."""

from __future__ import annotations

import streamlit as st

from shared.language import PageWords
from shared.link_days import kept


def link_figure(words: PageWords, title: str, key: str, lowest: int, highest: int, usual: int, meaning: str = "") -> int | None:
    """What was chosen before, else what the link says; None for as long as it is the usual value, which then follows the data.

    title, meaning: English source.
    """
    wish = st.query_params.get(key, "")
    if kept(key) not in st.session_state and wish.isascii() and wish.isdecimal() and len(wish) <= len(str(highest)):
        st.session_state[kept(key)] = int(wish)
    chosen = st.session_state.get(kept(key))
    if chosen is not None and not lowest <= chosen <= highest:
        chosen = st.session_state[kept(key)] = None
    if chosen is not None and st.query_params.get(key) != str(chosen):
        st.query_params[key] = str(chosen)  # another page has taken it out of the link
    st.session_state[key] = min(max(usual, lowest), highest) if chosen is None else chosen
    st.slider(words(title), lowest, highest, key=key, help=words(meaning) if meaning else None, on_change=_remember, args=(key, usual))
    return chosen


def _remember(key: str, usual: int) -> None:
    if st.session_state[key] == usual:
        st.session_state[kept(key)] = None
        st.query_params.pop(key, None)
    else:
        st.session_state[kept(key)] = st.session_state[key]
        st.query_params[key] = str(st.session_state[key])
