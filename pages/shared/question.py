"""The question every page reads: asked once in the sidebar, kept through page changes, carried by the link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from retention.question import Question
from retention.warehouse.marts_of_question import shape_of
from shared.asked_figures import asked_figure, keep_in_link
from shared.cache import choices_of, totals_of
from shared.language import PageWords
from shared.shop import choose_shop, current_shop
from shared.typed_spend import typed_spend


@dataclass(frozen=True)
class Asked:
    """What a page needs to ask the library: whose data, which version of it, which question."""

    workspace: str
    data_version: int
    question: Question
    is_sample: bool

    @property
    def key(self) -> tuple[str, int, Question]:
        """The arguments of every cached answer."""
        return self.workspace, self.data_version, self.question

    @property
    def shape_key(self) -> tuple[str, int, Question]:
        """The arguments of what depends on the data alone and not on margin, months ahead or typed-in figures, such as a fit."""
        return self.workspace, self.data_version, shape_of(self.question)


def ask_in_sidebar(words: PageWords) -> Asked:
    """The sidebar's question; the page below it reads the same value from `current_question`."""
    shop = current_shop(words)
    workspace, version = shop.workspace.id, shop.workspace.data_version
    totals = totals_of(workspace, version)
    choose_shop(words)
    if "as_of" in st.session_state and st.session_state["as_of"] is None:
        st.session_state["as_of"] = totals.last_date
    st.date_input(
        words("As of"),
        value=totals.last_date,
        key="as_of",
        format="YYYY-MM-DD" if words.language == "en" else "DD.MM.YYYY",
        help=words("Figures use what was known at the end of this day; at first, the last day in the data."),
        bind="query-params",
    )
    st.number_input(
        words("Margin on sales, %"),
        min_value=1.0,
        max_value=99.0,
        value=None,
        step=1.0,
        key="margin",
        placeholder=words("if not in the data"),
        help=words("What is left of a sale after the goods. Used only for sales whose cost is not in the data."),
        bind="query-params",
    )
    st.slider(
        words("Window, months"),
        min_value=1,
        max_value=36,
        value=12,
        key="window",
        help=words("How far back costs and frequencies look; at most half of the history."),
        bind="query-params",
    )
    _choose_filters(words, workspace, version)
    asked = Asked(workspace, version, _read_question(), shop.is_sample)
    keep_in_link()
    st.session_state["asked"] = asked
    return asked


def current_question() -> Asked:
    """The question of this run, as the sidebar has just asked it."""
    return st.session_state["asked"]


def _choose_filters(words: PageWords, workspace: str, version: int) -> None:
    offered = choices_of(workspace, version)
    everything = {"placeholder": words("All"), "bind": "query-params"}
    if offered.channels:
        st.multiselect(words("Channel"), offered.channels, key="channel", **everything)
    if offered.stores:
        st.multiselect(words("Shop or branch"), offered.stores, key="store", **everything)
    if offered.categories:
        st.multiselect(words("Category"), offered.categories, key="category", **everything)


def _read_question() -> Question:
    state = st.session_state
    margin = state.get("margin")
    plain = Question()
    at_risk = asked_figure("at_risk")
    return Question(
        as_of=state.get("as_of"),
        window_months=state.get("window", plain.window_months),
        margin_share=None if margin is None else margin / 100,
        channels=tuple(sorted(state.get("channel", ()))),
        stores=tuple(sorted(state.get("store", ()))),
        categories=tuple(sorted(state.get("category", ()))),
        regular_from=asked_figure("regular_from"),
        at_risk_quantile=at_risk / 100,
        lapsed_quantile=max(at_risk + 1, asked_figure("lapsed")) / 100,
        advocate_score=asked_figure("advocate_score"),
        full_price_streak=asked_figure("full_price_streak"),
        horizon_months=asked_figure("horizon"),
        annual_discount_rate=asked_figure("discount_rate") / 100,
        **typed_spend(),
        prospects=asked_figure("prospects"),
        visitors=asked_figure("visitors"),
        lead_days=asked_figure("lead_days"),
        counts_discounts=asked_figure("counts_discounts") == 1,
    )
