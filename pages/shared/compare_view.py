"""Scenarios side by side: which pays best on these customers, which may lose, and how to keep and share them."""

from __future__ import annotations

import streamlit as st

from retention.programmes import by_name
from retention.programmes.named_scenario import NamedScenario
from retention.programmes.scenario import Scenario
from retention.sentence import N_
from shared.asked_scenario import asked_scenario
from shared.cards import show_chart
from shared.compare_frames import comparison_table, ranges_frame, running_frame
from shared.compare_words import advice_in_words, best_in_words, facts_in_words, futures_in_words
from shared.compared import MONTHS, add_compared, begin_compared, choose_compared, is_full
from shared.keep_scenario import keep_button
from shared.language import PageWords, md
from shared.link_choice import choose, link_choice
from shared.programme_cache import comparison_of
from shared.programme_shop import ProgrammeShop
from shared.question import Asked
from shared.scenario_list import kept_list, share_and_files
from shared.scenario_shelf import kept_scenarios
from shared.scenario_words import suggested_name

USUAL = ("discount", "cashback", "points")
PANIC = "panic_reaction"
LENGTHS = {"12": N_("1 year"), "24": N_("2 years"), "36": N_("3 years"), "60": N_("5 years")}
LONG_MONTHS = "36"


def compare_view(words: PageWords, asked: Asked, shop: ProgrammeShop) -> None:
    """The comparison, then what is kept of it."""
    begin_compared()
    kept = kept_scenarios(asked)
    compared = choose_compared(words, [one.named for one in kept if one.named is not None])
    _add_buttons(words, asked, compared)
    if compared:
        _comparison(words, asked, shop, compared)
    else:
        st.info(
            words(
                "Nothing is compared yet. Choose scenarios that you have kept, or add one with a button above: each is then counted on the"
                " same customers over the same months, beside doing nothing."
            )
        )
    kept_list(words, asked, kept, compared, shop.currency)
    share_and_files(words, asked, compared)


def _add_buttons(words: PageWords, asked: Asked, compared: list[NamedScenario]) -> None:
    tried, full = asked_scenario(), is_full()
    with st.container(horizontal=True):
        if all(named.scenario != tried for named in compared):
            name = suggested_name(words, tried)
            st.button(
                words("Add what you try now: {name}", name=md(name)),
                key="add_tried",
                icon="➕",
                disabled=full,
                on_click=add_compared,
                args=([NamedScenario(name, tried)],),
            )
        if not compared:
            usual = [NamedScenario(suggested_name(words, Scenario.of(name)), Scenario.of(name)) for name in USUAL]
            label = ", ".join(words(by_name(name).label) for name in USUAL)
            st.button(words("Add the usual ones: {names}", names=label), key="add_usual", icon="➕", on_click=add_compared, args=(usual,))
        if all(named.scenario.programme != PANIC for named in compared):
            panic = Scenario.of(PANIC, months=int(LONG_MONTHS))
            st.button(
                words("Add: what panic would do"),
                key="add_panic",
                icon="😱",
                disabled=full,
                on_click=_add_panic,
                args=(NamedScenario(words("What panic would do"), panic),),
                help=words("A sudden price cut for everybody, a loan and fewer staff: helps at once, and costs customers for years."),
            )
        keep_button(words, asked, tried)


def _add_panic(panic: NamedScenario) -> None:
    """Panic shows what it is only in the long run."""
    add_compared([panic])
    choose(MONTHS, LONG_MONTHS)


def _comparison(words: PageWords, asked: Asked, shop: ProgrammeShop, compared: list[NamedScenario]) -> None:
    months = _choose_months(words, compared)
    rate = asked.question.annual_discount_rate
    found = comparison_of(asked.workspace, asked.data_version, shop.business, tuple(compared), months, rate)
    st.markdown("### " + best_in_words(words, found, shop.currency))
    st.markdown(facts_in_words(words, found, shop.currency))
    show_chart(words, "scenario_ranges", ranges_frame(words, found, shop.currency), shop.currency, words("What each scenario would bring"))
    st.caption(futures_in_words(words))
    st.markdown("**" + words("Month by month: short and long effect") + "**")
    running = running_frame(words, found, shop.currency)
    show_chart(words, "scenario_months", running, shop.currency, words("The running total of each scenario"))
    st.markdown("**" + words("All figures") + "**")
    comparison_table(words, found, shop.currency)
    st.markdown("**" + words("What to do") + "**")
    st.markdown(advice_in_words(words, found))


def _choose_months(words: PageWords, compared: list[NamedScenario]) -> int:
    """Over how many months all are compared; at first, as many as the one that was looked at longest."""
    longest = max(named.scenario.months for named in compared)
    usual = next(code for code in LENGTHS if int(code) >= longest)
    return int(link_choice(words, N_("All compared over"), LENGTHS, list(LENGTHS), MONTHS, usual=usual))
