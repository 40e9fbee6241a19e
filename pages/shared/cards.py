"""Figures as cards, each with its definition one click away, and charts that speak the page's language."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.charts import spec
from retention.metrics import Metric
from retention.metrics.written import written
from shared.language import PageWords


def figure_in_words(words: PageWords, metric: Metric, value: float | None, currency: str | None) -> str:
    """The figure with its unit, for places that read no Markdown."""
    return written(words.plain, metric, value, currency)


def card(words: PageWords, metric: Metric, value: float | None, currency: str | None = None) -> None:
    """One figure in a frame with its passport; the label stands apart, because a metric's own label is cut instead of wrapped."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(words(metric.label))
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
            st.metric(words(metric.label), figure_in_words(words, metric, value, currency), label_visibility="collapsed", width="content")
            passport(words, metric)


def cards(words: PageWords, figures: list[tuple[Metric, float | None]], currency: str | None = None) -> None:
    """A wall of cards that folds to one column on a phone."""
    with st.grid(min_column_width=210):
        for metric, value in figures:
            card(words, metric, value, currency)


def passport(words: PageWords, metric: Metric) -> None:
    """What the figure means and how it is counted, down to the query."""
    with st.popover("?", type="tertiary", help=words("What this figure means and how it is counted")):
        explain(words, metric)


def explain(words: PageWords, metric: Metric) -> None:
    """The figure's definition, for a place that opens on demand."""
    st.markdown(f"**{words(metric.label)}**")
    st.markdown(words(metric.definition))
    st.markdown(words("**Formula:** {formula}", formula=words(metric.formula)))
    st.markdown(words("**Window:** {window}", window=words(metric.window)))
    st.markdown(words("**Divided by:** {denominator}", denominator=words(metric.denominator)))
    if metric.sql:
        st.code(metric.sql, language="sql", wrap_lines=True)


def show_chart(words: PageWords, name: str, frame: pd.DataFrame, currency: str | None, alt: str) -> None:
    """One chart of the house with this frame, nothing where the frame is empty; `alt` is what a screen reader says of it."""
    if frame.empty:
        return
    st.vega_lite_chart(frame, spec(name, words.language, currency), width="stretch", alt=alt)
