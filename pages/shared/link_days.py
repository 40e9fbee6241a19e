"""A day that the link carries once somebody has chosen it; until then it follows the data."""

from __future__ import annotations

from datetime import date

import streamlit as st

from shared.language import PageWords


def link_day(words: PageWords, title: str, key: str, usual: date, earliest: date, latest: date) -> date:
    """The day chosen before, else the link's, else the usual one; never outside of what the data cover. title: English source."""
    chosen = st.session_state.get(kept(key)) or _day(st.query_params.get(key))
    st.session_state[key] = min(max(chosen or usual, earliest), latest)
    if st.session_state.get(kept(key)) and key not in st.query_params:
        st.query_params[key] = st.session_state[kept(key)].isoformat()  # a visit to another page has taken it out of the link
    found = st.date_input(
        words(title),
        key=key,
        min_value=earliest,
        max_value=latest,
        format="YYYY-MM-DD" if words.language == "en" else "DD.MM.YYYY",
        on_change=_remember,
        args=(key,),
    )
    return found if isinstance(found, date) else st.session_state[key]


def _remember(key: str) -> None:
    day = st.session_state[key]
    if day is None:  # emptied: back to the usual day
        st.session_state.pop(kept(key), None)
        st.query_params.pop(key, None)
        return
    st.session_state[kept(key)] = day
    st.query_params[key] = day.isoformat()


def kept(key: str) -> str:
    """Where the choice outlives the field: a field that is not on the page is forgotten."""
    return f"{key}_chosen"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
