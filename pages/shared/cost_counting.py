"""How spend is counted: how much later winning bears fruit, whether discounts are spend, and sums typed in where there is no spend."""

from __future__ import annotations

import streamlit as st

from retention.answers.cost_spend import has_spend
from retention.answers.lead_time import LeadTime
from retention.sentence import N_
from retention.warehouse import find_workspace
from retention.warehouse.marts_of_question import shape_of
from shared.asked_figures import figure_slider, figure_toggle
from shared.cache import totals_of
from shared.cost_cache import lead_time_of
from shared.language import PageWords
from shared.question import Asked
from shared.typed_spend import type_in_spend

LATER = N_("Spend on winning counts this many days later")
LATER_MEANING = N_(
    "An advertisement of March may bring its customers in April. With 30 days, the new customers of April are set against the spend of"
    " March. 0 = at once."
)

DISCOUNTS_MEANING = N_(
    "Discounts on a first purchase are a price of winning, those on later purchases of earlier customers a price of keeping."
)


def choose_counting(words: PageWords, asked: Asked) -> None:
    """The lag of winning, with what the data know of it, and whether discounts count as spend."""
    changed = asked.question.lead_days > 0 or asked.question.counts_discounts
    with st.expander(words("How spend is counted"), expanded=changed):
        figure_slider(words, LATER, "lead_days", LATER_MEANING)
        st.caption(lead_time_in_words(words, lead_time_of(asked.workspace, asked.data_version, shape_of(asked.question))))
        figure_toggle(words, N_("Count discounts as spend"), "counts_discounts", DISCOUNTS_MEANING)
        if changed:
            st.caption(words("The queries behind the ? show the figures without what is chosen here."))


def choose_counting_and_spend(words: PageWords, asked: Asked) -> None:
    """The same, and two figures a shop owner knows by heart, for data without spend."""
    choose_counting(words, asked)
    if has_spend(find_workspace(asked.workspace)):
        return
    label = words.currency(totals_of(asked.workspace, asked.data_version).currency) or words("in your currency")
    type_in_spend(words, label)


def lead_time_in_words(words: PageWords, found: LeadTime) -> str:
    """What the contacts in the data say of the days between a first contact and a first purchase."""
    if found.median is None:
        return words(
            "How long it takes with you cannot be told: fewer than ten contacts in the data name a customer who bought later. A column with"
            " the customer in your list of contacts or leads is enough."
        )
    return words.plural(
        "In your data {count} customer was in touch before buying: half of them bought within {median} days, the middle half between {low}"
        " and {high}. Who has not bought yet is not among them.",
        "In your data {count} customers were in touch before buying: half of them bought within {median} days, the middle half between"
        " {low} and {high}. Who has not bought yet is not among them.",
        found.customers,
        median=words.number(found.median),
        low=words.number(found.low or 0),
        high=words.number(found.high or 0),
    )
