"""What is a customer worth: by the simple sum, by what each has brought, and by what is to be expected of them?"""

from __future__ import annotations

import streamlit as st

from shared.language import current_words
from shared.question import current_question
from shared.refusals import refusals_said
from shared.value_views import choose_future, choose_view, show_view

words, asked = current_words(), current_question()
choose_future(words)
view = choose_view(words)


# in a thread of its own: a large shop's fit takes seconds, and the sidebar and the sliders stay usable meanwhile
@st.fragment(parallel=True)
def chosen_view() -> None:
    """The view in question, behind a spinner for as long as it is worked out."""
    # a fragment's errors do not reach the frame around the page
    with refusals_said(words), st.spinner(words("Working out what customers are worth…"), show_time=True):
        show_view(words, asked, view)


chosen_view()
