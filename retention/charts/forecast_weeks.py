"""Purchases counted up week by week: what came, and what each forecast said would come."""

from __future__ import annotations

import json

import altair as alt

from retention.charts.theme import GREY, INK, LINE, ORANGE, PAPER, day_axis, heading, layers, short_numbers, themed, told_lines
from retention.locale import Words

COLUMNS = ("day", "purchases", "kind", "label", "cut_label")

HEIGHT = 340
SAMPLE = 22  # pixels of line beside its name
WIDTHS = [2, 5, 1.2]  # of the lines: actual, winner, other


def forecast_weeks(words: Words, currency: str | None) -> alt.LayerChart:
    """The "actual" rows as a line, the "winner" as a thick one beneath it, every "other" thin and grey; names stand at the lower right.

    There a rising total leaves the picture empty. `cut_label` says on one row, on the day where the forecasts begin, what begins there.
    """
    counted = words("Purchases so far")
    others = json.dumps(words("Other forecasts"))
    day = alt.X("day:T").axis(day_axis())
    purchases = alt.Y("purchases:Q").title(counted).axis(labelExpr=short_numbers(words), tickCount=6)
    purchases = purchases.scale(zero=True, range=[alt.expr("height"), LINE + 6])
    tooltip = [
        heading("label"),
        alt.Tooltip("day:T").format("%x").title(words("Day")),
        alt.Tooltip("purchases:Q").format(",.0f").title(counted),
    ]

    def line(kind: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.kind == '{kind}'").encode(day, purchases, detail="label:N")

    cut = alt.Chart().transform_filter("datum.cut_label").transform_calculate(cut_day="datum.day")
    name = (
        alt.Chart()
        .transform_calculate(
            name=f"datum.kind == 'other' ? {others} : datum.label",
            order="indexof(['actual', 'winner', 'other'], datum.kind)",
        )
        .transform_aggregate(groupby=["kind", "name", "order"], rows="count()")
        .transform_window(line="row_number()", sort=[alt.SortField("order")])
        .transform_joinaggregate(names="count()")
    )
    at = alt.expr(f"height - {LINE} * (datum.names - datum.line) - 14")
    colour = alt.when("datum.kind == 'actual'").then(alt.value(INK)).when("datum.kind == 'winner'").then(alt.value(ORANGE))
    sample = name.mark_rule(y=at, strokeWidth=alt.expr(f"{WIDTHS}[datum.order]"))
    named = name.encode(x=alt.value(alt.expr(f"width - {SAMPLE + 8}")), text="name:N")
    return themed(
        layers(
            line("other").mark_line(color=GREY, strokeWidth=WIDTHS[2]),
            line("winner").mark_line(color=ORANGE, strokeWidth=WIDTHS[1]),
            line("actual").mark_line(color=INK, strokeWidth=WIDTHS[0]),
            alt.Chart().mark_point(opacity=0, size=120).encode(day, purchases, tooltip=tooltip),
            *told_lines(cut, alt.X("cut_day:T"), "cut_day", "cut_label"),
            named.mark_text(align="right", y=at, stroke=PAPER, strokeWidth=4, aria=False),  # clear of the line where the forecasts begin
            named.mark_text(align="right", y=at),
            sample.encode(x=alt.value(alt.expr(f"width - {SAMPLE}")), x2=alt.value("width"), color=colour.otherwise(alt.value(GREY))),
        ),
        words,
        HEIGHT,
    )
