"""What is a customer worth: by the simple sum, and by what each has brought so far?"""

from __future__ import annotations

import streamlit as st

from retention.metrics import HISTORIC_LIFETIME_VALUE, REPEAT_RATE, REVENUE, SIMPLE_LIFETIME_VALUE
from shared.cache import value_of
from shared.cards import cards, show_chart
from shared.frames import histogram_frame, pareto_frame
from shared.language import current_words
from shared.question import current_question
from shared.value_words import choose_horizon, quantile_table, simple_sum

words, asked = current_words(), current_question()
found = value_of(*asked.key)

choose_horizon(words)
simple_sum(words, found)
cards(
    words,
    [
        (SIMPLE_LIFETIME_VALUE, found.simple),
        (HISTORIC_LIFETIME_VALUE, found.historic_mean),
        (REVENUE, found.historic_total),
        (REPEAT_RATE, found.repeat_rate),
    ],
    found.currency,
)
st.subheader(words("How the value is spread"))
show_chart(words, "value_histogram", histogram_frame(words, found), found.currency, words("Customers by what they have brought so far"))
quantile_table(words, found)
st.subheader(words("Who brings the money"))
show_chart(words, "value_pareto", pareto_frame(words, found), found.currency, words("Share of customers against share of value"))
