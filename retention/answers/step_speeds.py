"""How fast people climb: how long each step of the ladder takes, and which share ever takes it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from retention.models.history import Floats
from retention.models.kaplan_meier import KaplanMeier
from retention.models.proportions import Share, share_of
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

# The steps as the query numbers them.
STEPS = {1: "second_purchase", 2: "regular", 3: "advocate", 4: "back"}
ADVOCATE_STEP = 3
# A curve ends where fewer people than this are still watched: beyond, one person moves it by a tenth or more.
LEAST_WATCHED = 10
YEAR_DAYS = 365
CURVE_POINTS = 120


@dataclass(frozen=True)
class Taken:
    """By so many days, which share has taken the step: between low and high 95 times in 100."""

    days: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Step:
    """One step, counted for each customer from the first time on the lower rung to the first time on the higher one or above it.

    name: second_purchase and regular from the first purchase, advocate from becoming a regular, back from the first lapse.
    stood: people who ever stood where it begins; taken: those of them who have taken it by the as-of day.
    median_days: by then half of all who stood there had taken it, the waits still open counted in; None where fewer than half do
    in the time observed. within_year and so_far (up to the last day on which at least LEAST_WATCHED people were watched):
    Kaplan–Meier shares; None where too few were watched for so long. curve: the share by days, empty where too few stood there.
    """

    name: str
    stood: int
    taken: int
    median_days: int | None
    within_year: Taken | None
    so_far: Taken | None
    curve: tuple[Taken, ...]


@dataclass(frozen=True)
class StepSpeeds:
    """Every step, and how many advocates climbed straight over the rung of the regulars: without a day as a plain regular."""

    steps: tuple[Step, ...]
    skipped_regular: Share


def step_speeds(marts: Marts) -> StepSpeeds:
    """The speed of each step on the as-of day. A customer who lapses can still climb: only the as-of day cuts a wait off."""
    with marts.engine() as engine:
        waits = engine.arrow(sql_text("answers", "step_waits"))
    steps, days, closed, people = (waits[name].to_numpy() for name in ("step", "days", "is_closed", "customers"))
    advocates = (steps == ADVOCATE_STEP) & (closed == 1)
    skipped = share_of(int(people[advocates & (days == 0)].sum()), int(people[advocates].sum()))
    return StepSpeeds(tuple(step_of(name, waits.filter(pa.array(steps == number))) for number, name in STEPS.items()), skipped)


def step_of(name: str, waits: pa.Table) -> Step:
    """One step from its waits, grouped: days, is_closed (1 = taken), customers."""
    days, closed, people = (waits[column].to_numpy().astype(float) for column in ("days", "is_closed", "customers"))
    stood, taken = int(people.sum()), int((people * closed).sum())
    if stood < LEAST_WATCHED:
        return Step(name, stood, taken, None, None, None, ())
    order = np.argsort(-days, kind="stable")
    # the longest time that at least so many people were watched for
    watched_days = int(days[order][np.searchsorted(np.cumsum(people[order]), LEAST_WATCHED)])
    curve = KaplanMeier.fit(days, people * closed, people * (1 - closed))
    median = curve.quantile(0.5)
    marks = np.unique(np.linspace(0, watched_days, CURVE_POINTS).astype(int))
    return Step(
        name=name,
        stood=stood,
        taken=taken,
        median_days=int(median) if median is not None and median <= watched_days else None,
        within_year=_taken(curve, days, people, YEAR_DAYS) if watched_days >= YEAR_DAYS else None,
        so_far=_taken(curve, days, people, watched_days),
        curve=tuple(_taken(curve, days, people, int(day)) for day in marks),
    )


def _taken(curve: KaplanMeier, days: Floats, people: Floats, day: int) -> Taken:
    """The share by this day with its interval.

    Where nobody or everybody has taken it the spread is not known: the people watched that long stand in (Wilson).
    """
    waiting, between = curve.survival_at(day), curve.interval_at(day)
    if between is not None:
        return Taken(day, 1 - waiting, 1 - between[1], 1 - between[0])
    watched = int(people[days >= day].sum())
    alone = share_of(watched if waiting < 0.5 else 0, watched)
    return Taken(day, 1 - waiting, alone.low or 0.0, 1.0 if alone.high is None else alone.high)
