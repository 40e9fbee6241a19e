"""Every answer a page may keep: never longer than its workspace, its version of the data and its question hold."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from retention.answers import acquisition_payback as payback_answer
from retention.answers import base_value as base_value_answer
from retention.answers import costs as costs_answer
from retention.answers import customer_card as card_answer
from retention.answers import customer_records as records_answer
from retention.answers import customer_search as search_answer
from retention.answers import customer_values as values_answer
from retention.answers import data as data_answer
from retention.answers import fits as fits_answer
from retention.answers import ladder as ladder_answer
from retention.answers import programmes as programmes_answer
from retention.answers import rung_paces as paces_answer
from retention.answers import value as value_answer
from retention.answers import value_by_age as ages_answer
from retention.answers import value_spread as spread_answer
from retention.answers.ask import ask
from retention.ingest.reading import Totals
from retention.question import Question
from retention.warehouse import find_workspace
from retention.warehouse.checks import Checked
from retention.warehouse.marts_of_question import shape_of

ANSWERS = 200  # small frozen values; the oldest give way
LARGE_ANSWERS = 6  # those with an entry per customer


def shape_with(question: Question, *parts: str) -> Question:
    """The question's shape and only these further parts, so that an answer is not made again when a part changes that it does not read."""
    return replace(shape_of(question), **{part: getattr(question, part) for part in parts})


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
    """What winning and keeping cost the whole shop."""
    with ask(find_workspace(workspace), costs_answer.unfiltered(question)) as marts:
        return costs_answer.costs(marts)


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def fits_of(workspace: str, data_version: int, question: Question) -> fits_answer.Fits:
    """The models behind every forecast; ask with the question's shape, because a margin or a horizon changes none of them."""
    with ask(find_workspace(workspace), question) as marts:
        return fits_answer.fits(marts)


@st.cache_resource(max_entries=LARGE_ANSWERS, show_spinner=False)
def records_of(workspace: str, data_version: int, question: Question) -> records_answer.CustomerRecords:
    """What the data hold on each customer, an entry per customer; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return records_answer.customer_records(marts)


@st.cache_resource(max_entries=LARGE_ANSWERS, show_spinner=False)
def values_of(workspace: str, data_version: int, question: Question) -> values_answer.CustomerValues:
    """What each customer is worth, an entry per customer: shared between runs and never changed."""
    shape = shape_of(question)
    fits, records = fits_of(workspace, data_version, shape), records_of(workspace, data_version, shape)
    with ask(find_workspace(workspace), question) as marts:
        return values_answer.customer_values(marts, fits, records)


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def value_of(workspace: str, data_version: int, question: Question) -> value_answer.Value:
    """What customers are worth."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return value_answer.value(marts, values)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def groups_of(workspace: str, data_version: int, question: Question, kind: str, grouping: str) -> tuple[spread_answer.GroupSpread, ...]:
    """How one of the three values is spread within each group of a grouping."""
    values = values_of(workspace, data_version, question)
    amounts = {"simple": values.simple, "historic": values.historic, "predicted": values.predicted}[kind]
    return spread_answer.by_group(amounts, values.groupings[grouping])


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def past_value_of(workspace: str, data_version: int, question: Question) -> value_answer.Value:
    """What customers have brought so far and nothing of the future: a glance must not wait for the models."""
    records = records_of(workspace, data_version, shape_of(question))
    with ask(find_workspace(workspace), question) as marts:
        return value_answer.value(marts, values_answer.customer_values(marts, None, records))


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def base_value_of(workspace: str, data_version: int, question: Question) -> base_value_answer.BaseValue:
    """What all customers together are worth."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return base_value_answer.base_value(marts, values)


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def payback_of(workspace: str, data_version: int, question: Question) -> payback_answer.AcquisitionPayback:
    """What new customers are worth against what they cost."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return payback_answer.acquisition_payback(marts, values)


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def ages_of(workspace: str, data_version: int, question: Question) -> ages_answer.ValueByAge:
    """How the value of a new customer grows with age."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return ages_answer.value_by_age(marts, values)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def found_customers(workspace: str, data_version: int, question: Question, text: str) -> tuple[search_answer.Found, ...]:
    """Customers whose id or name holds this text, the most valuable first."""
    with ask(find_workspace(workspace), question) as marts:
        return search_answer.find_customers(marts, text)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def card_of(workspace: str, data_version: int, question: Question, customer_id: str) -> card_answer.CustomerCard:
    """Everything known about one customer."""
    fits = fits_of(workspace, data_version, shape_of(question))
    with ask(find_workspace(workspace), question) as marts:
        return card_answer.customer_card(marts, fits, customer_id)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def year_ahead_of(workspace: str, data_version: int, question: Question) -> paces_answer.YearAhead | None:
    """What the customers of each rung are expected to buy within a year; ask with the question's shape."""
    return paces_answer.year_ahead(fits_of(workspace, data_version, question), records_of(workspace, data_version, question))


def base_of(workspace: str, data_version: int, question: Question) -> programmes_answer.Base:
    """The buyers a programme would be offered to."""
    of_costs = ("acquisition_spend", "retention_spend", "lead_days", "counts_discounts")
    return _base(workspace, data_version, shape_with(question, "margin_share", *of_costs))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def _base(workspace: str, data_version: int, question: Question) -> programmes_answer.Base:
    ahead = year_ahead_of(workspace, data_version, shape_of(question))
    found = costs_of(workspace, data_version, question) if costs_answer.unfiltered(question) == question else None
    with ask(find_workspace(workspace), question) as marts:
        return programmes_answer.base(marts, ahead, found)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def checks_of(workspace: str, data_version: int, question: Question) -> tuple[Checked, ...]:
    """The equations the data satisfy, or not."""
    with ask(find_workspace(workspace), question) as marts:
        return data_answer.checks(marts)
