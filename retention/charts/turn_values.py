"""What each turn of the ladder's spiral brings, turns that are over apart from those still going on."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, ORANGE, axis_below_rows, heading, layers, said, themed, with_unit
from retention.charts.value_by_group import HEIGHT, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "money", "low", "high", "money_text", "turns_text")


def turn_values(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per turn and kind ("over", "going_on") in the order of `place`: a dot at the average, a line over its interval."""
    kinds = {"over": words("Ended by a lapse"), "going_on": words("Still going on, will grow")}
    title = with_unit(words("Brought in one turn"), words.currency(currency))
    marks = words("dot and line: the average and how sure it is")
    axis = axis_below_rows(words, title, marks)
    legend = alt.Legend(labelExpr=said("datum.value", kinds), symbolOpacity=1, offset=8, columns=alt.expr("width < 420 ? 1 : 0"))
    colour = alt.Color("kind:N").scale(domain=list(kinds), range=[BLUE, ORANGE]).legend(legend)
    tooltip = [
        heading("label"),
        alt.Tooltip("money_text:N").title(words("Average")),
        alt.Tooltip("turns_text:N").title(words("Counted on")),
    ]
    return themed(
        layers(*dots_with_ranges("money", axis, colour, tooltip), *row_texts("money_text", "turns_text")),
        words,
        HEIGHT,
    )
