"""What a customer of each group is worth: on average, and between which bounds the middle half lies."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, axis_below_rows, heading, layers, row_words, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "customers_text", "mean", "low", "high", "mean_text")

HEIGHT = alt.Step(52)


def value_by_group(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per group in the order of `place`: its name above, a dot at the mean, a line from `low` to `high`, figures on the right."""
    title = with_unit(words("Value of a customer"), words.currency(currency))
    marks = words("dot: the average; line: the middle half of the customers")
    row = alt.Y("place:O").axis(None)
    axis = axis_below_rows(words, title, marks)
    end = alt.expr(f"width - {FIGURES}")

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, end]).axis(axis)

    group = alt.Chart().encode(row)
    tooltip = [
        heading("label"),
        alt.Tooltip("mean_text:N").title(words("Average")),
        alt.Tooltip("low:Q").format(",.0f").title(words("A quarter are worth less than")),
        alt.Tooltip("high:Q").format(",.0f").title(words("A quarter are worth more than")),
        alt.Tooltip("customers_text:N").title(words("Customers")),
    ]
    return themed(
        layers(
            group.mark_rule(strokeWidth=4, strokeCap="round", color=BLUE, opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high")),
            group.mark_point(filled=True, opacity=1, size=130, color=BLUE, yOffset=9).encode(along("mean"), tooltip=tooltip),
            *row_words(row, "label", "mean_text", above=12),
            group.mark_text(align="right", dy=9).encode(x=alt.value("width"), text="customers_text:N"),
        ),
        words,
        HEIGHT,
    )
