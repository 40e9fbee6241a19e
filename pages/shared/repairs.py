"""What could be mended in the files: each correction with what it does to the figures and a switch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import streamlit as st

from retention.ingest.reading import Repair
from shared.changes import change, widget_key
from shared.language import PageWords, md
from shared.sums import difference_in_words
from shared.upload import Upload


def repair_cards(words: PageWords, upload: Upload) -> None:
    """A card for each repair; its switch reads the files again."""
    repairs = upload.reading.repairs
    if not repairs:
        return
    st.subheader(words("Corrections, and what they change"))
    with st.grid(min_column_width=320):
        switched = {repair.code: _card(words, upload, repair) for repair in repairs}
    changed = {code: is_wanted for code, is_wanted in switched.items() if is_wanted is not None}
    if changed:
        said = cast("Mapping[str, bool]", upload.document.get("repairs", {}))
        change(words, upload, {**upload.document, "repairs": {**said, **changed}})


def _card(words: PageWords, upload: Upload, repair: Repair) -> bool | None:
    """What the person switched it to; None where the switch stands as it stood."""
    with st.container(border=True, height="stretch"):
        is_wanted = st.toggle(
            words("Do this"),
            value=repair.is_on,
            key=f"repair_{widget_key(upload)}_{repair.code}",
        )
        st.markdown(words.say(repair.sentence, md))
        difference = difference_in_words(words, repair.without, repair.with_it)
        has_unknown_sales = repair.with_it.revenue is None and len(upload.reading.currencies) > 1
        if difference and repair.is_on:
            st.markdown(words("It changes: **{difference}**", difference=difference))
        elif difference:
            st.markdown(words("It would change: **{difference}**", difference=difference))
        elif not has_unknown_sales:
            st.markdown(words("The sums stay the same."))
        if has_unknown_sales:
            st.markdown(words("What it does to the sales can be said once the rates are known."))
        st.caption(words.plural("{count} row", "{count} rows", repair.rows))
    return None if is_wanted == repair.is_on else is_wanted
