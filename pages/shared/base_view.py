"""All customers together: what the base is worth, how that grew, what regulars bring, and what a point of anything is worth."""

from __future__ import annotations

import streamlit as st

from retention.answers.base_value import BaseValue, Regulars
from retention.answers.point_worth import Point
from retention.answers.year_on_year import YearOnYear
from retention.metrics import BASE_VALUE
from retention.sentence import N_
from shared.base_frames import months_frame, points_frame
from shared.cache import base_value_of, fits_of
from shared.cards import card, show_chart
from shared.forecast_view import range_in_words
from shared.language import PageWords, md
from shared.question import Asked
from shared.subscription_view import subscription

ONE_PER_CENT = {
    "retention": N_("1 % more retention: {effect}"),
    "margin": N_("1 % more margin: {effect}"),
    "acquisition_cost": N_("1 % cheaper new customers: {effect}"),
    "discount": N_("1 % less discounting of later money: {effect}"),
}


def base_view(words: PageWords, asked: Asked) -> None:
    """The worth of the whole base, its history, and what would change it."""
    found = base_value_of(*asked.key)
    for reason in found.missing:
        st.info(words.say(reason, md), icon="ℹ️")
    if found.total is not None:
        _worth(words, asked, found)
        show_chart(
            words, "base_value_months", months_frame(words, found), found.currency, words("What all customers were worth, month by month")
        )
        st.caption(
            words(
                "Each column is what one would have said on that day, knowing only what was known then. The models know no seasons: right"
                " after a strong one they expect too much, after a weak one too little."
            )
        )
        if found.regulars is not None:
            _regulars(words, found, found.regulars)
    if found.points:
        _points(words, found)
    _textbook(words, found.yearly, found.currency)
    subscription(words, asked.question.annual_discount_rate)


def _worth(words: PageWords, asked: Asked, found: BaseValue) -> None:
    with st.grid(min_column_width=260):
        card(words, BASE_VALUE, found.total, found.currency)
    st.caption(range_in_words(words, fits_of(*asked.shape_key).scoreboard, found.low, found.high, found.currency))
    if found.is_rule_better:
        st.caption(
            words(
                "A simple rule forecast your past better than every model did. What is shown here needs a model, so it comes from the best"
                " of them."
            )
        )


def _regulars(words: PageWords, found: BaseValue, regulars: Regulars) -> None:
    st.subheader(words("What 1,000 regulars would bring"))
    months = words.plural("{count} month", "{count} months", found.horizon_months)
    st.markdown(
        words(
            "**{money}** within {months}, if they are like your {customers} regulars and advocates.",
            money=words.money(regulars.thousand, found.currency),
            months=months,
            customers=regulars.customers,
        )
    )
    if regulars.low is not None and regulars.high is not None:
        st.caption(
            words(
                "Between {low} and {high}, the miss on your own past included.",
                low=words.money(regulars.low, found.currency),
                high=words.money(regulars.high, found.currency),
            )
        )


def _points(words: PageWords, found: BaseValue) -> None:
    st.subheader(words("What a small change is worth"))
    months = words.plural("{count} month", "{count} months", found.horizon_months)
    st.caption(
        words(
            "Each change alone, over {months}, worked out on your own customers. What it would cost to bring it about is not in it.",
            months=months,
        )
    )
    show_chart(words, "point_worth", points_frame(words, found), found.currency, words("What each change would add"))
    for point in found.points:
        _not_known(words, point)


def _not_known(words: PageWords, point: Point) -> None:
    if point.missing is not None:
        st.caption(words("{change}: not known. {why}", change=words.say(point.label, md), why=words.say(point.missing, md)))


def _textbook(words: PageWords, yearly: YearOnYear, currency: str | None) -> None:
    """The constant-retention sum on the shop's own figures, so that nobody needs to quote somebody else's percentages."""
    st.subheader(words("The textbook's answer, on your figures"))
    if yearly.meaning is not None:
        st.markdown(words.say(yearly.meaning, md))
    if yearly.missing is not None:
        st.caption(words.say(yearly.missing, md))
    if yearly.value is None or yearly.retention is None or yearly.per_customer is None:
        return
    st.markdown(
        words(
            "If {share} stayed every year and each brought {money} a year, a new customer would bring **{value}** in all the years after"
            " the first, less what winning them cost ({cost}).",
            share=words.percent(yearly.retention),
            money=words.money(yearly.per_customer, currency),
            value=words.money(yearly.value, currency),
            cost=words("not known") if yearly.cac is None else words.money(yearly.cac, currency),
        )
    )
    effects = [(ONE_PER_CENT[name], effect) for name, effect in yearly.one_per_cent.items() if effect is not None]
    st.markdown("\n".join(f"- {words(text, effect='+' + words.percent(effect, 2))}" for text, effect in effects))
    st.caption(
        words(
            "Books quote from 3 to 7 % for one per cent of retention. The figure follows from the retention rate, the discount and the cost"
            " of new customers, says nothing of what that one per cent would cost, and takes every customer to be alike: the bars above do"
            " not."
        )
    )
