"""How many customers are worth how much, with the median and the mean marked."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, layers, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("low", "high", "customers", "tooltip_text", "kind", "mark_label", "mark_value")

HEIGHT = 300
LETTER = 6.5  # pixels a bold letter takes, to hold long words inside the picture
LINE = 17  # pixels per line of the marks' words, which stand above the columns


def value_histogram(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per span of value ("bin" rows: low, high, customers) and one upright line per "mark" row, its words at the top.

    The words are stacked, one line per mark, so that a median near the mean stays readable.
    """
    column = (
        alt.Chart()
        .transform_filter("datum.kind == 'bin'")
        .mark_bar(color=BLUE)
        .encode(
            alt.X("low:Q")
            .bin("binned")
            .title(with_unit(words("Value of a customer"), words.currency(currency)))
            .axis(labelExpr=short_numbers(words), tickCount=alt.expr("ceil(width / 80)")),
            alt.X2("high"),
            alt.Y("customers:Q")
            .title(words("Customers"))
            .axis(labelExpr=short_numbers(words), tickCount=5, tickMinStep=1)
            .scale(range=[alt.expr("height"), 2 * LINE + 6]),
            tooltip="tooltip_text:N",
        )
    )
    mark = (
        alt.Chart()
        .transform_filter("datum.kind == 'mark'")
        .transform_window(line="row_number()", sort=[alt.SortField("mark_value")])
        .transform_joinaggregate(least="min(mark_value)", marks="count()")
        .encode(alt.X("mark_value:Q"))
    )
    # Words stand on top of their line and go where there is room; lines end at different heights so that none crosses words.
    x, long = "scale('x', datum.mark_value)", f"{LETTER} * length(datum.mark_label)"
    on_left = f"{x} > width / 2"
    first_line = f"{LINE} * (scale('x', datum.least) > width / 2 ? datum.marks - datum.line : datum.line - 1)"
    return themed(
        layers(
            column,
            mark.mark_rule(strokeDash=DASHED, strokeWidth=1.5, y=alt.expr(f"{first_line} + {LINE}"), y2=alt.expr("height")),
            mark.mark_text(
                y=alt.expr(first_line),
                baseline="top",
                fontWeight="bold",
                align=alt.expr(f"{on_left} ? 'right' : 'left'"),
                dx=alt.expr(f"{on_left} ? max(0, {long} - {x}) : min(0, width - {x} - {long})"),
            ).encode(text="mark_label:N"),
        ),
        words,
        HEIGHT,
    )
