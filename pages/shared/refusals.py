"""What cannot be done is said in one sentence, wherever on a page it turns up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from retention.sentence import Refusal
from shared.language import PageWords, md


@contextmanager
def refusals_said(words: PageWords) -> Iterator[None]:
    """Whatever is refused inside stands on the page as its sentence, and the rest of the page stays."""
    try:
        yield
    except Refusal as refusal:
        st.warning(words.say(refusal.sentence, md), icon="🚧")
