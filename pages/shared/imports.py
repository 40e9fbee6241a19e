"""The history of imports, each with a way back."""

from __future__ import annotations

import streamlit as st

from retention.answers.data import has_sales, history
from retention.warehouse import Workspace
from shared.language import PageWords, md
from shared.shop import forget_question


def imports_list(words: PageWords, workspace: Workspace) -> None:
    """What was loaded when, the latest first, each import with its button to take it back."""
    entries = history(workspace)
    if not entries:
        st.caption(words("Nothing has been loaded yet."))
        return
    for number in dict.fromkeys(entry.import_id for entry in entries):
        of_import = [entry for entry in entries if entry.import_id == number]
        with st.container(border=True):
            names = ", ".join(md(entry.file) if entry.sheet is None else f"{md(entry.file)} · {md(entry.sheet)}" for entry in of_import)
            st.markdown(f"**{words.date(of_import[0].imported_at.date())}** · {names}")
            st.caption(words.plural("{count} row", "{count} rows", sum(entry.rows for entry in of_import)))
            st.button(words("Take this import back"), key=f"undo_{number}", on_click=_undo, args=(workspace, number))


def _undo(workspace: Workspace, import_id: int) -> None:
    workspace.undo(import_id)
    st.session_state.pop("upload", None)
    forget_question()
    if not has_sales(workspace):
        st.session_state.pop("shop", None)
