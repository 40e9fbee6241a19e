"""What the new customers of each channel cost: paid ones, all of them, and which channel wins them dearest."""

from __future__ import annotations

import streamlit as st

from retention.answers.cost_channels import ChannelCosts, CostChannels
from retention.answers.cost_notes import filters_left_out
from retention.metrics import ACQUISITION_COST, PAID_ACQUISITION_COST
from retention.report.csv_table import csv_table
from shared.cards import cards, show_chart
from shared.cost_cache import cost_channels_of
from shared.cost_frames import MOST_CHANNELS, channels_frame
from shared.cost_tables import channels_shown, channels_table
from shared.csv_download import THIS_TABLE, csv_download
from shared.language import PageWords, md
from shared.question import Asked

FEWEST = 10  # new customers, below which a channel's cost is an accident


def cost_channels_view(words: PageWords, asked: Asked) -> None:
    """Paid and blended cost, each channel's cost with its range, and the table."""
    found = cost_channels_of(*asked.key)
    st.caption(words("From {first} to {last}.", first=found.window_first_day, last=found.as_of))
    for reason in (*filters_left_out(asked.question), *found.missing, *found.notes):
        st.info(words.say(reason, md), icon="ℹ️")
    _in_one_sentence(words, found)
    frame = channels_frame(words, found)
    show_chart(words, "cost_by_channel", frame, found.currency, words("What a new customer of each channel cost"))
    if len([one for one in found.channels if one.acquisition_spend]) > MOST_CHANNELS:
        st.caption(words("The picture shows the {count} channels with most spend; the table has all.", count=MOST_CHANNELS))
    if found.paid is not None:
        cards(words, [(PAID_ACQUISITION_COST, found.paid), (ACQUISITION_COST, found.blended)], found.currency)
    if found.channels:
        _table(words, found)
    if found.paid is not None:
        st.subheader(words("What to do with it"))
        st.markdown(
            words(
                "- Before you move money, ask what the **next** customer of a channel costs: spend a little more there for a month and"
                " see how many more come. The average of a small channel often rises as it grows.\n- A dear channel may bring customers"
                " who stay: see “What customers are worth”, “New customers”.\n- Spend without new customers of its own (a photographer,"
                " a website) serves all channels: it is in both averages above."
            )
        )


def _in_one_sentence(words: PageWords, found: CostChannels) -> None:
    if found.paid is None or found.blended is None:
        return
    said = words.plural(
        "Channels with spend won {count} of {all} new customers, at {paid} each; spread over all new customers it is {blended}.",
        "Channels with spend won {count} of {all} new customers, at {paid} each; spread over all new customers it is {blended}.",
        found.paid_customers,
        all=words.number(found.acquired),
        paid=words.money(found.paid, found.currency),
        blended=words.money(found.blended, found.currency),
    )
    st.markdown(f"**{said}**")
    known = sorted((one for one in found.channels if one.cac is not None and one.acquired >= FEWEST), key=lambda one: one.cac or 0.0)
    if len(known) > 1:
        st.markdown(
            words(
                "Cheapest: {cheap}. Dearest: {dear}. Channels with fewer than {fewest} new customers are left out of this comparison.",
                cheap=_told(words, found, known[0]),
                dear=_told(words, found, known[-1]),
                fewest=FEWEST,
            )
        )


def _told(words: PageWords, found: CostChannels, one: ChannelCosts) -> str:
    name = words("a channel not known") if one.name is None else md(one.name)
    return words.plural(
        "{name} at {cost} ({count} new customer)",
        "{name} at {cost} ({count} new customers)",
        one.acquired,
        name=name,
        cost=words.money(one.cac or 0, found.currency),
    )


def _table(words: PageWords, found: CostChannels) -> None:
    st.dataframe(channels_shown(words, found), hide_index=True, width="stretch", key="costs_channels")
    csv_download(words, THIS_TABLE, "costs-by-channel.csv", lambda: csv_table(*channels_table(words, found)))
    st.caption(
        words(
            "A new customer's channel is the one in your list of customers, else that of the first order. Keeping by channel is known"
            " only where an earlier customer's first order of these months names a channel that took money for keeping. A dash: no"
            " spend, or nobody."
        )
    )
