"""The answers of the costs page's views, kept as those of `cache` are: by workspace, version of the data and question."""

from __future__ import annotations

import streamlit as st

from retention.answers import budget as budget_answer
from retention.answers import cost_channels as channels_answer
from retention.answers import cost_periods as periods_answer
from retention.answers import lead_time as lead_answer
from retention.answers import ledger as ledger_answer
from retention.answers import year_on_year as yearly_answer
from retention.answers.ask import ask
from retention.answers.costs import unfiltered
from retention.question import Question
from retention.warehouse import find_workspace
from retention.warehouse.marts_of_question import shape_of
from shared.cache import ANSWERS, costs_of, values_of


def ledger_of(workspace: str, data_version: int, question: Question) -> ledger_answer.Ledger:
    """Every line of spend and what it adds up to, whatever the filters: they narrow customers and not spend."""
    return _ledger(workspace, data_version, shape_of(unfiltered(question)))


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def _ledger(workspace: str, data_version: int, question: Question) -> ledger_answer.Ledger:
    found = find_workspace(workspace)
    with ask(found, question) as marts:
        return ledger_answer.ledger(found, marts)


def budget_start_of(workspace: str, data_version: int, question: Question) -> budget_answer.BudgetStart:
    """What winning and keeping cost and bring as they are; of the whole shop, as no part of the spend belongs to a filter."""
    return _budget_start(workspace, data_version, unfiltered(question))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def _budget_start(workspace: str, data_version: int, question: Question) -> budget_answer.BudgetStart:
    values, found = values_of(workspace, data_version, question), costs_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return budget_answer.budget_start(marts, values, found)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def cost_periods_of(workspace: str, data_version: int, question: Question) -> periods_answer.CostPeriods:
    """Winning against keeping in every quarter and month of the whole shop."""
    with ask(find_workspace(workspace), unfiltered(question)) as marts:
        return periods_answer.cost_periods(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def cost_channels_of(workspace: str, data_version: int, question: Question) -> channels_answer.CostChannels:
    """What the new customers of each channel cost the whole shop."""
    with ask(find_workspace(workspace), unfiltered(question)) as marts:
        return channels_answer.cost_channels(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def lead_time_of(workspace: str, data_version: int, question: Question) -> lead_answer.LeadTime:
    """How long winning took; ask with the question's shape."""
    return lead_answer.lead_time(find_workspace(workspace), unfiltered(question))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def stay_of(workspace: str, data_version: int, question: Question) -> yearly_answer.YearOnYear:
    """How many stay from one year to the next; ask with the question's shape: what they bring is not read from here."""
    with ask(find_workspace(workspace), question) as marts:
        return yearly_answer.year_on_year(marts, is_margin=False)
