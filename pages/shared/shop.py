"""Whose data this visit looks at: the visitor's own workspace, or one of the sample shops."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from retention.answers.data import has_sales
from retention.answers.sample_shop import SHOP_OF_LANGUAGE, open_sample
from retention.modes import mode
from retention.sentence import N_
from retention.warehouse import Workspace
from retention.warehouse.homes import VisitorHome, local_workspace
from shared.carried import carry
from shared.language import PageWords
from shared.visits import when_over

MINE = "mine"
SHOP_LABELS = {
    MINE: N_("My data"),
    "toys": N_("Sample: toy shop"),
    "cafe": N_("Sample: café"),
    "online": N_("Sample: online store"),
}

LISTS = ("channel", "store", "category")
CARRIED = ("acquisition_spend", "retention_spend", "spend_months", "prospects", "visitors", "moved_from", "moved_to")
OF_THE_SHOP = ("customer", "search")


@dataclass(frozen=True)
class Shop:
    """The workspace being looked at and whether it is a sample."""

    workspace: Workspace
    is_sample: bool


def own_workspace() -> Workspace:
    """The visitor's own data: lasting on a person's machine, gone after the visit on a server for many."""
    if mode() == "local":
        return local_workspace()
    if "visitor_home" not in st.session_state:
        home = st.session_state["visitor_home"] = VisitorHome()
        when_over(home.close)
    return st.session_state["visitor_home"].workspace


def current_shop(words: PageWords) -> Shop:
    """What the sidebar says, else the link, else the visitor's own data if there are any, else the sample in their language."""
    if st.session_state.pop("turn_to_mine", False):
        st.session_state.pop("shop", None)
        st.query_params.pop("shop", None)
        forget_question()
    own = own_workspace()
    is_own_ready = has_sales(own)
    offered = [*([MINE] if is_own_ready else []), "toys", "cafe", "online"]
    wish = st.session_state.get("shop") or st.query_params.get("shop")
    shop = wish if wish in offered else MINE if is_own_ready else SHOP_OF_LANGUAGE[words.language]
    st.session_state["shop"] = shop
    if shop == MINE:
        return Shop(own, is_sample=False)
    with st.spinner(words("Opening the sample shop…")):
        return Shop(open_sample(shop), is_sample=True)


def choose_shop(words: PageWords) -> None:
    """The switch between one's own data and the samples."""
    offered = [*([MINE] if has_sales(own_workspace()) else []), "toys", "cafe", "online"]
    # always in the link: which sample opens by itself depends on the language of whoever follows it
    if st.session_state["shop"] != MINE and st.query_params.get("shop") != st.session_state["shop"]:
        st.query_params["shop"] = st.session_state["shop"]
    st.selectbox(
        words("Shop"),
        offered,
        key="shop",
        format_func=lambda code: words(SHOP_LABELS[code]),
        persist_state="session",
        on_change=_change_shop,
    )


def look_at_sample(shop: str) -> None:
    """Turns to a sample shop, as a button does before the page is run again."""
    st.session_state["shop"] = shop
    _change_shop()


def show_mine() -> None:
    """Turns to the visitor's own data, as after an upload, with a fresh question; from the next run on, before any widget stands."""
    st.session_state["turn_to_mine"] = True


def forget_question() -> None:
    """Drops what was asked of other data: its dates and filters mean nothing here."""
    for key in CARRIED:
        carry(key, None)
    for key in OF_THE_SHOP:
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)
    for key, nothing in {"as_of": None, **{key: [] for key in LISTS}}.items():
        # set, not dropped: a browser keeps showing what it had unless it is told another value; and a field that is bound to the link
        # takes its own value out of it once it is emptied, and lets nobody else do it
        if key in st.session_state:
            st.session_state[key] = nothing
        else:
            st.query_params.pop(key, None)


def _change_shop() -> None:
    forget_question()
    if st.session_state["shop"] == MINE:
        st.query_params.pop("shop", None)
    else:
        st.query_params["shop"] = st.session_state["shop"]
