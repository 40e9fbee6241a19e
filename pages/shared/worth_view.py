"""What a customer on each rung is worth, what a climb is worth, and whether the rung alone can say so."""

from __future__ import annotations

import streamlit as st

from retention.answers.rung_worth import RungWorth
from retention.answers.strategies import STRATEGIES
from retention.models.markov_check import Comparison
from retention.sentence import N_
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES
from shared.cards import show_chart
from shared.csv_download import csv_download
from shared.ladder_cache import rung_worth_of
from shared.language import PageWords, md
from shared.question import Asked
from shared.worth_frames import (
    check_frame,
    climbs_table,
    comparisons_table,
    estimate_in_words,
    money_of,
    rung_worth_frame,
    rungs_csv,
    rungs_table,
)


def worth_view(words: PageWords, asked: Asked) -> None:
    """The worth of the rungs in a sentence, a chart and a table; then whether to believe it."""
    found = rung_worth_of(*asked.key)
    if not any(rung.within for rung in found.rungs):
        _teach(words, found)
        return
    st.markdown(_worth_in_words(words, found))
    st.caption(_idea_in_words(words, found))
    show_chart(words, "rung_worth", rung_worth_frame(words, found), found.currency, words("What a customer on each rung is worth"))
    for reason in found.missing:
        st.caption(words.say(reason, md))
    _check(words, found)
    st.subheader(words("What one climb is worth"))
    if found.climbs:
        st.table(climbs_table(words, found).set_index(words("Step")))
    st.markdown(
        words(
            "These are differences between customers as they are: whoever climbs by themselves differs from whoever has to be pushed. So"
            " take a difference as the most that one successful climb can bring, multiply it by the share in whom your offer really makes"
            " it happen, and spend less than that per customer. What an offer really does, only a comparison with customers who did not"
            " get it tells."
        )
    )
    with st.expander(words("All figures")):
        st.dataframe(rungs_table(words, found), hide_index=True, width="stretch")
        csv_download(words, N_("The rungs and their worth (CSV)"), "rungs.csv", lambda: rungs_csv(words.plain, found))
        if found.comparisons:
            st.dataframe(comparisons_table(words, found), hide_index=True, width="stretch")


def _teach(words: PageWords, found: RungWorth) -> None:
    """What is lacking, and what would stand here."""
    for reason in found.missing:
        st.info(words.say(reason, md), icon="🌱")
    st.markdown(
        words(
            "With more sales this page shows what a customer on each rung will bring, by how much a regular is worth more than somebody"
            " with a first purchase, and whether the rung alone tells so much. Upload older sales too: every quarter of a year more helps."
        )
    )


def _worth_in_words(words: PageWords, found: RungWorth) -> str:
    """The worth of a regular and of a first purchase: by the rung where it carries the value, else by the forecasts where there are any."""
    by_rung = {rung.rung: rung for rung in found.rungs if rung.within}
    pair = [by_rung[name] for name in ("first_purchase", "regular") if name in by_rung] or list(by_rung.values())[:1]
    months = words.plural("{count} month", "{count} months", found.horizon_months)
    by_forecast = found.is_enough is False and all(rung.forecast is not None for rung in pair)
    worth = []
    for rung in pair:
        estimate = estimate_in_words(words, rung.within, found.currency)
        money = money_of(words, rung.forecast, found.currency) if by_forecast and rung.forecast is not None else estimate
        worth.append(words("{rung}: {money}", rung=words(STRATEGIES[rung.rung].label), money=money))
    said = words("**What one customer is worth within the next {months}: {worth}.**", months=months, worth="; ".join(worth))
    if by_forecast:
        return f"{said} " + words(
            "That is the mean of the forecasts customer by customer (the diamonds); what the rungs alone would say stands beside them."
        )
    return f"{said} " + words("In brackets: where the figure lies 90 times in 100.")


def _idea_in_words(words: PageWords, found: RungWorth) -> str:
    unit = words("In margin.") if found.is_margin else words("In sales.")
    idea = words(
        "The idea: from one quarter of a year (91 days) to the next, some customers of a rung climb, some stay, some lapse, and each brings"
        " some money on the way. If the rung alone decided what comes next, one could follow those shares quarter by quarter and add the"
        " money up, later money counted for less. The diamonds are another way to the same figure: the forecast for each single customer,"
        " from how often and how long ago they bought, averaged over the rung."
    )
    return f"{idea} {unit}"


def _check(words: PageWords, found: RungWorth) -> None:
    st.subheader(words("Does the rung alone tell so much?"))
    if found.is_enough is None:
        st.caption(words("Too few customers can be followed over several quarters to tell; rely on the diamonds where they are shown."))
        return
    if found.is_enough:
        st.success(
            words.plural(
                "As far as these data can show, yes: {count} share was compared, and it is off by two points at most, or by"
                " no more than chance.",
                "As far as these data can show, yes: {count} shares were compared, and each is off by two points at most, or by"
                " no more than chance.",
                len(found.comparisons),
            ),
            icon="✅",
        )
    else:
        st.info(_departure_in_words(words, max((one for one in found.comparisons if one.is_off), key=_size)), icon="⚠️")
        st.markdown(
            words(
                "A rung treats everybody on it alike: somebody who lapsed yesterday and somebody who lapsed three years ago, a customer of"
                " a week and one of a year. Here that is too rough, and the worth without an end is the roughest: the further ahead it"
                " looks, the more it rests on the rungs."
            )
        )
        if any(rung.forecast is not None for rung in found.rungs):
            st.markdown(words("**Go by the diamonds**, the forecast customer by customer."))
    alt = words("Share of each rung still buying some quarters later, as it came and as the rungs foretell it")
    show_chart(words, "rung_worth_check", check_frame(words, found), None, alt)


def _size(one: Comparison) -> tuple[bool, float]:
    """Whoever still buys is easier to picture than whoever stays on a rung: such a departure is told first."""
    return one.kind == "active", abs(one.seen - one.foretold)


def _departure_in_words(words: PageWords, one: Comparison) -> str:
    figures = {
        "rung": words(STRATEGIES[NAMES[CUSTOMER_RUNGS[one.state]]].label),
        "steps": one.steps,
        "seen": words.percent(one.seen, 0),
        "foretold": words.percent(one.foretold, 0),
    }
    if one.kind == "active":
        return words(
            "Rungs alone do not carry the value. Of the customers on the rung “{rung}”, {seen} were buying customers {steps} quarters"
            " later; the rungs alone foretell {foretold}.",
            **figures,
        )
    return words(
        "Rungs alone do not carry the value. Of the customers on the rung “{rung}”, {seen} were on it {steps} quarters later; the rungs"
        " alone foretell {foretold}.",
        **figures,
    )
