"""One customer's story: every purchase and return, the rungs stood on, and the days from which silence means something."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import (
    BLUE,
    DOTTED,
    GREY,
    INK,
    LINE,
    ORANGE,
    PAPER,
    PURPLE,
    day_axis,
    layers,
    said,
    short_numbers,
    themed,
    told_lines,
    with_unit,
)
from retention.locale import Words

COLUMNS = ("kind", "day", "to_day", "amount", "label", "tooltip_text", "rung")

HEIGHT = 340
STRIP = 16  # pixels of the strip of rungs at the bottom


def customer_timeline(words: Words, currency: str | None) -> alt.LayerChart:
    """A strip coloured by rung ("spell" rows from `day` to `to_day`), a stem per "purchase", one downwards per "return", and told days.

    A "today" row is a solid line, each "limit" row (at risk from, lapsed from) a dotted one, with their `label` on top.
    """
    rungs = {
        "first_purchase": words("First purchase"),
        "regular": words("Regular"),
        "advocate": words("Advocate"),
        "lapsed": words("Lapsed"),
    }
    day = alt.X("day:T").scale(nice=False).axis(day_axis())
    amount = (
        alt.Y("amount:Q")
        .title(with_unit(words("Purchase"), words.currency(currency)))
        .axis(labelExpr=short_numbers(words), tickCount=5)
        .scale(zero=True, range=[alt.expr(f"height - {STRIP + 8}"), 3 * LINE + 10])
    )
    legend = alt.Legend(labelExpr=said("datum.value", rungs), symbolOpacity=1)
    colour = alt.Color("rung:N").scale(domain=list(rungs), range=[ORANGE, BLUE, PURPLE, GREY]).legend(legend)
    spell = alt.Chart().transform_filter("datum.kind == 'spell'").encode(day, alt.X2("to_day"), colour, tooltip="tooltip_text:N")
    bought = alt.Chart().transform_filter("datum.kind == 'purchase' || datum.kind == 'return'").encode(day, amount)
    told = alt.Chart().transform_filter("datum.kind == 'limit' || datum.kind == 'today'")
    fill = alt.when("datum.kind == 'return'").then(alt.value(PAPER)).otherwise(alt.value(INK))
    return themed(
        layers(
            spell.mark_rect(opacity=0.15, y=alt.expr(f"{3 * LINE + 6}"), y2=alt.expr(f"height - {STRIP}")),
            spell.mark_rect(y=alt.expr(f"height - {STRIP}"), y2=alt.expr("height")),
            alt.Chart().transform_aggregate(rows="count()").mark_rule(opacity=0.5).encode(alt.YDatum(0)),
            bought.mark_rule(strokeWidth=1.5).encode(y2=alt.datum(0)),
            *told_lines(told, day, "day", "label", dash=alt.expr(f"datum.kind == 'today' ? [1, 0] : {DOTTED}")),
            bought.mark_point(opacity=1, size=60, stroke=INK).encode(fill=fill, tooltip="tooltip_text:N"),
        ),
        words,
        HEIGHT,
    )
