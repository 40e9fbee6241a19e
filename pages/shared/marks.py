"""The mark "worth showing to others": read anew on every run, because it is no part of the data's version."""

from __future__ import annotations

import streamlit as st

from retention.answers.worth_showing import says_significant
from retention.warehouse import find_workspace
from shared.language import PageWords
from shared.question import Asked


def marked_in(asked: Asked) -> tuple[str, ...]:
    """The ids of all who were marked by hand."""
    return find_workspace(asked.workspace).marked()


def mark_switch(words: PageWords, asked: Asked, customer_id: str, tags: str | None) -> None:
    """The switch on a customer's page; a sample shop is shared by all visitors and keeps no marks."""
    if tags and says_significant(tags):
        st.caption(words("⭐ Worth showing to others: the list of customers says so."))
        return
    key = f"worth_showing_{customer_id}"
    st.session_state[key] = customer_id in marked_in(asked)
    st.toggle(
        words("Worth showing to others"),
        key=key,
        on_change=_remember,
        args=(asked, customer_id, key),
        disabled=asked.is_sample,
        help=words("A name that speaks for you: a known firm, a local figure, somebody who tells others. Found again under “Who matters”.")
        + " "
        + words(
            "The mark stays with this customer number when an import is taken back, and also when another shop's file is loaded here:"
            " take it away by hand."
        ),
    )
    if asked.is_sample:
        st.caption(words("Nothing can be kept in a sample shop: with your own sales you can mark customers here."))


def _remember(asked: Asked, customer_id: str, key: str) -> None:
    if not asked.is_sample:
        find_workspace(asked.workspace).mark(customer_id, bool(st.session_state[key]))
