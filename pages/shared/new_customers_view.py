"""New customers: how their value grows with the months, and whether they are worth what winning them costs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from retention.answers.acquisition_payback import AcquisitionPayback, Payback
from retention.answers.value_by_age import ValueByAge
from retention.metrics import ACQUISITION_COST, ACQUISITION_PAYBACK_MONTH, VALUE_TO_COST, Metric
from retention.sentence import N_, Sentence
from shared.base_frames import ages_frame, name_of, payback_frame
from shared.cache import ages_of, fits_of, payback_of
from shared.cards import cards, show_chart
from shared.forecast_view import money_miss_in_words
from shared.language import PageWords, md
from shared.question import Asked


def new_customers_view(words: PageWords, asked: Asked) -> None:
    """The fan of values by age, and value against cost by channel and by quarter."""
    found, ages = payback_of(*asked.key), ages_of(*asked.key)
    for reason in found.missing:
        st.info(words.say(reason, md), icon="ℹ️")
    whole = found.whole
    figures: list[tuple[Metric, float | None]] = [(ACQUISITION_COST, whole.cac), (VALUE_TO_COST, whole.ratio)]
    if whole.cac is not None:  # nothing to pay back, or not known what
        figures.append((ACQUISITION_PAYBACK_MONTH, whole.payback_month))
    cards(words, figures, found.currency)
    if whole.missing is not None and whole.missing not in found.missing:
        st.caption(words.say(whole.missing, md))
    st.caption(_whole_in_words(words, found))
    _grows(words, ages, whole.cac)
    _groups(words, found, N_("By channel"), found.channels, is_period=False)
    _groups(words, found, N_("By quarter of the first purchase"), found.cohorts, is_period=True)
    _how_sure(words, asked, [whole, *found.channels, *found.cohorts])


def _grows(words: PageWords, ages: ValueByAge, cost: float | None) -> None:
    frame = ages_frame(words, ages, cost)
    if frame.empty:
        return
    st.subheader(words("How the value of a new customer grows"))
    show_chart(words, "value_by_age", frame, ages.currency, words("Value by months since the first purchase"))
    st.caption(words("An age counts only customers known for at least that long, so the last months rest on fewer and older customers."))


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
    if is_period and len(groups) > 1:
        st.caption(words("Older quarters have had more time to bring money: compare a quarter with its neighbours only."))
    lacking: dict[Sentence, list[str]] = {}
    for group in groups:
        if group.missing is not None and group.missing not in found.missing and group.name is not None:
            lacking.setdefault(group.missing, []).append(name_of(words, group, is_period))
    for reason, names in lacking.items():
        st.caption(f"{md(', '.join(names))}: {words.say(reason, md)}")


def _how_sure(words: PageWords, asked: Asked, groups: Sequence[Payback]) -> None:
    """What the ranges of this page are made of, where there are any."""
    board = fits_of(*asked.shape_key).scoreboard
    if board is None or all(group.ratio_low is None for group in groups):
        return
    st.caption(
        words(
            "The ranges hold 90 times in 100 as far as chance goes, and are never narrower than the forecast missed the money on your own"
            " past: {miss}.",
            miss=money_miss_in_words(words, board.best_model_score),
        )
    )


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
    if group.ratio_low is None:
        return said
    low = words.number(group.ratio_low, 1)
    if group.ratio_high is None:  # with none of the shared spend, winning them cost nothing
        return words("{ratio} (at least {low} : 1)", ratio=said, low=low)
    return f"{said} ({low}–{words.number(group.ratio_high, 1)})"


def _payback(words: PageWords, group: Payback) -> str:
    if group.payback_month is None:
        return "—" if group.cac is None else words("not within the months ahead")
    months = words("with the first purchase")
    if group.payback_month:
        months = words.plural("after {count} month", "after {count} months", group.payback_month)
    low, high = group.payback_low, group.payback_high
    if low is not None and high is None:
        months = words("{months} ({low} or more)", months=months, low=low)
    elif low is not None and low != high:
        months = f"{months} ({low}–{high})"
    return words("{months}, expected", months=months) if group.is_expected else months
