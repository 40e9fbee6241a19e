"""How many customers are worth how much, with the median and the mean marked."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, layers, short_numbers, themed, told_lines, with_unit
from retention.locale import Words

COLUMNS = ("low", "high", "customers", "tooltip_text", "kind", "mark_label", "mark_value")

HEIGHT = 300


def value_histogram(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per span of value ("bin" rows: low, high, customers) and one upright line per "mark" row, its words at the top."""
    value = alt.X("low:Q").bin("binned").axis(labelExpr=short_numbers(words), tickCount=alt.expr("ceil(width / 80)"))
    return columns_with_marks(words, currency, value)


def columns_with_marks(words: Words, currency: str | None, value: alt.X) -> alt.LayerChart:
    """The columns between low and high and the marks above them, on the axis of money given: every histogram of value is made of these."""
    column = (
        alt.Chart()
        .transform_filter("datum.kind == 'bin'")
        .mark_bar(color=BLUE)
        .encode(
            value.title(with_unit(words("Value of a customer"), words.currency(currency))),
            alt.X2("high"),
            alt.Y("customers:Q")
            .title(words("Customers"))
            .axis(labelExpr=short_numbers(words), tickCount=5, tickMinStep=1)
            .scale(range=[alt.expr("height"), 2 * LINE + 6]),
            tooltip="tooltip_text:N",
        )
    )
    mark = alt.Chart().transform_filter("datum.kind == 'mark'")
    return themed(layers(column, *told_lines(mark, alt.X("mark_value:Q"), "mark_value", "mark_label")), words, HEIGHT)
