"""What a new and a kept customer cost, and how the two compare."""

from __future__ import annotations

import streamlit as st

from retention.answers.cost_notes import filters_left_out
from retention.answers.cost_ratio import CostRatio
from retention.answers.costs import Costs
from retention.answers.typed_costs import Figures, typed_costs
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
from shared.cache import costs_of
from shared.cards import cards, show_chart
from shared.cost_frames import cost_bars_frame, cost_ratio_frame
from shared.cost_words import headline, show_limits, show_ranges
from shared.language import PageWords, md
from shared.question import Asked


def ratio_view(words: PageWords, asked: Asked) -> None:
    """The ratio of the shop's window."""
    found = costs_of(*asked.key)
    st.caption(words("From {first} to {last}.", first=found.window_first_day, last=found.as_of))
    for reason in found.missing:
        st.warning(words.say(reason, md))
    _compared(words, found, found.currency)
    counts = [(ACQUIRED_CUSTOMERS, found.acquired), (KEPT_CUSTOMERS, found.kept), (REACTIVATED_CUSTOMERS, found.reactivated)]
    cards(words, counts)
    cards(words, [(ACQUISITION_SPEND, found.acquisition_spend), (RETENTION_SPEND, found.retention_spend)], found.currency)
    left_out = filters_left_out(asked.question)
    for note in (*((left_out,) if left_out else ()), *found.notes):
        st.info(words.say(note, md), icon="ℹ️")
    _discounts(words, found)
    show_limits(words)


def typed_ratio_view(words: PageWords, figures: Figures) -> None:
    """The ratio of a business typed in."""
    found = typed_costs(figures)
    st.caption(words("From the figures typed in above, whatever shop the sidebar names. Half of what was spent on both counts as winning."))
    if not figures.retention_spend and not figures.shared_spend:
        st.warning(words("Nothing was spent on keeping customers, so keeping one has no price to compare with."))
    _compared(words, found, figures.currency)
    show_limits(words)


def _compared(words: PageWords, found: CostRatio, currency: str | None) -> None:
    """The answer, the picture of it with both ranges, and the two costs."""
    headline(words, found, currency)
    show_chart(words, "cost_ratio", cost_ratio_frame(words, found), currency, words("Your ratio beside the claims"))
    show_ranges(words, found)
    cards(words, [(ACQUISITION_COST, found.cac), (RETENTION_COST, found.crc), (COST_RATIO, found.ratio)], currency)
    bars = cost_bars_frame(words, found, currency)
    show_chart(words, "cost_bars", bars, currency, words("The cost of one new and one kept customer"))


def _discounts(words: PageWords, found: Costs) -> None:
    """What was given away on the price, and whether it is in the costs above."""
    if found.discounts_first is None or found.discounts_later is None:
        return
    money = {"first": words.money(found.discounts_first, found.currency), "later": words.money(found.discounts_later, found.currency)}
    if found.counts_discounts:
        text = words("Discounts are counted as spend: {first} on first purchases as winning, {later} on later ones as keeping.", **money)
    else:
        text = words(
            "Discounts are not counted as spend: {first} on first purchases and {later} on later ones came off the prices. Count them"
            " above, under “How spend is counted”.",
            **money,
        )
    st.caption(text)
