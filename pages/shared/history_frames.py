"""From the history of the ladder to the frames of its charts and tables."""

from __future__ import annotations

import pandas as pd

from retention.answers.month_moves import MonthOfMoves
from retention.answers.quarter_findings import QuarterCompared
from retention.answers.step_speeds import Step
from retention.answers.strategies import STRATEGIES
from retention.sentence import N_
from shared.cell_table import UNKNOWN, Cell, count, share, text
from shared.language import PageWords
from shared.movement_frames import KINDS

STEP_LABELS = {
    "second_purchase": N_("First → second purchase"),
    "regular": N_("First purchase → regular"),
    "advocate": N_("Regular → advocate"),
    "back": N_("Lapsed → back"),
}
UP, DOWN = ("new", "came_back", "climbed"), ("lapsed", "slipped")
ACTIVE = ("advocate", "regular", "first_purchase")
RATES = {
    "climbed": N_("Climbed, of those with a first purchase"),
    "became_advocate": N_("Became advocates, of the regulars"),
    "slipped": N_("Slipped, of the advocates"),
    "lapsed": N_("Lapsed, of those on the ladder"),
    "came_back": N_("Came back, of those lapsed in the half year before"),
}


def speed_frame(words: PageWords, steps: tuple[Step, ...]) -> pd.DataFrame:
    """A curve for each step that somebody has taken and enough people stood before; the chart writes its figures, which are hundreds."""
    drawn = [(place, words(STEP_LABELS[step.name]), step.curve) for place, step in enumerate(steps) if step.taken]
    rows = [(place, label, point.days, point.share, point.low, point.high) for place, label, curve in drawn for point in curve]
    return pd.DataFrame(rows, columns=["place", "step_label", "day", "share", "low", "high"])


def speed_rows(words: PageWords, steps: tuple[Step, ...]) -> list[dict[str, Cell]]:
    """One row per step: people, days, shares with their intervals; not told where too few people can tell."""
    return [
        {
            words("Step"): text(words(STEP_LABELS[step.name])),
            words("Stood before it"): count(words, step.stood),
            words("Have taken it"): count(words, step.taken),
            words("Days until half have"): count(words, step.median_days),
            words("Within a year"): share(words, step.within_year and step.within_year.share),
            words("Within a year, at least"): share(words, step.within_year and step.within_year.low),
            words("Within a year, at most"): share(words, step.within_year and step.within_year.high),
            words("In all the days watched"): share(words, step.so_far and step.so_far.share),
            words("Days watched"): count(words, step.so_far and step.so_far.days),
        }
        for step in steps
    ]


def moves_frame(words: PageWords, months: tuple[MonthOfMoves, ...], until: str) -> pd.DataFrame:
    """Each month's moves by kind, those down below zero; `until` is said of a month that is not over."""
    rows = []
    for month in months:
        for place, kind in enumerate((*UP, *DOWN)):
            count = getattr(month, kind)
            rows.append(
                {
                    "month": month.month,
                    "kind": kind,
                    "place": place,
                    "moves": count if kind in UP else -count,
                    "tooltip_text": _said(words, month, words(KINDS[kind]), count),
                    "is_complete": month.is_complete,
                    "label": "" if month.is_complete else until,
                }
            )
    frame = pd.DataFrame(rows)
    return frame if frame.empty else frame.assign(month=pd.to_datetime(frame["month"]))


def stocks_frame(words: PageWords, months: tuple[MonthOfMoves, ...], until: str) -> pd.DataFrame:
    """The people on each rung at each month's end, the lapsed below zero."""
    rows = []
    for month in months:
        for place, rung in enumerate((*ACTIVE, "lapsed")):
            count = getattr(month, f"on_{rung}")
            rows.append(
                {
                    "month": month.month,
                    "kind": rung,
                    "place": place,
                    "people": count if rung in ACTIVE else -count,
                    "tooltip_text": _said(words, month, words(STRATEGIES[rung].label), count),
                    "is_complete": month.is_complete,
                    "label": "" if month.is_complete else until,
                }
            )
    frame = pd.DataFrame(rows)
    return frame if frame.empty else frame.assign(month=pd.to_datetime(frame["month"]))


def month_rows(words: PageWords, months: tuple[MonthOfMoves, ...]) -> list[dict[str, Cell]]:
    """One row per month, the latest first: its moves and the people on each rung at its end."""
    return [
        {
            words("Month"): text(words.month(month.month.year, month.month.month) + ("" if month.is_complete else " *")),
            **{words(KINDS[kind]): count(words, getattr(month, kind)) for kind in (*UP, *DOWN)},
            **{
                words("On “{rung}” at the end", rung=words(STRATEGIES[rung].label)): count(words, getattr(month, f"on_{rung}"))
                for rung in (*ACTIVE, "lapsed")
            },
        }
        for month in reversed(months)
    ]


def quarter_rows(words: PageWords, found: QuarterCompared) -> list[dict[str, Cell]]:
    """One row per kind of move: both quarters, whether they differ, and the difference that would have shown."""
    now, before = (words.period(f"{day.year}-Q{(day.month + 2) // 3}") for day in (found.first, found.first_before))
    rows = [
        {
            words("Share of people"): text(words(RATES[rate.kind])),
            now: text(_share(words, rate.now.count, rate.now.of, rate.now.share)),
            before: text(_share(words, rate.before.count, rate.before.of, rate.before.share)),
            words("More than chance?"): text(_verdict(words, rate.chance, rate.is_beyond_noise)),
            words("Difference that would show"): text(
                UNKNOWN if rate.detectable is None else words("{points} in 100", points=words.number(100 * rate.detectable, 1))
            ),
        }
        for rate in found.rates
    ]
    newcomers = {
        words("Share of people"): text(words("First purchase ever (people)")),
        now: text(UNKNOWN if found.new is None else words.number(found.new)),
        before: text(UNKNOWN if found.new_before is None else words.number(found.new_before)),
        words("More than chance?"): text(_verdict(words, found.new_chance, found.is_new_beyond_noise)),
        words("Difference that would show"): text(UNKNOWN),
    }
    return [*rows, newcomers]


def _said(words: PageWords, month: MonthOfMoves, name: str, count: int) -> str:
    when = words.month(month.month.year, month.month.month)
    return f"{when} · {name}: {words.number(count)}"


def _share(words: PageWords, count: int, of: int, share: float | None) -> str:
    return UNKNOWN if share is None else words("{share} ({count} of {of})", share=words.percent(share), count=count, of=of)


def _verdict(words: PageWords, chance: float | None, is_beyond_noise: bool) -> str:
    if chance is None:
        return words("Too few to tell")
    return words("Yes") if is_beyond_noise else words("No")
