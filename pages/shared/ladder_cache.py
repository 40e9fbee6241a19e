"""The answers of the ladder's views, kept as those of `cache` are: by workspace, version of the data and question."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from retention.answers import cell_customers as cell_answer
from retention.answers import cohorts as cohorts_answer
from retention.answers import interests as interests_answer
from retention.answers import ladder_history as history_answer
from retention.answers import movement as movement_answer
from retention.answers import new_products as new_products_answer
from retention.answers import people as people_answer
from retention.answers import people_found as found_answer
from retention.answers import reach as reach_answer
from retention.answers import rung_board as board_answer
from retention.answers import rung_worth as rung_worth_answer
from retention.answers import significance as significance_answer
from retention.answers import spiral as spiral_answer
from retention.answers import stability as stability_answer
from retention.answers import threshold_evidence as threshold_answer
from retention.answers.ask import ask
from retention.question import Question
from retention.warehouse import find_workspace
from retention.warehouse.marts_of_question import shape_of
from shared.board_frames import people_frame
from shared.cache import ANSWERS, LARGE_ANSWERS, records_of, shape_with, values_of
from shared.language import PageWords

MOST_SHOWN = 100  # customers in a table of a page


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def movement_of(workspace: str, data_version: int, question: Question, first: date, last: date) -> movement_answer.Movement:
    """Who moved between two evenings; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return movement_answer.movement(marts, first, last)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def ladder_history_of(workspace: str, data_version: int, question: Question) -> history_answer.LadderHistory:
    """How people have moved in all the time the data cover; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return history_answer.ladder_history(marts)


def reach_of(workspace: str, data_version: int, question: Question) -> reach_answer.Reach:
    """How far people get from being reached to coming back."""
    return _reach(workspace, data_version, shape_with(question, "prospects", "visitors"))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def _reach(workspace: str, data_version: int, question: Question) -> reach_answer.Reach:
    with ask(find_workspace(workspace), question) as marts:
        return reach_answer.reach(marts)


def cohorts_of(workspace: str, data_version: int, question: Question) -> cohorts_answer.Cohorts:
    """What became of the customers who came together."""
    return _cohorts(workspace, data_version, shape_with(question, "margin_share"))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def _cohorts(workspace: str, data_version: int, question: Question) -> cohorts_answer.Cohorts:
    with ask(find_workspace(workspace), question) as marts:
        return cohorts_answer.cohorts(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def board_of(workspace: str, data_version: int, question: Question) -> board_answer.RungBoard:
    """What each rung and profit tier is worth, and the most worth spending on one of its customers."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return board_answer.rung_board(marts, values)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def cell_frame_of(workspace: str, data_version: int, question: Question, rung: str, tier: str, language: str) -> pd.DataFrame:
    """The first customers of one rung and profit tier, written out in a language; everybody is read anew when asked for."""
    values, board = values_of(workspace, data_version, question), board_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        people = cell_answer.cell_customers(marts, values, rung, tier, MOST_SHOWN)
    return people_frame(PageWords(language), board, board.cell(rung, tier), people)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def stability_of(workspace: str, data_version: int, question: Question) -> tuple[stability_answer.StabilityOfRung, ...]:
    """How steadily the customers of each rung buy; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return stability_answer.stability_by_rung(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def rung_worth_of(workspace: str, data_version: int, question: Question) -> rung_worth_answer.RungWorth:
    """What a customer on each rung is worth."""
    values = values_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return rung_worth_answer.rung_worth(marts, values)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def threshold_evidence_of(workspace: str, data_version: int, question: Question) -> threshold_answer.ThresholdEvidence:
    """What the data say about where the rungs begin; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return threshold_answer.threshold_evidence(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def signs_of(workspace: str, data_version: int) -> threshold_answer.Signs:
    """Which signs of an advocate the data can hold."""
    return threshold_answer.signs_in(find_workspace(workspace))


@st.cache_resource(max_entries=LARGE_ANSWERS, show_spinner=False)
def people_of(workspace: str, data_version: int, question: Question) -> people_answer.People:
    """Everybody with what makes them matter, an entry per customer."""
    records = records_of(workspace, data_version, shape_of(question))
    with ask(find_workspace(workspace), question) as marts:
        return people_answer.people(marts, records)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def significance_of(workspace: str, data_version: int, question: Question, marked: tuple[str, ...]) -> significance_answer.Significance:
    """Who matters beyond the rung; marked: the ids marked by hand, which are no part of the data's version."""
    found = people_of(workspace, data_version, question)
    with ask(find_workspace(workspace), question) as marts:
        return significance_answer.significance(marts, found, marked)


@st.cache_resource(max_entries=ANSWERS, show_spinner=False)
def people_found_of(
    workspace: str, data_version: int, question: Question, wanted: found_answer.Wanted, marked: tuple[str, ...]
) -> found_answer.PeopleFound:
    """Those whom the filters leave."""
    return found_answer.find_people(people_of(workspace, data_version, question), wanted, marked)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def new_products_of(workspace: str, data_version: int, question: Question) -> new_products_answer.NewProducts:
    """Who takes up new products; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return new_products_answer.new_products(marts)


def spiral_of(workspace: str, data_version: int, question: Question) -> spiral_answer.Spiral:
    """How many turns customers take and what each adds."""
    return _spiral(workspace, data_version, shape_with(question, "margin_share"))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def _spiral(workspace: str, data_version: int, question: Question) -> spiral_answer.Spiral:
    with ask(find_workspace(workspace), question) as marts:
        return spiral_answer.spiral(marts)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def interests_of(workspace: str, data_version: int, question: Question) -> interests_answer.Interests:
    """What customers come for; ask with the question's shape."""
    with ask(find_workspace(workspace), question) as marts:
        return interests_answer.interests(marts)
