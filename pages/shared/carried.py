"""What was chosen in this visit, else what the link says: remembered apart from its field, and in the link for as long as it holds.

A visit to another page takes both a field's value and its place in the link away; what is remembered here brings both back. Whatever a
stranger wrote into a link, only what `read` makes of it counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

Chosen = TypeVar("Chosen")

IN_LINK = {"bind": "query-params", "persist_state": "session"}  # a field that Streamlit itself carries: numbers, nothing with a label


def carried(key: str, read: Callable[[str], Chosen | None], written: Callable[[Chosen], str] = str) -> Chosen | None:
    """What was chosen before, else what the link says; None = neither, or nothing that makes sense here."""
    text = st.session_state[_kept(key)] if _kept(key) in st.session_state else st.query_params.get(key)
    chosen = read(text) if text else None
    if chosen is not None:
        carry(key, written(chosen))
    return chosen


def carry(key: str, text: str | None) -> None:
    """Remembers a choice by its text, and says it in the link; None = as if nobody had chosen, even if the link lags behind."""
    st.session_state[_kept(key)] = text
    if text is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != text:
        st.query_params[key] = text


def remember(key: str, usual: object = None, written: Callable[[Any], str] = str) -> None:
    """Carries what stands in its field, as after a change; the usual value, or nothing, is as if nobody had chosen."""
    value = st.session_state[key]
    carry(key, None if value is None or value == usual else written(value))


def is_carried(key: str) -> bool:
    """Whether something was chosen in this visit."""
    return st.session_state.get(_kept(key)) is not None


def show(key: str, value: object) -> None:
    """Puts the value into its field before that stands on the page."""
    # only where it is another: a value that is set goes back to the browser, and would undo the key pressed meanwhile
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def whole(lowest: int, highest: int) -> Callable[[str], int | None]:
    """What reads a whole number between these."""

    def read(text: str) -> int | None:
        is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(highest))
        return int(text) if is_number and lowest <= int(text) <= highest else None

    return read


def _kept(key: str) -> str:
    return f"{key}_chosen"
