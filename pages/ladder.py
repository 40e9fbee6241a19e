"""Who stands on which rung of the loyalty ladder, and how many climb?"""

from __future__ import annotations

import streamlit as st

from retention.metrics import AT_RISK_CUSTOMERS, CUSTOMERS, REVENUE
from shared.cache import ladder_of
from shared.cards import cards, show_chart
from shared.frames import staircase_frame
from shared.language import current_words
from shared.question import current_question
from shared.rung_cards import rung_cards
from shared.thresholds import choose_contacts, choose_thresholds

words, asked = current_words(), current_question()
found = ladder_of(*asked.key)

st.caption(words("Everybody who has bought by {day}, each on exactly one rung.", day=found.as_of))
revenue = sum(rung.revenue for rung in found.rungs if rung.revenue is not None)
at_risk = sum(rung.at_risk for rung in found.rungs if rung.at_risk is not None)
cards(words, [(CUSTOMERS, found.customers), (REVENUE, revenue), (AT_RISK_CUSTOMERS, at_risk)], found.currency)
show_chart(words, "ladder_staircase", staircase_frame(words, found), found.currency, words("The loyalty ladder as a staircase"))
st.caption(words("The arrow between two steps shows which share of the people below have ever reached the step above."))
rung_cards(words, found)
choose_thresholds(words, found)
choose_contacts(words, found)
