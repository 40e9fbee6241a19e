"""From being reached to coming back: how far people get, by which channel, and in which month."""

from __future__ import annotations

import streamlit as st

from retention.answers.reach import Reach
from retention.answers.strategies import STRATEGIES
from retention.report.csv_table import csv_table
from retention.sentence import N_
from shared.cards import show_chart
from shared.csv_download import THIS_TABLE, csv_download
from shared.ladder_cache import reach_of
from shared.language import PageWords, md
from shared.no_customers import no_customers
from shared.question import Asked
from shared.reach_frames import MOST_CHANNELS, channels_frame, funnel_frame, paths_frame, paths_table
from shared.share_words import counted_in_words

MORE_COME_BACK = N_("By {channel}, more come back within 90 days than by the others, beyond noise: {share} against {others}.")
FEWER_COME_BACK = N_("By {channel}, fewer come back within 90 days than by the others, beyond noise: {share} against {others}.")


def reach_view(words: PageWords, asked: Asked) -> None:
    """The funnel of the window, the same by channel and by month, and what helps at each step."""
    found = reach_of(*asked.key)
    if not found.customers:
        no_customers(words)
        return
    _in_one_sentence(words, found)
    show_chart(words, "reach_funnel", funnel_frame(words, found), None, words("From being reached to a third purchase"))
    st.caption(
        words(
            "Grey bars compare people counted, blue bars customers. Whoever sees two advertisements is reached twice, so a first purchase"
            " against people counted is a ratio of two counts and has no range; from the first purchase on, the same people are followed"
            " (in brackets: where the share lies 95 times in 100)."
        )
    )
    for note in found.notes:
        st.info(words.say(note, md), icon="ℹ️")
    _by_channel(words, found)
    _by_month(words, found)
    _what_to_do(words)


def _in_one_sentence(words: PageWords, found: Reach) -> None:
    came = found.whole.comebacks
    if not came.first:
        st.markdown(words("Nobody bought for the first time from {first} to {last}.", first=found.window_first_day, last=found.as_of))
        return
    st.markdown(
        "**"
        + words.plural(
            "Of {count} customer won from {first} to {last}, {second} bought a second and {third} a third time so far.",
            "Of {count} customers won from {first} to {last}, {second} bought a second and {third} a third time so far.",
            came.first,
            first=found.window_first_day,
            last=found.as_of,
            second=came.second.count,
            third=came.third.count,
        )
        + "**"
    )
    if came.second_soon.of:
        st.markdown(
            words(
                "Counted fairly, within 90 days of the first purchase and only for those who have had 90 days: a second purchase for"
                " {second}, a third for {third}.",
                second=counted_in_words(words, came.second_soon),
                third=counted_in_words(words, came.third_soon),
            )
        )
    else:
        st.markdown(words("None of them has been known for 90 days yet, so many second purchases are still to come."))


def _by_channel(words: PageWords, found: Reach) -> None:
    if not found.channels:
        st.caption(words("Neither customers nor contacts name a channel, so channels cannot be compared: a column for it is enough."))
        return
    st.subheader(words("By channel"))
    show_chart(words, "reach_by_channel", channels_frame(words, found), None, words("From being reached to coming back, by channel"))
    st.caption(
        words(
            "Under each figure its share of the step before; the bar is the channel's part of everybody at that step. Where the bars grow"
            " shorter to the right, the channel brings people who do not stay."
        )
    )
    if len(found.channels) > MOST_CHANNELS:
        st.caption(words("The picture shows the {count} channels with most new customers; the table has all.", count=MOST_CHANNELS))
    for one in found.differences:
        is_more = (one.share.share or 0.0) > (one.others.share or 0.0)
        channel = md(one.channel) if one.channel else words("a channel not known")
        shares = {"share": counted_in_words(words, one.share), "others": counted_in_words(words, one.others)}
        st.markdown(words(MORE_COME_BACK if is_more else FEWER_COME_BACK, channel=channel, **shares))
    if not found.differences:
        st.markdown(
            words("In how many come back within 90 days, the channels do not differ beyond noise.")
            if found.compared > 1
            else words("Too few new customers to tell whether one channel's come back more often than another's.")
        )
    _table(words, found, N_("Channel"), is_month=False)


def _by_month(words: PageWords, found: Reach) -> None:
    st.subheader(words("By month of the first purchase"))
    st.caption(
        words(
            "What stands in a month are the people counted in it and the customers won in it, with all they bought since. The newest months"
            " have had less time: compare the columns of 90 days, and only where everybody has had them."
        )
    )
    _table(words, found, N_("Month"), is_month=True)


def _table(words: PageWords, found: Reach, title: str, is_month: bool) -> None:
    paths, name = (found.months, "months") if is_month else (found.channels, "channels")
    st.dataframe(paths_frame(words, found, paths, title), hide_index=True, width="stretch", key=f"reach_{name}")
    csv_download(words, THIS_TABLE, f"reach-{name}.csv", lambda: csv_table(*paths_table(words, found, paths, title)))


def _what_to_do(words: PageWords) -> None:
    """What each rung below a regular calls for."""
    st.subheader(words("What to do at each step"))
    for rung in ("prospect", "visitor", "first_purchase"):
        strategy = STRATEGIES[rung]
        st.markdown(f"- **{words(strategy.label)}: {words(strategy.verb)}.** {words(strategy.advice)}")
