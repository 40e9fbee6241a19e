"""The import doctor: what came in, what was understood, mended and left out, and can it be trusted?"""

from __future__ import annotations

from shared.cache import checks_of, totals_of
from shared.changes import way_back
from shared.doubts import questions
from shared.findings import checks_list, findings_list, refused_table
from shared.imports import imports_list
from shared.language import current_words
from shared.mapping import mapping_forms
from shared.question import current_question
from shared.remembered import remembered_list
from shared.repairs import repair_cards
from shared.shop import own_workspace
from shared.sums import sums
from shared.teaching import templates, what_is_needed
from shared.upload import drop_area, latest_upload

words, asked, mine = current_words(), current_question(), own_workspace()
drop_area(words)
if not mine.imports():
    what_is_needed(words)
upload = None if asked.is_sample else latest_upload()
if upload is not None:
    way_back(words, upload)
    questions(words, upload)
    mapping_forms(words, upload)
    repair_cards(words, upload)
sums(words, upload, totals_of(asked.workspace, asked.data_version))
if upload is not None:
    findings_list(words, upload)
    refused_table(words, upload)
checks_list(words, checks_of(*asked.key))
imports_list(words, mine)
remembered_list(words, mine)
templates(words)
