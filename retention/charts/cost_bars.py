"""What one new customer costs and what one kept customer costs, side by side."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, ORANGE, layers, row_words, themed
from retention.locale import Words

COLUMNS = ("label", "amount", "amount_text", "kind")

HEIGHT = 130


def cost_bars(words: Words, currency: str | None) -> alt.LayerChart:
    """One bar per row from the top in the frame's order, its label and amount above it; `kind` is "acquisition" or "retention".

    There is no axis: each bar carries its own amount with its currency, and all begin at nothing.
    """
    row = alt.Y("row:O").axis(None)
    colour = alt.when("datum.kind == 'acquisition'").then(alt.value(ORANGE)).otherwise(alt.value(BLUE))
    return themed(
        layers(
            alt.Chart()
            .mark_bar(height=16, cornerRadiusEnd=3, yOffset=10)
            .encode(row, alt.X("amount:Q").scale(zero=True, nice=False).axis(None), color=colour),
            *row_words(row, "label", "amount_text", above=11),
        ).transform_window(row="row_number()"),
        words,
        HEIGHT,
    )
