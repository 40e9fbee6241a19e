"""A table on the page, written as the language writes figures, and the same table as a file with bare figures."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from retention.locale import Words
from retention.report.csv_table import csv_table
from shared.language import PageWords


def written_table(words: PageWords, table: pd.DataFrame, file: str) -> None:
    """The table (whole numbers, shares as fractions, texts, days; None = not known) with its download; nothing where it is empty."""
    if table.empty:
        return
    shown = pd.DataFrame([[_cell(words.plain, cell) for cell in row] for row in table.itertuples(index=False)], columns=table.columns)
    st.dataframe(shown, hide_index=True, width="stretch")
    st.download_button(
        words("Download this table (CSV)"),
        lambda: csv_table(list(table.columns), [["" if cell is None else cell for cell in row] for row in table.itertuples(index=False)]),
        file,
        "text/csv",
        on_click="ignore",
        icon="📄",
        key=f"download_{file}",
    )


def _cell(words: Words, cell: object) -> str:
    match cell:
        case None:
            return "—"
        case float():
            return words.percent(cell)
        case int():
            return words.number(cell)
        case date():
            return words.date(cell)
        case _:
            return str(cell)
