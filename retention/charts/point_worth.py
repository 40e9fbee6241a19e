"""What one point more or less is worth: of customers kept, of margin, of cost."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, INK, ORANGE, TEXT, heading, layers, themed
from retention.locale import Words

COLUMNS = ("label", "place", "amount", "amount_text")

HEIGHT = alt.Step(52)


def point_worth(words: Words, currency: str | None) -> alt.LayerChart:
    """One bar per change in the order of `place`, its words above it: gains to the right in blue, losses to the left in orange.

    There is no axis: each bar carries its own amount with its currency, and all begin at nothing. A label may be as long as a line.
    """
    row = alt.Y("place:O").axis(None)
    amount = alt.X("amount:Q").scale(zero=True, nice=False, range=[2, alt.expr(f"width - {FIGURES}")]).axis(None)
    colour = alt.when("datum.amount >= 0").then(alt.value(BLUE)).otherwise(alt.value(ORANGE))
    tooltip = [heading("label"), alt.Tooltip("amount_text:N").title(words("Worth"))]
    text = alt.Chart().encode(row)
    return themed(
        layers(
            alt.Chart().mark_bar(height=16, cornerRadiusEnd=3, yOffset=10).encode(row, amount, color=colour, tooltip=tooltip),
            alt.Chart().mark_tick(orient="vertical", size=24, thickness=1.5, color=INK, yOffset=10).encode(row, alt.XDatum(0)),
            text.mark_text(align="left", dy=-11, fontSize=TEXT, limit=alt.expr("width")).encode(x=alt.value(0), text="label:N"),
            text.mark_text(align="right", dy=10, fontSize=TEXT, fontWeight="bold").encode(x=alt.value("width"), text="amount_text:N"),
        ),
        words,
        HEIGHT,
    )
