"""A programme month by month: what it earns, what it pays for nothing, what else it costs, and where that leaves the till."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, GREY, INK, ORANGE, PAPER, PURPLE, heading, layers, said, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("month", "kind", "amount", "label")

HEIGHT = 340


def programme_months(words: Words, currency: str | None) -> alt.LayerChart:
    """Extra margin upwards, costs downwards, the running total as a line that ends in its `label`, rewards still owed as a broken line.

    `kind` is "extra_margin", "reward_anyway", "other_cost" (costs negative), "running_total" or "outstanding"; months count from 1, what
    is paid before the start is month 0. `label` is empty but in the last month of the two lines.
    """
    bars = {
        "extra_margin": words("Margin on extra sales"),
        "reward_anyway": words("Reward for what would have come anyway"),
        "other_cost": words("Other reward and costs"),
    }
    lines = {"running_total": words("Running total"), "outstanding": words("Promised, not yet claimed")}
    month = alt.X("month:O").title(words("Month of the programme")).axis(labelAngle=0, grid=False, labelOverlap=True)
    # the padding leaves room for the total's words beyond the end of the line
    amount = (
        alt.Y("amount:Q")
        .title(with_unit(words("Money in the month"), words.currency(currency)))
        .scale(padding=24)
        .axis(labelExpr=short_numbers(words))
    )
    money = alt.Tooltip("amount:Q").format(",.2f").title(with_unit(words("Amount"), words.currency(currency)))
    tooltip = [heading("kind_label"), alt.Tooltip("month:O").title(words("Month")), money]
    total = alt.Chart().transform_filter("datum.kind == 'running_total'")
    owed = alt.Chart().transform_filter("datum.kind == 'outstanding'")
    last = (
        total.transform_window(before="lag(amount)", sort=[alt.SortField("month")])
        .transform_filter("datum.label != ''")
        .encode(month, amount, text="label:N")
    )
    # Above the end of a rising line and below that of a falling one, where the line itself is out of the way.
    above = alt.expr("datum.amount < datum.before ? 16 : -14")
    legend = alt.Legend(labelExpr=said("datum.value", bars), columns=alt.expr("width < 520 ? 1 : 0"))
    return themed(
        layers(
            alt.Chart()
            .transform_filter("datum.kind != 'running_total' && datum.kind != 'outstanding'")
            .mark_bar()
            .encode(
                month,
                amount.stack("zero"),
                alt.Color("kind:N").scale(domain=list(bars), range=[BLUE, ORANGE, PURPLE]).legend(legend),
                alt.Order("place:Q"),  # what is paid for nothing next to the zero line, other costs beyond it
                tooltip=tooltip,
            ),
            alt.Chart().transform_aggregate(rows="count()").mark_rule().encode(alt.YDatum(0)),
            owed.mark_line(color=GREY, strokeWidth=2, strokeDash=DASHED).encode(month, amount),
            owed.mark_point(opacity=0, size=120).encode(month, amount, tooltip=tooltip),
            owed.transform_filter("datum.label != ''").mark_text(align="right", dy=-8, color=GREY).encode(month, amount, text="label:N"),
            total.mark_line(color=INK, strokeWidth=2.5).encode(month, amount),
            total.mark_point(filled=True, opacity=1, color=INK, size=40).encode(month, amount, tooltip=tooltip),
            last.mark_text(align="right", dx=6, dy=above, fontWeight="bold", stroke=PAPER, strokeWidth=3, aria=False),  # clear of the bars
            last.mark_text(align="right", dx=6, dy=above, fontWeight="bold"),
        )
        .transform_calculate(kind_label=said("datum.kind", {**bars, **lines}))
        .transform_calculate(place="datum.kind == 'other_cost' ? 2 : 1"),
        words,
        HEIGHT,
    )
