"""A choice that the link carries by its code, so that it means the same in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from shared.carried import carried, carry, is_carried, remember
from shared.language import PageWords


def link_choice(
    words: PageWords,
    title: str,
    labels: Mapping[str, str],
    offered: Sequence[str],
    key: str,
    is_long: bool = False,
    usual: str | None = None,
) -> str:
    """The code chosen among those offered: what was chosen before, else what the link says, else the usual one, which goes into the link.

    title, and the labels by code: English source; usual: None = the first one, which no link needs to say. A long list opens on demand.
    """
    if st.session_state.get(key) not in offered:
        st.session_state[key] = carried(key, lambda text: text if text in offered else None) or usual or offered[0]
    if usual or st.session_state[key] != offered[0] or is_carried(key):
        carry(key, st.session_state[key])
    shared = {"key": key, "on_change": remember, "args": (key,), "persist_state": "session"}
    if is_long:
        return str(st.selectbox(words(title), offered, format_func=lambda code: words(labels[code]), **shared))
    return str(st.segmented_control(words(title), offered, format_func=lambda code: words(labels[code]), required=True, **shared))


def choose(key: str, code: str) -> None:
    """Chooses it, as a button does before the page is drawn."""
    st.session_state[key] = code
    carry(key, code)
