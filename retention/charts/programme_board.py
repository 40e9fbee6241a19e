"""A programme on the board of rungs and profit tiers: where it earns its reward, and where it pays for what comes anyway."""

from __future__ import annotations

import altair as alt

from retention.charts.rung_board import DEEPEST, HEIGHT, SLIGHTEST, rung_names, rung_rows, sizes, tier_columns
from retention.charts.theme import BLUE, DASHED, GREY, ORANGE, PAPER, heading, layers, said, themed
from retention.locale import Words

COLUMNS = (
    *("rung", "rung_place", "tier", "kind", "people", "stake", "cell_text", "people_text", "money_text", "worth_text"),
    *("sales_text", "anyway_text", "must_text", "brings_text", "nothing_text"),
)


def programme_board(words: Words, currency: str | None) -> alt.LayerChart:
    """One row of three cells per rung, as on the board; `kind` is "sensible", "too_much", "for_nothing" or "out" (not offered: dashed).

    In each cell: people, what one of them would get, and the most that makes sense; `stake`, how far the two lie apart, gives the depth of
    the colour. All texts arrive written out in the frame.
    """
    labels = {
        "sensible": words("Makes sense"),
        "too_much": words("More than makes sense"),
        "for_nothing": words("Pays for what comes anyway"),
    }
    legend = alt.Legend(
        labelExpr=said("datum.value", labels), columns=alt.expr("width < 560 ? 1 : 0"), symbolOpacity=DEEPEST, orient="bottom", offset=8
    )
    colour = alt.Color("kind:N").scale(domain=list(labels), range=[BLUE, GREY, ORANGE]).legend(legend)
    down, room, (medium, large) = rung_rows(), alt.expr("width / 3 - 8"), sizes()
    cell = alt.Chart().transform_filter("datum.people > 0").encode(tier_columns(words), down)
    tooltip = [
        heading("cell_text"),
        alt.Tooltip("people_text:N").title(words("Customers")),
        alt.Tooltip("sales_text:N").title(words("Each buys without it")),
        alt.Tooltip("money_text:N").title(words("Reward")),
        alt.Tooltip("anyway_text:N").title(words("Of it for what comes anyway")),
        alt.Tooltip("must_text:N").title(words("Each must bring, in margin")),
        alt.Tooltip("brings_text:N").title(words("Each brings, in margin")),
        alt.Tooltip("worth_text:N").title(words("Most that makes sense")),
        alt.Tooltip("nothing_text:N").title(words("Chance that it pays for nothing")),
    ]
    return themed(
        layers(
            cell.transform_filter("datum.kind != 'out'")
            .transform_calculate(depth=f"{SLIGHTEST} + {DEEPEST - SLIGHTEST} * datum.stake / max(datum.most, 1e-9)")
            .mark_rect(cornerRadius=4)
            .encode(colour, alt.Opacity("depth:Q").scale(None).legend(None)),
            cell.transform_filter("datum.kind == 'out'").mark_rect(filled=False, stroke=GREY, strokeDash=DASHED, cornerRadius=4),
            rung_names(down),
            cell.mark_text(dy=-22, fontSize=medium, fontWeight="bold").encode(text="people_text:N"),
            cell.mark_text(dy=0, limit=room).encode(text="money_text:N"),
            cell.mark_text(dy=22, limit=room, fontSize=large, fontWeight="bold").encode(text="worth_text:N"),
            cell.mark_rect(color=PAPER, opacity=0).encode(tooltip=tooltip),
        ).transform_joinaggregate(most="max(stake)"),
        words,
        HEIGHT,
    )
