"""The parts of the movement view that depend on no two chosen days."""

from __future__ import annotations

import streamlit as st

from retention.answers.ladder_history import LadderHistory
from retention.answers.quarter_findings import QuarterCompared
from retention.answers.step_speeds import LEAST_WATCHED, Step, StepSpeeds
from shared.cards import show_chart
from shared.cell_table import cell_table
from shared.history_frames import (
    STEP_LABELS,
    month_rows,
    moves_frame,
    quarter_rows,
    speed_frame,
    speed_rows,
    stocks_frame,
)
from shared.language import PageWords, md


def against_last_year(words: PageWords, found: QuarterCompared) -> None:
    """The last full quarter and the same one a year before: first what differs, then the shares."""
    st.subheader(words("The last full quarter against a year before"))
    if found.missing is not None:
        st.caption(words.say(found.missing, md))
        return
    st.markdown("\n".join(f"- {words.say(finding, md)}" for finding in found.findings))
    with st.expander(words("The figures behind it")):
        cell_table(words, quarter_rows(words, found), "quarters")
        st.caption(
            words(
                "“Yes” = chance alone would make the two quarters this different less than 5 times in 100, all rows together. The last"
                " column is the difference that would have shown four times in five. Where fewer than 5 people would be expected to move,"
                " or to stay, it is too few to tell. New customers are compared as if each had come alone: one busy day can bring many."
            )
        )


def speed_of_steps(words: PageWords, found: StepSpeeds) -> None:
    """How long each step takes and which share ever takes it."""
    st.subheader(words("How fast people climb"))
    told = [step for step in found.steps if step.taken and step.so_far is not None]
    if not told:
        st.caption(
            words(
                "Too few to tell: a step can be timed once {people} people or more have stood before it and somebody has taken it.",
                people=LEAST_WATCHED,
            )
        )
    for step in told:
        st.markdown(_in_words(words, step))
    frame = speed_frame(words, found.steps)
    show_chart(words, "step_speed", frame, None, words("Share of people who have taken each step by the days since they could"))
    if told:
        st.caption(
            words(
                "In brackets, and as the pale band: where the share lies 95 times in 100. People who have not taken the step yet are"
                " counted for as long as they were watched; a customer who lapses can still climb later."
            )
        )
    _skipped(words, found)
    with st.expander(words("All steps as a table")):
        cell_table(words, speed_rows(words, found.steps), "steps")


def _in_words(words: PageWords, step: Step) -> str:
    """The step in one line: how many take it within a year (or the time watched), and the day by which half have."""
    seen = step.within_year or step.so_far
    if seen is None:
        return ""
    half = (
        words("fewer than half take it in the time watched")
        if step.median_days is None
        else words.plural("half have taken it after {count} day", "half have taken it after {count} days", step.median_days)
    )
    within = words("within a year") if step.within_year else words.plural("within {count} day", "within {count} days", seen.days)
    return "- " + words(
        "**{step}**: {share} ({low} to {high}) {within}; {half}.",
        step=words(STEP_LABELS[step.name]),
        share=words.percent(seen.share, 0),
        low=words.percent(seen.low, 0),
        high=words.percent(seen.high, 0),
        within=within,
        half=half,
    )


def _skipped(words: PageWords, found: StepSpeeds) -> None:
    skipped = found.skipped_regular
    if not skipped.of:
        st.caption(words("Nobody has become an advocate yet, or nothing in the data shows who recommends the shop."))
        return
    st.markdown(
        words.plural(
            "Of {count} customer who became an advocate, {skipped} climbed straight over the rung of the regulars.",
            "Of {count} customers who became advocates, {skipped} climbed straight over the rung of the regulars.",
            skipped.of,
            skipped=skipped.count,
        )
    )


def month_by_month(words: PageWords, history: LadderHistory) -> None:
    """The moves of each month and who stood where at its end."""
    st.subheader(words("Month by month"))
    latest = history.months[-1]
    until = "" if latest.is_complete else words("The last month is not over: counted until {day}", day=history.as_of)
    full = history.months[-1 if latest.is_complete else -2] if len(history.months) > 1 or latest.is_complete else None
    if full is not None:
        st.markdown(
            words(
                "In the last full month, {month}, moves up (new, back, climbed): {up}; moves down (lapsed, slipped): {down}.",
                month=words.month(full.month.year, full.month.month),
                up=full.new + full.came_back + full.climbed,
                down=full.lapsed + full.slipped,
            )
        )
    show_chart(words, "moves_by_month", moves_frame(words, history.months, until), None, words("Moves up and down in each month"))
    show_chart(words, "rung_stocks", stocks_frame(words, history.months, until), None, words("People on each rung at each month's end"))
    if until:
        st.caption(f"* {until}.")
    st.caption(words("The first months of a file look full of newcomers: nobody can tell who had bought before it begins."))
    with st.expander(words("All months as a table")):
        cell_table(words, month_rows(words, history.months), "months")
