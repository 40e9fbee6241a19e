"""How many customers have taken one turn of the ladder's spiral, two, three, four or more."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, TEXT, layers, short_numbers, themed
from retention.locale import Words

COLUMNS = ("label", "place", "customers", "customers_text", "share_text")

HEIGHT = 260


def turn_counts(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per number of turns in the order of `place`, its customers above it."""
    turns = alt.X("label:N").sort(field="place", op="min").title(words("Turns taken so far"))
    turns = turns.axis(labelAngle=0, grid=False, labelLimit=90, ticks=False)
    customers = (
        alt.Y("customers:Q")
        .title(words("Customers"))
        .axis(labelExpr=short_numbers(words), tickCount=5, tickMinStep=1)
        .scale(zero=True, range=[alt.expr("height"), 2 * LINE])
    )
    tooltip = [
        alt.Tooltip("label:N").title("title"),
        alt.Tooltip("customers_text:N").title(words("Customers")),
        alt.Tooltip("share_text:N").title(words("Share of all customers")),
    ]
    column = alt.Chart().encode(turns, customers)
    return themed(
        layers(
            column.mark_bar(color=BLUE).encode(tooltip=tooltip),
            column.mark_text(dy=-LINE - 2, baseline="bottom", fontSize=TEXT, fontWeight="bold").encode(text="customers_text:N"),
            column.mark_text(dy=-4, baseline="bottom").encode(text="share_text:N"),
        ),
        words,
        HEIGHT,
    )
