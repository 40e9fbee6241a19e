"""What was spent in each month: on winning customers, on both, on keeping customers."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, heading, layers, month_axis, said, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("month", "amount", "amount_text", "kind")

HEIGHT = 280


def spend_by_month(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per month, keeping below, shared spend above it, winning on top; `kind` is the purpose, `month` the month's first day."""
    labels = {"acquisition": words("Winning customers"), "shared": words("Both"), "retention": words("Keeping customers")}
    title = with_unit(words("Spend in the month"), words.currency(currency))
    column = (
        alt.Chart()
        .transform_calculate(
            kind_label=said("datum.kind", labels),
            layer="datum.kind == 'retention' ? 0 : datum.kind == 'shared' ? 1 : 2",
        )
        .mark_bar()
        .encode(
            alt.X("month:T").timeUnit("yearmonth").axis(month_axis()),
            alt.Y("amount:Q").title(title).axis(labelExpr=short_numbers(words)).stack("zero"),
            alt.Color("kind:N").scale(domain=list(labels), range=[ORANGE, GREY, BLUE]).legend(labelExpr=said("datum.value", labels)),
            alt.Order("layer:Q"),
            tooltip=[
                heading("kind_label"),
                alt.Tooltip("month:T").timeUnit("yearmonth").format("%B %Y").title(words("Month")),
                alt.Tooltip("amount_text:N").title(words("Spent")),
            ],
        )
    )
    return themed(layers(column), words, HEIGHT)
