"""What a new and a kept customer cost, and how the two compare."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from retention.answers.cost_notes import filters_left_out
from retention.answers.cost_ratio import CostRatio
from retention.answers.costs import Costs
from retention.answers.typed_costs import Figures, typed_costs, typed_missing
from retention.metrics import (
    ACQUIRED_CUSTOMERS,
    ACQUISITION_COST,
    ACQUISITION_SPEND,
    COST_RATIO,
    KEPT_CUSTOMERS,
    REACTIVATED_CUSTOMERS,
    RETENTION_COST,
    RETENTION_SPEND,
)
from retention.sentence import N_
from shared.cache import costs_of
from shared.cards import cards, show_chart
from shared.cost_frames import cost_bars_frame, cost_ratio_frame
from shared.cost_words import headline, show_limits, show_ranges
from shared.language import PageWords, md
from shared.question import Asked

OF_WHEN_TYPED = N_("The months whose figures were typed in")


def ratio_view(words: PageWords, asked: Asked) -> None:
    """The ratio of the shop's window."""
    found = costs_of(*asked.key)
    st.caption(words("From {first} to {last}.", first=found.window_first_day, last=found.as_of))
    for reason in found.missing:
        st.warning(words.say(reason, md))
    for note in (*filters_left_out(asked.question), *found.notes):
        st.info(words.say(note, md), icon="ℹ️")
    _compared(words, found, found.currency)
    counts = [(ACQUIRED_CUSTOMERS, found.acquired), (KEPT_CUSTOMERS, found.kept), (REACTIVATED_CUSTOMERS, found.reactivated)]
    cards(words, counts)
    cards(words, [(ACQUISITION_SPEND, found.acquisition_spend), (RETENTION_SPEND, found.retention_spend)], found.currency)
    _discounts(words, found)
    show_limits(words)


def typed_ratio_view(words: PageWords, figures: Figures) -> None:
    """The ratio of a business typed in."""
    found = typed_costs(figures)
    st.caption(words("From the figures typed in above, whatever shop the sidebar names. Half of what was spent on both counts as winning."))
    for reason in typed_missing(figures):
        st.warning(words.say(reason, md))
    _compared(words, found, figures.currency, OF_WHEN_TYPED)
    show_limits(words)


def _compared(words: PageWords, found: CostRatio, currency: str | None, window: str | None = None) -> None:
    """The answer, the picture of it with both ranges, and the two costs. window: English source, what time the cards are of."""
    headline(words, found, currency)
    show_chart(words, "cost_ratio", cost_ratio_frame(words, found), currency, words("Your ratio beside the claims"))
    show_ranges(words, found)
    figures = [(ACQUISITION_COST, found.cac), (RETENTION_COST, found.crc), (COST_RATIO, found.ratio)]
    # what was typed in is of no window of the sidebar, and no query of the data counts it
    cards(words, [(replace(metric, window=window, expression=None) if window else metric, value) for metric, value in figures], currency)
    bars = cost_bars_frame(words, found, currency)
    show_chart(words, "cost_bars", bars, currency, words("The cost of one new and one kept customer"))


def _discounts(words: PageWords, found: Costs) -> None:
    """What was given away on the price, and whether it is in the costs above."""
    if found.discounts_first is None or found.discounts_later is None:
        return
    new = found.discounts_later_of_new or 0.0
    later = found.discounts_later - new if found.counts_discounts else found.discounts_later
    money = {"first": words.money(found.discounts_first, found.currency), "later": words.money(later, found.currency)}
    if found.counts_discounts:
        text = words(
            "Discounts are counted as spend: {first} on first purchases as winning, {later} on purchases of earlier customers as keeping.",
            **money,
        )
    else:
        text = words(
            "Discounts are not counted as spend: {first} on first purchases and {later} on later ones came off the prices. Count them"
            " above, under “How spend is counted”.",
            **money,
        )
    st.caption(text)
    if found.counts_discounts and new:
        st.caption(
            words(
                "Another {money} came off later purchases of customers won in these same months. They are not among the kept, so it counts"
                " on neither side.",
                money=words.money(new, found.currency),
            )
        )
