"""The what-if: sliders from a programme's own assumptions, and what comes of them."""

from __future__ import annotations

import streamlit as st

from retention.answers.programmes import Base, simulate
from retention.metrics import BREAK_EVEN_LIFT, EXTRA_MARGIN, NET_PROFIT, PAYBACK_MONTH, PROBABILITY_OF_LOSS, REWARD_COST, SUBSIDY_SHARE
from retention.programmes import ALL, by_name
from retention.programmes.outcome import Outcome
from retention.programmes.programme import Assumption, Programme
from retention.sentence import Refusal
from shared.cards import cards, show_chart
from shared.frames import lift_frame, months_frame
from shared.language import PageWords, md

ASSUMED_MARGIN_PERCENT = 40.0


def show_base(words: PageWords, shop: Base) -> None:
    """Whom the programme would be offered to."""
    st.markdown(
        words(
            "It would be offered to {people} who bought in the window: {pace} orders a year each, {check} on average.",
            people=words.plural("{count} customer", "{count} customers", shop.customers),
            pace=words.number(shop.purchases_per_customer_year, 1),
            check=words.money(shop.average_check, shop.currency),
        )
    )


def choose_programme(words: PageWords) -> Programme:
    """Which programme; its code goes into the link, its name into the page."""
    names = [programme.name for programme in ALL]
    if st.session_state.get("programme") not in names:
        wish = st.query_params.get("programme")
        st.session_state["programme"] = wish if wish in names else names[0]
    st.segmented_control(
        words("Programme"),
        names,
        key="programme",
        format_func=lambda name: words(by_name(name).label),
        required=True,
        persist_state="session",
        on_change=lambda: st.query_params.update(programme=st.session_state["programme"]),
    )
    programme = by_name(st.session_state["programme"])
    st.caption(words(programme.idea))
    return programme


def choose_margin(words: PageWords, shop: Base) -> float:
    """The margin: from the data or the sidebar where known, else a slider that says it is an assumption."""
    if shop.margin_share is not None:
        st.caption(words("Margin: {share} of sales.", share=words.percent(shop.margin_share)))
        return shop.margin_share
    label = words("Margin on sales, % (an assumption: the data have no cost of goods)")
    percent = st.slider(
        label, 1.0, 95.0, ASSUMED_MARGIN_PERCENT, 1.0, "%.0f", key="assumed_margin", bind="query-params", persist_state="session"
    )
    return percent / 100


@st.fragment
def what_if(words: PageWords, programme: Programme, shop: Base, margin_share: float) -> None:
    """Sliders and outcome; moving one redraws this part of the page alone."""
    with st.container(border=True), st.grid(min_column_width=260):
        values = {assumption.name: _choose(words, programme, assumption, shop.currency) for assumption in programme.assumptions}
    try:
        outcome = simulate(programme, shop, values, margin_share)
    except Refusal as refusal:
        st.warning(words.say(refusal.sentence, md))
        return
    _show_outcome(words, outcome, shop.currency)
    with st.expander(words("Where the assumptions come from")):
        for assumption in programme.assumptions:
            st.markdown(f"**{words(assumption.label)}.** {words(assumption.source)}")


def _choose(words: PageWords, programme: Programme, assumption: Assumption, currency: str | None) -> float:
    key = f"{programme.name}_{assumption.name}"
    if assumption.unit == "share":
        label = words("{label}, %", label=words(assumption.label))
        low, high, likely = (bound * 100 for bound in (assumption.minimum, assumption.maximum, assumption.likely))
        return st.slider(label, low, high, likely, 0.5, "localized", key=key, bind="query-params", persist_state="session") / 100
    unit = words.currency(currency) or words("in your currency")
    label = words("{label}, {unit}", label=words(assumption.label), unit=unit) if assumption.unit == "money" else words(assumption.label)
    return st.number_input(
        label, assumption.minimum, assumption.maximum, assumption.likely, 10.0, key=key, bind="query-params", persist_state="session"
    )


def _show_outcome(words: PageWords, outcome: Outcome, currency: str | None) -> None:
    st.markdown(f"### {verdict_in_words(words, outcome, currency)}")
    cards(
        words,
        [
            (NET_PROFIT, outcome.net),
            (BREAK_EVEN_LIFT, outcome.break_even_lift),
            (SUBSIDY_SHARE, outcome.subsidy_share),
            (EXTRA_MARGIN, outcome.extra_margin),
            (REWARD_COST, outcome.cost),
            *([(PAYBACK_MONTH, outcome.payback_month)] if outcome.cost > 0 else []),  # nothing spent, nothing to earn back
            (PROBABILITY_OF_LOSS, outcome.probability_of_loss),
        ],
        currency,
    )
    show_chart(words, "programme_lift", lift_frame(words, outcome, currency), currency, words("Profit against the lift"))
    show_chart(words, "programme_months", months_frame(words, outcome, currency), currency, words("The year month by month"))


def verdict_in_words(words: PageWords, outcome: Outcome, currency: str | None) -> str:
    if outcome.break_even_lift is None:
        return words("The reward eats the whole margin: no growth can make it pay.")
    needed = words.percent(outcome.break_even_lift)
    if outcome.net >= 0:
        return words("Brings {net} a year; it pays once sales grow by {needed}.", net=words.money(outcome.net, currency), needed=needed)
    return words(
        "Loses {net} a year; it pays only if participants buy {needed} more.", net=words.money(-outcome.net, currency), needed=needed
    )
