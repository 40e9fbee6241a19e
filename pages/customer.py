"""Who is this customer: what they did, where they stand, and what is to be expected of them?"""

from __future__ import annotations

import streamlit as st

from shared.cache import card_of
from shared.customer_view import choose_customer, connections, outlook_cards, story
from shared.language import current_words
from shared.marks import mark_switch
from shared.question import current_question

words, asked = current_words(), current_question()
customer_id = choose_customer(words, asked)
if customer_id is not None:
    with st.spinner(words("Looking the customer up…"), show_time=True):
        card = card_of(*asked.key, customer_id)
    story(words, card)
    mark_switch(words, asked, customer_id, card.tags)
    outlook_cards(words, card)
    connections(words, card)
