"""What comes of a scenario: the verdict in words, figures, pictures, and the table behind them.

All of it is sent again after every change, so what stays the same (the meanings of the figures, the sources) is drawn elsewhere.
"""

from __future__ import annotations

import streamlit as st

from retention.metrics import (
    BREAK_EVEN_LIFT,
    EXTRA_MARGIN,
    NET_PROFIT,
    PAYBACK_MONTH,
    PROBABILITY_OF_LOSS,
    REWARD_COST,
    SUBSIDY_SHARE,
)
from retention.programmes import by_name
from retention.programmes.assumption import BILLS
from retention.programmes.break_even import FREQUENCY_LIFT
from retention.programmes.outcome import Outcome
from retention.programmes.programme import Programme
from retention.sentence import N_
from shared.cards import explain, figure_in_words, show_chart
from shared.csv_download import csv_download
from shared.language import PageWords
from shared.programme_shop import ProgrammeShop
from shared.try_frames import futures_frame, lift_frame, months_csv, months_frame, rungs_table, tornado_frame
from shared.try_settings import label_in_words
from shared.try_words import besides_in_words, result_in_words, verdict_of

CARDS = (NET_PROFIT, PROBABILITY_OF_LOSS, BREAK_EVEN_LIFT, EXTRA_MARGIN, REWARD_COST, SUBSIDY_SHARE, PAYBACK_MONTH)
CARD_WIDTH = 290  # a metric's own label is cut instead of wrapped, so it needs a whole line


def show_outcome(words: PageWords, outcome: Outcome, shop: ProgrammeShop) -> None:
    """Everything that changes when a field does."""
    currency, verdict = shop.currency, verdict_of(outcome, shop)
    st.markdown(result_in_words(words, verdict))
    figures = (
        outcome.net,
        outcome.probability_of_loss,
        outcome.break_even_lift if outcome.lever == FREQUENCY_LIFT else None,  # else the sentence above says which figure must grow
        outcome.extra_margin,
        outcome.cost,
        outcome.subsidy_share,
        outcome.payback_month,
    )
    with st.grid(min_column_width=CARD_WIDTH):
        for metric, value in zip(CARDS, figures, strict=True):
            if value is not None:  # nothing rewarded, nothing earned back in time
                st.metric(words(metric.label), figure_in_words(words, metric, value, currency), border=True)
    _charts(words, outcome, currency)
    with st.expander(words("Rung by rung, over all these months"), key="programme_rungs", on_change="rerun") as expander:
        if expander.open:  # a table takes longer to draw than all the rest
            st.table(rungs_table(words, outcome, currency).set_index(words("Rung")))
            csv_download(words, N_("The programme month by month (CSV)"), "programme.csv", lambda: months_csv(words, outcome, currency))
    st.caption(besides_in_words(words, verdict))


def explain_figures(words: PageWords, programme: Programme) -> None:
    """What the figures mean and where the programme's likely values come from, on demand."""
    with st.expander(words("What these figures mean"), key="programme_meanings", on_change="rerun") as meanings:
        if meanings.open:  # what is closed need not be drawn again with everything else
            for metric in CARDS:
                explain(words, metric)
    with st.expander(words("Where the assumptions come from"), key="programme_sources", on_change="rerun") as sources:
        if sources.open:
            for assumption in programme.assumptions:
                st.markdown(f"**{words(assumption.label)}.** {words(assumption.source)}")


def _charts(words: PageWords, outcome: Outcome, currency: str | None) -> None:
    """The pictures, two beside each other where there is room."""
    known = by_name(outcome.programme).named
    lever, titled = known[outcome.lever], []
    if lever not in BILLS:
        figure = label_in_words(words, lever, currency)
        title = (
            words("Profit or loss with the two years after, against: {figure}", figure=figure)
            if outcome.break_even_counts_later
            else words("Profit or loss against: {figure}", figure=figure)
        )
        titled.append(("programme_lift", title, lift_frame(words, outcome, lever)))
    matters = (
        words("What matters most, with the two years after: find these figures out first")
        if outcome.break_even_counts_later
        else words("What matters most: find these figures out first")
    )
    titled += [
        ("programme_months", words("Month by month"), months_frame(words, outcome, currency)),
        ("programme_futures", words("How it could end"), futures_frame(words, outcome, currency)),
        ("programme_tornado", matters, tornado_frame(words, outcome, currency, known)),
    ]
    with st.grid(min_column_width=400):
        for name, title, frame in titled:
            if frame.empty:
                continue  # nothing is uncertain
            with st.container():
                st.markdown(f"**{title}**")
                show_chart(words, name, frame, currency, title)
