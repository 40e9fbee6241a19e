"""The same way from reach to return, channel by channel."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, TEXT, layers, themed
from retention.locale import Words

COLUMNS = ("kind", "channel", "place", "stage_place", "part", "people_text", "share_text")

HEIGHT = alt.Step(52)
GAP = 0.06  # of a column, between two of them


def reach_by_channel(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per channel and one column per stage: the people, the share of the stage before under them, and a bar behind both.

    The bar is `part`, the channel's share of everybody at that stage: a channel whose bars grow shorter to the right brings people who do
    not stay. `kind` is "contact" or "customer"; "heading" (no bar) for the row of the columns' names, which stand in people_text.
    """
    left = alt.X("left:Q").scale(domain=[0, 1], nice=False).axis(None)
    row = alt.Y("place:O").axis(None)
    cell = (
        alt.Chart()
        .transform_joinaggregate(stages="max(stage_place)")
        .transform_calculate(
            left="(datum.stage_place - 1) / datum.stages",
            right=f"(datum.stage_place - 1 + {1 - GAP} * datum.part) / datum.stages",
        )
        .encode(left, row)
    )
    width = f"width * {1 - GAP} / datum.stages"
    colour = alt.when("datum.kind == 'contact'").then(alt.value(GREY)).otherwise(alt.value(BLUE))
    in_rows = cell.transform_filter("datum.kind != 'heading'")
    return themed(
        layers(
            in_rows.transform_filter("isValid(datum.part)")
            .mark_bar(height=30, opacity=0.35, yOffset=5)
            .encode(alt.X2("right"), color=colour),
            in_rows.transform_filter("datum.stage_place == 1")
            .mark_text(align="left", dy=-18, fontSize=TEXT, fontWeight="bold", limit=alt.expr("width"))
            .encode(text="channel:N"),
            in_rows.mark_text(align="left", dx=3, dy=-2, limit=alt.expr(width)).encode(text="people_text:N"),
            in_rows.mark_text(align="left", dx=3, dy=12, limit=alt.expr(width)).encode(text="share_text:N"),
            cell.transform_filter("datum.kind == 'heading'")
            .mark_text(align="left", dx=3, dy=-6, baseline="top", limit=alt.expr(width))
            .encode(text="people_text:N"),
        ),
        words,
        HEIGHT,
    )
