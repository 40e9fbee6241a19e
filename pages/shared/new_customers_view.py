"""New customers: how their value grows with the months, and whether they are worth what winning them costs."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.acquisition_payback import AcquisitionPayback, Payback
from retention.metrics import ACQUISITION_COST, ACQUISITION_PAYBACK_MONTH, VALUE_TO_COST
from retention.sentence import N_
from shared.base_frames import ages_frame, name_of, payback_frame
from shared.cache import ages_of, payback_of
from shared.cards import cards, show_chart
from shared.language import PageWords, md
from shared.question import Asked


def new_customers_view(words: PageWords, asked: Asked) -> None:
    """The fan of values by age, and value against cost by channel and by quarter."""
    found, ages = payback_of(*asked.key), ages_of(*asked.key)
    for reason in found.missing:
        st.info(words.say(reason, md), icon="ℹ️")
    whole = found.whole
    figures = [(ACQUISITION_COST, whole.cac), (VALUE_TO_COST, whole.ratio), (ACQUISITION_PAYBACK_MONTH, whole.payback_month)]
    cards(words, figures, found.currency)
    st.caption(_whole_in_words(words, found))
    st.subheader(words("How the value of a new customer grows"))
    show_chart(words, "value_by_age", ages_frame(words, ages, whole.cac), ages.currency, words("Value by months since the first purchase"))
    st.caption(words("An age counts only customers known for at least that long, so the last months rest on fewer and older customers."))
    _groups(words, found, N_("By channel"), found.channels, is_period=False)
    _groups(words, found, N_("By quarter of the first purchase"), found.cohorts, is_period=True)


def _whole_in_words(words: PageWords, found: AcquisitionPayback) -> str:
    whole = found.whole
    people = words.plural("{count} new customer", "{count} new customers", whole.customers)
    said = words("{people} from {first} to {last}.", people=people, first=found.window_first_day, last=found.as_of)
    if whole.value is None or whole.ahead is None or whole.so_far is None:
        return said
    return (
        said
        + " "
        + words(
            "On average one of them has brought {so_far} so far and is expected to bring {ahead} more within the months ahead.",
            so_far=words.money(whole.so_far, found.currency),
            ahead=words.money(whole.ahead, found.currency),
        )
    )


def _groups(words: PageWords, found: AcquisitionPayback, title: str, groups: tuple[Payback, ...], is_period: bool) -> None:
    if not groups:
        return
    st.subheader(words(title))
    show_chart(words, "value_to_cost", payback_frame(words, found, groups, is_period), found.currency, words(title))
    st.dataframe(_table(words, found, groups, is_period), hide_index=True, width="stretch", key=f"payback_{is_period}")
    for group in groups:
        if group.missing is not None and group.name is not None:
            st.caption(f"{md(name_of(words, group, is_period))}: {words.say(group.missing, md)}")


def _table(words: PageWords, found: AcquisitionPayback, groups: tuple[Payback, ...], is_period: bool) -> pd.DataFrame:
    def money(amount: float | None) -> str:
        return "—" if amount is None else words.plain.money(amount, found.currency)

    return pd.DataFrame(
        [
            {
                words("Group"): name_of(words, group, is_period),
                words("New customers"): words.number(group.customers),
                words("Spent on winning"): money(group.spend),
                words("Cost of one"): money(group.cac),
                words("Value of one"): money(group.value),
                words("Value : cost"): _ratio(words, group),
                words("Paid back"): _payback(words, group),
            }
            for group in groups
        ]
    )


def _ratio(words: PageWords, group: Payback) -> str:
    if group.ratio is None:
        return "—"
    said = f"{words.number(group.ratio, 1)} : 1"
    if group.ratio_low is None or group.ratio_high is None:
        return said
    return f"{said} ({words.number(group.ratio_low, 1)}–{words.number(group.ratio_high, 1)})"


def _payback(words: PageWords, group: Payback) -> str:
    if group.payback_month is None:
        return "—" if group.cac is None else words("not within the months ahead")
    if group.payback_month == 0:
        return words("with the first purchase")
    months = words.plural("after {count} month", "after {count} months", group.payback_month)
    return words("{months}, expected", months=months) if group.is_expected else months
