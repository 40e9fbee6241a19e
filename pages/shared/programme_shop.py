"""The shop a programme is tried on: the customers of the sales data with a margin that is known or assumed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from retention.answers.programmes import Base
from retention.programmes.business import LAPSED, MONTHS_IN_YEAR, Business
from shared.cache import base_of
from shared.carried import IN_LINK
from shared.language import PageWords, md
from shared.question import Asked

ASSUMED_MARGIN_PERCENT = 40.0
MARGIN_DOUBT = 0.05  # an assumed margin may be so much lower or higher


@dataclass(frozen=True)
class ProgrammeShop:
    """What every view of the programmes page is about.

    base: the shop as the sales data show it; None for a business typed in. is_margin_assumed: nobody knows it, the visitor guessed.
    """

    business: Business
    currency: str | None
    base: Base | None
    is_margin_assumed: bool


def shop_in_question(words: PageWords, asked: Asked) -> ProgrammeShop:
    """The shop in question; where the margin is not known, a slider that says it is an assumption stands on the page."""
    with st.spinner(words("Working out what customers are worth…"), show_time=True):
        base = base_of(*asked.key)
    if base.margin_share is not None:
        return ProgrammeShop(base.business(), base.currency, base, is_margin_assumed=False)
    label = words("Margin on sales, % (an assumption: the data have no cost of goods)")
    percent = st.slider(label, 1.0, 95.0, ASSUMED_MARGIN_PERCENT, 1.0, "%.0f", key="assumed_margin", **IN_LINK)
    return ProgrammeShop(base.business(percent / 100).in_doubt(MARGIN_DOUBT), base.currency, base, is_margin_assumed=True)


def say_shop(words: PageWords, shop: ProgrammeShop) -> None:
    """Whom a programme is tried on, and how sure that is."""
    st.markdown(base_in_words(words, shop))
    for note in () if shop.base is None else shop.base.notes:
        st.caption(words.say(note, md))


def base_in_words(words: PageWords, shop: ProgrammeShop) -> str:
    """Who the customers are and what the margin is."""
    buying = [rung for rung in shop.business.rungs if rung.name != LAPSED]
    people = sum(rung.customers for rung in buying)
    orders = sum(rung.customers * rung.purchases_per_month for rung in buying) * MONTHS_IN_YEAR
    sales = sum(rung.customers * rung.sales_per_year for rung in buying)
    margin = words.percent(shop.business.margin_share)
    if not people or not orders:
        return words("Nobody buys here at the moment; the margin is {margin} of sales.", margin=margin)
    return words(
        "Tried on {people}: {pace} purchases a year each, {check} on average, {margin} of it margin.",
        people=words.plural("{count} customer", "{count} customers", round(people)),
        pace=words.number(orders / people, 1),
        check=words.money(sales / orders, shop.currency),
        margin=margin,
    )
