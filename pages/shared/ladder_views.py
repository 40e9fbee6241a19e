"""The views of the ladder page: which there are, in the order of the questions a shop asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from retention.sentence import N_
from shared.cohorts_view import cohorts_view
from shared.contacts_asked import choose_contacts
from shared.interests_view import interests_view
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.movement_view import movement_view
from shared.now_view import now_view
from shared.people_view import people_view
from shared.question import Asked
from shared.reach_view import reach_view
from shared.rules_view import rules_view
from shared.spiral_view import spiral_view
from shared.thresholds import choose_thresholds
from shared.value_views import choose_future
from shared.worth_view import worth_view


@dataclass(frozen=True)
class View:
    """One way of looking at the ladder.

    ask: what the view lets a visitor change about the question itself; it stands above the view and asks the whole page anew.
    """

    label: str
    show: Callable[[PageWords, Asked], None]
    ask: Callable[[PageWords], None] | None = None


VIEWS = {
    "now": View(N_("Now"), now_view),
    "movement": View(N_("Movement"), movement_view),
    "spiral": View(N_("The spiral"), spiral_view),
    "reach": View(N_("Reach to return"), reach_view, choose_contacts),
    "people": View(N_("Who matters"), people_view),
    "interests": View(N_("What they come for"), interests_view),
    "cohorts": View(N_("Cohorts"), cohorts_view),
    "worth": View(N_("What a rung is worth"), worth_view, choose_future),
    "rules": View(N_("What decides the rung"), rules_view, choose_thresholds),
}


def say_filtered(words: PageWords, asked: Asked) -> None:
    """What "first", "new" and "lapsed" mean while only a part of the sales is looked at."""
    if asked.question.channels or asked.question.stores or asked.question.categories:
        st.caption(
            words(
                "Only the sales that the filters keep are looked at: first, new and lapsed mean within them. Somebody who is new here may"
                " have bought elsewhere in the shop before."
            )
        )


def choose_view(words: PageWords) -> str:
    """The view asked for; the first one at first."""
    return link_choice(words, N_("View"), {code: view.label for code, view in VIEWS.items()}, list(VIEWS), "ladder_view")
