"""A programme's first year, month by month: what it earns, what it pays out, and where that leaves the till."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, INK, ORANGE, PAPER, PURPLE, heading, layers, said, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("month", "kind", "amount", "amount_text")

HEIGHT = 320


def programme_months(words: Words, currency: str | None) -> alt.LayerChart:
    """Extra margin upwards, rewards and fixed costs downwards, the running total as a line that ends in its amount.

    `kind` is "extra_margin", "reward", "fixed_cost" (costs negative) or "running_total"; months count from 1.
    """
    bars = {"extra_margin": words("Extra margin"), "reward": words("Rewards"), "fixed_cost": words("Fixed costs")}
    labels = {**bars, "running_total": words("Running total")}
    month = alt.X("month:O").title(words("Month of the programme")).axis(labelAngle=0, grid=False)
    # the padding leaves room for the total's words beyond the end of the line
    amount = (
        alt.Y("amount:Q")
        .title(with_unit(words("Money in the month"), words.currency(currency)))
        .scale(padding=24)
        .axis(labelExpr=short_numbers(words))
    )
    tooltip = [heading("kind_label"), alt.Tooltip("month:O").title(words("Month")), alt.Tooltip("amount_text:N").title(words("Amount"))]
    total = alt.Chart().transform_filter("datum.kind == 'running_total'")
    last = (
        total.transform_window(before="lag(amount)", sort=[alt.SortField("month")])
        .transform_joinaggregate(last_month="max(month)")
        .transform_filter("datum.month == datum.last_month")
        .transform_calculate(ending="datum.kind_label + ': ' + datum.amount_text")
        .encode(month, amount, text="ending:N")
    )
    # Above the end of a rising line and below that of a falling one, where the line itself is out of the way.
    above = alt.expr("datum.amount < datum.before ? 16 : -14")
    return themed(
        layers(
            alt.Chart()
            .transform_filter("datum.kind != 'running_total'")
            .mark_bar()
            .encode(
                month,
                amount.stack("zero"),
                alt.Color("kind:N").scale(domain=list(bars), range=[BLUE, ORANGE, PURPLE]).legend(labelExpr=said("datum.value", labels)),
                alt.Order("kind:N").sort("descending"),  # rewards next to the zero line, fixed costs beyond them
                tooltip=tooltip,
            ),
            alt.Chart().transform_aggregate(rows="count()").mark_rule().encode(alt.YDatum(0)),
            total.mark_line(color=INK, strokeWidth=2.5).encode(month, amount),
            total.mark_point(filled=True, opacity=1, color=INK, size=45).encode(month, amount, tooltip=tooltip),
            last.mark_text(align="right", dx=6, dy=above, fontWeight="bold", stroke=PAPER, strokeWidth=3, aria=False),  # clear of the bars
            last.mark_text(align="right", dx=6, dy=above, fontWeight="bold"),
        ).transform_calculate(kind_label=said("datum.kind", labels)),
        words,
        HEIGHT,
    )
