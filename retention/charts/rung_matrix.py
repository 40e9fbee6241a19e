"""Where the people of each rung stand later: a row per rung then, a column per rung later, darker where more of the row went."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, SMALL_TEXT, TEXT, layers, said, themed
from retention.locale import Words

COLUMNS = ("row", "row_label", "column", "column_label", "share", "share_text", "people_text", "kind", "tooltip_text")

GAP = 0.34  # of a row, for its words above the cells


def rung_matrix(words: Words, currency: str | None) -> alt.LayerChart:
    """`kind` ("up", "down", "stayed") gives a cell its colour, `share` (of the row's people) its strength; give every row every column."""
    labels = {"up": words("Came, climbed or came back"), "down": words("Slipped or lapsed"), "stayed": words("Stayed")}
    legend = alt.Legend(labelExpr=said("datum.value", labels), columns=alt.expr("width < 520 ? 1 : 0"), symbolOpacity=0.6, offset=14)
    rows = alt.Y("row:O").axis(None).scale(paddingInner=GAP, paddingOuter=GAP)
    columns = (
        alt.X("column_label:N")
        .sort(field="column", op="min")
        .axis(
            title=None,
            orient="top",
            labelAngle=0,
            labelExpr="split(datum.value, ' ')",
            labelLimit=0,
            labelOverlap=False,
            labelFlush=False,
            labelFontWeight="bold",
            ticks=False,
            domain=False,
        )
    )
    cell = alt.Chart().encode(columns, rows)
    strength = alt.FillOpacity("share:Q").scale(domain=[0, 1], range=[0.08, 0.75]).legend(None)
    colour = alt.Color("kind:N").scale(domain=list(labels), range=[BLUE, ORANGE, GREY]).legend(legend)
    return themed(
        layers(
            cell.mark_rect(cornerRadius=3).encode(colour, strength, tooltip="tooltip_text:N"),
            cell.mark_text(dy=-7, fontSize=TEXT, fontWeight="bold").encode(text="share_text:N"),
            cell.mark_text(dy=9, fontSize=SMALL_TEXT - 1).encode(text="people_text:N"),
            alt.Chart()
            .transform_aggregate(groupby=["row", "row_label"], cells="count()")
            .mark_text(align="left", baseline="bottom", dy=-3, fontSize=13)
            .encode(rows.bandPosition(0), x=alt.value(2), text="row_label:N"),
        ),
        words,
        alt.Step(52),
    )
