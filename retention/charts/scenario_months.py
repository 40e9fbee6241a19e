"""Several scenarios month by month: where each one's running total stands, so that a short effect and a long one show apart."""

from __future__ import annotations

import altair as alt

from retention.charts.scenario_ranges import MOST, scenario_colour
from retention.charts.theme import DASHED, DOTTED, TEXT, heading, layers, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("month", "name", "place", "amount", "amount_text")

HEIGHT = 360
LINE_OF_NAMES, NARROW = 22, 520
DASHES = ([1, 0], DASHED, DOTTED, [10, 4], [10, 3, 2, 3])  # told apart without colours too


def scenario_months(words: Words, currency: str | None) -> alt.LayerChart:
    """One line per scenario from month 0, in the colour of its `place` (1 to 5); `name` is text that somebody typed, above the picture."""
    across, deep = f"(width < {NARROW} ? 1 : 2)", f"(width < {NARROW} ? {MOST} : {(MOST + 1) // 2})"
    month = alt.X("month:Q").scale(nice=False).title(words("Months since the start"))
    month = month.axis(grid=False, tickMinStep=1, tickCount=alt.expr("ceil(width / 60)"), format="d")
    title = with_unit(words("Profit by the end of the month, all in all"), words.currency(currency))
    # the title stands at the axis's own top, below the names
    room: list[alt.ExprRef | float] = [alt.expr("height"), alt.expr(f"{LINE_OF_NAMES} * {deep} + 26")]
    amount = (
        alt.Y("amount:Q")
        .axis(labelExpr=short_numbers(words), tickCount=6, title=title, titleY=alt.expr(f"{LINE_OF_NAMES} * {deep} + 12"))
        .scale(range=room)
    )
    dash = alt.StrokeDash("place:O").scale(domain=list(range(1, MOST + 1)), range=list(DASHES)).legend(None)
    both = alt.Chart().encode(month, amount)
    names = (
        alt.Chart()
        .transform_aggregate(groupby=["place", "name"], rows="count()")
        .transform_window(line="row_number()", sort=[alt.SortField("place")])
    )
    left = f"((datum.line - 1) % {across}) * width / {across}"
    top = alt.expr(f"floor((datum.line - 1) / {across}) * {LINE_OF_NAMES} + 8")
    tooltip = [heading("name"), alt.Tooltip("month:Q").title(words("Month")), alt.Tooltip("amount_text:N").title(words("So far"))]
    return themed(
        layers(
            alt.Chart().transform_aggregate(rows="count()").mark_rule(opacity=0.6).encode(alt.YDatum(0).title(title)),
            both.mark_line(strokeWidth=2.5).encode(scenario_colour(), dash),
            both.mark_point(opacity=0, size=150).encode(tooltip=tooltip),
            names.mark_point(shape="stroke", size=22**2, strokeWidth=2.5, opacity=1, x=alt.expr(f"{left} + 11"), y=top).encode(
                scenario_colour(), dash
            ),
            names.mark_text(
                align="left",
                baseline="middle",
                fontSize=TEXT - 1,
                x=alt.expr(f"{left} + 28"),
                y=top,
                limit=alt.expr(f"width / {across} - 34"),
            ).encode(text="name:N"),
        ),
        words,
        HEIGHT,
    )
