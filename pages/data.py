"""What came in, what was understood, what was left out, and can it be trusted?"""

from __future__ import annotations

import streamlit as st

from shared.cache import checks_of, totals_of
from shared.findings import checks_list, findings_list, refused_table, totals_table
from shared.imports import imports_list
from shared.language import current_words, md
from shared.mapping import mapping_forms
from shared.question import current_question
from shared.shop import own_workspace
from shared.upload import drop_area, latest_upload

words, asked = current_words(), current_question()
drop_area(words)
upload = latest_upload()
if problem := st.session_state.pop("mapping_problem", None):
    st.error(words.say(problem, md), icon="🚫")
if upload is not None and not asked.is_sample:
    findings_list(words, upload)
    refused_table(words, upload)
    mapping_forms(words, upload)
st.subheader(words("The sums"))
totals_table(words, totals_of(asked.workspace, asked.data_version))
st.subheader(words("Checks"))
checks_list(words, checks_of(*asked.key))
st.subheader(words("Imports"))
imports_list(words, own_workspace())
