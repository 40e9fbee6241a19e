"""The simple sum as a worked line, and the spread of values as a small table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.value import Value
from retention.metrics import AVERAGE_CHECK, ORDERS_PER_MONTH
from retention.question import Question
from shared.cards import cards
from shared.language import PageWords


def choose_horizon(words: PageWords) -> None:
    """How far ahead the simple value looks."""
    st.slider(words("Months ahead"), 1, 60, Question().horizon_months, key="horizon", bind="query-params", persist_state="session")


def simple_sum(words: PageWords, found: Value) -> None:
    """Average check × orders a month × months, with the shop's own figures, and the textbook's beside it."""
    with st.container(border=True):
        st.markdown(words("**The simple sum**"))
        if found.average_check is None or found.orders_per_month is None or found.simple is None:
            st.markdown(words("Nobody bought in this window, so there is no average check to start from."))
            return
        check = words.money(found.average_check, found.currency)
        result = words.money(found.simple, found.currency)
        months = words.plural("{count} month", "{count} months", found.horizon_months)
        st.markdown(f"### {check} × {words.number(found.orders_per_month, 2)} × {words.number(found.horizon_months)} = {result}")
        st.caption(
            words(
                "Average check × orders a month of a customer who buys × {months}. In the textbook: {check} × 1 × 12 = {result} a year.",
                months=months,
                check=words.number(1500),
                result=words.number(18000),
            )
        )
        if found.margin_share is not None:
            left = words.money(found.simple * found.margin_share, found.currency)
            st.caption(words("Of that, {margin} is margin ({share}).", margin=left, share=words.percent(found.margin_share)))
        st.caption(
            words(
                "Why it differs from what customers have brought so far: the sum takes people who buy and lets them buy for ever, while"
                " history also counts those who came once or left."
            )
        )
        cards(words, [(AVERAGE_CHECK, found.average_check), (ORDERS_PER_MONTH, found.orders_per_month)], found.currency)


def quantile_table(words: PageWords, found: Value) -> None:
    """What a customer at each point of the spread has brought."""
    rows = {
        words("{share} of customers brought less than", share=words.percent(share, 0)): words.plain.money(amount, found.currency)
        for share, amount in found.quantiles.items()
    }
    st.table(pd.DataFrame({words("Sales so far"): rows}))
