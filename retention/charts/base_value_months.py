"""What the whole base of customers was worth at the end of each month."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DOTTED, LINE, MONTH_AND_YEAR, TEXT, layers, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("month", "value", "value_text", "customers_text", "is_now")

HEIGHT = 300


def base_value_months(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per month (`month` is its first day), the one that `is_now` in full colour with its amount above it."""
    worth = words("Value of all customers together")
    # a place for each month that is there, so that its name stands under its column
    month = alt.X("month:O").timeUnit("yearmonth").axis(title=None, labelAngle=0, labelExpr=MONTH_AND_YEAR, labelOverlap=True, ticks=False)
    value = (
        alt.Y("value:Q")
        .title(with_unit(worth, words.currency(currency)))
        .axis(labelExpr=short_numbers(words), tickCount=6)
        .scale(zero=True, range=[alt.expr("height"), LINE + 10])
    )
    tooltip = [
        alt.Tooltip("month:T").timeUnit("yearmonth").format("%B %Y").title("title"),
        alt.Tooltip("value_text:N").title(worth),
        alt.Tooltip("customers_text:N").title(words("Customers")),
    ]
    now = alt.Chart().transform_filter("datum.is_now").encode(month)
    shade = alt.when("datum.is_now").then(alt.value(1)).otherwise(alt.value(0.5))
    return themed(
        layers(
            alt.Chart().mark_bar(color=BLUE).encode(month, value, opacity=shade, tooltip=tooltip),
            now.mark_rule(strokeDash=DOTTED, y2=LINE + 2).encode(value),
            now.mark_text(y=0, align="right", baseline="top", fontSize=TEXT, fontWeight="bold").encode(text="value_text:N"),
        ),
        words,
        HEIGHT,
    )
