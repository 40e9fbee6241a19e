"""What one more purchase tells: the chance to come again after the first, the second, the third … purchase."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, layers, themed, told_lines
from retention.locale import Words

COLUMNS = ("kind", "purchases", "chance", "low", "high", "label", "tooltip_text")

HEIGHT = 300


def chance_by_purchases(words: Words, currency: str | None) -> alt.LayerChart:
    """A dot per "chance" row with a line over its interval, from `low` to `high` (shares, 0 to 1); the "limit" row is an upright line.

    The line of the limit, with its `label` on top, says from which number of purchases on a customer is a regular.
    """
    purchases = alt.X("purchases:Q").scale(nice=False, padding=24).title(words("Days with a purchase so far"))
    purchases = purchases.axis(grid=False, tickMinStep=1, labelExpr="datum.value >= 1 ? format(datum.value, 'd') : ''")
    axis = alt.Axis(format=".0%", tickCount=5)

    def up_to(field: str) -> alt.Y:
        scale = alt.Scale(zero=False, range=[alt.expr("height"), LINE + 6])
        return alt.Y(f"{field}:Q").title(words("Chance to come again")).scale(scale).axis(axis)

    chance = alt.Chart().transform_filter("datum.kind == 'chance'").encode(purchases)
    limit = alt.Chart().transform_filter("datum.kind == 'limit'")
    return themed(
        layers(
            *told_lines(limit, purchases, "purchases", "label"),
            chance.mark_rule(strokeWidth=4, strokeCap="round", color=BLUE, opacity=0.45).encode(up_to("low"), alt.Y2("high")),
            chance.mark_point(filled=True, opacity=1, size=120, color=BLUE).encode(up_to("chance"), tooltip="tooltip_text:N"),
        ),
        words,
        HEIGHT,
    )
