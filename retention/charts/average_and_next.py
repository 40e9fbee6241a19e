"""What a customer costs on average and what the next one costs: two figures that a ratio of averages takes for one."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, axis_below_rows, heading, layers, themed, with_unit
from retention.charts.value_by_group import HEIGHT, ROW, along, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "average", "next", "average_text", "next_text")


def average_and_next(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per side in the order of `place`: a grey dot at the average cost, a diamond at the next one's, a line between.

    `kind` is "acquisition" or "retention". On the right the next one's cost, below it the average.
    """
    title = with_unit(words("Cost of one customer"), words.currency(currency))
    axis = axis_below_rows(words, title, words("dot: on average; diamond: the next one"))
    colour = alt.when("datum.kind == 'acquisition'").then(alt.value(ORANGE)).otherwise(alt.value(BLUE))
    tooltip = [
        heading("label"),
        alt.Tooltip("average_text:N").title(words("On average")),
        alt.Tooltip("next_text:N").title(words("The next one")),
    ]
    row = alt.Chart().encode(ROW)
    return themed(
        layers(
            row.mark_rule(strokeWidth=3, opacity=0.45, yOffset=9).encode(along("average", axis), alt.X2("next"), color=colour),
            row.mark_point(filled=True, opacity=1, size=110, color=GREY, yOffset=9).encode(along("average", axis), tooltip=tooltip),
            row.mark_point(filled=True, opacity=1, size=150, shape="diamond", yOffset=9).encode(
                along("next", axis), color=colour, tooltip=tooltip
            ),
            *row_texts("next_text", "average_text"),
        ),
        words,
        HEIGHT,
    )
