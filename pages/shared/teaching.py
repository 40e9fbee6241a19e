"""Where there are no data yet: what is needed, what more would show, shops to look at, and blank tables to fill in."""

from __future__ import annotations

import streamlit as st

from retention.report.templates import KINDS, template
from retention.sentence import N_
from shared.language import PageWords
from shared.shop import SHOP_LABELS, look_at_sample

UNLOCKED = {
    "order_lines": N_("the ladder, what customers are worth and what programmes would bring: a date, an amount and a customer are enough"),
    "spend": N_("what winning and keeping a customer cost"),
    "customers": N_("names, where customers came from and who brought whom"),
    "contacts": N_("the rungs below the first purchase: people reached and visitors"),
    "feedback": N_("why customers leave and who recommends you"),
}
TEMPLATE_LABELS = {
    "order_lines": N_("Sales"),
    "spend": N_("Marketing spend"),
    "customers": N_("Customers"),
    "contacts": N_("Reach and visitors"),
    "feedback": N_("Feedback"),
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def what_is_needed(words: PageWords) -> None:
    """What to drop, and what each table opens up."""
    with st.container(border=True):
        st.markdown("**" + words("Your own sales are all it takes") + "**")
        st.markdown(
            words(
                "Export them from your till, shop platform or accounting, or take the sheet you keep by hand: headers in any of a dozen"
                " languages, any order of columns. Several files may come together."
            )
        )
        st.markdown("\n".join(f"- **{words(TEMPLATE_LABELS[kind])}**: {words(shows)}" for kind, shows in UNLOCKED.items()))
        st.markdown(words("Nothing at hand? Look at a sample shop, or take a blank table from below and fill it in."))
        with st.container(horizontal=True):
            for shop in [code for code in SHOP_LABELS if code != "mine"]:
                st.button(words(SHOP_LABELS[shop]), key=f"look_{shop}", on_click=look_at_sample, args=(shop,))


def templates(words: PageWords) -> None:
    """A blank table of each kind, in the language of the page."""
    with st.expander(words("Blank tables to fill in (Excel)")):
        st.caption(words("The two grey rows are examples: write over them."))
        with st.container(horizontal=True):
            for kind in KINDS:
                st.download_button(
                    words(TEMPLATE_LABELS[kind]),
                    lambda kind=kind: template(kind, words.language),
                    f"{kind.replace('_', '-')}-{words.language}.xlsx",
                    XLSX,
                    on_click="ignore",
                    key=f"template_{kind}_{words.language}",
                    icon="📄",
                )
