"""Who stands on which rung on the as-of day, what each rung brings, and what to do for whom."""

from __future__ import annotations

import streamlit as st

from retention.answers.ladder import Ladder
from retention.metrics import AT_RISK_CUSTOMERS, CUSTOMERS, REVENUE
from shared.board_view import board_view
from shared.cache import ladder_of
from shared.cards import cards, show_chart
from shared.frames import staircase_frame
from shared.ladder_cache import board_of, stability_of
from shared.language import PageWords
from shared.no_customers import no_customers
from shared.question import Asked
from shared.rung_cards import rung_cards


def now_view(words: PageWords, asked: Asked) -> None:
    """The staircase at once; the values of the rungs and the board when the models are ready."""
    found = ladder_of(*asked.key)
    st.markdown(_ladder_in_words(words, found))
    revenue = sum(rung.revenue for rung in found.rungs if rung.revenue is not None)
    at_risk = sum(rung.at_risk for rung in found.rungs if rung.at_risk is not None)
    cards(words, [(CUSTOMERS, found.customers), (REVENUE, revenue), (AT_RISK_CUSTOMERS, at_risk)], found.currency)
    show_chart(words, "ladder_staircase", staircase_frame(words, found), found.currency, words("The loyalty ladder as a staircase"))
    st.caption(words("The arrow between two steps shows which share of the people below have ever reached the step above."))
    if not found.customers:
        no_customers(words)
        rung_cards(words, found)
        return
    with st.spinner(words("Working out what each rung is worth…"), show_time=True):
        stability = stability_of(*asked.shape_key)
        board = board_of(*asked.key)
    rung_cards(words, found, board, {rung.rung: rung for rung in stability})
    board_view(words, asked, board)


def _ladder_in_words(words: PageWords, found: Ladder) -> str:
    lapsed = next(rung.customers or 0 for rung in found.rungs if rung.name == "lapsed")
    at_risk = sum(rung.at_risk or 0 for rung in found.rungs)
    return " ".join(
        (
            words.plural(
                "By {day}, {count} person has bought; they stand on exactly one rung.",
                "By {day}, {count} people have bought, each standing on exactly one rung.",
                found.customers,
                day=found.as_of,
            ),
            words.plural("{count} of them has lapsed,", "{count} of them have lapsed,", lapsed),
            words.plural(
                "and {count} more has been silent longer than usual.",
                "and {count} more have been silent longer than usual.",
                at_risk,
            ),
        )
    )
