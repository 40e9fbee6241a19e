"""What each table was taken for and why, what each of its columns means, and the form to say it better."""

from __future__ import annotations

from typing import Any

import streamlit as st

from retention.answers.mappings import entry_of, with_entry
from retention.ingest.fields import ROLE_LABELS
from retention.ingest.reading import Understood
from retention.ingest.roles import fields_of
from retention.sentence import N_
from shared.changes import confirm
from shared.columns import columns_form
from shared.formats import formats_form
from shared.kinds import role_in_words
from shared.language import PageWords, md
from shared.upload import Upload

DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("vertical bar"), " ": N_("spaces")}
OPEN_UP_TO = 2  # tables: more of them would hide each other


def mapping_forms(words: PageWords, upload: Upload) -> None:
    """A card for each table of the drop in one form; its button reads the files again with what it says, and remembers it."""
    files, document = upload.reading.files, upload.document
    st.subheader(words("What your files were taken for"))
    with st.form("mapping", border=False):
        for place, table in enumerate(files):
            with st.container(border=True):
                _taken_for(words, table)
                with st.expander(words("What its columns mean"), expanded=len(files) <= OPEN_UP_TO, key=f"meant_{table.sha256}_{place}"):
                    said = _said(words, table, f"{upload.key}_{place}")
                if said:
                    document = with_entry(document, _entry(entry_of(document, table), said))
        st.caption(words("What you confirm here is remembered for the next files with the same headers."))
        is_sent = st.form_submit_button(words("Read again with these meanings"), type="primary")
    if is_sent:
        confirm(words, upload, document)


def _taken_for(words: PageWords, table: Understood) -> None:
    name = md(table.file) if table.sheet is None else f"{md(table.file)} · {md(table.sheet)}"
    role, rows = role_in_words(words, table.role), words.plural("{count} row", "{count} rows", table.rows)
    if table.export:
        st.markdown(words("**{file}**: {role}, {rows}, an export of {system}", file=name, role=role, rows=rows, system=md(table.export)))
    else:
        st.markdown(words("**{file}**: {role}, {rows}", file=name, role=role, rows=rows))
    if table.reasons:
        st.markdown("\n".join("- " + words.say(reason, md) for reason in table.reasons))
    if table.encoding and table.delimiter:
        between = words(DELIMITERS[table.delimiter]) if table.delimiter in DELIMITERS else md(table.delimiter)
        st.caption(words("Encoding {encoding}, columns separated by: {delimiter}", encoding=md(table.encoding), delimiter=between))


def _said(words: PageWords, table: Understood, key: str) -> dict[str, Any]:
    """What the form says of this table that differs from what it was taken for."""
    said: dict[str, Any] = {}
    with st.container(horizontal=True):
        role = st.selectbox(
            words("Kind of table"),
            list(ROLE_LABELS),
            index=list(ROLE_LABELS).index(table.role),
            format_func=lambda code: words(ROLE_LABELS[code]),
            key=f"role_{key}",
            width=240,
        )
        header_row = st.number_input(
            words("Row of the headers"),
            min_value=0,
            value=0 if table.header_row is None else table.header_row + 1,
            help=words("0 where there are no headers"),
            key=f"header_{key}",
            width=160,
        )
        formats = formats_form(words, table, key)
    columns = columns_form(words, table, key)
    if role != table.role:
        said["role"] = role
    if header_row != (0 if table.header_row is None else table.header_row + 1):
        said["header_row"] = header_row - 1 if header_row else None
    if other := {name: way for name, way in formats.items() if way != table.formats[name]}:
        said["formats"] = other
    if columns != dict(table.columns):
        said["columns"] = columns
    return said


def _entry(before: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The table's entry in the mapping: another kind of table or other headers are guessed anew unless its columns are said as well."""
    if "role" in said or "header_row" in said:
        before.pop("columns", None)
    entry = {**before, **said}
    if "formats" in said:
        entry["formats"] = {**before.get("formats", {}), **said["formats"]}
    columns, role = said.get("columns"), said.get("role")
    if columns and role:
        entry["columns"] = {header: field for header, field in columns.items() if field in fields_of(role)}
    return entry
