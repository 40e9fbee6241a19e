"""How many people stood on each rung at the end of each month."""

from __future__ import annotations

import altair as alt

from retention.charts.moves_by_month import up_and_down
from retention.charts.theme import BLUE, GREY
from retention.locale import Words

COLUMNS = ("month", "kind", "place", "people", "tooltip_text", "is_complete", "label")


def rung_stocks(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per month (`month` is its first day): the active above zero in the order of `place`, the lapsed (`people` < 0) below.

    A month that is not complete is paler, and its `label` says so on top.
    """
    labels = {
        "advocate": words("Advocate"),
        "regular": words("Regular"),
        "first_purchase": words("First purchase"),
        "lapsed": words("Lapsed"),
    }
    return up_and_down(words, "people", words("People at the month's end"), labels, [BLUE, f"{BLUE}a6", f"{BLUE}66", GREY])
