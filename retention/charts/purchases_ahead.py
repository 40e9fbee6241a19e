"""How likely a customer is to buy not at all, once, twice or more often in the time ahead."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, TEXT, heading, layers, themed
from retention.locale import Words

COLUMNS = ("purchases_label", "place", "chance", "chance_text")

HEIGHT = 220


def purchases_ahead(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per number of purchases in the order of `place`, its chance (0 to 1) in words above it; `place` 0 is no purchase, grey.

    There is no upright axis: each column carries its own figure.
    """
    number = alt.X("purchases_label:N").sort(field="place", op="min")
    number = number.title(words("Purchases ahead")).axis(labelAngle=0, labelFontSize=TEXT, grid=False, ticks=False)
    chance = alt.Y("chance:Q").scale(zero=True, nice=False, range=[alt.expr("height"), 22]).axis(None)
    colour = alt.when("datum.place == 0").then(alt.value(GREY)).otherwise(alt.value(BLUE))
    tooltip = [heading("purchases_label"), alt.Tooltip("chance_text:N").title(words("Chance"))]
    return themed(
        layers(
            alt.Chart().mark_bar(cornerRadiusEnd=3, width=alt.RelativeBandSize(0.6)).encode(number, chance, color=colour, tooltip=tooltip),
            alt.Chart().mark_text(dy=-10, fontSize=TEXT, fontWeight="bold").encode(number, chance, text="chance_text:N"),
        ),
        words,
        HEIGHT,
    )
