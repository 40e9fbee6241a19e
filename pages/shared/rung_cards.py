"""The rungs in words: who stands there, how many, what they bring and will bring, and what to do for them."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from retention.answers.ladder import Ladder, Rung
from retention.answers.rung_board import RungBoard
from retention.answers.stability import StabilityOfRung
from retention.answers.strategies import STRATEGIES
from retention.metrics import AT_RISK_CUSTOMERS, MARGIN, MARGIN_PER_CUSTOMER, REVENUE, REVENUE_PER_CUSTOMER
from shared.language import PageWords


def rung_cards(
    words: PageWords, found: Ladder, board: RungBoard | None = None, stability: Mapping[str, StabilityOfRung] | None = None
) -> None:
    """One card per rung, folding to one column on a phone; stability: by the rung's name."""
    with st.grid(min_column_width=300):
        for rung in found.rungs:
            with st.container(border=True):
                _rung_card(words, found, rung, board, (stability or {}).get(rung.name))


def _rung_card(words: PageWords, found: Ladder, rung: Rung, board: RungBoard | None, steady: StabilityOfRung | None) -> None:
    strategy = STRATEGIES[rung.name]
    st.markdown(f"**{words(strategy.label)}** · {words(strategy.verb)}")
    st.caption(words(strategy.who))
    st.markdown(words(strategy.advice))
    if rung.customers is None:
        reach = words("Reach to return")
        st.caption(words("Not in the data: upload a sheet of contacts, or type the figure in on the view “{view}”.", view=reach))
        return
    lines = [_people_in_words(words, rung), *_money_in_words(words, found, rung), *_risk_in_words(words, rung)]
    if board is not None:
        lines += _ahead_in_words(words, board, rung)
    if steady is not None:
        lines += _stability_in_words(words, steady)
    st.markdown("  \n".join(lines))
    if rung.name == "advocate" and not rung.is_confirmed:
        st.caption(
            words.plural(
                "Nothing in the data shows who recommends the shop. By behaviour, {count} regular could be an advocate: not confirmed.",
                "Nothing in the data shows who recommends the shop. By behaviour, {count} regulars could be advocates: not confirmed.",
                found.candidates,
            )
        )


def _people_in_words(words: PageWords, rung: Rung) -> str:
    people = words.plural("{count} person", "{count} people", rung.customers or 0)
    if rung.share is None:
        return people
    return people + ", " + words("{share} of all customers", share=words.percent(rung.share))


def _money_in_words(words: PageWords, found: Ladder, rung: Rung) -> list[str]:
    """All together and each on average, in sales and, where it is known, in margin."""
    pairs = ((REVENUE, rung.revenue, REVENUE_PER_CUSTOMER, rung.revenue_per_customer),)
    pairs += ((MARGIN, rung.margin, MARGIN_PER_CUSTOMER, rung.margin_per_customer),)
    lines = []
    for metric, amount, per_customer, each in pairs:
        if amount is not None and each is not None:
            lines.append(f"{words(metric.label)}: {words.money(amount, found.currency)}")
            lines.append(f"{words(per_customer.label)}: {words.money(each, found.currency)}")
    return lines


def _risk_in_words(words: PageWords, rung: Rung) -> list[str]:
    if not rung.at_risk or not rung.customers:
        return []
    share = words.percent(rung.at_risk / rung.customers, 0)
    return [f"{words(AT_RISK_CUSTOMERS.label)}: {words.number(rung.at_risk)} ({share})"]


def _ahead_in_words(words: PageWords, board: RungBoard, rung: Rung) -> list[str]:
    """What one of the rung should bring, and all of them, within the months ahead."""
    worth = next((one for one in board.rungs if one.rung == rung.name), None)
    if worth is None or worth.predicted is None or worth.predicted_total is None:
        return []
    months = words.plural("{count} month", "{count} months", board.horizon_months)
    said = {"each": words.money(worth.predicted, board.currency), "total": words.money(worth.predicted_total, board.currency)}
    if board.is_margin:
        return [words("Expected within {months}: {each} of margin from each, {total} from all", months=months, **said)]
    return [words("Expected within {months}: {each} of sales from each, {total} from all", months=months, **said)]


def _stability_in_words(words: PageWords, steady: StabilityOfRung) -> list[str]:
    """How many buy at even intervals, of those with enough purchases to tell."""
    if steady.steady.share is None or not steady.told:
        return []
    return [
        words.plural(
            "Buy at even intervals: {steady} of {count} customer with enough purchases to tell (by chance alone about {chance})",
            "Buy at even intervals: {steady} of {count} customers with enough purchases to tell (by chance alone about {chance})",
            steady.told,
            steady=steady.steady.count,
            chance=round(steady.steady_by_chance),
        )
    ]
