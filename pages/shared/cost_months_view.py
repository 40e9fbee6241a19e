"""Winning against keeping over time: quarter by quarter, or month by month."""

from __future__ import annotations

import streamlit as st

from retention.answers.cost_notes import filters_left_out
from retention.answers.cost_periods import CostPeriods, PeriodCosts
from retention.report.csv_table import csv_table
from retention.sentence import N_
from shared.cards import show_chart
from shared.cost_cache import cost_periods_of
from shared.cost_frames import MOST_PERIODS, cost_by_period_frame, customers_by_month_frame, ratio_by_period_frame
from shared.cost_tables import periods_frame, periods_table
from shared.csv_download import THIS_TABLE, csv_download
from shared.language import PageWords, md
from shared.link_choice import link_choice
from shared.question import Asked

LENGTHS = {"years": N_("Years up to a quarter's end"), "quarters": N_("Quarters"), "months": N_("Months")}
A_YEAR = {"years": 4, "quarters": 4, "months": 12}  # how many places back the same one of the year before stands
TITLES = {"years": N_("Year up to the end of"), "quarters": N_("Quarter"), "months": N_("Month")}
COSTS = {"acquisition": N_("What one new customer cost"), "retention": N_("What one kept customer cost")}
LATEST = N_("{period}: a new customer cost {cac}, a kept one {crc}, so winning cost {ratio} times as much.")
LATEST_YEAR = N_("The year up to the end of {period}: a new customer cost {cac}, a kept one {crc}, so winning cost {ratio} times as much.")
BEFORE = N_("A year earlier, {period}: a new customer cost {cac}, a kept one {crc}, so winning cost {ratio} times as much.")


def cost_months_view(words: PageWords, asked: Asked) -> None:
    """The latest whole quarter or month beside the same one a year earlier, all of them as pictures, and as a table."""
    found = cost_periods_of(*asked.key)
    by_length = {"years": found.years, "quarters": found.quarters, "months": found.months}
    length = link_choice(words, N_("By"), LENGTHS, [code for code, periods in by_length.items() if periods], "costs_by")
    periods = by_length[length]
    for note in filters_left_out(asked.question):
        st.info(words.say(note, md), icon="ℹ️")
    if not found.has_spend:
        st.info(words("There is no spend in the data, only customers: upload a sheet of spend with date, channel, amount and purpose."))
    _in_one_sentence(words, found, periods, length)
    show_chart(
        words,
        "ratio_by_period",
        ratio_by_period_frame(words, periods, found.currency),
        found.currency,
        words("Winning : keeping over time"),
    )
    _how_to_read(words, periods, length)
    for kind, label in COSTS.items():
        st.caption(words(label))
        frame = cost_by_period_frame(words, periods, found.currency, kind)
        show_chart(words, "cost_by_period", frame, found.currency, words(label))
    st.subheader(words("New and kept customers by month"))
    frame = customers_by_month_frame(found.months)
    show_chart(words, "customers_by_month", frame, found.currency, words("New and kept customers by month"))
    st.caption(words("Who comes back after a lapse was a customer before: such customers are shown apart and never counted as new."))
    _table(words, found, periods, length)


def _how_to_read(words: PageWords, periods: tuple[PeriodCosts, ...], length: str) -> None:
    if not any(one.ratio for one in periods):
        return
    st.caption(
        words(
            "Dot: the ratio. Wide bar: from all shared spend as keeping to all of it as winning. Thin line: what chance in who came and"
            " who stayed leaves open, 90 times in 100. A hollow dot: not over yet, or some of its spend is missing, or the data"
            " begin so shortly before it that old customers may look new."
        )
    )
    if length == "years":
        st.caption(words("Each year stands at the quarter it ends with, so neighbours share nine of their twelve months."))
        return
    st.info(
        words(
            "Compare these with each other and not with the ratio of the whole window or with 10 : 1: in a shorter time keeping one"
            " customer costs less, because who stays all year is kept in every quarter anew."
        ),
        icon="ℹ️",
    )


def _in_one_sentence(words: PageWords, found: CostPeriods, periods: tuple[PeriodCosts, ...], length: str) -> None:
    """The latest period whose figures are what they seem, and whether the same one a year earlier differs by more than chance explains."""
    whole = [place for place, one in enumerate(periods) if one.ratio and one.is_comparable]
    if not whole:
        if any(one.ratio for one in periods):
            st.info(words("None of these can be relied on yet: see the remarks in the table below."), icon="ℹ️")
        return
    latest, year, text = periods[whole[-1]], A_YEAR[length], LATEST_YEAR if length == "years" else LATEST
    st.markdown(f"**{told_in_words(words, text, latest, found.currency)}**")
    earlier = periods[whole[-1] - year] if whole[-1] >= year else None
    if earlier is None or not earlier.ratio or not earlier.is_comparable:
        return
    before = told_in_words(words, BEFORE, earlier, found.currency)
    verdict = compared_in_words(words, earlier, latest)
    st.markdown(f"{before} {verdict}")


def told_in_words(words: PageWords, text: str, one: PeriodCosts, currency: str | None) -> str:
    return words(
        text,
        period=words.period(one.name),
        cac=words.money(one.cac or 0, currency),
        crc=words.money(one.crc or 0, currency),
        ratio=words.number(one.ratio or 0, 1),
    )


def compared_in_words(words: PageWords, one: PeriodCosts, other: PeriodCosts) -> str:
    ends = [(found.ratio_chance_low, found.ratio_chance_high) for found in (one, other)]
    if any(low is None or high is None for low, high in ends):
        return words("With so few customers, chance may explain any difference between the two.")
    (low, high), (other_low, other_high) = ends
    if max(low or 0, other_low or 0) <= min(high or 0, other_high or 0):
        return words("Chance alone may explain the difference.")
    return words("The difference is larger than chance explains; other shares of the shared spend may still explain it.")


def _table(words: PageWords, found: CostPeriods, periods: tuple[PeriodCosts, ...], length: str) -> None:
    if len(periods) > MOST_PERIODS:
        st.caption(words("The pictures of costs show the latest {count}; the table has all.", count=MOST_PERIODS))
    st.dataframe(periods_frame(words, TITLES[length], periods, found.currency), hide_index=True, width="stretch", key=f"costs_{length}")
    csv_download(words, THIS_TABLE, f"costs-{length}.csv", lambda: csv_table(*periods_table(words, TITLES[length], periods)))
