"""A ratio of ten to one under which not a coin is to be moved."""

from __future__ import annotations

import streamlit as st

from retention.models.customer_equity import CustomerEquity, Equity
from retention.models.spend_curves import SpendCurve
from retention.sentence import N_
from shared.budget_frames import next_frame
from shared.cards import show_chart
from shared.carried import IN_LINK
from shared.language import PageWords

SPEED = N_(
    "0.4: the first coin spent per person gets a third of those whom money can move at all; the next coin a third of those who are left,"
    " and so on. The higher, the sooner more money is wasted."
)


def ten_to_one_box(words: PageWords) -> None:
    """Two curves, a margin and a discount; the best spending on them, and what its ratio of averages says."""
    with st.container(border=True):
        st.subheader(words("“Winning costs ten times as much, so money should go into keeping”"))
        answer = st.container()
        with st.grid(min_column_width=260):
            won = st.slider(words("New customers at best, of 100 reached"), 1, 50, 5, key="claim_won", **IN_LINK)
            fast_won = st.slider(
                words("How fast money works on winning"),
                0.05,
                2.0,
                0.4,
                0.05,
                "localized",
                key="claim_fast_won",
                help=words(SPEED),
                **IN_LINK,
            )
            stayed = st.slider(words("Customers kept in a year at best, of 100"), 1, 95, 85, key="claim_kept", **IN_LINK)
            fast_kept = st.slider(
                words("How fast money works on keeping"),
                0.05,
                2.0,
                0.6,
                0.05,
                "localized",
                key="claim_fast_kept",
                help=words(SPEED),
                **IN_LINK,
            )
            margin = st.slider(words("Margin a customer brings in a year"), 10, 500, 60, key="claim_margin", **IN_LINK)
            discount = st.slider(words("A year later money counts for less by, %"), 0, 40, 15, key="claim_later", **IN_LINK)
        curves = SpendCurve(won / 100, fast_won), SpendCurve(stayed / 100, fast_kept)
        best = CustomerEquity(*curves, float(margin), discount / 100).best()
        with answer:
            _best_in_words(words, best)
            if best.win_spend and best.keep_spend:
                frame = next_frame(words, (best.win_average, best.win_next), (best.keep_average, best.keep_next), None)
                show_chart(words, "average_and_next", frame, None, words("Cost on average and of the next customer"))


def _best_in_words(words: PageWords, best: Equity) -> None:
    if not best.win_spend or not best.keep_spend:
        st.markdown(words("On these curves not even the first coin pays on one of the sides, so there is no ratio. Move a slider back."))
        return
    st.markdown(
        words(
            "With the best spending there is, a new customer costs {win} on average and a kept one {keep}: **{ratio} : 1**. Yet nothing is"
            " gained by moving money: the next customer costs {win_next} to win and {keep_next} to keep, and both are worth {value}.",
            win=words.number(best.win_average, 2),
            keep=words.number(best.keep_average, 2),
            ratio=words.number(best.win_average / best.keep_average, 2),
            win_next=words.number(best.win_next, 2),
            keep_next=words.number(best.keep_next, 2),
            value=words.number(best.lifetime_value, 2),
        )
    )
    st.caption(
        words(
            "Best: {win} per person reached, which wins {won} of them, and {keep} a year per customer, which keeps {kept}. The first"
            " customers on either side are cheap and the last ones dear; an average mixes them, but money is moved at the end, where the"
            " last ones are. “The next one” means the dearest that is still won or kept.",
            win=words.number(best.win_spend, 2),
            won=words.percent(best.won, 2),
            keep=words.number(best.keep_spend, 2),
            kept=words.percent(best.kept),
        )
    )
