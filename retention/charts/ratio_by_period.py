"""The cost of winning over the cost of keeping in each quarter or month, with its two ranges."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, PAPER, layers, themed
from retention.locale import Words

COLUMNS = ("period", "low", "point", "high", "chance_low", "chance_high", "is_doubtful", "tooltip_text")

HEIGHT = 300


def ratio_by_period(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per period in the frame's order: a dot at the ratio, a wide bar from low to high, a thin line for what chance leaves open.

    Twice as dear is always the same distance. A hollow dot: is_doubtful (not over yet, or old customers may look new). Nulls are not drawn.
    `period`: two words or more; the last word, the year, stands on a line of its own.
    """
    parted = "replace(datum.value, regexp(' ([^ ]*)$'), '\\n$1')"
    column = (
        alt.X("period:O")
        .sort(None)
        .axis(title=None, grid=False, labelAngle=0, labelOverlap="parity", labelFlush=False, labelExpr=f"split({parted}, '\\n')")
    )
    # a long scale names only its powers of ten, a short one numbers between them too: the others are lines without words
    digits = "domain('y')[1] / domain('y')[0] > 20 ? '1' : '1235'"
    named = f"indexof({digits}, substring(format(datum.value, '.0e'), 0, 1)) >= 0"
    axis = alt.Axis(labelExpr=f"{named} ? format(datum.value, ',~r') + ' : 1' : ''", labelOverlap=False)
    title = words("Cost to win one customer : cost to keep one")

    def up_to(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q").scale(type="log", nice=False, padding=16).axis(axis).title(title)

    base = alt.Chart().encode(column)
    tooltip = alt.Tooltip("tooltip_text:N")
    hollow = alt.when("datum.is_doubtful").then(alt.value(PAPER)).otherwise(alt.value(BLUE))
    wide = base.transform_filter("datum.low > 0 && isValid(datum.high)").mark_rule(strokeWidth=12, opacity=0.35, color=BLUE)
    thin = base.transform_filter("datum.chance_low > 0 && isValid(datum.chance_high)").mark_rule(strokeWidth=2, color=BLUE)
    dots = base.transform_filter("datum.point > 0").mark_point(filled=True, opacity=1, size=90, stroke=BLUE, strokeWidth=2)
    return themed(
        layers(
            wide.encode(up_to("low"), alt.Y2("high")),
            thin.encode(up_to("chance_low"), alt.Y2("chance_high")),
            dots.encode(up_to("point"), fill=hollow, tooltip=tooltip),
        ),
        words,
        HEIGHT,
    )
