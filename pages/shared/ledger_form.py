"""The small form for spend that no file has: added, changed and removed by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import streamlit as st

from retention.answers.ledger import Ledger
from retention.ingest.values.dates import DAYS_AHEAD, EARLIEST
from retention.sentence import N_, Refusal
from retention.warehouse import find_workspace
from retention.warehouse.spend_ledger import PURPOSES, TypedSpend
from shared.language import PageWords, md
from shared.ledger_frames import PURPOSE_LABELS, channel_name
from shared.question import Asked

NEW = ""  # the line that is not kept yet
PURPOSE_HELP = N_(
    "Winning: for people who have never bought. Keeping: for those who have. Both: what cannot be told apart, with your estimate of the"
    " share."
)


def type_in_form(words: PageWords, asked: Asked, found: Ledger) -> None:
    """One line at a time: a new one, or one typed in before."""
    st.subheader(words("Spend typed in by hand"))
    if asked.is_sample:
        st.caption(words("Nothing can be kept in a sample shop."))
        return
    lines = {line.line_id: line for line in found.typed}
    # a new version of the data empties the fields: what stood in them is a line by then
    made = f"{asked.workspace}_{asked.data_version}"
    with st.container(border=True):
        line_id = _which(words, found, lines, made)
        line = _fields(words, found, lines.get(line_id), f"{made}_{line_id}")
        _buttons(words, asked, line)


def _which(words: PageWords, found: Ledger, lines: dict[str, TypedSpend], made: str) -> str:
    if not lines:
        return NEW
    labels = {NEW: words("A new line")} | {line_id: _line_name(words, found, line) for line_id, line in lines.items()}
    return st.selectbox(words("Line"), list(labels), format_func=labels.__getitem__, key=f"typed_line_{made}")


def _fields(words: PageWords, found: Ledger, line: TypedSpend | None, key: str) -> TypedSpend:
    """What stands in the fields, as a line."""
    days = {
        "format": "YYYY-MM-DD" if words.language == "en" else "DD.MM.YYYY",
        "min_value": EARLIEST,
        "max_value": date.today() + timedelta(days=DAYS_AHEAD),
    }
    names = [channel.name for channel in found.channels if channel.name]
    if line and line.channel and line.channel not in names:
        names.insert(0, line.channel)
    with st.grid(min_column_width=220):
        first = st.date_input(words("From"), line.first_day if line else found.as_of.replace(day=1), key=f"typed_from_{key}", **days)
        last = st.date_input(words("To"), line.last_day if line else found.as_of, key=f"typed_to_{key}", **days)
        channel = st.selectbox(
            words("Channel"),
            names,
            index=names.index(line.channel) if line and line.channel else None,
            placeholder=words("Choose or type in"),
            accept_new_options=True,
            key=f"typed_channel_{key}",
            help=words("Where the money went: “Printing”, “Newsletter”. The same name as in your files joins the same channel."),
        )
        amount = st.number_input(
            words("Amount, {currency}", currency=words.currency(found.currency) or words("in your currency")),
            min_value=0.0,
            value=float(line.amount) if line else None,
            step=1.0,
            key=f"typed_amount_{key}",
        )
        purpose = st.selectbox(
            words("What it is for"),
            PURPOSES,
            index=PURPOSES.index(line.purpose) if line else 0,
            format_func=lambda code: words(PURPOSE_LABELS[code]),
            key=f"typed_purpose_{key}",
            help=words(PURPOSE_HELP),
        )
        share = 50 if line is None or line.purpose != "shared" else round(line.acquisition_share * 100)
        if purpose == "shared":
            share = st.slider(words("Of it counts as winning, %"), 0, 100, share, step=5, key=f"typed_share_{key}")
    return TypedSpend(first, last, channel, Decimal(str(amount or 0)), purpose, Decimal(share) / 100, line.line_id if line else NEW)


def _buttons(words: PageWords, asked: Asked, line: TypedSpend) -> None:
    spend = find_workspace(asked.workspace).spend
    with st.container(horizontal=True):
        is_new = line.line_id == NEW
        is_kept = st.button(words("Add this line") if is_new else words("Keep the changes"), type="primary", key="typed_keep")
        is_removed = not is_new and st.button(words("Remove this line"), key="typed_remove", icon="🗑️")
    try:
        if is_removed:
            spend.remove(line.line_id)
        elif is_kept and is_new:
            spend.add(line)
        elif is_kept:
            spend.change(line)
    except Refusal as refusal:
        st.error(words.say(refusal.sentence, md), icon="🚫")
        return
    if is_removed or is_kept:
        st.rerun()


def _line_name(words: PageWords, found: Ledger, line: TypedSpend) -> str:
    """How a line is called in the list of lines, where no Markdown is read."""
    plain = words.plain
    first, last = plain.date(line.first_day), plain.date(line.last_day)
    return f"{first} – {last}: {channel_name(plain, line.channel)}, {plain.money(line.amount, found.currency)}"
