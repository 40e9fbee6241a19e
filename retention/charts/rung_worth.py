"""What a customer on each rung is worth within the months ahead, by the rung alone and by the forecast customer by customer."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, INK, axis_below_rows, heading, layers, row_words, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "value", "low", "high", "forecast", "value_text", "forecast_text")

HEIGHT = alt.Step(52)


def rung_worth(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per rung in the order of `place`: a dot at the value by the rung, a line over its interval, a diamond at the mean forecast.

    `value` with its interval and `forecast` may be missing (null): nothing is drawn there, and the texts say why or are empty.
    """
    title = with_unit(words("Value of one customer in the months ahead"), words.currency(currency))
    marks = words("dot and line: by the rung alone; diamond: customer by customer")
    row = alt.Y("place:O").axis(None)
    axis = axis_below_rows(words, title, marks)
    end = alt.expr(f"width - {FIGURES}")

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, end]).axis(axis)

    rung = alt.Chart().encode(row)
    valued = rung.transform_filter("isValid(datum.value)")
    tooltip = [
        heading("label"),
        alt.Tooltip("value_text:N").title(words("By the rung alone")),
        alt.Tooltip("low:Q").format(",.0f").title(words("Lower estimate")),
        alt.Tooltip("high:Q").format(",.0f").title(words("Higher estimate")),
        alt.Tooltip("forecast_text:N").title(words("Customer by customer")),
    ]
    return themed(
        layers(
            valued.mark_rule(strokeWidth=4, strokeCap="round", color=BLUE, opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high")),
            valued.mark_point(filled=True, opacity=1, size=130, color=BLUE, yOffset=9).encode(along("value"), tooltip=tooltip),
            rung.transform_filter("isValid(datum.forecast)")
            .mark_point(filled=True, opacity=1, size=110, shape="diamond", color=INK, yOffset=9)
            .encode(along("forecast"), tooltip=tooltip),
            *row_words(row, "label", "value_text", above=12),
            rung.mark_text(align="right", dy=9).encode(x=alt.value("width"), text="forecast_text:N"),
        ),
        words,
        HEIGHT,
    )
