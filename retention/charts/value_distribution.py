"""Which share of the customers is worth at most so much: by the simple sum, by what they brought, by what is expected of them."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, layers, said, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("value", "share", "kind", "tooltip_text")

HEIGHT = 300


def value_distribution(words: Words, currency: str | None) -> alt.LayerChart:
    """One rising staircase per kind of value ("simple", "historic", "predicted"): at `value`, the share of customers worth that or less.

    Shares run from 0 to 1. A curve further to the right is worth more; where two curves part tells who the difference is about.
    """
    labels = {"simple": words("Simple sum"), "historic": words("Brought so far"), "predicted": words("Expected")}
    dashes = [[2, 3], [1, 0], [7, 3]]
    names = alt.Legend(labelExpr=said("datum.value", labels), symbolType="stroke", symbolSize=500, symbolStrokeWidth=2.5)
    curve = alt.Chart().encode(
        alt.X("value:Q")
        .scale(nice=False, zero=False)
        .axis(labelExpr=short_numbers(words), tickCount=alt.expr("ceil(width / 80)"))
        .title(with_unit(words("Value of a customer"), words.currency(currency))),
        alt.Y("share:Q")
        .scale(domain=[0, 1], nice=False)
        .axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
        .title(words("Customers worth that or less")),
        alt.Color("kind:N").scale(domain=list(labels), range=[GREY, BLUE, ORANGE]).legend(names),
        alt.StrokeDash("kind:N").scale(domain=list(labels), range=dashes).legend(names),
    )
    return themed(
        layers(
            curve.mark_line(strokeWidth=2.5, interpolate="step-after"),
            curve.mark_point(opacity=0, size=120).encode(tooltip="tooltip_text:N"),
        ),
        words,
        HEIGHT,
    )
