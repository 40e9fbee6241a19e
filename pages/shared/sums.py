"""The sums to check against one's own books, side by side, and what differs between two of them in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.ingest.reading import Totals
from retention.locale import Words
from retention.metrics.written import UNKNOWN
from shared.language import PageWords
from shared.shop import own_workspace
from shared.upload import Upload


def totals_table(words: PageWords, columns: dict[str, Totals]) -> None:
    """The sums under the title of each column; a figure that none of them has is left out."""
    written = pd.DataFrame({title: dict(_figures(words.plain, totals)) for title, totals in columns.items()})
    st.table(written[(written != UNKNOWN).any(axis="columns")])


def sums(words: PageWords, upload: Upload | None, stored: Totals) -> None:
    """The sums of the latest drop, beside those without any repair where they differ, and of everything loaded where that is more."""
    st.subheader(words("The sums"))
    everything = {words("In these data"): stored}
    if upload is None:
        totals_table(words, everything)
        return
    reading, columns = upload.reading, {}
    if reading.untouched is not None and reading.untouched != reading.totals:
        columns[words("As it stands in the files")] = reading.untouched
    totals_table(words, {**columns, words("As it is counted now"): reading.totals})
    if any(entry.import_id != upload.import_id for entry in own_workspace().imports()):
        st.markdown(words("Together with what was loaded before:"))
        totals_table(words, everything)


def difference_in_words(words: PageWords, before: Totals, after: Totals) -> str:
    """The figures that differ, as "customers 212 → 198, repeat rate 22% → 31%"; empty where none does."""
    pairs = zip(_figures(words, before), _figures(words, after), strict=True)
    return ", ".join(
        words("{figure} {before} → {after}", figure=name.lower(), before=old, after=new) for (name, old), (_, new) in pairs if old != new
    )


def _figures(words: Words, totals: Totals) -> list[tuple[str, str]]:
    """Each figure with its name, as people write it."""
    money, repeat_rate = totals.currency, None
    if totals.customers and totals.returning_customers is not None:
        repeat_rate = totals.returning_customers / totals.customers
    return [
        (words("Order lines"), words.number(totals.order_lines)),
        (words("Orders"), UNKNOWN if totals.orders is None else words.number(totals.orders)),
        (words("Customers"), UNKNOWN if totals.customers is None else words.number(totals.customers)),
        (words("Sales"), UNKNOWN if totals.revenue is None else words.money(totals.revenue, money, 2)),
        (words("First day"), UNKNOWN if totals.first_date is None else words.date(totals.first_date)),
        (words("Last day"), UNKNOWN if totals.last_date is None else words.date(totals.last_date)),
        (words("Spend"), UNKNOWN if totals.spend is None else words.money(totals.spend, money, 2)),
        (words("Repeat rate"), UNKNOWN if repeat_rate is None else words.percent(repeat_rate)),
    ]
