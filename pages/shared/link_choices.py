"""Several choices at once that the link carries by their codes, so that they mean the same in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from shared.language import PageWords


def link_choices(words: PageWords, title: str, labels: Mapping[str, str], offered: Sequence[str], key: str) -> tuple[str, ...]:
    """The codes chosen among those offered: what was chosen before, else what the link says, else none.

    title, and the labels by code: English source.
    """
    wish = st.session_state[key] if key in st.session_state else st.query_params.get(key, "").split(",")
    st.session_state[key] = [code for code in offered if code in wish]
    if st.session_state[key] and key not in st.query_params:
        _remember(key)  # a visit to another page has taken it out of the link
    chosen = st.pills(
        words(title),
        offered,
        selection_mode="multi",
        format_func=lambda code: words(labels[code]),
        key=key,
        on_change=_remember,
        args=(key,),
        persist_state="session",
    )
    return tuple(chosen)


def _remember(key: str) -> None:
    if st.session_state[key]:
        st.query_params[key] = ",".join(st.session_state[key])
    else:
        st.query_params.pop(key, None)
