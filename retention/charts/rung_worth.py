"""What a customer on each rung is worth within the months ahead, by the rung alone and by the forecast customer by customer."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, INK, axis_below_rows, heading, layers, themed, with_unit
from retention.charts.value_by_group import HEIGHT, ROW, along, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "value", "low", "high", "forecast", "value_text", "forecast_text")


def rung_worth(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per rung in the order of `place`: a dot at the value by the rung, a line over its interval, a diamond at the mean forecast.

    `value` with its interval and `forecast` may be missing (null): nothing is drawn there, and the texts say why or are empty.
    """
    title = with_unit(words("Value of one customer in the months ahead"), words.currency(currency))
    marks = words("dot and line: by the rung alone; diamond: customer by customer")
    axis = axis_below_rows(words, title, marks)
    tooltip = [
        heading("label"),
        alt.Tooltip("value_text:N").title(words("By the rung alone")),
        alt.Tooltip("low:Q").format(",.0f").title(words("Lower estimate")),
        alt.Tooltip("high:Q").format(",.0f").title(words("Higher estimate")),
        alt.Tooltip("forecast_text:N").title(words("Customer by customer")),
    ]
    return themed(
        layers(
            *(drawn.transform_filter("isValid(datum.value)") for drawn in dots_with_ranges("value", axis, alt.ColorValue(BLUE), tooltip)),
            alt.Chart()
            .encode(ROW)
            .transform_filter("isValid(datum.forecast)")
            .mark_point(filled=True, opacity=1, size=110, shape="diamond", color=INK, yOffset=9)
            .encode(along("forecast", axis), tooltip=tooltip),
            *row_texts("value_text", "forecast_text"),
        ),
        words,
        HEIGHT,
    )
