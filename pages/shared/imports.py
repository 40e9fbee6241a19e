"""The history of imports, each with a way back."""

from __future__ import annotations

import json

import streamlit as st

from retention.answers.data import has_sales, history
from retention.warehouse import Import, Workspace
from shared.kinds import role_in_words
from shared.language import PageWords, md
from shared.shop import forget_question


def imports_list(words: PageWords, workspace: Workspace) -> None:
    """What was loaded when and taken for what, the latest first, each import with its button to take it back."""
    st.subheader(words("Imports"))
    entries = history(workspace)
    if not entries:
        st.caption(words("Nothing has been loaded yet."))
        return
    for number in dict.fromkeys(entry.import_id for entry in entries):
        of_import = [entry for entry in entries if entry.import_id == number]
        with st.container(border=True):
            when = of_import[0].imported_at
            st.markdown(words("**{day}**, {time} UTC", day=when.date(), time=f"{when:%H:%M}"))
            st.markdown("\n".join("- " + entry_in_words(words, entry) for entry in of_import))
            st.button(words("Take this import back"), key=f"undo_{number}", on_click=_undo, args=(workspace, number))


def entry_in_words(words: PageWords, entry: Import) -> str:
    """The file, what it was taken for, its rows, and how many of them were left out."""
    role = json.loads(entry.understood)["role"]
    said = words(
        "{file}: {role}, {rows}",
        file=md(entry.file) if entry.sheet is None else md(f"{entry.file} · {entry.sheet}"),
        role=role_in_words(words, role),
        rows=words.plural("{count} row", "{count} rows", entry.rows),
    )
    if not entry.refused_rows:
        return said
    return said + ", " + words.plural("{count} left out", "{count} left out", entry.refused_rows)


def _undo(workspace: Workspace, import_id: int) -> None:
    workspace.undo(import_id)
    st.session_state.pop("upload", None)
    forget_question()
    if not has_sales(workspace):
        st.session_state.pop("shop", None)
