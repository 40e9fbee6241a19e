"""How long those who came back had waited, and where the limits for silence stand."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, ORANGE, layers, said, themed, told_lines
from retention.locale import Words

COLUMNS = ("kind", "days", "share", "label", "tooltip_text")

HEIGHT = 340


def waits(words: Words, currency: str | None) -> alt.LayerChart:
    """A curve of steps per "first" and "second" purchase: the share of those who ever came back that had come back by then.

    Each "limit" row is an upright line at its `days` with its `label` on top; two of them.
    """
    names = {"first": words("After the first purchase"), "second": words("After the second purchase")}
    legend = alt.Legend(
        labelExpr=said("datum.value", names), symbolType="stroke", symbolStrokeWidth=3, columns=alt.expr("width < 420 ? 1 : 0")
    )
    colour = alt.Color("kind:N").scale(domain=list(names), range=[ORANGE, BLUE]).legend(legend)
    days = alt.X("days:Q").scale(nice=False, domainMin=0).title(words("Days since the purchase"))
    days = days.axis(grid=False, tickCount=alt.expr("ceil(width / 80)"), format=",d")
    share = alt.Y("share:Q").title(words("Share back by then, of those who ever came back"))
    share = share.scale(domain=[0, 1], range=[alt.expr("height"), 2 * LINE + 6]).axis(format=".0%", tickCount=5)
    back = alt.Chart().transform_filter("datum.kind != 'limit'").encode(days, share, colour)
    limit = alt.Chart().transform_filter("datum.kind == 'limit'")
    return themed(
        layers(
            back.mark_line(strokeWidth=2.5, interpolate="step-after"),
            back.mark_point(opacity=0, size=120).encode(tooltip="tooltip_text:N"),
            *told_lines(limit, days, "days", "label"),
        ),
        words,
        HEIGHT,
    )
