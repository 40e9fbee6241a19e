"""See for yourself: three claims one meets everywhere, each with the sliders that make and unmake it."""

from __future__ import annotations

import streamlit as st

from retention.answers.typed_costs import Figures
from retention.warehouse.marts_of_question import shape_of
from shared.asked_figures import asked_figure
from shared.claim_extra_kept import extra_kept_box
from shared.claim_points import points_box
from shared.claim_ten_to_one import ten_to_one_box
from shared.cost_cache import stay_of
from shared.language import PageWords, md
from shared.question import Asked

USUAL_STAY = 80  # of 100, where the data say nothing: an example


def claims_view(words: PageWords, asked: Asked) -> None:
    """The boxes, the last one beginning at the shop's own share of those who stay."""
    yearly = stay_of(asked.workspace, asked.data_version, shape_of(asked.question))
    _intro(words)
    ten_to_one_box(words)
    extra_kept_box(words)
    with st.container(border=True):
        stay = USUAL_STAY if yearly.retention is None else round(100 * yearly.retention)
        points_box(words, stay, asked_figure("discount_rate") or 0)
        for said in (yearly.meaning, yearly.missing):
            if said is not None:
                st.caption(words.say(said, md))


def typed_claims_view(words: PageWords, figures: Figures) -> None:
    """The same boxes; how many stay from year to year is an example here."""
    _intro(words)
    ten_to_one_box(words)
    extra_kept_box(words)
    with st.container(border=True):
        points_box(words, USUAL_STAY, asked_figure("discount_rate") or 0)


def _intro(words: PageWords) -> None:
    st.markdown(words("**Three things everybody says about winning and keeping. Move the sliders and see when they hold.**"))
    st.caption(words("The first two boxes start with made-up examples, in any currency you like; none of your data are in them."))
