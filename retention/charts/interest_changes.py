"""Which kinds of purchases go with a lapse, or with a return, more or less often than usual."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, INK, ORANGE, heading, layers, said, themed
from retention.charts.value_by_group import HEIGHT, ROW, along, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "share", "low", "high", "usual", "share_text", "usual_text", "cases_text")


def interest_changes(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per kind of purchase in the order of `place`: its share and interval, a stroke at what is usual for such purchases.

    kind: "more" or "less" than usual beyond noise, else "noise".
    """
    kinds = {
        "more": words("More often than usual"),
        "less": words("Less often than usual"),
        "noise": words("No difference beyond noise"),
    }
    marks = words("dot and line: the share and how sure it is; stroke: usual")
    axis = alt.Axis(format=".0%", tickCount=alt.expr("ceil(width / 120)"), title=marks, titleAnchor="start", titleAlign="left", titleX=0)
    legend = alt.Legend(labelExpr=said("datum.value", kinds), symbolOpacity=1, symbolStrokeWidth=0, offset=8)
    legend.columns = alt.expr("width < 420 ? 1 : 0")
    colour = alt.Color("kind:N").scale(domain=list(kinds), range=[ORANGE, BLUE, GREY]).legend(legend)
    tooltip = [
        heading("label"),
        alt.Tooltip("share_text:N").title(words("Share")),
        alt.Tooltip("usual_text:N").title(words("Usual")),
        alt.Tooltip("cases_text:N").title(words("Counted on")),
    ]
    return themed(
        layers(
            *dots_with_ranges("share", axis, colour, tooltip),
            alt.Chart()
            .encode(ROW)
            .mark_tick(thickness=2, size=20, color=INK, opacity=1, yOffset=9)
            .encode(along("usual", axis), tooltip=tooltip),
            *row_texts("share_text", "usual_text"),
        ),
        words,
        HEIGHT,
    )
