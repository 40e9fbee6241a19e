"""Who went from which rung to which between two evenings: ribbons as wide as the people are many."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, INK, ORANGE, PAPER, TEXT, layers, said, themed
from retention.locale import Words

COLUMNS = ("kind", "flow", "along", "top", "bottom", "side", "label", "tooltip_text")

HEIGHT = 480
BAR = 5  # pixels across of a rung at either edge


def rung_flow(words: Words, currency: str | None) -> alt.LayerChart:
    """The first evening on the left, the second on the right; `top` and `bottom` are shares of the height, `along` of the width.

    Rows of kind "up", "down" or "stayed" are points along a ribbon (one `flow` each); "rung" rows are a rung at the `side` "left" or
    "right" with its label, name and people, above it; "day" rows name the evenings at the top.
    """
    labels = {"up": words("Came, climbed or came back"), "down": words("Slipped or lapsed"), "stayed": words("Stayed")}
    legend = alt.Legend(labelExpr=said("datum.value", labels), columns=alt.expr("width < 520 ? 1 : 0"), symbolOpacity=0.6)
    height = alt.Scale(domain=[1, 0], nice=False)
    ribbon = (
        alt.Chart()
        .transform_filter("isValid(datum.flow)")
        .mark_area(opacity=0.55)
        .encode(
            alt.X("along:Q").scale(domain=[0, 1], nice=False).axis(None),
            alt.Y("top:Q").scale(height).axis(None),
            alt.Y2("bottom"),
            alt.Color("kind:N").scale(domain=list(labels), range=[BLUE, ORANGE, GREY]).legend(legend),
            detail="flow:N",
            tooltip="tooltip_text:N",
        )
    )
    on_left = "datum.side == 'left'"
    rung = alt.Chart().transform_filter("datum.kind == 'rung'").encode(alt.Y("top:Q").scale(height).axis(None))
    bar = rung.mark_rule(strokeWidth=BAR, x=alt.expr(f"{on_left} ? {BAR / 2} : width - {BAR / 2}")).encode(alt.Y2("bottom"))

    def written(rows: alt.Chart, halo: bool, bold: bool) -> alt.Chart:
        drawn: alt.Chart = rows.encode(text="label:N").mark_text(
            x=alt.expr(f"{on_left} ? 0 : width"),
            align=alt.expr(f"{on_left} ? 'left' : 'right'"),
            baseline="bottom",
            dy=-3,
            fontSize=TEXT if bold else 13,
            fontWeight="bold" if bold else "normal",
            color=INK,
            stroke=PAPER if halo else alt.Undefined,
            strokeWidth=3 if halo else alt.Undefined,
            aria=not halo,
        )
        return drawn

    day = alt.Chart().transform_filter("datum.kind == 'day'").encode(alt.Y("top:Q").scale(height).axis(None))
    return themed(
        layers(
            ribbon,
            bar,
            written(rung, halo=True, bold=False),  # a steep ribbon may pass behind a name
            written(rung, halo=False, bold=False),
            written(day, halo=False, bold=True),
        ),
        words,
        HEIGHT,
    )
