"""Cohorts by age: one row per cohort, one column per month since the first purchase, the darker the more."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, GREY, LETTER, SMALL_TEXT, layers, themed
from retention.locale import Words

COLUMNS = ("place", "cohort_text", "customers_text", "age", "depth", "cell_text", "tooltip_text", "is_complete")

HEIGHT = alt.Step(26)
NARROW = 560  # pixels: below it only some ages have room
SOME_AGES = [0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120]
FEW_AGES = [0, 1, 3, 6, 12, 24, 48, 120]  # where the figures are longer than "100"
NAMES = f"(width < {NARROW} ? 78 : 132)"  # pixels for the names of the rows, with their customers where there is room


def cohort_heat(words: Words, currency: str | None) -> alt.LayerChart:
    """One cell per cohort and age: `depth` (0 to 1) is its colour, `cell_text` its figure where it fits; not complete = a dashed edge.

    One colour that only grows denser: readable on both papers and to colour-blind eyes. Give every cohort a cell at age 0.
    """
    row = alt.Y("place:O").axis(None).scale(paddingInner=0.08)
    axis = alt.Axis(
        orient="top", labelAngle=0, domain=False, ticks=False, labelOverlap=True, titleAnchor="start", titleAlign="left", titleX=0
    )
    age = alt.X("age:O").scale(range=[alt.expr(NAMES), alt.expr("width")], paddingInner=0.05, paddingOuter=0)
    age = age.axis(axis).title(words("Months since the first purchase"))
    depth = alt.FillOpacity("depth:Q").scale(domain=[0, 1], range=[0.05, 0.75]).legend(None)
    has_room = f"width >= {NARROW} || indexof(datum.longest > 3 ? {FEW_AGES} : {SOME_AGES}, datum.age) >= 0"
    cell = (
        alt.Chart()
        .transform_calculate(letters="length(datum.cell_text)")
        .transform_joinaggregate(longest="max(letters)")
        .transform_filter(has_room)
        .encode(age, row)
    )
    name = alt.Chart().transform_filter("datum.age == 0").encode(row)
    fits = f"bandwidth('x') >= {LETTER} * datum.longest"  # figures in all cells or in none
    return themed(
        layers(
            cell.mark_rect(fill=BLUE).encode(depth, tooltip="tooltip_text:N"),
            cell.transform_filter("!datum.is_complete").mark_rect(
                filled=False, stroke=GREY, strokeWidth=1.5, strokeDash=DASHED, aria=False
            ),
            cell.mark_text(fontSize=SMALL_TEXT, text=alt.expr(f"{fits} ? datum.cell_text : ''")),
            name.mark_text(align="left", limit=alt.expr("76")).encode(x=alt.value(0), text="cohort_text:N"),
            name.mark_text(align="right", x=alt.expr(f"{NAMES} - 8"), opacity=alt.expr(f"width < {NARROW} ? 0 : 1")).encode(
                text="customers_text:N"
            ),
        ),
        words,
        HEIGHT,
    )
