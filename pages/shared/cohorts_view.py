"""What became of the customers who came together: cohorts by age as a picture, as curves, and which of them stand out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.cohort_standouts import AGES
from retention.answers.cohorts import Cohorts
from retention.report.csv_table import csv_table
from retention.sentence import N_
from shared.cards import show_chart
from shared.cohorts_frames import ages_together, cohorts_table, curves_frame, heat_frame
from shared.cohorts_words import age_in_words, standout_in_words
from shared.csv_download import THIS_TABLE, csv_download
from shared.ladder_cache import cohorts_of
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.no_customers import no_customers
from shared.question import Asked
from shared.share_words import unit_in_words

MEASURE_LABELS = {"bought": N_("Bought in that month"), "kept": N_("Not lapsed so far"), "money": N_("Money so far")}
MEANINGS = {
    "bought": N_(
        "Each cell: the share of the cohort, in per cent, that made a purchase in that month. It may rise again, as people come back and"
        " seasons change."
    ),
    "kept": N_(
        "Each cell: the share of the cohort, in per cent, that has not lapsed even once by the end of that month. A customer lapses after a"
        " long silence only (see “What decides the rung”), so the share stays high at first and can only fall."
    ),
    "money": N_("Each cell: what one customer of the cohort has brought by the end of that month. It may fall where goods are returned."),
}
TOGETHER = {
    "bought": N_(
        "The thick line counts, at each age, all cohorts whose month is over: those who bought ÷ everybody who has come that far."
    ),
    "kept": N_(
        "The thick line multiplies the monthly shares of those who stay (the product): at each age it uses all cohorts that have come that"
        " far, and it fits what can only fall."
    ),
    "money": N_("The thick line adds up the months: each month's money per customer, from all cohorts that have come that far."),
}
ENOUGH_CUSTOMERS = 20  # behind a figure that is said in words


def cohorts_view(words: PageWords, asked: Asked) -> None:
    """One of two kinds of retention, or money: by cohort and age."""
    found = cohorts_of(*asked.key)
    if not found.cohorts:
        no_customers(words)
        return
    measure = link_choice(words, N_("What to follow"), MEASURE_LABELS, list(MEASURE_LABELS), "cohort_measure")
    _in_one_sentence(words, found, measure)
    show_chart(words, "cohort_heat", heat_frame(words, found, measure), found.currency, words("Cohorts by months since the first purchase"))
    st.caption(f"{_money_in_words(words, found, measure)} {words(MEANINGS[measure])}")
    st.caption(
        words(
            "A row is everybody who first bought in that period, their number beside it; month 0 is the month of the first purchase. A"
            " dashed edge marks a month that is not over yet: it will still change and stands in no curve. Those who first bought right"
            " after the data begin may be old customers."
        )
    )
    _curves(words, found, measure)
    _stand_out(words, found)
    _table(words, found)


def _in_one_sentence(words: PageWords, found: Cohorts, measure: str) -> None:
    known = [age for age in ages_together(found) if age.age in AGES and age.bought.of >= ENOUGH_CUSTOMERS]
    told = [age for age in known if age_in_words(words, found, age, measure)]
    if told:
        st.markdown("**" + " ".join(age_in_words(words, found, age, measure) for age in told) + "**")
    else:
        st.markdown("**" + words("Too few customers have been known for three months yet: what stands here is only the beginning.") + "**")


def _money_in_words(words: PageWords, found: Cohorts, measure: str) -> str:
    """What the cells are counted in, where they are money."""
    if measure != "money":
        return ""
    return unit_in_words(words, found.is_margin)


def _curves(words: PageWords, found: Cohorts, measure: str) -> None:
    frame = curves_frame(words, found, measure)
    if frame.empty or frame["age"].nunique() < 2:
        st.caption(words("Curves begin as soon as a cohort has seen two whole months."))
        return
    st.subheader(_heading_in_words(words, found, measure))
    show_chart(words, "cohort_curves", frame, found.currency, words("Each cohort as a line"))
    st.caption(
        words("Thick line: all cohorts together, as far as enough customers have come; thin lines: single cohorts, the newer the denser.")
        + " "
        + words(TOGETHER[measure])
    )


def _heading_in_words(words: PageWords, found: Cohorts, measure: str) -> str:
    if measure == "money":
        unit = words.currency(found.currency)
        return words("Money per customer so far, {unit}", unit=unit) if unit else words("Money per customer so far")
    return words("Share that bought in that month, %") if measure == "bought" else words("Share that has not lapsed so far, %")


def _stand_out(words: PageWords, found: Cohorts) -> None:
    """The cohorts that differ from the others, and what to make of it."""
    st.subheader(words("Cohorts that stand out"))
    if found.standouts:
        st.markdown("\n".join(f"- {standout_in_words(words, one)}" for one in found.standouts))
        st.caption(
            words(
                "Each cohort is compared with all the others of the same age, and the number of comparisons is allowed for. Look at what"
                " was different when they came: a channel, an offer, a season, a product."
            )
        )
    elif len(found.not_compared) < len(AGES):
        st.markdown(words("No cohort differs from the others by more than chance explains."))
    if found.not_compared == AGES:
        first, second = AGES
        st.markdown(
            words(
                "Neither in month {first} nor in month {second} can enough customers be compared to tell one cohort from another.",
                first=first,
                second=second,
            )
        )
    elif found.not_compared:
        (age,) = found.not_compared
        st.markdown(words("In month {age}, too few customers can be compared to tell one cohort from another.", age=age))
    st.caption(
        words(
            "Has something you changed helped? Compare the cohorts before it and after it in the same column: a difference counts when it"
            " stands in this list."
        )
    )


def _table(words: PageWords, found: Cohorts) -> None:
    st.subheader(words("All figures"))
    headers, rows = cohorts_table(words, found)
    shares = {
        name: st.column_config.NumberColumn(format="percent") for name in (words("Share that bought"), words("Share that has not lapsed"))
    }
    st.dataframe(
        pd.DataFrame(rows, columns=headers), hide_index=True, width="stretch", height=320, column_config=shares, key="cohorts_table"
    )
    csv_download(words, THIS_TABLE, "cohorts.csv", lambda: csv_table(headers, rows))
