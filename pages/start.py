"""Drop a file; five answers come out."""

from __future__ import annotations

import streamlit as st

from shared.findings import findings_list
from shared.five_answers import five_answers
from shared.language import current_words
from shared.question import current_question
from shared.upload import drop_area, latest_upload

words, asked = current_words(), current_question()
st.markdown(words("Keep customers or chase new ones? Drop your sales here and see what your own figures say. Nothing leaves this machine."))
drop_area(words)
upload = latest_upload()
if upload is not None and not asked.is_sample:
    with st.expander(words("What was noticed in your files"), expanded=True):
        findings_list(words, upload)
        st.page_link("data.py", label=words("Look at the columns, the rows left out and the checks"), icon="📄")
five_answers(words, asked)
