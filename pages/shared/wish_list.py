"""What freed money could buy: a short list typed in by the visitor, which the link carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from retention.sentence import N_
from shared.carried import carried, carry, whole
from shared.language import PageWords

KEY = "wishes"
MOST_WISHES, LONGEST_NAME, LONGEST_LINK = 8, 40, 600
HIGHEST_PRICE = 999_999_999
# nobody knows another shop's prices: they stay empty until typed in
READY = (N_("A coffee machine"), N_("A month's bonus for the staff"), N_("A training course"), N_("A better oven, tool or computer"))
ENOUGH = 1.0


@dataclass(frozen=True)
class Wish:
    """Something to buy; price in major units, None = not typed in yet."""

    what: str
    price: int | None


def to_link(wishes: Sequence[Wish]) -> str:
    """The list as the link carries it: name=price;name=price."""
    return ";".join(f"{wish.what}={'' if wish.price is None else wish.price}" for wish in wishes[:MOST_WISHES])


def from_link(text: str) -> list[Wish]:
    """What a link says, however it came about: nothing where it is too long, no row but a name with a price or without."""
    if len(text) > LONGEST_LINK:
        return []
    wishes = []
    for part in text.split(";")[:MOST_WISHES]:
        name, _, price = part.rpartition("=")
        amount = whole(0, HIGHEST_PRICE)(price)
        if (what := plain_name(name)) and (amount is not None or not price):
            wishes.append(Wish(what, amount))
    return wishes


def plain_name(name: str) -> str:
    """A name of bounded length that neither breaks the list nor a line."""
    return " ".join(re.sub(r"[=;\x00-\x1f\x7f]", " ", name).split())[:LONGEST_NAME].strip()


def wish_list(words: PageWords, freed: float, low: float, high: float, currency: str | None) -> None:
    """The table to type into, and how many of each the freed money buys, with its range. low, high: the freed money's bounds."""
    st.subheader(words("What the freed money could buy"))
    unit = words.plain.currency(currency) or words("in your currency")
    what, price = words("What"), words("Price of one, {currency}", currency=unit)
    wished = carried(KEY, lambda text: from_link(text) or None, to_link)
    editor = f"{KEY}_{words.language}"
    if editor not in st.session_state:  # the field is new on the page: it starts with what was typed before it left
        st.session_state[f"{KEY}_start"] = wished or [Wish(words(name), None) for name in READY]
    started = st.session_state[f"{KEY}_start"]
    prices = pd.array([wish.price for wish in started], dtype="Int64")
    frame = pd.DataFrame({"what": [wish.what for wish in started], "price": prices})
    columns = {
        "what": st.column_config.TextColumn(what, max_chars=LONGEST_NAME),
        "price": st.column_config.NumberColumn(price, min_value=0, max_value=HIGHEST_PRICE, step=1),
    }
    typed = st.data_editor(
        frame, key=editor, num_rows="dynamic", hide_index=True, column_config=columns, placeholder=words("not typed in yet")
    )
    wishes = _read(typed)
    if wishes != started or wished:
        carry(KEY, to_link(wishes) or None)
    priced = [wish for wish in wishes if wish.price]
    if not priced:
        st.caption(words("Type in a price, and a list of your own: it stays in the link."))
        return
    rows = [
        {
            what: wish.what,
            words("The freed money buys"): _times_in_words(words, freed / wish.price),
            words("At least"): _times_in_words(words, low / wish.price),
            words("At most"): _times_in_words(words, high / wish.price),
        }
        for wish in priced
        if wish.price
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    st.caption(words("At least and at most: by the range of the freed money above."))


def _read(typed: pd.DataFrame) -> list[Wish]:
    wishes = []
    for name, price in zip(typed["what"].tolist(), typed["price"].tolist(), strict=True):
        what = plain_name(name) if isinstance(name, str) else ""
        if what:
            wishes.append(Wish(what, None if pd.isna(price) else min(max(int(price), 0), HIGHEST_PRICE)))
    return wishes[:MOST_WISHES]


def _times_in_words(words: PageWords, times: float) -> str:
    if times < ENOUGH:
        return words("{share} of one", share=words.plain.percent(times, 0))
    return words.plural("{count} time", "{count} times", int(times))
