"""What a customer of each group is worth: on average, and between which bounds the middle half lies."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, axis_below_rows, heading, layers, row_words, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "customers_text", "mean", "low", "high", "mean_text")

HEIGHT = alt.Step(52)
ROW = alt.Y("place:O").axis(None)
Colour = alt.Color | alt.ColorValue


def value_by_group(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per group in the order of `place`: its name above, a dot at the mean, a line from `low` to `high`, figures on the right."""
    title = with_unit(words("Value of a customer"), words.currency(currency))
    marks = words("dot: the average; line: the middle half of the customers")
    axis = axis_below_rows(words, title, marks)
    tooltip = [
        heading("label"),
        alt.Tooltip("mean_text:N").title(words("Average")),
        alt.Tooltip("low:Q").format(",.0f").title(words("A quarter are worth less than")),
        alt.Tooltip("high:Q").format(",.0f").title(words("A quarter are worth more than")),
        alt.Tooltip("customers_text:N").title(words("Customers")),
    ]
    colour = alt.ColorValue(BLUE)
    return themed(
        layers(*dots_with_ranges("mean", axis, colour, tooltip), *row_texts("mean_text", "customers_text")),
        words,
        HEIGHT,
    )


def along(field: str, axis: alt.Axis) -> alt.X:
    """Where a mark of a row stands, with room for the row's figures on the right."""
    return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, alt.expr(f"width - {FIGURES}")]).axis(axis)


def dots_with_ranges(at: str, axis: alt.Axis, colour: Colour, tooltip: list[alt.Tooltip]) -> tuple[alt.Chart, alt.Chart]:
    """A row per `place`: a line from `low` to `high` and a dot at a field."""
    row = alt.Chart().encode(ROW)
    return (
        row.mark_rule(strokeWidth=4, strokeCap="round", opacity=0.45, yOffset=9).encode(along("low", axis), alt.X2("high"), color=colour),
        row.mark_point(filled=True, opacity=1, size=130, yOffset=9).encode(along(at, axis), color=colour, tooltip=tooltip),
    )


def row_texts(figure: str, below: str) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """A row's name above its marks and its figure on the right, with something smaller below that."""
    note = alt.Chart().encode(ROW).mark_text(align="right", dy=9).encode(x=alt.value("width"), text=f"{below}:N")
    return (*row_words(ROW, "label", figure, above=12), note)
