"""What a new customer of each channel or month is worth against what winning one cost."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, INK, ORANGE, axis_below_rows, heading, layers, said, themed, with_unit
from retention.charts.value_by_group import HEIGHT, ROW, along, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "value", "low", "high", "cost", "value_text", "cost_text")


def value_to_cost(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per channel or cohort in the order of `place`: a dot at the value, a line over its interval, a diamond at the cost.

    Blue where the value is at least the cost, orange where it is less, grey where the cost is not known (null).
    """
    verdicts = {"gain": words("Worth more than it cost"), "loss": words("Cost more than it is worth"), "unknown": ""}
    title = with_unit(words("For one new customer"), words.currency(currency))
    marks = words("dot and line: the value and how sure it is; diamond: the cost")
    axis = axis_below_rows(words, title, marks)
    legend = alt.Legend(
        labelExpr=said("datum.value", verdicts),
        values=["gain", "loss"],
        symbolOpacity=1,
        symbolStrokeWidth=0,
        offset=8,
        columns=alt.expr("width < 420 ? 1 : 0"),
    )
    colour = alt.Color("verdict:N").scale(domain=list(verdicts), range=[BLUE, ORANGE, GREY]).legend(legend)
    tooltip = [
        heading("label"),
        alt.Tooltip("value_text:N").title(words("Value of a new customer")),
        alt.Tooltip("low:Q").format(",.0f").title(words("Lower estimate")),
        alt.Tooltip("high:Q").format(",.0f").title(words("Higher estimate")),
        alt.Tooltip("cost_text:N").title(words("Cost of a new customer")),
    ]
    return themed(
        layers(
            *dots_with_ranges("value", axis, colour, tooltip),
            alt.Chart()
            .encode(ROW)
            .transform_filter("isValid(datum.cost)")
            .mark_point(filled=True, opacity=1, size=130, shape="diamond", color=INK, yOffset=9)
            .encode(along("cost", axis), tooltip=tooltip),
            *row_texts("value_text", "cost_text"),
        ).transform_calculate(verdict="!isValid(datum.cost) ? 'unknown' : datum.value >= datum.cost ? 'gain' : 'loss'"),
        words,
        HEIGHT,
    )
