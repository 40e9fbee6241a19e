"""What is lacking where the sales name nobody."""

from __future__ import annotations

import streamlit as st

from shared.language import PageWords


def no_customers(words: PageWords) -> None:
    """Said instead of every figure about customers."""
    st.info(
        words(
            "The sales name no customers, so nothing can be told about them. A customer number, e-mail, phone or name beside each sale is"
            " enough."
        ),
        icon="👤",
    )
