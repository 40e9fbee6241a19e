"""How the value of a new customer grows with the months: for half of them, for most of them, on average."""

from __future__ import annotations

import json

import altair as alt

from retention.charts.theme import BLUE, DASHED, DOTTED, LINE, ORANGE, PAPER, layers, said, short_numbers, themed, told_lines, with_unit
from retention.locale import Words

COLUMNS = ("age", "p10", "p25", "p50", "p75", "p90", "mean", "kind", "cost", "label", "tooltip_text")

HEIGHT = 340


def value_by_age(words: Words, currency: str | None) -> alt.LayerChart:
    """Two bands (p10 to p90, p25 to p75), the median and the mean by months since the first purchase.

    What is "expected" is paler and dashed after what was "observed"; give the month where they meet to both. `cost` and `label`
    (the same on every row, or null and empty) draw what a new customer costs as a level line: where the mean crosses it, it is won back.
    """
    names = {
        "mean": words("Average"),
        "median": words("Half have brought more, half less"),
        "half": words("Middle half of the customers"),
        "most": words("Eight customers of ten"),
    }
    colours = [ORANGE, BLUE, f"{BLUE}80", f"{BLUE}40"]  # the last two see-through
    legend = alt.Legend(labelExpr=said("datum.value", names), columns=alt.expr("width < 420 ? 1 : 2"), symbolStrokeWidth=0)
    age = alt.X("age:Q").scale(nice=False).title(words("Months since the first purchase"))
    age = age.axis(grid=False, tickMinStep=1, tickCount=alt.expr("ceil(width / 60)"), format="d")
    title = with_unit(words("Value of a customer by then"), words.currency(currency))
    axis = alt.Axis(labelExpr=short_numbers(words), tickCount=6)

    def up_to(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q").title(title).axis(axis).scale(zero=True, range=[alt.expr("height"), LINE + 6])

    paler = alt.when("datum.kind == 'expected'").then(alt.value(0.55)).otherwise(alt.value(1))
    dashes = alt.when("datum.kind == 'expected'").then(alt.value(DASHED)).otherwise(alt.value([1, 0]))

    def drawn(name: str) -> alt.Chart:
        rows = alt.Chart().transform_calculate(name=f"'{name}'")
        return rows.encode(age, alt.Color("name:N").scale(domain=list(names), range=colours).legend(legend), detail="kind:N")

    cost = (
        alt.Chart()
        .transform_filter("isValid(datum.cost)")
        .transform_aggregate(groupby=["cost", "label"], rows="count()")
        .encode(alt.Y("cost:Q").title(title))
    )
    turn = (
        alt.Chart()
        .transform_filter("datum.kind == 'expected'")
        .transform_aggregate(turn="min(age)")
        .transform_filter("isValid(datum.turn)")
        .transform_calculate(turn_label=json.dumps(words("from here on: expected")))
    )
    words_of_cost = cost.mark_text(x=6, align="left", baseline="bottom", dy=-4, fontWeight="bold").encode(text="label:N")
    return themed(
        layers(
            drawn("most").mark_area().encode(up_to("p10"), alt.Y2("p90"), opacity=paler),
            drawn("half").mark_area().encode(up_to("p25"), alt.Y2("p75"), opacity=paler),
            drawn("median").mark_line(strokeWidth=2.5).encode(up_to("p50"), strokeDash=dashes),
            drawn("mean").mark_line(strokeWidth=2.5).encode(up_to("mean"), strokeDash=dashes),
            alt.Chart().mark_point(opacity=0, size=150).encode(age, up_to("mean"), tooltip="tooltip_text:N"),
            *told_lines(turn, alt.X("turn:Q"), "turn", "turn_label"),
            cost.mark_rule(strokeDash=DOTTED, strokeWidth=2),
            words_of_cost.mark_text(
                x=6, align="left", baseline="bottom", dy=-4, fontWeight="bold", stroke=PAPER, strokeWidth=3, aria=False
            ),
            words_of_cost,
        ),
        words,
        HEIGHT,
    )
