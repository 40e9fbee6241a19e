"""What each turn of the ladder's spiral brings, turns that are over apart from those still going on."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, ORANGE, axis_below_rows, heading, layers, row_words, said, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "money", "low", "high", "money_text", "turns_text")

HEIGHT = alt.Step(52)


def turn_values(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per turn and kind ("over", "going_on") in the order of `place`: a dot at the average, a line over its interval."""
    kinds = {"over": words("Ended by a lapse"), "going_on": words("Still going on, will grow")}
    title = with_unit(words("Brought in one turn"), words.currency(currency))
    marks = words("dot and line: the average and how sure it is")
    row = alt.Y("place:O").axis(None)
    axis = axis_below_rows(words, title, marks)
    end = alt.expr(f"width - {FIGURES}")
    legend = alt.Legend(labelExpr=said("datum.value", kinds), symbolOpacity=1, offset=8, columns=alt.expr("width < 420 ? 1 : 0"))
    colour = alt.Color("kind:N").scale(domain=list(kinds), range=[BLUE, ORANGE]).legend(legend)

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, end]).axis(axis)

    turn = alt.Chart().encode(row)
    tooltip = [
        heading("label"),
        alt.Tooltip("money_text:N").title(words("Average")),
        alt.Tooltip("turns_text:N").title(words("Counted on")),
    ]
    return themed(
        layers(
            turn.mark_rule(strokeWidth=4, strokeCap="round", opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high"), colour),
            turn.mark_point(filled=True, opacity=1, size=130, yOffset=9).encode(along("money"), colour, tooltip=tooltip),
            *row_words(row, "label", "money_text", above=12),
            turn.mark_text(align="right", dy=9).encode(x=alt.value("width"), text="turns_text:N"),
        ),
        words,
        HEIGHT,
    )
