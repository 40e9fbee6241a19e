"""What does a new customer cost, what does a kept one cost, and is it really 10 : 1?"""

from __future__ import annotations

import streamlit as st

from retention.metrics import (
    ACQUIRED_CUSTOMERS,
    ACQUISITION_COST,
    ACQUISITION_SPEND,
    COST_RATIO,
    KEPT_CUSTOMERS,
    RETENTION_COST,
    RETENTION_SPEND,
)
from shared.cache import costs_of
from shared.cards import cards, show_chart
from shared.cost_words import choose_spend, ratio_words
from shared.frames import cost_bars_frame, cost_ratio_frame, customers_by_month_frame
from shared.language import current_words, md
from shared.question import current_question

words, asked = current_words(), current_question()
found = costs_of(*asked.key)

st.caption(words("From {first} to {last}.", first=found.window_first_day, last=found.as_of))
for reason in found.missing:
    st.warning(words.say(reason, md))
choose_spend(words, found)
cards(words, [(ACQUISITION_COST, found.cac), (RETENTION_COST, found.crc), (COST_RATIO, found.ratio)], found.currency)
ratio_words(words, found)
show_chart(words, "cost_ratio", cost_ratio_frame(words, found), found.currency, words("Your ratio beside the claims"))
show_chart(words, "cost_bars", cost_bars_frame(words, found), found.currency, words("The cost of one new and one kept customer"))
cards(words, [(ACQUIRED_CUSTOMERS, found.acquired), (KEPT_CUSTOMERS, found.kept)])
cards(words, [(ACQUISITION_SPEND, found.acquisition_spend), (RETENTION_SPEND, found.retention_spend)], found.currency)
st.subheader(words("New and kept customers by month"))
show_chart(words, "customers_by_month", customers_by_month_frame(found), found.currency, words("New and kept customers by month"))
