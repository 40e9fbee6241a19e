"""What a person says about their files: the mapping as it grows, change by change, each with a way back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from retention.answers.mappings import Document, entries, meaning_of
from retention.ingest.wishes import key_of
from retention.sentence import Refusal
from retention.warehouse.remembered import Remembered
from shared.language import PageWords, md
from shared.shop import own_workspace
from shared.upload import Upload, remembered_document, take_in


def change(words: PageWords, upload: Upload, document: Document) -> None:
    """Reads the files again with this mapping and shows the page anew. A refusal leaves everything as it was and is said there."""
    _read_again(words, upload, document, (*upload.earlier, upload.document))
    st.rerun()


def confirm(words: PageWords, upload: Upload, document: Document) -> None:
    """Like `change`, and what the tables were taken for is remembered for the next files with the same headers."""
    if _read_again(words, upload, document, (*upload.earlier, upload.document)):
        workspace, confirmed = own_workspace(), st.session_state["upload"]
        workspace.remember([meaning_of(document, table) for table in confirmed.reading.files if table.header_row is not None])
        st.session_state["upload"] = replace(confirmed, document={**document, **remembered_document(workspace)})
    st.rerun()


def way_back(words: PageWords, upload: Upload) -> None:
    """The button that takes the last change back, where there is one, and the sentence for a change that could not be made."""
    if problem := st.session_state.pop("change_problem", None):
        st.error(words.say(problem, md), icon="🚫")
    if upload.earlier and st.button(words("Take back the last change"), icon="↩️", key=f"back_{widget_key(upload)}"):
        before = upload.earlier[-1]
        if _read_again(words, upload, before, upload.earlier[:-1]):
            _restore_remembered(upload, before)
        st.rerun()


def widget_key(upload: Upload) -> str:
    """A name for widgets that act at once: a new one after every attempt, so that a refused change does not stay on the switch."""
    return f"{upload.key}_{st.session_state.get('attempts', 0)}"


def _read_again(words: PageWords, upload: Upload, document: Document, earlier: tuple[Document, ...]) -> bool:
    st.session_state["attempts"] = st.session_state.get("attempts", 0) + 1
    try:
        take_in(words, upload.spool, document, earlier, replaces=upload.import_id)
    except Refusal as refusal:
        st.session_state["change_problem"] = refusal.sentence
        return False
    return True


def _restore_remembered(upload: Upload, before: Document) -> None:
    """What is remembered for these tables is again what was before the change."""
    if before.get("remembered") == upload.document.get("remembered"):
        return
    workspace, known = own_workspace(), {key_of(table.headers) for table in upload.reading.files}
    for headers in known:
        workspace.forget(headers)
    kept = [Remembered.of(meaning) for meaning in entries(before, "remembered")]
    workspace.remember([meaning for meaning in kept if meaning.headers in known])
