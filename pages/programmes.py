"""Would this programme pay on these customers?"""

from __future__ import annotations

from shared.language import current_words
from shared.programme_shop import shop_in_question
from shared.programme_views import choose_view
from shared.question import current_question
from shared.refusals import refusals_said
from shared.typed_business import typed_shop
from shared.typed_figures import is_typed

words, asked = current_words(), current_question()
typed = is_typed(words)
view = choose_view(words, typed)
with refusals_said(words):
    shop = typed_shop(words) if typed else shop_in_question(words, asked)
    if shop is not None:
        view.show(words, asked, shop)
