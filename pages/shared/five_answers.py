"""The five answers in one sentence each, with the way to the page behind it."""

from __future__ import annotations

import streamlit as st

from retention.programmes import CASHBACK
from retention.programmes.evaluate import evaluate
from shared.cache import base_of, costs_of, ladder_of, past_value_of, totals_of
from shared.language import PageWords
from shared.programme_shop import ASSUMED_MARGIN_PERCENT
from shared.question import Asked


def five_answers(words: PageWords, asked: Asked) -> None:
    """Data, ladder, value, costs, programmes: what the figures say at a glance."""
    with st.grid(min_column_width=300):
        with st.container(border=True, height="stretch"):
            st.page_link("data.py", label=words("Data"), icon="📄")
            st.markdown(data_in_words(words, asked))
        with st.container(border=True, height="stretch"):
            st.page_link("ladder.py", label=words("Loyalty ladder"), icon="🪜")
            st.markdown(ladder_in_words(words, asked))
        with st.container(border=True, height="stretch"):
            st.page_link("value.py", label=words("What customers are worth"), icon="💎")
            st.markdown(value_in_words(words, asked))
        with st.container(border=True, height="stretch"):
            st.page_link("costs.py", label=words("Winning or keeping"), icon="⚖️")
            st.markdown(costs_in_words(words, asked))
        with st.container(border=True, height="stretch"):
            st.page_link("programmes.py", label=words("Programmes"), icon="🎁")
            # the only one that waits for the forecast, so it comes last: without it the figure would not be that of the programmes page
            with st.spinner(words("Working out what customers are worth…")):
                told = programmes_in_words(words, asked)
            st.markdown(told)


def data_in_words(words: PageWords, asked: Asked) -> str:
    totals = totals_of(asked.workspace, asked.data_version)
    lines = words.plural("{count} order line", "{count} order lines", totals.order_lines)
    if totals.first_date is None or totals.last_date is None or totals.revenue is None:
        return lines
    return words(
        "{lines} from {first} to {last}, {revenue} in all.",
        lines=lines,
        first=totals.first_date,
        last=totals.last_date,
        revenue=words.money(totals.revenue, totals.currency),
    )


def ladder_in_words(words: PageWords, asked: Asked) -> str:
    found = ladder_of(*asked.key)
    on_rung = {rung.name: rung for rung in found.rungs}
    loyal = (on_rung["regular"].customers or 0) + (on_rung["advocate"].customers or 0)
    return words(
        "Of {people}, {loyal} are regulars or advocates and {lapsed} have lapsed.",
        people=words.plural("{count} customer", "{count} customers", found.customers),
        loyal=loyal,
        lapsed=on_rung["lapsed"].customers or 0,
    )


def value_in_words(words: PageWords, asked: Asked) -> str:
    found = past_value_of(*asked.key)
    if found.historic_mean is None or found.top_fifth_share is None:
        return words("Not enough sales to tell yet.")
    return words(
        "A customer has brought {mean} so far; the best fifth brought {share} of everything.",
        mean=words.money(found.historic_mean, found.currency),
        share=words.percent(found.top_fifth_share, 0),
    )


def costs_in_words(words: PageWords, asked: Asked) -> str:
    found = costs_of(*asked.key)
    if found.ratio is None:
        return words("Winning against keeping: say what each cost, and see whether it is really 10 : 1.")
    return words(
        "A new customer cost {cac}, a kept one {crc}: {ratio} : 1, where 10 : 1 is often claimed.",
        cac=words.money(found.cac or 0, found.currency),
        crc=words.money(found.crc or 0, found.currency),
        ratio=words.number(found.ratio, 1),
    )


def programmes_in_words(words: PageWords, asked: Asked) -> str:
    shop = base_of(*asked.key)
    margin = ASSUMED_MARGIN_PERCENT / 100 if shop.margin_share is None else shop.margin_share
    outcome = evaluate(CASHBACK, shop.business(margin), {})
    if outcome.break_even_lift is None:
        return words("A cashback of 5 % would eat the whole margin.")
    return words("A cashback of 5 % pays only if participants buy {lift} more.", lift=words.percent(outcome.break_even_lift))
