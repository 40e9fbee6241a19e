"""Questions that nothing in the files settles: how a date or a number is to be read, and what a currency is worth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import cast

import streamlit as st

from retention.answers.mappings import entry_of, with_entry
from retention.ingest.reading import Doubt
from shared.changes import change, widget_key
from shared.language import PageWords, md
from shared.upload import Upload

# what the findings call the same thing: a question that is asked is not said a second time
CODES = {"date": "ambiguous_dates", "decimal": "ambiguous_numbers"}
RATES_CODE = "several_currencies"


def questions(words: PageWords, upload: Upload) -> None:
    """A card for each question; the answer reads the files again."""
    asked = upload.reading.doubts
    if not asked and not _needs_rates(upload):
        return
    st.subheader(words("Questions about your files"))
    for place, doubt in enumerate(asked):
        _question(words, upload, doubt, f"doubt_{widget_key(upload)}_{place}")
    if _needs_rates(upload):
        _rates(words, upload)


def asked_codes(upload: Upload) -> set[str]:
    """The findings that a question takes the place of."""
    return {CODES[doubt.format] for doubt in upload.reading.doubts} | ({RATES_CODE} if _needs_rates(upload) else set())


def _question(words: PageWords, upload: Upload, doubt: Doubt, key: str) -> None:
    readings = dict(doubt.readings)
    with st.container(border=True):
        first, *others = [meaning_in_words(words, doubt, written) for written in readings.values()]
        st.markdown(
            "**"
            + words("Does {example} mean {first} or {second}?", example=md(doubt.example), first=first, second=", ".join(others))
            + "**"
        )
        answer = st.radio(
            words("Does {example} mean {first} or {second}?", example=md(doubt.example), first=first, second=", ".join(others)),
            list(readings),
            index=None,
            format_func=lambda pattern: meaning_in_words(words, doubt, readings[pattern]),
            key=key,
            horizontal=True,
            label_visibility="collapsed",
        )
        where = md(doubt.file) if doubt.sheet is None else f"{md(doubt.file)} · {md(doubt.sheet)}"
        st.caption(words("Column {column} of {file}: read as {first} until you answer.", column=md(doubt.column), file=where, first=first))
        if answer is not None:
            table = next(one for one in upload.reading.files if (one.file, one.sheet) == (doubt.file, doubt.sheet))
            entry = entry_of(upload.document, table)
            formats = {**cast("Mapping[str, str]", entry.get("formats", {})), doubt.format: answer}
            change(words, upload, with_entry(upload.document, {**entry, "formats": formats}))


def meaning_in_words(words: PageWords, doubt: Doubt, written: str) -> str:
    """One of the readings as this language writes a date or a number."""
    if doubt.format == "date":
        return words.date(date.fromisoformat(written))
    number = Decimal(written)
    return words.number(number, max(0, -cast("int", number.as_tuple().exponent)))


def _needs_rates(upload: Upload) -> bool:
    """Whether the amounts are in several currencies; once rates are given, they can still be changed."""
    is_asked = any(found.code == RATES_CODE for found in upload.reading.findings)
    return len(upload.reading.currencies) > 1 and (is_asked or "rates" in upload.document)


def _rates(words: PageWords, upload: Upload) -> None:
    """What one of each other currency is worth, in the currency to report in."""
    currencies = upload.reading.currencies
    known = cast("Mapping[str, str]", upload.document.get("rates", {}))
    with st.container(border=True):
        st.markdown("**" + words("The amounts are in several currencies: what is each worth?") + "**")
        for found in upload.reading.findings:
            if found.code == RATES_CODE:
                st.markdown(words.say(found.sentence, md))
        reported = st.selectbox(
            words("Show everything in"),
            currencies,
            index=currencies.index(upload.document["currency"]) if upload.document.get("currency") in currencies else 0,
            key=f"currency_{widget_key(upload)}",
            width=240,
        )
        with st.form(f"rates_{widget_key(upload)}_{reported}", border=False):
            with st.grid(min_column_width=200):
                typed = {
                    code: st.number_input(
                        words("One {currency} in {reported}", currency=md(code), reported=md(reported)),
                        min_value=0.0,
                        value=float(known[code]) if code in known and reported == upload.document.get("currency") else None,
                        step=0.01,
                        format="%.4f",
                        placeholder=words("for example 17.85"),
                        key=f"rate_{widget_key(upload)}_{reported}_{place}",
                    )
                    for place, code in enumerate(currencies)
                    if code != reported
                }
            is_sent = st.form_submit_button(words("Convert at these rates"))
    if is_sent:
        rates = {code: f"{Decimal(str(rate)):f}" for code, rate in typed.items() if rate}
        change(words, upload, {**upload.document, "rates": rates, "currency": reported})
