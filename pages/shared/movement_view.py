"""Who moved: between two days, against last year, how fast each step goes, and month by month."""

from __future__ import annotations

from datetime import date

import streamlit as st

from retention.answers.ladder_history import LadderHistory
from retention.answers.movement import Movement, Rate, lapse_rates, loses_most
from retention.answers.strategies import STRATEGIES
from retention.sentence import N_
from shared.cards import show_chart
from shared.cell_table import cell_table
from shared.history_view import against_last_year, month_by_month, speed_of_steps
from shared.ladder_cache import ladder_history_of, movement_of
from shared.language import PageWords, md
from shared.link_days import link_day
from shared.movement_frames import flow_frame, matrix_frame, matrix_rows
from shared.no_customers import no_customers
from shared.question import Asked
from shared.refusals import refusals_said


def movement_view(words: PageWords, asked: Asked) -> None:
    """Two days to choose and what happened between them; below, what depends on no two days."""
    history = ladder_history_of(*asked.shape_key)
    if not history.months:
        no_customers(words)
        return
    if history.first_day == history.as_of:
        st.info(
            words(
                "All sales are of one day, so nobody has moved yet. With some weeks of sales this view shows who climbed, slipped, lapsed"
                " and came back between any two days, and how long each step takes."
            ),
            icon="📅",
        )
        return
    first, last = _choose_days(words, history)
    with refusals_said(words):
        _between(words, movement_of(*asked.shape_key, first, last))
    against_last_year(words, history.quarter)
    speed_of_steps(words, history.speed)
    month_by_month(words, history)


def _choose_days(words: PageWords, history: LadderHistory) -> tuple[date, date]:
    ends = (history.first_day, history.as_of)
    with st.container(horizontal=True):
        first = link_day(words, N_("From the evening of"), "moved_from", history.usual_first, *ends)
        last = link_day(words, N_("To the evening of"), "moved_to", history.usual_last, *ends)
    return first, last


def _between(words: PageWords, found: Movement) -> None:
    st.markdown(f"**{words.say(found.meaning, md)}**")
    st.caption(words("On the ladder: everybody who has bought and has not lapsed, that is, is not silent for longer than is usual."))
    if found.new_and_lapsed:
        st.caption(
            words.plural(
                "Of the new ones, {count} has lapsed already.", "Of the new ones, {count} have lapsed already.", found.new_and_lapsed
            )
        )
    show_chart(words, "rung_flow", flow_frame(words, found), None, words("Ribbons from the rungs of the first day to those of the second"))
    with st.grid(min_column_width=280):
        with st.container(border=True):
            _quick_ratio(words, found)
        with st.container(border=True):
            _climbs_per_slip(words, found)
    _advice(words, found)
    st.subheader(words("From rung to rung"))
    show_chart(words, "rung_matrix", matrix_frame(words, found), None, words("Where the people of each rung stand later"))
    st.caption(
        words(
            "A row for each rung on {first}, a column for each rung on {last}: the share of the row's people, and how many they are.",
            first=found.first,
            last=found.last,
        )
    )
    with st.expander(words("The same as a table, with how sure each share is")):
        cell_table(words, matrix_rows(words, found), "moves")


def _quick_ratio(words: PageWords, found: Movement) -> None:
    lost = found.lapsed + found.new_and_lapsed
    st.markdown(words("**Quick ratio: {ratio}**", ratio="—" if found.quick_ratio is None else words.number(found.quick_ratio, 2)))
    if found.quick_ratio is None:
        st.caption(words("Nobody lapsed between the two days, so there is nothing to divide by: the base could only grow."))
        return
    st.caption(
        words(
            "({new} new + {back} back) ÷ {lost} lapsed, those who came and lapsed in between included. Above 1 the base of active customers"
            " grows, below 1 it shrinks.",
            new=found.new,
            back=found.came_back,
            lost=lost,
        )
    )


def _climbs_per_slip(words: PageWords, found: Movement) -> None:
    ratio = found.climbs_per_slip
    st.markdown(words("**Climbed for each who slipped: {ratio}**", ratio="—" if ratio is None else words.number(ratio, 1)))
    if ratio is None:
        st.caption(words("Nobody slipped to a lower rung; climbed: {climbed}.", climbed=found.climbed))
        return
    st.caption(
        words(
            "{climbed} climbed ÷ {slipped} slipped. Slipping is an advocate's way back to a plain regular; whoever stops buying lapses.",
            climbed=found.climbed,
            slipped=found.slipped,
        )
    )


def _advice(words: PageWords, found: Movement) -> None:
    """What to do about the rung that loses most, beside the rate of each rung: the biggest rung loses many people at any rate."""
    rates = lapse_rates(found)
    most = loses_most(rates)
    if most is not None:
        strategy = STRATEGIES[most.rate.rung_from]
        rung, advice = words(strategy.label), words(strategy.advice)
        st.markdown(
            words(
                "On “{rung}” people lapse more often than on any other rung, by more than chance explains. {advice}",
                rung=rung,
                advice=advice,
            )
            if most.is_clear
            else words(
                "More of those who lapsed stood on “{rung}” than on any other rung: {count} of {lapsed}. {advice}",
                rung=rung,
                count=most.rate.share.count,
                lapsed=found.lapsed,
                advice=advice,
            )
        )
    if found.lapsed:
        st.caption(words("Lapsed, of those who stood there: {rates}.", rates="; ".join(_rate_told(words, rate) for rate in rates)))


def _rate_told(words: PageWords, rate: Rate) -> str:
    share = words.percent(rate.share.share or 0.0, 0)
    told = words("{share} ({count} of {of})", share=share, count=rate.share.count, of=rate.share.of)
    return f"{words(STRATEGIES[rate.rung_from].label)} {told}"
