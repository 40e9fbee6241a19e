"""A table whose figures are written for people on the page and stand bare in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from retention.report.csv_table import csv_table
from shared.csv_download import THIS_TABLE, csv_download
from shared.language import PageWords

UNKNOWN = "—"

# what people read, and what a spreadsheet calculates with
Cell = tuple[str, str | int | float | None]


def text(value: str) -> Cell:
    """A text, the same for both."""
    return value, value


def count(words: PageWords, value: int | None) -> Cell:
    """A whole number."""
    return UNKNOWN if value is None else words.plain.number(value), value


def number(words: PageWords, value: float | None) -> Cell:
    """A number with one decimal."""
    return UNKNOWN if value is None else words.plain.number(value, 1), value


def money(words: PageWords, value: float | None, currency: str | None) -> Cell:
    """An amount with its currency."""
    return UNKNOWN if value is None else words.plain.money(value, currency), value


def share(words: PageWords, value: float | None) -> Cell:
    """A share as per cent; a fraction in the file."""
    return UNKNOWN if value is None else words.plain.percent(value), value


def cell_table(words: PageWords, rows: Sequence[Mapping[str, Cell]], name: str) -> None:
    """The rows (the same titles in each) as a table, and below it the same as `name`.csv; nothing where there are none."""
    if not rows:
        return
    titles = list(rows[0])
    st.dataframe(
        pd.DataFrame([{title: cell[0] for title, cell in row.items()} for row in rows]), hide_index=True, width="stretch", key=name
    )
    figures = [["" if row[title][1] is None else row[title][1] for title in titles] for row in rows]
    csv_download(words, THIS_TABLE, f"{name}.csv", lambda: csv_table(titles, figures))
