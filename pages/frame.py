"""The frame around every page: language, navigation, the sidebar's question, and the sentence for what cannot be done."""

from __future__ import annotations

import streamlit as st

from shared.language import choose_language, current_words, md
from shared.refusals import refusals_said

words = current_words()
st.set_page_config(
    page_title=words("Retention Ladder"),
    page_icon="🪜",
    layout="wide",
    menu_items={"About": words("Keep customers or chase new ones? Answers from your own sales.")},
)
page = st.navigation(
    {
        "": [st.Page("start.py", title=words("Start"), icon="🏠", default=True)],
        words("Your data"): [st.Page("data.py", title=words("Data"), icon="📄", url_path="data")],
        words("Customers"): [
            st.Page("ladder.py", title=words("Loyalty ladder"), icon="🪜", url_path="ladder"),
            st.Page("value.py", title=words("What customers are worth"), icon="💎", url_path="value"),
            st.Page("customer.py", title=words("One customer"), icon="👤", url_path="customer"),
        ],
        words("Money"): [
            st.Page("costs.py", title=words("Winning or keeping"), icon="⚖️", url_path="costs"),
            st.Page("programmes.py", title=words("Programmes"), icon="🎁", url_path="programmes"),
        ],
    }
)
st.title(md(page.title))

# the frame is drawn by now: what follows brings in the heavy libraries
from shared.question import ask_in_sidebar  # noqa: E402

with refusals_said(words):
    with st.sidebar:
        asked = ask_in_sidebar(words)
        choose_language(words)
    if asked.is_sample:
        st.info(words("This is a sample shop with invented data. Drop your own file on the start page to see your own figures."), icon="🧪")
    page.run()
