"""A day that the link carries once somebody has chosen it; until then it follows the data."""

from __future__ import annotations

from datetime import date

import streamlit as st

from shared.carried import carried, remember, show
from shared.language import PageWords


def link_day(words: PageWords, title: str, key: str, usual: date, earliest: date, latest: date) -> date:
    """The day chosen before, else the link's, else the usual one; never outside of what the data cover. title: English source."""
    show(key, min(max(carried(key, _day) or usual, earliest), latest))
    found = st.date_input(
        words(title),
        key=key,
        min_value=earliest,
        max_value=latest,
        format="YYYY-MM-DD" if words.language == "en" else "DD.MM.YYYY",
        on_change=remember,
        args=(key,),
    )
    return found if isinstance(found, date) else st.session_state[key]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
