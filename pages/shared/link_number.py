"""A number typed in that the link carries; whatever a stranger wrote into the link, only a number within bounds comes of it."""

from __future__ import annotations

import re
from typing import Literal

import streamlit as st

from shared.carried import carried, remember, show, whole
from shared.language import PageWords

PLAIN_NUMBER = re.compile(r"\d{1,13}(\.\d{1,6})?", re.ASCII)  # no sign, no exponent, no infinity
MOST_PEOPLE, MOST_MONEY = 10**9, 1e12


def link_people(words: PageWords, title: str, key: str, lowest: int, usual: int | None) -> int | None:
    """So many people. None = not typed in, where there is no usual number. title: English source."""
    chosen = carried(key, whole(lowest, MOST_PEOPLE))
    show(key, usual if chosen is None else chosen)
    return st.number_input(words(title), lowest, MOST_PEOPLE, value=_begun(usual), step=1, key=key, on_change=remember, args=(key, usual))


def link_money(
    words: PageWords, title: str, key: str, usual: float | None, step: float, shown: float | None = None, **values: str
) -> float | None:
    """So much money, not below zero. None = not typed in, where there is no usual amount.

    title: English source; shown: the amount that stands in the empty field.
    """
    chosen = carried(key, _money, _written)
    show(key, usual if chosen is None else chosen)
    told = None if shown is None else words.plain.number(shown, 2)
    return st.number_input(
        words(title, **values),
        0.0,
        MOST_MONEY,
        value=_begun(usual),
        step=step,
        placeholder=told,
        key=key,
        on_change=remember,
        args=(key, usual, _written),
    )


def _begun(usual: float | None) -> Literal["min"] | None:
    """Streamlit's word for a field that can be emptied (None), or cannot; what stands in it is put there before."""
    return None if usual is None else "min"


def _money(text: str) -> float | None:
    return float(text) if PLAIN_NUMBER.fullmatch(text) and float(text) <= MOST_MONEY else None


def _written(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
