"""What a new customer of each channel or month is worth against what winning one cost."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, GREY, INK, ORANGE, axis_below_rows, heading, layers, row_words, said, themed, with_unit
from retention.locale import Words

COLUMNS = ("label", "place", "value", "low", "high", "cost", "value_text", "cost_text")

HEIGHT = alt.Step(52)


def value_to_cost(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per channel or cohort in the order of `place`: a dot at the value, a line over its interval, a diamond at the cost.

    Blue where the value is at least the cost, orange where it is less, grey where the cost is not known (null).
    """
    verdicts = {"gain": words("Worth more than it cost"), "loss": words("Cost more than it is worth"), "unknown": ""}
    title = with_unit(words("For one new customer"), words.currency(currency))
    marks = words("dot and line: the value and how sure it is; diamond: the cost")
    row = alt.Y("place:O").axis(None)
    axis = axis_below_rows(words, title, marks)
    end = alt.expr(f"width - {FIGURES}")
    legend = alt.Legend(
        labelExpr=said("datum.value", verdicts),
        values=["gain", "loss"],
        symbolOpacity=1,
        symbolStrokeWidth=0,
        offset=8,
        columns=alt.expr("width < 420 ? 1 : 0"),
    )
    colour = alt.Color("verdict:N").scale(domain=list(verdicts), range=[BLUE, ORANGE, GREY]).legend(legend)

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[8, end]).axis(axis)

    group = alt.Chart().encode(row)
    tooltip = [
        heading("label"),
        alt.Tooltip("value_text:N").title(words("Value of a new customer")),
        alt.Tooltip("low:Q").format(",.0f").title(words("Lower estimate")),
        alt.Tooltip("high:Q").format(",.0f").title(words("Higher estimate")),
        alt.Tooltip("cost_text:N").title(words("Cost of a new customer")),
    ]
    return themed(
        layers(
            group.mark_rule(strokeWidth=4, strokeCap="round", opacity=0.45, yOffset=9).encode(along("low"), alt.X2("high"), colour),
            group.mark_point(filled=True, opacity=1, size=130, yOffset=9).encode(along("value"), colour, tooltip=tooltip),
            group.transform_filter("isValid(datum.cost)")
            .mark_point(filled=True, opacity=1, size=130, shape="diamond", color=INK, yOffset=9)
            .encode(along("cost"), tooltip=tooltip),
            *row_words(row, "label", "value_text", above=12),
            group.mark_text(align="right", dy=9).encode(x=alt.value("width"), text="cost_text:N"),
        ).transform_calculate(verdict="!isValid(datum.cost) ? 'unknown' : datum.value >= datum.cost ? 'gain' : 'loss'"),
        words,
        HEIGHT,
    )
