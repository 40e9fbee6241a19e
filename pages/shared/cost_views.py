"""The views of the costs page: which there are, in the order of the questions a shop asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from retention.answers.typed_costs import Figures
from retention.sentence import N_
from shared.budget_view import budget_view, typed_budget_view
from shared.claims_view import claims_view, typed_claims_view
from shared.cost_channels_view import cost_channels_view
from shared.cost_counting import choose_counting, choose_counting_and_spend
from shared.cost_months_view import cost_months_view
from shared.language import PageWords
from shared.ledger_view import ledger_view
from shared.link_choice import link_choice
from shared.question import Asked
from shared.ratio_view import ratio_view, typed_ratio_view


@dataclass(frozen=True)
class View:
    """One way of looking at what customers cost.

    show: from the shop's sales and spend. show_typed: from the figures of a business typed in; None = the view needs sales data.
    ask: what the view lets a visitor change about the question itself; it stands above the view and asks the whole page anew.
    """

    label: str
    show: Callable[[PageWords, Asked], None]
    show_typed: Callable[[PageWords, Figures], None] | None = None
    ask: Callable[[PageWords, Asked], None] | None = None


VIEWS = {
    "ratio": View(N_("Winning against keeping"), ratio_view, typed_ratio_view, choose_counting_and_spend),
    "months": View(N_("Over time"), cost_months_view, ask=choose_counting),
    "channels": View(N_("By channel"), cost_channels_view, ask=choose_counting),
    "ledger": View(N_("Ledger of spend"), ledger_view),
    "budget": View(N_("Where else the money could go"), budget_view, typed_budget_view),
    "claims": View(N_("See for yourself"), claims_view, typed_claims_view),
}


def choose_view(words: PageWords, is_typed: bool) -> View:
    """The view asked for; the first one at first. A business typed in has only those views that need no sales."""
    offered = [code for code, view in VIEWS.items() if view.show_typed or not is_typed]
    return VIEWS[link_choice(words, N_("View"), {code: VIEWS[code].label for code in offered}, offered, "costs_view")]


def show_view(words: PageWords, asked: Asked, view: View) -> None:
    """The view of the shop's own sales and spend."""
    view.show(words, asked)


def show_typed_view(words: PageWords, figures: Figures | None, view: View) -> None:
    """The view of the business typed in, or which figures are lacking."""
    if figures is None:
        st.info(words("Type in how many customers were won and kept and what was spent on either, all of the same months."))
    elif view.show_typed:
        view.show_typed(words, figures)
