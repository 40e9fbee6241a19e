"""Which share of each rung took up a new product, and how far each share can be trusted."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, GREY, heading, layers, row_words, themed
from retention.locale import Words

COLUMNS = ("label", "place", "share", "low", "high", "share_text", "range_text", "people_text", "is_new")

HEIGHT = alt.Step(52)


def adoption_by_rung(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per rung in the order of `place`: its name above, a dot at the share, a line from `low` to `high`, figures on the right.

    Customers who were new in the window (`is_new`) stand in grey: they are compared with nobody.
    """
    row = alt.Y("place:O").axis(None)
    axis = alt.Axis(
        format=".0%",
        tickCount=alt.expr("ceil(width / 120)"),
        title=[words("Took up something new"), words("line: where the share lies 95 times in 100")],
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
    )
    colour = alt.when("datum.is_new").then(alt.value(GREY)).otherwise(alt.value(BLUE))

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, alt.expr(f"width - {FIGURES}")]).axis(axis)

    rung = alt.Chart().encode(row, color=colour)
    tooltip = [
        heading("label"),
        alt.Tooltip("share_text:N").title(words("Took up something new")),
        alt.Tooltip("range_text:N").title(words("95 times in 100")),
        alt.Tooltip("people_text:N").title(words("Customers")),
    ]
    return themed(
        layers(
            rung.mark_rule(strokeWidth=4, strokeCap="round", opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high")),
            rung.mark_point(filled=True, opacity=1, size=130, yOffset=9).encode(along("share"), tooltip=tooltip),
            *row_words(row, "label", "share_text", above=12),
            alt.Chart().encode(row).mark_text(align="right", dy=9).encode(x=alt.value("width"), text="people_text:N"),
        ),
        words,
        HEIGHT,
    )
