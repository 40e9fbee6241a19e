"""Several choices at once that the link carries by their codes, so that they mean the same in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from shared.carried import carried, carry, remember
from shared.language import PageWords


def link_choices(words: PageWords, title: str, labels: Mapping[str, str], offered: Sequence[str], key: str) -> tuple[str, ...]:
    """The codes chosen among those offered: what was chosen before, else what the link says, else none.

    title, and the labels by code: English source.
    """

    def read(text: str) -> list[str] | None:
        wished = text.split(",")
        return [code for code in offered if code in wished] or None

    wish = st.session_state[key] if key in st.session_state else carried(key, read, ",".join) or ()
    st.session_state[key] = [code for code in offered if code in wish]
    if st.session_state[key]:
        carry(key, ",".join(st.session_state[key]))
    chosen = st.pills(
        words(title),
        offered,
        selection_mode="multi",
        format_func=lambda code: words(labels[code]),
        key=key,
        on_change=remember,
        args=(key, [], ",".join),
        persist_state="session",
    )
    return tuple(chosen)
