"""The board of rungs and profit tiers: a cell for each, deeper in colour where more is worth spending on one of its customers."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BIG_TEXT, BLUE, DASHED, PAPER, SMALL_TEXT, TEXT, heading, layers, said, themed
from retention.locale import Words

COLUMNS = (
    *("rung", "rung_place", "tier", "cell_text", "people", "people_text", "risk_text", "brought_text", "money_text"),
    *("worth", "worth_text", "seen_text"),
)

TIERS = ["best", "middle", "lowest"]
HEIGHT = alt.Step(108)  # per rung: a cell of three lines of words, and the rung's name above it
NAME_SHARE = 0.26  # of that height
PHONE = 420  # pixels: below this width words stand smaller
SLIGHTEST, DEEPEST = 0.08, 0.6  # of the colour; words stay readable on both


def rung_board(words: Words, currency: str | None) -> alt.LayerChart:
    """One row of three cells per rung in the order of `rung_place`, the profitable third on the left; cells without people are empty.

    In each cell: people, what one of them is expected to bring, and the most worth spending on one. A cell without that figure is dashed.
    All texts arrive written out in the frame.
    """
    down, room, (medium, large) = rung_rows(), alt.expr("width / 3 - 8"), sizes()
    cell = alt.Chart().transform_filter("datum.people > 0").encode(tier_columns(words), down)
    depth = alt.Opacity("depth:Q").scale(None).legend(None)
    tooltip = [
        heading("cell_text"),
        alt.Tooltip("people_text:N").title(words("Customers")),
        alt.Tooltip("risk_text:N").title(words("At risk")),
        alt.Tooltip("brought_text:N").title(words("Brought so far by each")),
        alt.Tooltip("worth_text:N").title(words("Most worth spending on each")),
        alt.Tooltip("seen_text:N").title(words("Chance counted on the past")),
    ]
    return themed(
        layers(
            cell.transform_filter("isValid(datum.worth)")
            .transform_calculate(depth=f"{SLIGHTEST} + {DEEPEST - SLIGHTEST} * datum.worth / max(datum.most, 1e-9)")
            .mark_rect(color=BLUE, cornerRadius=4)
            .encode(depth),
            cell.transform_filter("!isValid(datum.worth)").mark_rect(filled=False, stroke=BLUE, strokeDash=DASHED, cornerRadius=4),
            rung_names(down),
            cell.mark_text(dy=-22, fontSize=medium, fontWeight="bold").encode(text="people_text:N"),
            cell.mark_text(dy=0, limit=room).encode(text="money_text:N"),
            cell.mark_text(dy=22, limit=room, fontSize=large, fontWeight="bold").encode(text="worth_text:N"),
            cell.mark_rect(color=PAPER, opacity=0).encode(tooltip=tooltip),
        ).transform_joinaggregate(most="max(worth)"),
        words,
        HEIGHT,
    )


def tier_columns(words: Words) -> alt.X:
    """A column per profit tier, the profitable third on the left; on a phone long names stand on several lines."""
    tiers = {"best": words("Profitable"), "middle": words("Middling"), "lowest": words("Least profitable")}
    name = said("datum.value", tiers)
    names = f"width < {PHONE} ? split(replace({name}, regexp('(.{{5,}}?) (?=.{{4}})', 'g'), '$1~'), '~') : {name}"
    return (
        alt.X("tier:O")
        .scale(domain=TIERS, paddingInner=0.03, paddingOuter=0)
        .axis(
            title=None,
            orient="top",
            labelExpr=names,
            labelAngle=0,
            ticks=False,
            domain=False,
            labelFontWeight="bold",
            labelLimit=0,
            labelFlush=False,
        )
    )


def rung_rows() -> alt.Y:
    """A row per rung in the order of `rung_place`, with room above it for its name."""
    return alt.Y("rung_place:O").scale(paddingInner=NAME_SHARE, paddingOuter=NAME_SHARE / 2, align=1).axis(None)


def rung_names(down: alt.Y) -> alt.Chart:
    """The name of each rung above its row."""
    rung = alt.Chart().transform_filter("datum.tier == 'best'").encode(down, x=alt.value(0), text="rung:N")
    drawn: alt.Chart = rung.mark_text(align="left", dy=-50, fontSize=TEXT, fontWeight="bold")
    return drawn


def sizes() -> tuple[alt.ExprRef, alt.ExprRef]:
    """Letters of the first and of the last line of a cell: smaller on a phone."""
    medium, large = (alt.expr(f"width < {PHONE} ? {SMALL_TEXT} : {size}") for size in (TEXT, BIG_TEXT))
    return medium, large
