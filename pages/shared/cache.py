"""Every answer a page may keep: never longer than its workspace, its version of the data and its question hold."""

from __future__ import annotations

import streamlit as st

from retention.answers import costs as costs_answer
from retention.answers import data as data_answer
from retention.answers import ladder as ladder_answer
from retention.answers import programmes as programmes_answer
from retention.answers import value as value_answer
from retention.answers.ask import ask
from retention.ingest.reading import Totals
from retention.question import Question
from retention.warehouse import find_workspace
from retention.warehouse.checks import Checked

ANSWERS = 200  # small frozen values; the oldest give way


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def totals_of(workspace: str, data_version: int) -> Totals:
    """The sums of everything in the workspace."""
    return data_answer.stored_totals(find_workspace(workspace))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def choices_of(workspace: str, data_version: int) -> data_answer.Choices:
    """What the filters can offer."""
    return data_answer.choices(find_workspace(workspace))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def ladder_of(workspace: str, data_version: int, question: Question) -> ladder_answer.Ladder:
    """Who stands on which rung."""
    with ask(find_workspace(workspace), question) as marts:
        return ladder_answer.ladder(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def costs_of(workspace: str, data_version: int, question: Question) -> costs_answer.Costs:
    """What winning and keeping cost."""
    with ask(find_workspace(workspace), question) as marts:
        return costs_answer.costs(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def value_of(workspace: str, data_version: int, question: Question) -> value_answer.Value:
    """What customers are worth."""
    with ask(find_workspace(workspace), question) as marts:
        return value_answer.value(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def base_of(workspace: str, data_version: int, question: Question) -> programmes_answer.Base:
    """The buyers a programme would be offered to."""
    with ask(find_workspace(workspace), question) as marts:
        return programmes_answer.base(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def checks_of(workspace: str, data_version: int, question: Question) -> tuple[Checked, ...]:
    """The equations the data satisfy, or not."""
    with ask(find_workspace(workspace), question) as marts:
        return data_answer.checks(marts)
