"""The three values side by side, for the same customers, and in words why they differ."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.customer_rows import customer_rows
from retention.answers.forecaster_names import FORECASTERS
from retention.answers.value import KINDS, Value, ValueOf
from retention.metrics import (
    AVERAGE_CHECK,
    CHANCE_TO_BUY_AGAIN,
    ORDERS_PER_MONTH,
    PREDICTED_LIFETIME_VALUE,
    REPEAT_RATE,
)
from retention.report.customer_table import customer_table
from retention.sentence import N_
from shared.cache import fits_of, value_of, values_of
from shared.cards import cards
from shared.csv_download import csv_download
from shared.forecast_view import range_in_words
from shared.language import PageWords, md
from shared.question import Asked


def three_values_view(words: PageWords, asked: Asked) -> None:
    """The simple sum as a worked line, the three values of the same customers, the total to expect, and the reasons."""
    found = value_of(*asked.key)
    predicted, of_one = found.by_kind["predicted"], found.of_single_customers.get("predicted")
    _simple_sum(words, found)
    cards(
        words,
        [
            (PREDICTED_LIFETIME_VALUE, of_one.mean if of_one else None),
            (CHANCE_TO_BUY_AGAIN, found.chance_to_buy if of_one else None),
            (REPEAT_RATE, found.repeat_rate),
        ],
        found.currency,
    )
    st.subheader(words("The three values of the same customers"))
    st.table(_table(words, found))
    if predicted is not None:
        _total_to_expect(words, asked, found, predicted)
    st.markdown("**" + words("Why they differ") + "**")
    st.markdown("\n".join(f"- {words.say(reason, md)}" for reason in found.reasons))
    csv_download(
        words,
        N_("Everybody with their values (CSV)"),
        "customers.csv",
        lambda: customer_table(customer_rows(values_of(*asked.key)), words.plain, found.is_margin, found.currency),
    )


def _simple_sum(words: PageWords, found: Value) -> None:
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
        simple = found.by_kind["simple"]
        if found.is_margin and simple is not None and simple.mean_of_buyers is not None and found.simple:
            left, share = simple.mean_of_buyers, simple.mean_of_buyers / found.simple
            st.caption(
                words("Of that, {margin} is margin ({share}).", margin=words.money(left, found.currency), share=words.percent(share))
            )
        cards(words, [(AVERAGE_CHECK, found.average_check), (ORDERS_PER_MONTH, found.orders_per_month)], found.currency)


def _table(words: PageWords, found: Value) -> pd.DataFrame:
    """A column per value, a row per figure of it: so it fits a phone."""
    columns = {}
    for kind, value in found.by_kind.items():
        if value is None:
            continue
        label, figures = KINDS[kind], _figures(words, found, value)
        if kind not in found.of_single_customers:  # so few customers have a forecast together, and none of their own
            figures = {name: figure if name == words("All together") else "—" for name, figure in figures.items()}
        columns[words(label)] = figures
    return pd.DataFrame(columns)


def _figures(words: PageWords, found: Value, value: ValueOf) -> dict[str, str]:
    def money(amount: float | None) -> str:
        return "—" if amount is None else words.plain.money(amount, found.currency)

    spread = value.spread
    return {
        words("Each customer, on average"): money(value.mean),
        words("Each who bought in the window"): money(value.mean_of_buyers),
        words("Half bring less than"): money(spread.median),
        words("All together"): money(value.total),
        words("The best fifth brings"): "—" if spread.top_fifth_share is None else words.percent(spread.top_fifth_share, 0),
        words("Unevenness (0–1)"): "—" if spread.gini is None else words.number(spread.gini, 2),
    }


def _total_to_expect(words: PageWords, asked: Asked, found: Value, predicted: ValueOf) -> None:
    """The forecast's total, never without what it rests on and how far off it was on the past."""
    months = words.plural("{count} month", "{count} months", found.horizon_months)
    total = words.money(predicted.total, found.currency)
    st.markdown(words("All of today's customers together are expected to bring **{total}** within {months}.", total=total, months=months))
    board = fits_of(*asked.shape_key).scoreboard
    if board is not None and found.predicted_by_rule is not None:
        st.markdown(
            words(
                "By the simple rule that did better than every model on your own past (“{rule}”) it would be {total}.",
                rule=words(FORECASTERS[board.winner]),
                total=words.money(found.predicted_by_rule, found.currency),
            )
        )
    st.caption(range_in_words(words, board, predicted.low, predicted.high, found.currency))
