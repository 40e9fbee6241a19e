"""What was noticed in the files, which rows were left out, and what the checks say."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.ingest.reading import Totals
from retention.metrics.written import UNKNOWN
from retention.report.csv_table import csv_table
from retention.warehouse.checks import Checked
from shared.language import PageWords, md
from shared.upload import Upload


def totals_table(words: PageWords, totals: Totals) -> None:
    """The sums to check against one's own books."""
    money = totals.currency
    rows = {
        words("Order lines"): words.number(totals.order_lines),
        words("Orders"): UNKNOWN if totals.orders is None else words.number(totals.orders),
        words("Customers"): UNKNOWN if totals.customers is None else words.number(totals.customers),
        words("Sales"): UNKNOWN if totals.revenue is None else words.plain.money(totals.revenue, money, 2),
        words("First day"): UNKNOWN if totals.first_date is None else words.date(totals.first_date),
        words("Last day"): UNKNOWN if totals.last_date is None else words.date(totals.last_date),
        words("Spend"): UNKNOWN if totals.spend is None else words.plain.money(totals.spend, money, 2),
    }
    st.table(pd.DataFrame({words("In these data"): rows}))


def findings_list(words: PageWords, upload: Upload) -> None:
    """Each finding in one sentence; what needs a look first."""
    for file in upload.already_loaded:
        st.info(words("{file} is already loaded, with the same content: nothing was added from it.", file=md(file)), icon="♻️")
    order = ("error", "warning", "info")
    for found in sorted(upload.findings, key=lambda found: order.index(found.severity)):
        show = {"error": st.error, "warning": st.warning, "info": st.info}[found.severity]
        show(words.say(found.sentence, md))


def refused_table(words: PageWords, upload: Upload) -> None:
    """The rows that were left out, with the reason, to look at and to take away."""
    if not upload.refused_count:
        return
    st.subheader(words.plural("{count} row was left out", "{count} rows were left out", upload.refused_count))
    headers = [words("File"), words("Sheet"), words("Row"), words("Reason")]
    rows = [(row.file, row.sheet or "", row.row, words.say(row.reason)) for row in upload.refused]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True)
    st.download_button(
        words("Download the rows left out"), csv_table(headers, rows), "rows-left-out.csv", "text/csv", on_click="ignore", key="refused_csv"
    )


def checks_list(words: PageWords, checks: tuple[Checked, ...]) -> None:
    """Every equation the data must satisfy, with a tick or the number of rows that break it."""
    for checked in checks:
        if not checked.rows:
            st.markdown(f"✅ {words(checked.check.holds)}")
            continue
        rows = words.plural("{count} case", "{count} cases", checked.rows)
        show = st.warning if checked.check.is_about_data else st.error
        show(f"{words(checked.check.broken)} ({rows})")
