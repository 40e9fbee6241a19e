"""Which kinds of purchases go with a lapse, or with a return, more or less often than usual."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, GREY, INK, ORANGE, heading, layers, row_words, said, themed
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "share", "low", "high", "usual", "share_text", "usual_text", "cases_text")

HEIGHT = alt.Step(52)


def interest_changes(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per kind of purchase in the order of `place`: its share and interval, a stroke at what is usual for such purchases.

    kind: "more" or "less" than usual beyond noise, else "noise".
    """
    kinds = {
        "more": words("More often than usual"),
        "less": words("Less often than usual"),
        "noise": words("No difference beyond noise"),
    }
    row = alt.Y("place:O").axis(None)
    marks = words("dot and line: the share and how sure it is; stroke: usual")
    axis = alt.Axis(format=".0%", tickCount=alt.expr("ceil(width / 120)"), title=marks, titleAnchor="start", titleAlign="left", titleX=0)
    end = alt.expr(f"width - {FIGURES}")
    legend = alt.Legend(labelExpr=said("datum.value", kinds), symbolOpacity=1, symbolStrokeWidth=0, offset=8)
    legend.columns = alt.expr("width < 420 ? 1 : 0")
    colour = alt.Color("kind:N").scale(domain=list(kinds), range=[ORANGE, BLUE, GREY]).legend(legend)

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, end]).axis(axis)

    change = alt.Chart().encode(row)
    tooltip = [
        heading("label"),
        alt.Tooltip("share_text:N").title(words("Share")),
        alt.Tooltip("usual_text:N").title(words("Usual")),
        alt.Tooltip("cases_text:N").title(words("Counted on")),
    ]
    return themed(
        layers(
            change.mark_rule(strokeWidth=4, strokeCap="round", opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high"), colour),
            change.mark_point(filled=True, opacity=1, size=130, yOffset=9).encode(along("share"), colour, tooltip=tooltip),
            change.mark_tick(thickness=2, size=20, color=INK, opacity=1, yOffset=9).encode(along("usual"), tooltip=tooltip),
            *row_words(row, "label", "share_text", above=12),
            change.mark_text(align="right", dy=9).encode(x=alt.value("width"), text="usual_text:N"),
        ),
        words,
        HEIGHT,
    )
