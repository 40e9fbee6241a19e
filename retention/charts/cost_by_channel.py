"""What a new customer of each channel cost, beside the cost over all channels and over the paid ones."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import ORANGE, axis_below_rows, heading, layers, themed, with_unit
from retention.charts.value_by_group import dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "cost", "low", "high", "cost_text", "customers_text")

HEIGHT = alt.Step(52)


def cost_by_channel(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per channel in the order of `place`: a dot at the cost of one new customer, a line over where shared spend may put it.

    A channel without spend, or without new customers, has no dot (null), only its texts.
    """
    title = with_unit(words("Cost of one new customer"), words.currency(currency))
    marks = words("line: where shared spend may put it")
    axis = axis_below_rows(words, title, marks)
    tooltip = [
        heading("label"),
        alt.Tooltip("cost_text:N").title(words("Cost of a new customer")),
        alt.Tooltip("customers_text:N").title(words("Customers")),
    ]
    return themed(
        layers(*dots_with_ranges("cost", axis, alt.ColorValue(ORANGE), tooltip), *row_texts("cost_text", "customers_text")),
        words,
        HEIGHT,
    )
