"""The figures of the question that stand on pages: asked by a link before their slider stands, and in the link for as long as they hold.

A field that is bound to the link takes its value out of it when it leaves the page; these stay, so that a link taken from any view or
page shows the same figures to somebody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from retention.question import Question
from shared.language import PageWords

PLAIN = Question()
MOST_MONEY = 10**13  # in any currency
MOST_DIGITS = len(str(MOST_MONEY))


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
    figure, wish = FIGURES[key], st.query_params.get(key, "")
    # at most as many digits as any of them may have: a longer text is no number to anybody
    if st.session_state.get(key) is None and wish.isdecimal() and len(wish) <= MOST_DIGITS and figure.lowest <= int(wish) <= figure.highest:
        st.session_state[key] = int(wish)
    chosen = st.session_state.get(key)
    return figure.plain if chosen is None else int(chosen)


def keep_in_link() -> None:
    """Writes every chosen figure into the link, whichever page or view the link is of, and takes out what is as if nobody had chosen."""
    for key, figure in FIGURES.items():
        chosen = asked_figure(key)
        if chosen != figure.plain and st.query_params.get(key) != str(chosen):
            st.query_params[key] = str(chosen)
        elif chosen == figure.plain and key in st.query_params:
            del st.query_params[key]


def figure_slider(words: PageWords, title: str, key: str, meaning: str = "", lowest: int = 0) -> None:
    """The figure's slider; what was chosen moves up where its lowest value has. title, meaning: English source."""
    figure = FIGURES[key]
    low = max(figure.lowest, lowest)
    wanted = max(low, asked_figure(key) or 0)
    # only where it is another: a value that is set goes back to the browser, and would undo the key pressed meanwhile
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted
    st.slider(words(title), low, figure.highest, key=key, help=words(meaning) if meaning else None, persist_state="session")


def figure_input(words: PageWords, title: str, key: str, on_change: Callable[[str], None] | None = None, **values: str) -> None:
    """The figure as a field that may stay empty. title: English source with these values; on_change: called with the key."""
    figure = FIGURES[key]
    st.session_state[key] = asked_figure(key)
    remembered = {"key": key, "on_change": on_change or forget_if_empty, "args": (key,), "persist_state": "session"}
    st.number_input(words(title, **values), figure.lowest, figure.highest, value=None, step=1, **remembered)


def forget_if_empty(key: str) -> None:
    """An emptied field asks for nothing, so the link must not ask for what stood in it."""
    if st.session_state[key] is None:
        st.query_params.pop(key, None)
