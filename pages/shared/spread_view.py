"""How a value is spread over customers: who brings it, and which groups bring more than others."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from retention.answers.customer_values import CustomerValues
from retention.answers.value import KINDS, Value
from retention.answers.value_spread import GroupSpread, Spread
from retention.metrics import INEQUALITY
from retention.sentence import N_, Sentence
from shared.cache import groups_of, value_of, values_of
from shared.cards import cards, show_chart
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.question import Asked
from shared.share_words import unit_in_words
from shared.spread_frames import distribution_frame, groups_frame, histogram_frame, pareto_frame

GROUPINGS = {
    "rung": N_("Rung of the ladder"),
    "tier": N_("Third by value so far"),
    "channel": N_("Channel they came through"),
    "cohort": N_("When they first bought"),
    "city": N_("City"),
    "store": N_("Shop or branch of the first purchase"),
    "category": N_("Category of the first purchase"),
    "product": N_("Product of the first purchase"),
}


def spread_view(words: PageWords, asked: Asked) -> None:
    """One of the three values: its histogram, its quantiles, who brings how much of it, and the same by group."""
    found, values = value_of(*asked.key), values_of(*asked.key)
    kind = _choose_kind(words, found)
    spread = found.of_single_customers[kind].spread
    st.caption(unit_in_words(words, found.is_margin))
    is_log = st.toggle(words("Ten times as much is one step (logarithmic scale)"), key="logarithmic", persist_state="session")
    frame = histogram_frame(words, spread, found.currency, is_log)
    show_chart(
        words, "value_histogram_log" if is_log else "value_histogram", frame, found.currency, words("Customers by what they are worth")
    )
    if is_log and spread.not_positive:
        st.caption(
            words.plural(
                "{count} customer is worth nothing or less and has no place on this scale.",
                "{count} customers are worth nothing or less and have no place on this scale.",
                spread.not_positive,
            )
        )
    st.table(_quantiles(words, spread, found.currency))
    st.subheader(words("Who brings the money"))
    show_chart(words, "value_pareto", pareto_frame(words, spread), found.currency, words("Share of customers against share of value"))
    cards(words, [(INEQUALITY, spread.gini)])
    st.subheader(words("The three values compared"))
    show_chart(
        words, "value_distribution", distribution_frame(words, found), found.currency, words("Share of customers worth at most so much")
    )
    _by_group(words, asked, found, values, kind)


def _choose_kind(words: PageWords, found: Value) -> str:
    offered = [kind for kind in ("historic", "predicted", "simple") if kind in found.of_single_customers]
    return link_choice(words, N_("Which value"), KINDS, offered, "kind")


def _quantiles(words: PageWords, spread: Spread, currency: str | None) -> pd.DataFrame:
    """What a customer at each point of the spread is worth."""
    rows = {
        words("{share} of customers are worth less than", share=words.percent(share, 0)): words.plain.money(amount, currency)
        for share, amount in spread.quantiles.items()
    }
    return pd.DataFrame({words("Value"): rows})


def _by_group(words: PageWords, asked: Asked, found: Value, values: CustomerValues, kind: str) -> None:
    st.subheader(words("Which customers bring more"))
    if not values.choices:
        st.caption(words("The data tell no groups apart."))
        return
    grouping = link_choice(words, N_("Divide the customers by"), GROUPINGS, values.choices, "grouping", is_long=True)
    groups = groups_of(*asked.key, kind, grouping)
    if grouping == "cohort":
        groups = tuple(replace(group, label=Sentence("{name}", (("name", words.period(group.name or "")),))) for group in groups)
    alt = words("Value of a customer by group")
    show_chart(words, "value_by_group", groups_frame(words, groups, found.currency), found.currency, alt)
    st.dataframe(_table(words, groups, found.currency), hide_index=True, width="stretch")


def _table(words: PageWords, groups: tuple[GroupSpread, ...], currency: str | None) -> pd.DataFrame:
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Group"): plain.say(group.label),
                words("Customers"): plain.number(group.customers),
                words("On average"): plain.money(group.mean, currency),
                words("Half bring less than"): plain.money(group.median, currency),
                words("Nine in ten bring less than"): plain.money(group.p90, currency),
                words("All together"): plain.money(group.total, currency),
                words("Share of everything"): "—" if group.share_of_total is None else plain.percent(group.share_of_total),
            }
            for group in groups
        ]
    )
