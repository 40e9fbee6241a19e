"""Would this programme pay on these customers?"""

from __future__ import annotations

from shared.cache import base_of
from shared.language import current_words
from shared.programme_words import choose_margin, choose_programme, show_base, what_if
from shared.question import current_question

words, asked = current_words(), current_question()
shop = base_of(*asked.key)

show_base(words, shop)
programme = choose_programme(words)
margin_share = choose_margin(words, shop)
what_if(words, programme, shop, margin_share)
