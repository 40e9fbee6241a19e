"""The columns of a table, each with a few of its values and what it means: the used ones first, the others behind them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from retention.ingest.fields import FIELDS
from retention.ingest.reading import Understood
from retention.ingest.roles import fields_of
from shared.language import PageWords, md

NOT_USED = ""
SAMPLES = 3


def columns_form(words: PageWords, table: Understood, key: str) -> dict[str, str]:
    """Header -> field, as the person wants them; headers that are not used are not named."""
    used = [header for header in table.headers if header in table.columns]
    unused = [header for header in table.headers if header not in table.columns]
    chosen = _grid(words, table, used, key)
    if not unused:
        return chosen
    with st.expander(words.plural("{count} column that is not used", "{count} columns that are not used", len(unused)), expanded=not used):
        return chosen | _grid(words, table, unused, key)


def _grid(words: PageWords, table: Understood, headers: Sequence[str], key: str) -> dict[str, str]:
    chosen = {}
    with st.grid(min_column_width=230):
        for header in headers:
            field = _column(words, table, header, f"{key}_{table.headers.index(header)}")
            if field != NOT_USED:
                chosen[header] = field
    return chosen


def _column(words: PageWords, table: Understood, header: str, key: str) -> str:
    fields = dict.fromkeys([*fields_of(table.role), *FIELDS])  # what such a table can have comes first
    labels = {NOT_USED: words("not used"), **{field: words(FIELDS[field]) for field in fields}}
    samples = ", ".join(md(sample) for sample in table.samples.get(header, ())[:SAMPLES])
    with st.container(gap="xsmall"):
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
