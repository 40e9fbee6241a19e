"""The figures of the question that stand on pages: asked by a link before their slider stands, and in the link for as long as they hold.

A field that is bound to the link takes its value out of it when it leaves the page; these stay, so that a link taken from any view or
page shows the same figures to somebody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from retention.question import Question
from shared.carried import carried, carry, remember, show, whole
from shared.language import PageWords

PLAIN = Question()
MOST_MONEY = 10**13  # in any currency


@dataclass(frozen=True)
class Figure:
    """A whole number that a visitor may choose: from, to, and what it is when nobody chose it."""

    lowest: int
    highest: int
    plain: int | None


FIGURES = {
    "horizon": Figure(1, 60, PLAIN.horizon_months),
    "discount_rate": Figure(0, 40, round(PLAIN.annual_discount_rate * 100)),
    "regular_from": Figure(2, 12, PLAIN.regular_from),
    "at_risk": Figure(50, 97, round(PLAIN.at_risk_quantile * 100)),  # two points are left for the slider of lapsed, which needs two ends
    "lapsed": Figure(51, 99, round(PLAIN.lapsed_quantile * 100)),
    "advocate_score": Figure(0, 10, PLAIN.advocate_score),
    "full_price_streak": Figure(2, 12, PLAIN.full_price_streak),
    "prospects": Figure(0, 10**9, PLAIN.prospects),
    "visitors": Figure(0, 10**9, PLAIN.visitors),
    "lead_days": Figure(0, 180, PLAIN.lead_days),
    "counts_discounts": Figure(0, 1, int(PLAIN.counts_discounts)),
    **{f"typed_{name}": Figure(0, 10**9, None) for name in ("acquired", "kept")},
    **{f"typed_{name}": Figure(0, MOST_MONEY, None) for name in ("winning", "keeping", "shared")},
    **{key: Figure(0, MOST_MONEY, None) for key in ("acquisition_spend", "retention_spend")},
    "spend_months": Figure(1, 36, None),
}


def asked_figure(key: str) -> int | None:
    """What was chosen; else what the link says, as long as a visitor could choose it too; else the plain value."""
    figure = FIGURES[key]
    chosen = carried(key, whole(figure.lowest, figure.highest))
    return figure.plain if chosen is None else chosen


def choose_figure(key: str, value: int | None) -> None:
    """Chooses the value of a figure; None = as if nobody had chosen."""
    carry(key, None if value is None else str(value))


def keep_in_link() -> None:
    """Writes every chosen figure into the link, whichever page or view the link is of, and takes out what is as if nobody had chosen."""
    for key, figure in FIGURES.items():
        if asked_figure(key) == figure.plain and key in st.query_params:
            choose_figure(key, None)


def figure_slider(words: PageWords, title: str, key: str, meaning: str = "", lowest: int = 0) -> None:
    """The figure's slider; what was chosen moves up where its lowest value has. title, meaning: English source."""
    figure, asked = FIGURES[key], asked_figure(key) or 0
    low = max(figure.lowest, lowest)
    if asked < low:
        choose_figure(key, low)
    show(key, max(low, asked))
    told = words(meaning) if meaning else None
    # without persist_state a slider whose lowest value moves is a new one to Streamlit, and starts at that value
    st.slider(words(title), low, figure.highest, key=key, help=told, on_change=remember_figure, args=(key,), persist_state="session")


def figure_toggle(words: PageWords, title: str, key: str, meaning: str) -> None:
    """The figure, 0 or 1, as a switch. title, meaning: English source."""
    show(key, asked_figure(key) == 1)
    st.toggle(words(title), key=key, help=words(meaning), on_change=remember_figure, args=(key,))


def figure_input(words: PageWords, title: str, key: str, on_change: Callable[[str], None] | None = None, **values: str) -> None:
    """The figure as a field that may stay empty. title: English source with these values; on_change: called with the key."""
    figure = FIGURES[key]
    show(key, asked_figure(key))
    changed = {"on_change": on_change or remember_figure, "args": (key,)}
    st.number_input(words(title, **values), figure.lowest, figure.highest, value=None, step=1, key=key, **changed)


def remember_figure(key: str) -> None:
    """Keeps what stands in the figure's field; an emptied field asks for nothing."""
    remember(key, FIGURES[key].plain, lambda value: str(int(value)))
