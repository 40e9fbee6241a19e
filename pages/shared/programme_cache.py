"""The answers of the programmes page's views, kept as those of `cache` are: by workspace, version of the data and question."""

from __future__ import annotations

import streamlit as st

from retention.answers import compare as compare_answer
from retention.answers import programme_reach as reach_answer
from retention.answers import saving_up as saving_answer
from retention.answers.ask import ask
from retention.answers.reach_groups import REACTIONS
from retention.programmes.business import Business
from retention.programmes.named_scenario import NamedScenario
from retention.programmes.scenario import Scenario
from retention.question import Question
from retention.warehouse import find_workspace
from shared.cache import ANSWERS, LARGE_ANSWERS, values_of
from shared.ladder_cache import board_of


@st.cache_resource(max_entries=LARGE_ANSWERS, show_spinner=False)
def programme_reach_of(
    workspace: str, data_version: int, question: Question, business: Business, scenario: Scenario, reaction: str
) -> reach_answer.ProgrammeReach:
    """Who would get the programme; business: as programmes see this shop. reaction: one of REACTIONS."""
    return reach_answer.programme_reach(
        values_of(workspace, data_version, question),
        board_of(workspace, data_version, question),
        business,
        scenario,
        REACTIONS[reaction],
        question.annual_discount_rate,
    )


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def comparison_of(
    workspace: str, data_version: int, business: Business, scenarios: tuple[NamedScenario, ...], months: int, annual_discount_rate: float
) -> compare_answer.Comparison:
    """The scenarios on one business over the same months; business: as programmes see this shop, or as typed in."""
    return compare_answer.compare(business, scenarios, months, annual_discount_rate)


@st.cache_resource(max_entries=LARGE_ANSWERS, show_spinner=False)
def year_sales_of(workspace: str, data_version: int, question: Question) -> saving_answer.YearSales:
    """What each customer bought in the last year; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return saving_answer.year_sales(marts)
