"""What does a new customer cost, what does a kept one cost, and is it really 10 : 1?"""

from __future__ import annotations

import streamlit as st

from shared.cost_views import choose_view, show_typed_view, show_view
from shared.language import current_words
from shared.question import current_question
from shared.refusals import refusals_said
from shared.typed_figures import is_typed, typed_figures

words, asked = current_words(), current_question()
typed = is_typed(words)
view = choose_view(words, typed)
figures = typed_figures(words) if typed else None
if view.ask and not typed:
    view.ask(words, asked)


# in a thread of its own: a large shop takes seconds, and the sidebar and the sliders stay usable meanwhile
@st.fragment(parallel=True)
def chosen_view() -> None:
    """The view in question, behind a spinner for as long as it is worked out."""
    # a fragment's errors do not reach the frame around the page
    with refusals_said(words), st.spinner(words("Looking at what customers cost…"), show_time=True):
        if typed:
            show_typed_view(words, figures, view)
        else:
            show_view(words, asked, view)


chosen_view()
