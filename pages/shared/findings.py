"""What was noticed in the files, which rows were left out, and what the checks say."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.report.csv_table import csv_table
from retention.sentence import N_
from retention.warehouse.checks import Checked
from shared.doubts import asked_codes
from shared.language import PageWords, md
from shared.upload import Upload

HEADINGS = {
    "error": N_("This needs your attention:"),
    "warning": N_("Worth a look:"),
    "info": N_("Good to know:"),
}


def findings_list(words: PageWords, upload: Upload) -> None:
    """What was noticed, in one box for each weight, the heaviest first; without what a question or a repair says already."""
    for file in upload.already_loaded:
        st.info(words("{file} is already loaded, with the same content: nothing was added from it.", file=md(file)), icon="♻️")
    said_elsewhere = {repair.code for repair in upload.reading.repairs} | asked_codes(upload)
    for severity, heading in HEADINGS.items():
        found = [one for one in upload.reading.findings if one.severity == severity and one.code not in said_elsewhere]
        if not found:
            continue
        show = {"error": st.error, "warning": st.warning, "info": st.info}[severity]
        lines = "\n".join("- " + words.say(one.sentence, md) for one in found)
        show(words(heading) + "\n\n" + lines)


def refused_table(words: PageWords, upload: Upload) -> None:
    """The rows that were left out, with the reason, to look at and to take away."""
    if not upload.reading.refused_count:
        return
    st.subheader(words.plural("{count} row was left out", "{count} rows were left out", upload.reading.refused_count))
    headers = [words("File"), words("Sheet"), words("Row"), words("Reason")]
    rows = [(row.file, row.sheet or "", row.row, words.say(row.reason)) for row in upload.reading.refused]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True)
    st.download_button(
        words("Download the rows left out"), csv_table(headers, rows), "rows-left-out.csv", "text/csv", on_click="ignore", key="refused_csv"
    )


def checks_list(words: PageWords, checks: tuple[Checked, ...]) -> None:
    """Every equation the data must satisfy, with a tick or the number of rows that break it."""
    st.subheader(words("Checks"))
    for checked in checks:
        if not checked.rows:
            st.markdown(f"✅ {words(checked.check.holds)}")
            continue
        rows = words.plural("{count} case", "{count} cases", checked.rows)
        show = st.warning if checked.check.is_about_data else st.error
        show(f"{words(checked.check.broken)} ({rows})")
