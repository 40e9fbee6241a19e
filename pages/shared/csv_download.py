"""The button that takes a table away."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from retention.sentence import N_
from shared.language import PageWords

THIS_TABLE = N_("Download this table (CSV)")


def csv_download(words: PageWords, title: str, file: str, table: Callable[[], bytes]) -> None:
    """A button for this file, which is made only when somebody asks for it. title: English source."""
    st.download_button(words(title), table, file, "text/csv", on_click="ignore", icon="📄", key=f"download_{file}")
