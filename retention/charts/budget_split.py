"""What is left of a budget once it has worked, against how much of it goes into winning: today's parting, the chosen one and the best."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, layers, short_numbers, themed, told_lines, with_unit
from retention.locale import Words

COLUMNS = ("kind", "share", "net", "low", "high", "label", "tooltip_text")

HEIGHT = 330
MOST_LINES = 3  # today, the choice, the best


def budget_split(words: Words, currency: str | None) -> alt.LayerChart:
    """The "curve" rows as a line in a band from `low` to `high`; each "told" row as an upright line at its `share`, its `label` on top.

    `share` is the part for winning, 0 to 1; up to three lines are told. Money is drawn from its least to its most, not from nothing.
    """
    share = alt.X("share:Q").scale(domain=[0, 1], nice=False).title(words("Part of the budget for winning new customers"))
    share = share.axis(format=".0%", grid=False, tickCount=alt.expr("ceil(width / 90)"))
    left = with_unit(words("Left after the spending"), words.currency(currency))
    room: list[alt.ExprRef | float] = [alt.expr("height"), MOST_LINES * LINE + 6]
    net = alt.Y("net:Q").scale(zero=False, range=room).title(left).axis(labelExpr=short_numbers(words), tickCount=5)
    curve = alt.Chart().transform_filter("datum.kind == 'curve'")
    told = alt.Chart().transform_filter("datum.kind == 'told'")
    return themed(
        layers(
            curve.mark_area(opacity=0.2, color=BLUE).encode(share, alt.Y("low:Q").title(left), alt.Y2("high")),
            curve.mark_line(color=BLUE, strokeWidth=2.5).encode(share, net),
            curve.mark_point(opacity=0, size=150).encode(share, net, tooltip="tooltip_text:N"),
            *told_lines(told, share, "share", "label"),
        ),
        words,
        HEIGHT,
    )
