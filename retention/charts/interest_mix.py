"""What customers spend on: the share of each category, group by group or period by period."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, PAPER, PURPLE, TEXT, heading, layers, themed
from retention.locale import Words

COLUMNS = ("group", "place", "slot", "name", "share", "share_text", "tooltip_text", "is_complete")

HEIGHT = 400
# Neighbours differ in lightness too, and every pair keeps apart for colour-blind eyes by its place: the order is the same in all columns.
COLOURS = (BLUE, ORANGE, "#1f9e89", PURPLE, "#a38a1f", "#cc5a8d", "#a0714f", GREY, "#6d7884")
LINE_OF_NAMES, NARROW = 20, 420


def interest_mix(words: Words, currency: str | None) -> alt.LayerChart:
    """One column of shares per group in the order of `place`, its parts in the order of `slot` (1 to 9), their names above the picture.

    A group that is not complete is drawn paler; `share_text` stands inside a part where there is room for it, else it is empty.
    """
    across, deep = f"(width < {NARROW} ? 2 : 3)", f"(width < {NARROW} ? 5 : 3)"
    colour = alt.Color("slot:O").scale(domain=list(range(1, len(COLOURS) + 1)), range=list(COLOURS)).legend(None)
    group = (
        alt.X("group:N")
        .sort(field="place", op="min")
        .axis(title=None, labelAngle=0, labelExpr="split(datum.value, '\\n')", labelOverlap=True, grid=False, ticks=False)
    )
    share = (
        alt.Y("share:Q")
        .stack("zero")
        .title(None)
        .axis(format=".0%", tickCount=5)
        .scale(domain=[0, 1], nice=False, range=[alt.expr("height"), alt.expr(f"{LINE_OF_NAMES} * {deep} + 8")])
    )
    parts = alt.Chart().encode(group, share, order=alt.Order("slot:Q"))
    paler = alt.when("datum.is_complete").then(alt.value(1)).otherwise(alt.value(0.45))
    tooltip = [heading("name"), alt.Tooltip("tooltip_text:N").title(words("Share"))]
    names = (
        alt.Chart()
        .transform_aggregate(groupby=["slot", "name"], rows="count()")
        .transform_window(line="row_number()", sort=[alt.SortField("slot")])
    )
    column, line = f"((datum.line - 1) % {across})", f"floor((datum.line - 1) / {across})"
    left = f"{column} * width / {across}"
    top = alt.expr(f"{line} * {LINE_OF_NAMES} + 8")
    return themed(
        layers(
            parts.mark_bar(stroke=PAPER, strokeWidth=1).encode(colour, opacity=paler, tooltip=tooltip),
            parts.mark_text(color="white", fontWeight="bold").encode(
                alt.Y("share:Q").stack("zero").bandPosition(0.5), detail="slot:O", text="share_text:N"
            ),
            names.mark_point(filled=True, opacity=1, shape="square", size=110, x=alt.expr(f"{left} + 6"), y=top).encode(colour),
            names.mark_text(
                align="left",
                baseline="middle",
                fontSize=TEXT - 1,
                x=alt.expr(f"{left} + 17"),
                y=top,
                limit=alt.expr(f"width / {across} - 24"),
            ).encode(text="name:N"),
        ),
        words,
        HEIGHT,
    )
