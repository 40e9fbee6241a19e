"""Meanings confirmed earlier, each with a way to forget it."""

from __future__ import annotations

import hashlib

import streamlit as st

from retention.ingest.fields import FIELDS
from retention.warehouse import Workspace
from shared.kinds import role_in_words
from shared.language import PageWords, md


def remembered_list(words: PageWords, workspace: Workspace) -> None:
    """What is known of tables with certain headers, the latest first."""
    meanings = workspace.remembered()
    if not meanings:
        return
    with st.expander(words.plural("{count} remembered meaning", "{count} remembered meanings", len(meanings))):
        st.caption(words("Tables with the same headers are read like this without asking."))
        for meaning in meanings:
            with st.container(border=True):
                columns = ", ".join(f"{md(header)} → {words(FIELDS[field])}" for header, field in meaning.columns.items())
                st.markdown("**" + role_in_words(words, meaning.role) + "**")
                st.caption(columns or ", ".join(md(header) for header in meaning.headers))
                key = hashlib.sha256(repr(meaning.headers).encode()).hexdigest()[:12]
                st.button(words("Forget it"), key=f"forget_{key}", on_click=workspace.forget, args=(meaning.headers,))
