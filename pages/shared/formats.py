"""How days and amounts are written in a table: the reading that was chosen first, the other one below it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from retention.ingest.reading import Understood
from shared.language import PageWords

EXAMPLE = date(2026, 12, 31)
# what no calendar of a computer writes by itself: the quarter, and seconds counted since 1970
IN_OUR_OWN_WAY = {"%q": "4", "%s": "1798675200"}
DAY_AND_MONTH_CHANGED = str.maketrans("dm", "md")


def formats_form(words: PageWords, table: Understood, key: str) -> dict[str, str]:
    """The table's formats as the person wants them."""
    formats = dict(table.formats)
    if pattern := formats.get("date"):
        formats["date"] = st.selectbox(
            words("How days are written"), readings_of(pattern), format_func=written_like, key=f"date_{key}", width=200
        )
    if mark := formats.get("decimal"):
        marks = [mark, "," if mark == "." else "."]
        formats["decimal"] = st.selectbox(
            words("How amounts are written"), marks, format_func=lambda one: f"12{one}50", key=f"decimal_{key}", width=200
        )
    return formats


def readings_of(pattern: str) -> list[str]:
    """The pattern, and where it has a day and a month in figures, the same with the two swapped."""
    return [pattern, pattern.translate(DAY_AND_MONTH_CHANGED)] if "%d" in pattern and "%m" in pattern else [pattern]


def written_like(pattern: str) -> str:
    """The last day of a year as this pattern writes it."""
    for sign, written in IN_OUR_OWN_WAY.items():
        pattern = pattern.replace(sign, written)
    return EXAMPLE.strftime(pattern)
