"""What matters most: how far each assumption alone moves a programme's result."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DOTTED, ORANGE, TEXT, heading, layers, said, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "end", "net", "assumed_net", "ends_text", "tooltip_text")

HEIGHT = alt.Step(62)


def programme_tornado(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per assumption in the order of `place`, its name and its two ends above it; from the result as set (a dotted line) a bar to
    the result with the assumption at each end, "low" or "high". Blue where that is better than as set, orange where it is worse."""
    kinds = {"worse": words("Worse than as set"), "better": words("Better than as set")}
    row = alt.Y("place:O").axis(None)
    title = [with_unit(words("Profit or loss at the end"), words.currency(currency)), words("dotted line: everything as set")]
    axis = alt.Axis(
        labelExpr=short_numbers(words),
        tickCount=alt.expr("ceil(width / 90)"),
        title=title,
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
    )
    net = alt.X("net:Q").scale(zero=False, nice=False, padding=12).axis(axis)
    colour = alt.Color("kind:N").scale(domain=list(kinds), range=[ORANGE, BLUE])
    legend = alt.Legend(labelExpr=said("datum.value", kinds), offset=8)
    text = alt.Chart().encode(row, x=alt.value(0)).transform_filter("datum.end == 'low'")
    room = alt.expr("width")
    tooltip = [heading("label"), alt.Tooltip("tooltip_text:N").title(words("Result"))]
    return themed(
        layers(
            alt.Chart()
            .mark_bar(height=14, yOffset=20)
            .encode(row, net, alt.X2("assumed_net"), color=colour.legend(legend), tooltip=tooltip),
            alt.Chart()
            .transform_filter("datum.end == 'low'")
            .mark_rule(strokeDash=DOTTED, strokeWidth=1.5)
            .encode(alt.X("assumed_net:Q"), alt.Y("place:O", bandPosition=0.69).axis(None), alt.Y2("place:O", bandPosition=1)),
            text.mark_text(align="left", dy=-18, fontSize=TEXT, limit=room).encode(text="label:N"),
            text.mark_text(align="left", dy=1, limit=room).encode(text="ends_text:N"),
        ).transform_calculate(kind="datum.net < datum.assumed_net ? 'worse' : 'better'"),
        words,
        HEIGHT,
    )
