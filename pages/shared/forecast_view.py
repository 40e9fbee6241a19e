"""How good the forecast is: every forecaster tried on the shop's own past, in words, as a table and in two pictures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.backtest import Backtest
from retention.answers.fits import Fits
from retention.answers.forecaster_names import FORECASTERS
from retention.models.scoreboard import Score
from shared.cache import fits_of
from shared.cards import show_chart
from shared.forecast_frames import deciles_frame, weeks_frame
from shared.language import PageWords, md
from shared.question import Asked

FAR_FROM_NOTHING = 0.3  # a correlation of frequency and spend beyond which the two cannot be taken apart


def forecast_view(words: PageWords, asked: Asked) -> None:
    """The scoreboard of the forecasters, and which of them the other figures on the page rest on."""
    fits = fits_of(*asked.shape_key)
    board = fits.scoreboard
    if board is None:
        if fits.no_scoreboard is not None:
            st.info(words.say(fits.no_scoreboard, md), icon="⏳")
        return
    st.markdown(words("**The question put to the past**"))
    st.markdown(
        words(
            "Each forecaster was shown only what was known on {cut} and had to say how often the {customers} customers of that day"
            " would buy until {last}, {weeks} weeks later. Then it was compared with what they did.",
            cut=board.cut_day,
            last=board.last_day,
            customers=board.customers,
            weeks=board.weeks,
        )
    )
    _verdict(words, board)
    st.table(_scores(words, board))
    st.caption(
        words(
            "Miss per customer: how far off a single customer's purchases were; large misses weigh more. Order of customers: 100 % = those"
            " expected to buy most bought most, 0 % = no better than chance. The smallest miss per customer wins; of those within 1 % the"
            " one with the better total."
        )
    )
    show_chart(words, "forecast_weeks", weeks_frame(words, board), None, words("Purchases by week, forecast and real"))
    show_chart(words, "forecast_deciles", deciles_frame(words, board), None, words("Purchases expected and made, by tenths of customers"))
    _independence(words, fits)


def range_in_words(words: PageWords, board: Backtest | None, low: float | None, high: float | None, currency: str | None) -> str:
    """Between which sums a forecast of money should lie, never without how far off such a forecast was on the past."""
    if board is None or low is None or high is None:
        return words("How far off that may be cannot be said on these data.")
    return words(
        "Between {low} and {high}, if it errs no more than on your own past ({miss} over the {weeks} up to {last}).",
        low=words.money(low, currency),
        high=words.money(high, currency),
        miss=money_miss_in_words(words, board.best_model_score),
        weeks=words.plural("{count} week", "{count} weeks", board.weeks),
        last=board.last_day,
    )


def money_miss_in_words(words: PageWords, score: Score) -> str:
    """By how much a forecaster's total of money missed, and to which side."""
    if score.money_error is None:
        return words("nothing came, so its total cannot be judged")
    share = words.percent(abs(score.money_error))
    return words("{share} too much", share=share) if score.money_error > 0 else words("{share} too little", share=share)


def miss_in_words(words: PageWords, score: Score) -> str:
    """By how much a forecaster's total missed, and to which side."""
    if score.error is None:
        return words("nobody bought, so its total cannot be judged")
    share = words.percent(abs(score.error))
    if abs(score.error) < 0.0005:
        return words("exact in total")
    return words("{share} too many", share=share) if score.error > 0 else words("{share} too few", share=share)


def _verdict(words: PageWords, board: Backtest) -> None:
    winner, best = board.score(board.winner), board.best_model_score
    st.markdown(
        words(
            "{actual} purchases came. The best forecaster, “{name}”, had expected {expected}: {miss}.",
            actual=board.actual_purchases,
            name=words(FORECASTERS[winner.name]),
            expected=round(winner.expected),
            miss=miss_in_words(words, winner),
        )
    )
    if best.name != winner.name:
        st.caption(
            words(
                "A simple rule did better than the models here. It has no chances to give, so what is expected of customers comes from the"
                " best model, “{name}” ({miss}), and the rule's total stands beside it.",
                name=words(FORECASTERS[best.name]),
                miss=miss_in_words(words, best),
            )
        )
    if board.interval is not None and not board.interval.low <= board.actual_purchases <= board.interval.high:
        st.caption(
            words(
                "The model had called anything from {low} to {high} likely, and what came lies outside. That is why its ranges are widened"
                " by this miss everywhere on these pages.",
                low=round(board.interval.low),
                high=round(board.interval.high),
            )
        )


def _scores(words: PageWords, board: Backtest) -> pd.DataFrame:
    rows = []
    for score in sorted(board.scores, key=lambda score: score.root_mean_squared_error):
        mark = "🏆 " if score.name == board.winner else ""
        rows.append(
            {
                words("Forecaster"): mark + words(FORECASTERS[score.name]),
                words("Purchases expected"): words.number(round(score.expected)),
                words("Off in total"): miss_in_words(words, score),
                words("Miss per customer"): words.number(score.root_mean_squared_error, 2),
                words("Order of customers"): "—" if score.ranking is None else words.percent(score.ranking, 0),
            }
        )
    return pd.DataFrame(rows).set_index(words("Forecaster"))


def _independence(words: PageWords, fits: Fits) -> None:
    found = fits.frequency_spend_correlation
    if found is None or abs(found) < FAR_FROM_NOTHING:
        return
    more = words("more") if found > 0 else words("less")
    st.caption(
        words(
            "In your data those who come often spend {more} each time. The forecast takes how often and how much to be independent, so the"
            " value of frequent buyers may be off.",
            more=more,
        )
    )
