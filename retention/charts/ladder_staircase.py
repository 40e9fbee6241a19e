"""The ladder as a staircase: one step per rung, who stands on it, what each is worth, and how many climbed to it."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BIG_TEXT, BLUE, DASHED, GREY, PAPER, SMALL_TEXT, TEXT, layers, themed
from retention.locale import Words

COLUMNS = ("step", "rung", "people", "people_text", "share", "share_text", "money_text", "conversion_text", "is_side")

HEIGHT = 460
TOP_RISER = 0.4  # where the highest step begins, as a share of the width: the rest is room for its words
INSET = 12  # pixels between a step's edge and its words
GAP = 0.25  # of a step, between the stairs and the rung beside them
ARROW_UP = "M-0.8,0.8L0.7,-0.7M-0.5,-0.8L0.8,-0.8L0.8,0.5"


def ladder_staircase(words: Words, currency: str | None) -> alt.LayerChart:
    """Each rung one step higher than the one before; the bar in it is as long as its share of the customers is large.

    Prospects and visitors are no customers and have no bar: they would dwarf everybody else.

    A rung whose people are not known is dashed, with a question mark. Rungs beside the stairs (lapsed) lie grey below them.
    All texts arrive written out in the frame: numbers, shares and money in the page's language and currency.
    """
    known = "isValid(datum.people)"
    colour = alt.when("datum.is_side").then(alt.value(GREY)).otherwise(alt.value(BLUE))
    left = alt.X("left:Q").scale(domain=[0, 1], nice=False).axis(None)
    top = alt.Y("top:Q").scale(nice=False, zero=False).axis(None)
    bottom = alt.Y("bottom:Q").axis(None)
    right = alt.X("right:Q").axis(None)
    block = alt.Chart().encode(left, alt.X2("right"), top, alt.Y2("bottom"), color=colour)
    line = alt.Chart().transform_filter(f"{known} && !datum.is_side").mark_rule(strokeWidth=2.5, strokeCap="round", color=BLUE).encode(left)
    bar = alt.Chart().transform_filter(known).mark_rule(strokeWidth=6, yOffset=-9)
    climbed = alt.Chart().transform_filter("datum.conversion_text && !datum.is_side").encode(left, bottom)
    return themed(
        layers(
            block.transform_filter(known).mark_rect(fillOpacity=0.18, stroke=PAPER, strokeWidth=1.5),
            block.transform_filter(f"!{known}").mark_rect(filled=False, strokeWidth=1.5, strokeDash=DASHED),
            line.encode(bottom, alt.Y2("top")),  # the riser
            line.encode(top, alt.X2("next_left")),  # the tread
            bar.encode(alt.X("bar_left:Q").axis(None), alt.X2("bar_right"), bottom, color=colour),
            alt.Chart().mark_text(align="left", dx=INSET, dy=20, fontSize=TEXT, fontWeight="bold").encode(left, top, text="rung:N"),
            alt.Chart().mark_text(align="left", dx=INSET, dy=39).encode(left, top, text="money_text:N"),
            alt.Chart()
            .mark_text(align="right", dx=-INSET, dy=20, fontSize=BIG_TEXT, fontWeight="bold")
            .encode(right, top, text="number:N"),
            alt.Chart().mark_text(align="right", dx=-INSET, dy=39, fontSize=SMALL_TEXT).encode(right, top, text="share_text:N"),
            climbed.mark_text(align="right", dx=-7, dy=-14).encode(text="conversion_text:N"),
            climbed.mark_point(shape=ARROW_UP, xOffset=-15, yOffset=-34, size=70, strokeWidth=2, opacity=1, color=BLUE),
        )
        .transform_calculate(stair="datum.is_side ? 0 : datum.step")
        .transform_joinaggregate(steps="max(stair)", most="max(share)")
        .transform_calculate(
            left=f"datum.is_side ? 0 : {TOP_RISER} * datum.step / datum.steps",
            next_left=f"datum.step == datum.steps ? 1 : {TOP_RISER} * (datum.step + 1) / datum.steps",
            right="1",
            top=f"datum.is_side ? -{GAP} : datum.step",
            bottom=f"datum.is_side ? -{GAP} - 1 : datum.step - 1",
            number=f"{known} ? datum.people_text : '?'",
            bar_left=f"{TOP_RISER} + {INSET} / width",
            bar_right=f"{TOP_RISER} + {INSET} / width + (1 - {TOP_RISER} - {2 * INSET} / width) * datum.share / max(datum.most, 0.01)",
        ),
        words,
        HEIGHT,
    )
