"""A number typed in that the link carries; whatever a stranger wrote into the link, only a number within bounds comes of it."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from shared.language import PageWords
from shared.link_days import kept

PLAIN_NUMBER = re.compile(r"\d{1,13}(\.\d{1,6})?", re.ASCII)  # no sign, no exponent, no infinity
MOST_PEOPLE, MOST_MONEY = 10**9, 1e12


def link_people(words: PageWords, title: str, key: str, lowest: int, usual: int | None) -> int | None:
    """So many people. None = not typed in, where there is no usual number. title: English source."""
    chosen = _chosen(key, lowest, MOST_PEOPLE)
    _show(key, usual if chosen is None else int(chosen))
    return st.number_input(words(title), lowest, MOST_PEOPLE, step=1, **_shared(key, usual))


def link_money(
    words: PageWords, title: str, key: str, usual: float | None, step: float, shown: float | None = None, **values: str
) -> float | None:
    """So much money, not below zero. None = not typed in, where there is no usual amount.

    title: English source; shown: the amount that stands in the empty field.
    """
    told = None if shown is None else words.plain.number(shown, 2)
    chosen = _chosen(key, 0.0, MOST_MONEY)
    _show(key, usual if chosen is None else chosen)
    return st.number_input(words(title, **values), 0.0, MOST_MONEY, step=step, placeholder=told, **_shared(key, usual))


def _chosen(key: str, lowest: float, highest: float) -> float | None:
    """What was typed in before, else what the link says; None = neither."""
    wish = st.query_params.get(key, "")
    if kept(key) not in st.session_state and PLAIN_NUMBER.fullmatch(wish) and lowest <= float(wish) <= highest:
        st.session_state[kept(key)] = float(wish)
    chosen = st.session_state.get(kept(key))
    if chosen is not None and st.query_params.get(key) != _written(chosen):
        st.query_params[key] = _written(chosen)  # another page has taken it out of the link
    return chosen


def _show(key: str, number: float | None) -> None:
    # only where it is another: a value that is set goes back to the browser, and would undo the key pressed meanwhile
    if key not in st.session_state or st.session_state[key] != number:
        st.session_state[key] = number


def _shared(key: str, usual: float | None) -> dict[str, Any]:
    empty = {"value": None} if usual is None else {}
    return {"key": key, "on_change": _remember, "args": (key, usual), **empty}


def _remember(key: str, usual: float | None) -> None:
    typed = st.session_state[key]
    if typed is None or typed == usual:
        st.session_state[kept(key)] = None
        st.query_params.pop(key, None)
    else:
        st.session_state[kept(key)] = typed
        st.query_params[key] = _written(typed)


def _written(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
