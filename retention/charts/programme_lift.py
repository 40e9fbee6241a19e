"""A programme's profit against the figure that decides about it: where it breaks even, and where the assumption stands."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DOTTED, INK, LINE, ORANGE, TEXT, layers, short_numbers, themed, with_unit, wrapped
from retention.locale import Words

COLUMNS = ("lift", "net", "kind", "label")

HEIGHT = 300
ROOM = 2 * LINE + 4  # pixels kept free for the words above and below the curve


def programme_lift(words: Words, currency: str | None) -> alt.LayerChart:
    """The "curve" rows as a line, blue where it earns and orange where it loses; "break_even" and "assumed" rows as told points.

    `lift` is the figure that decides, in a unit that the page says (8 for 8 %). The break-even's words stand at the top, the assumption's
    at the bottom, so that they never meet however near the points are.
    """
    axis = alt.Axis(grid=False, tickCount=alt.expr("ceil(width / 70)"), title=None)
    lift = alt.X("lift:Q").scale(nice=False, zero=False).axis(axis)
    room: list[alt.ExprRef | float] = [alt.expr(f"height - {ROOM}"), ROOM]
    profit = with_unit(words("Profit or loss"), words.currency(currency))
    net = alt.Y("net:Q").title(profit).axis(labelExpr=short_numbers(words), tickCount=6).scale(range=room)
    curve = alt.Chart().transform_filter("datum.kind == 'curve'").encode(lift, net)
    # With the break-even point among them, the two colours part exactly where the profit is nothing.
    filled = alt.Chart().transform_filter("datum.kind != 'assumed'").encode(lift, net)
    told = alt.Chart().transform_filter("datum.kind != 'curve'").encode(lift)
    at_top, at_right = "datum.kind == 'break_even'", "scale('x', datum.lift) > width / 2"
    edge = alt.expr(f"{at_top} ? 0 : height")
    tooltip = [
        alt.Tooltip("lift:Q").format(",.2~f").title(words("The figure that decides")),
        alt.Tooltip("net:Q").format(",.0f").title(profit),
    ]
    return themed(
        layers(
            filled.transform_calculate(net="max(datum.net, 0)").mark_area(opacity=0.25, color=BLUE),
            filled.transform_calculate(net="min(datum.net, 0)").mark_area(opacity=0.25, color=ORANGE),
            alt.Chart().transform_aggregate(rows="count()").mark_rule().encode(alt.YDatum(0).title(profit)),
            curve.mark_line(color=INK, strokeWidth=2.5),
            curve.mark_point(opacity=0, size=150).encode(tooltip=tooltip),
            told.mark_rule(strokeDash=DOTTED, y2=edge).encode(net),
            told.mark_point(filled=True, opacity=1, size=120, color=INK).encode(net),
            told.mark_text(
                y=edge,
                fontSize=TEXT,
                lineHeight=LINE,
                baseline="top",
                align=alt.expr(f"{at_right} ? 'right' : 'left'"),
                dx=alt.expr(f"{at_right} ? -8 : 8"),
                dy=alt.expr(f"{at_top} ? 4 : -{LINE} * length(split(datum.lines, '\\n')) - 2"),
            ).encode(text="lines:N"),
        ).transform_calculate(lines=wrapped("label", letters=14)),
        words,
        HEIGHT,
    )
