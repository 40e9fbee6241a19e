"""How days and amounts are written in a table: the reading that was chosen first, the other one below it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from retention.ingest.reading import Understood
from shared.language import PageWords

EXAMPLE = date(2026, 12, 31)
DAY_AND_MONTH_CHANGED = str.maketrans("dm", "md")


def formats_form(words: PageWords, table: Understood, key: str) -> dict[str, str]:
    """The table's formats as the person wants them."""
    formats = dict(table.formats)
    if pattern := formats.get("date"):
        readings = list(dict.fromkeys([pattern, pattern.translate(DAY_AND_MONTH_CHANGED)]))
        formats["date"] = st.selectbox(
            words("How days are written"), readings, format_func=lambda one: EXAMPLE.strftime(one), key=f"date_{key}", width=200
        )
    if mark := formats.get("decimal"):
        marks = [mark, "," if mark == "." else "."]
        formats["decimal"] = st.selectbox(
            words("How amounts are written"), marks, format_func=lambda one: f"12{one}50", key=f"decimal_{key}", width=200
        )
    return formats
