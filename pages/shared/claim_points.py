"""What a few points of retention are worth: arithmetic on one's own share, instead of somebody else's percentages."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.models.constant_retention import margin_multiple
from retention.sentence import N_
from shared.cards import show_chart
from shared.carried import IN_LINK
from shared.language import PageWords
from shared.link_figure import link_figure

OTHER_SHOPS = (60, 70, 80, 90)  # of 100 who stay: for comparison
NEARLY_ALL = 99


def points_box(words: PageWords, usual_stay: int, usual_discount: int) -> None:
    """How much more a customer is worth if so many points more stay each year."""
    st.subheader(words("“A few points more of loyal customers nearly double the profit”"))
    answer = st.container()
    with st.grid(min_column_width=230):
        stay = link_figure(words, N_("Of 100 customers, so many stay a year on"), "claim_stay", 1, NEARLY_ALL, usual_stay)
        points = st.slider(words("Points more"), 1, 20, 5, key="claim_points", **IN_LINK)
        discount = link_figure(words, N_("A year later money counts for less by, %"), "claim_discount", 1, 40, usual_discount)
    own = min(max(usual_stay, 1), NEARLY_ALL) if stay is None else stay
    rate = max(usual_discount, 1) if discount is None else discount
    with answer:
        _gain_in_words(words, own, points, rate / 100)
        show_chart(words, "point_worth", _frame(words, own, points, rate / 100), None, words("What the points are worth, by how many stay"))
        st.caption(
            words(
                "This is arithmetic, not evidence: the more stay already, the longer each further one stays. It says nothing of what those"
                " points cost, and takes every customer to be alike. Percentages quoted in books are this sum for other firms, often for"
                " halving the number of leavers."
            )
        )


def gain(stay: int, points: int, discount: float) -> float:
    """By which share the value of a customer rises; of 100 no more than all can stay."""
    more = min(stay + points, 100) / 100
    return margin_multiple(more, discount) / margin_multiple(stay / 100, discount) - 1


def _gain_in_words(words: PageWords, stay: int, points: int, discount: float) -> None:
    more = min(stay + points, 100)
    st.markdown(
        words(
            "If {more} of 100 stay each year instead of {stay}, a customer's margins of all the years after the first are worth **{gain}"
            " more**. The leavers become fewer by {fewer}.",
            more=more,
            stay=stay,
            gain=words.percent(gain(stay, points, discount)),
            fewer=words.percent((more - stay) / (100 - stay), 0),
        )
    )


def _frame(words: PageWords, own: int, points: int, discount: float) -> pd.DataFrame:
    shares = sorted({own, *OTHER_SHOPS})
    yours, other = N_("You: from {stay} to {more} of 100"), N_("From {stay} to {more} of 100")
    return pd.DataFrame(
        [
            {
                "label": words(yours if stay == own else other, stay=stay, more=min(stay + points, 100)),
                "place": place,
                "amount": gain(stay, points, discount),
                "amount_text": "+" + words.plain.percent(gain(stay, points, discount)),
            }
            for place, stay in enumerate(shares)
        ]
    )
