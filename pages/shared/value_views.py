"""The views of the value page: which there are, and the sliders above them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from retention.sentence import N_
from shared.asked_figures import figure_slider
from shared.base_view import base_view
from shared.cache import fits_of
from shared.forecast_view import forecast_view
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.new_customers_view import new_customers_view
from shared.no_customers import no_customers
from shared.question import Asked
from shared.spread_view import spread_view
from shared.three_values_view import three_values_view


@dataclass(frozen=True)
class View:
    """One way of looking at what customers are worth."""

    label: str
    show: Callable[[PageWords, Asked], None]


VIEWS = {
    "values": View(N_("Three values"), three_values_view),
    "spread": View(N_("Who brings it"), spread_view),
    "base": View(N_("All customers together"), base_view),
    "new": View(N_("New customers"), new_customers_view),
    "forecast": View(N_("How good is the forecast?"), forecast_view),
}


def choose_future(words: PageWords) -> None:
    """How far ahead values look, and what later money counts for."""
    with st.container(horizontal=True):
        figure_slider(words, N_("Months ahead"), "horizon")
        figure_slider(
            words,
            N_("A year later money counts for less by, %"),
            "discount_rate",
            N_("What you would pay for a loan, or could earn elsewhere. 0 = later money is as good as today's."),
        )


def choose_view(words: PageWords) -> str:
    """The view asked for; the first one at first."""
    return link_choice(words, N_("View"), {code: view.label for code, view in VIEWS.items()}, list(VIEWS), "view")


def show_view(words: PageWords, asked: Asked, view: str) -> None:
    """The view, or what is lacking where the sales name no customers at all."""
    if not fits_of(*asked.shape_key).customers:
        no_customers(words)
        return
    VIEWS[view].show(words, asked)
