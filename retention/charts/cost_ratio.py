"""The cost of winning a customer over the cost of keeping one: the shop's own range beside the often quoted 10 : 1."""

from __future__ import annotations

import json

import altair as alt

from retention.charts.theme import BLUE, GREY, INK, layers, row_words, themed
from retention.locale import Words

COLUMNS = ("label", "low", "point", "high", "chance_low", "chance_high", "kind", "value_text")

HEIGHT = 235


def cost_ratio(words: Words, currency: str | None) -> alt.LayerChart:
    """Your range as a bar with its point, what is claimed as grey marks, on a scale where twice as dear is always the same distance.

    The wide bar reaches from low to high (where shared spend may belong), the thin line from chance_low to chance_high; an end that is not
    known is null and nothing is drawn there. `kind` is "yours" or "claim"; rows are drawn from the top in the frame's order.
    """
    colour = alt.when("datum.kind == 'yours'").then(alt.value(BLUE)).otherwise(alt.value(GREY))
    # A long scale names only its powers of ten, a short one also 2 and 5: the numbers between are ticks without words.
    digits = "domain('x')[1] / domain('x')[0] > 60 ? '1' : '125'"
    named = f"indexof({digits}, substring(format(datum.value, '.0e'), 0, 1)) >= 0"
    same = words("same cost")
    ratio = "format(datum.value, ',~r') + ' : 1'"
    title = words("Cost to win one customer : cost to keep one")
    wide, thin = words("wide bar: where shared spend may belong"), words("thin line: what chance leaves open")
    axis = alt.Axis(
        grid=False,
        labelOverlap=False,
        labelExpr=f"datum.value == 1 ? [{ratio}, {json.dumps(same)}] : {named} ? {ratio} : ''",
        title=[title, wide, thin],
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
    )

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(type="log", nice=False).axis(axis)

    row = alt.Y("row:O").axis(None)
    base = alt.Chart().encode(row, color=colour)
    # Unseen: it makes every drawing reach from below 1 : 1 to beyond the claims.
    reach = alt.Chart().mark_rule(opacity=0).encode(along("reach_low"), alt.X2("reach_high"))
    track = alt.Chart().mark_rule(color=GREY, opacity=0.35, yOffset=10).encode(row, x=alt.value(0), x2=alt.value("width"))
    even = alt.Chart().mark_tick(orient="vertical", size=26, thickness=1.5, color=INK, yOffset=10).encode(row, alt.XDatum(1))
    own = base.transform_filter("datum.kind == 'yours'")
    span = own.transform_filter("datum.low > 0 && isValid(datum.high)").mark_rule(strokeWidth=14, opacity=0.35, yOffset=10)
    chance = own.transform_filter("datum.chance_low > 0 && isValid(datum.chance_high)").mark_rule(strokeWidth=3, yOffset=10)
    shape = alt.when("datum.kind == 'yours'").then(alt.value("circle")).otherwise(alt.value("diamond"))
    return themed(
        layers(
            reach,
            track,
            even,
            span.encode(along("low"), alt.X2("high")),
            chance.encode(along("chance_low"), alt.X2("chance_high")),
            base.mark_point(filled=True, opacity=1, size=150, yOffset=10).encode(along("point"), shape=shape),
            *row_words(row, "label", "value_text", above=14),
        )
        .transform_window(row="row_number()")
        .transform_calculate(reach_low="min(datum.point, 0.8)", reach_high="max(datum.point, 14)"),
        words,
        HEIGHT,
    )
