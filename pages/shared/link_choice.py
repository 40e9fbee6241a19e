"""A choice that the link carries by its code, so that it means the same in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from shared.language import PageWords
from shared.link_days import kept


def link_choice(words: PageWords, title: str, labels: Mapping[str, str], offered: Sequence[str], key: str, is_long: bool = False) -> str:
    """The code chosen among those offered: what was chosen before, else what the link says, else the first. A long list opens on demand.

    title, and the labels by code: English source.
    """
    if st.session_state.get(key) not in offered:
        wishes = (st.session_state.get(kept(key)), st.query_params.get(key))
        st.session_state[key] = next((wish for wish in wishes if wish in offered), offered[0])
    # a visit to another page takes both the choice and its place in the link away
    st.session_state[kept(key)] = st.session_state[key]
    if st.session_state[key] != offered[0] and st.query_params.get(key) != st.session_state[key]:
        _remember(key)
    shared = {"key": key, "on_change": _remember, "args": (key,), "persist_state": "session"}
    if is_long:
        return str(st.selectbox(words(title), offered, format_func=lambda code: words(labels[code]), **shared))
    return str(st.segmented_control(words(title), offered, format_func=lambda code: words(labels[code]), required=True, **shared))


def _remember(key: str) -> None:
    st.query_params[key] = st.session_state[key]
