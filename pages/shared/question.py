"""The question every page reads: asked once in the sidebar, kept through page changes, carried by the link."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from retention.question import Question
from retention.warehouse.marts_of_question import shape_of
from shared.cache import choices_of, totals_of
from shared.language import PageWords
from shared.shop import choose_shop, current_shop

# The sliders that stand on pages and belong to the question all the same, with their ends: a link may ask before they stand.
SLIDERS = {
    "horizon": (1, 60),
    "discount_rate": (0, 40),
    "regular_from": (2, 12),
    "at_risk": (50, 97),  # two points are left for the slider of lapsed, which needs two ends
    "lapsed": (51, 99),
    "advocate_score": (0, 10),
    "full_price_streak": (2, 12),
    "prospects": (0, 10**9),
    "visitors": (0, 10**9),
}


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


def asked_by(key: str, plain: int | None) -> int | None:
    """What a slider of a page says; before it stands there, what the link says, as long as the slider could say it too."""
    if st.session_state.get(key) is not None:
        return int(st.session_state[key])
    low, high = SLIDERS[key]
    wish = st.query_params.get(key, "")
    return int(wish) if wish.isdecimal() and low <= int(wish) <= high else plain


def _read_question() -> Question:
    state = st.session_state
    margin = state.get("margin")
    plain = Question()
    at_risk = asked_by("at_risk", round(plain.at_risk_quantile * 100))
    return Question(
        as_of=state.get("as_of"),
        window_months=state.get("window", plain.window_months),
        margin_share=None if margin is None else margin / 100,
        channels=tuple(sorted(state.get("channel", ()))),
        stores=tuple(sorted(state.get("store", ()))),
        categories=tuple(sorted(state.get("category", ()))),
        regular_from=asked_by("regular_from", plain.regular_from),
        at_risk_quantile=at_risk / 100,
        lapsed_quantile=max(at_risk + 1, asked_by("lapsed", round(plain.lapsed_quantile * 100))) / 100,
        advocate_score=asked_by("advocate_score", plain.advocate_score),
        full_price_streak=asked_by("full_price_streak", plain.full_price_streak),
        horizon_months=asked_by("horizon", plain.horizon_months),
        annual_discount_rate=asked_by("discount_rate", round(plain.annual_discount_rate * 100)) / 100,
        acquisition_spend=_money(state.get("acquisition_spend")),
        retention_spend=_money(state.get("retention_spend")),
        prospects=asked_by("prospects", plain.prospects),
        visitors=asked_by("visitors", plain.visitors),
    )


def _money(typed: float | None) -> Decimal | None:
    return None if typed is None else Decimal(str(typed))
