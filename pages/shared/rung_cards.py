"""The rungs in words: who stands there, how many, and what to do for them."""

from __future__ import annotations

import streamlit as st

from retention.answers.ladder import Ladder, Rung
from retention.answers.strategies import STRATEGIES
from retention.metrics import AT_RISK_CUSTOMERS, MARGIN_PER_CUSTOMER, REVENUE_PER_CUSTOMER
from shared.language import PageWords


def rung_cards(words: PageWords, found: Ladder) -> None:
    """One card per rung, folding to one column on a phone."""
    with st.grid(min_column_width=300):
        for rung in found.rungs:
            with st.container(border=True):
                _rung_card(words, found, rung)


def _rung_card(words: PageWords, found: Ladder, rung: Rung) -> None:
    strategy = STRATEGIES[rung.name]
    st.markdown(f"**{words(strategy.label)}** · {words(strategy.verb)}")
    st.caption(words(strategy.who))
    st.markdown(words(strategy.advice))
    if rung.customers is None:
        st.caption(words("Not in the data: upload a sheet of contacts, or type the figure in below."))
        return
    lines = [words.plural("{count} person", "{count} people", rung.customers)]
    if rung.share is not None:
        lines.append(words("{share} of all customers", share=words.percent(rung.share)))
    for metric, value in ((REVENUE_PER_CUSTOMER, rung.revenue_per_customer), (MARGIN_PER_CUSTOMER, rung.margin_per_customer)):
        if value is not None:
            lines.append(f"{words(metric.label)}: {words.money(value, found.currency)}")
    if rung.at_risk:
        lines.append(f"{words(AT_RISK_CUSTOMERS.label)}: {words.number(rung.at_risk)}")
    st.markdown("  \n".join(lines))
    if rung.name == "advocate" and not rung.is_confirmed:
        st.caption(
            words.plural(
                "Nothing in the data shows who recommends the shop. By behaviour, {count} regular could be an advocate: not confirmed.",
                "Nothing in the data shows who recommends the shop. By behaviour, {count} regulars could be advocates: not confirmed.",
                found.candidates,
            )
        )
