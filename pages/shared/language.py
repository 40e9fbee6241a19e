"""The language of this visit, and the escaper for whatever came from a file."""

from __future__ import annotations

import re
from decimal import Decimal

import streamlit as st

from retention.locale import LANGUAGES, Words, best_language

# Everything Markdown, Streamlit's colour and icon directives or formulas could begin with.
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$:~@&=])")
# Bare addresses turn into links after escapes are read: an invisible joiner, where no line may break, parts them.
ADDRESS_SIGNS = re.compile(r"(?i)(https?:|www|@)(?=[/.\w])")
JOINER = "\u2060"


class PageWords(Words):
    """The words of a page: what is written with a $ must not turn into a formula in Markdown."""

    @property
    def plain(self) -> Words:
        """The same language for charts, tables and figures, where no Markdown is read."""
        return Words(self.language)

    def currency(self, currency: str | None) -> str:
        return super().currency(currency).replace("$", r"\$")

    def money(self, amount: float | Decimal, currency: str | None, decimals: int | None = None) -> str:
        return self.plain.money(amount, currency, decimals).replace("$", r"\$")


def current_words() -> PageWords:
    """The words of this visit: chosen in the sidebar, else named in the link, else the browser's first language."""
    chosen = st.session_state.get("language") or st.query_params.get("language")
    return PageWords(chosen if chosen in LANGUAGES else best_language(st.context.locale))


def choose_language(words: Words) -> None:
    """The switch in the sidebar; a choice other than the browser's own goes into the link."""
    if st.session_state.get("language") not in LANGUAGES:
        st.session_state["language"] = words.language
    elif st.session_state["language"] != best_language(st.context.locale) and "language" not in st.query_params:
        _remember_language()  # a visit to another page has taken it out of the link
    st.selectbox(
        words("Language"),
        list(LANGUAGES),
        key="language",
        format_func=LANGUAGES.__getitem__,
        persist_state="session",
        on_change=_remember_language,
    )


def _remember_language() -> None:
    st.query_params["language"] = st.session_state["language"]


def md(text: str) -> str:
    """Text from a file as plain letters: no Markdown, link, picture, colour or formula can come of it."""
    return MARKDOWN_SIGNS.sub(r"\\\1", ADDRESS_SIGNS.sub(rf"\1{JOINER}", " ".join(str(text).split())))
