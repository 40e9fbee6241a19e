"""Who stands on which rung of the loyalty ladder, how do they move, and what is each move worth?"""

from __future__ import annotations

import streamlit as st

from shared.cache import ladder_of
from shared.ladder_views import VIEWS, choose_view, say_filtered
from shared.language import current_words
from shared.no_customers import no_customers
from shared.question import current_question
from shared.refusals import refusals_said

words, asked = current_words(), current_question()
view = VIEWS[choose_view(words)]
if view.ask:
    view.ask(words)


# in a thread of its own: a large shop's history takes seconds, and the sidebar stays usable meanwhile
@st.fragment(parallel=True)
def chosen_view() -> None:
    """The view in question, behind a spinner for as long as it is worked out."""
    # a fragment's errors do not reach the frame around the page
    with refusals_said(words), st.spinner(words("Looking at the ladder…"), show_time=True):
        if ladder_of(*asked.key).customers:
            say_filtered(words, asked)
            view.show(words, asked)
        else:
            no_customers(words)


chosen_view()
