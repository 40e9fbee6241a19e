"""What each column was taken for, and the form to say it better."""

from __future__ import annotations

from datetime import date

import streamlit as st

from retention.ingest.fields import FIELDS, ROLE_LABELS
from retention.ingest.reading import Understood
from retention.sentence import Refusal
from shared.language import PageWords, md
from shared.upload import Upload, take_in

NOT_USED = ""
EXAMPLE = date(2026, 12, 31)
DAY_AND_MONTH_CHANGED = str.maketrans("dm", "md")


def mapping_forms(words: PageWords, upload: Upload) -> None:
    """One form for all tables of the drop; its button reads the files again with what it says."""
    st.subheader(words("What the columns were taken for"))
    with st.form("mapping", border=False):
        chosen = [_table_form(words, place, table) for place, table in enumerate(upload.files)]
        if not st.form_submit_button(words("Read again with these meanings")):
            return
    try:
        take_in(words, upload.spool, {"files": chosen}, replaces=upload.import_id)
    except Refusal as refusal:
        st.session_state["mapping_problem"] = refusal.sentence
    st.rerun()


def _table_form(words: PageWords, place: int, table: Understood) -> dict[str, object]:
    name = md(table.file) if table.sheet is None else f"{md(table.file)} · {md(table.sheet)}"
    with st.expander(name, expanded=place == 0):
        role = st.selectbox(
            words("Kind of table"),
            list(ROLE_LABELS),
            index=list(ROLE_LABELS).index(table.role),
            format_func=lambda code: words(ROLE_LABELS[code]),
            key=f"role_{table.sha256}_{place}",
        )
        formats = _formats_form(words, table, f"{table.sha256}_{place}")
        columns: dict[str, str] = {}
        with st.grid(min_column_width=230):
            for number, header in enumerate(table.headers):
                field = _column_form(words, table, header, f"{table.sha256}_{place}_{number}")
                if field != NOT_USED:
                    columns[header] = field
    return {
        "file": table.file,
        "sheet": table.sheet,
        "role": role,
        "header_row": table.header_row,
        "columns": columns,
        "formats": formats,
    }


def _formats_form(words: PageWords, table: Understood, key: str) -> dict[str, str]:
    """How days and amounts are written: the reading that was chosen first, the other one below it."""
    formats = dict(table.formats)
    with st.container(horizontal=True):
        if pattern := formats.get("date"):
            readings = list(dict.fromkeys([pattern, pattern.translate(DAY_AND_MONTH_CHANGED)]))
            formats["date"] = st.selectbox(
                words("How days are written"), readings, format_func=lambda one: EXAMPLE.strftime(one), key=f"date_{key}"
            )
        if mark := formats.get("decimal"):
            marks = [mark, "," if mark == "." else "."]
            formats["decimal"] = st.selectbox(
                words("How amounts are written"), marks, format_func=lambda one: f"12{one}50", key=f"decimal_{key}"
            )
    return formats


def _column_form(words: PageWords, table: Understood, header: str, key: str) -> str:
    labels = {NOT_USED: words("not used"), **{field: words(label) for field, label in FIELDS.items()}}
    samples = ", ".join(md(sample) for sample in table.samples.get(header, ())[:3])
    with st.container(border=True):
        taken = table.columns.get(header, NOT_USED)
        field = st.selectbox(
            md(header) or words("(no name)"),
            list(labels),
            index=list(labels).index(taken) if taken in labels else 0,
            format_func=labels.__getitem__,
            key=f"meaning_{key}",
        )
        st.caption(samples or words("(empty)"))
    return field
