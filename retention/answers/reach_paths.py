"""The stages that everybody, a channel or a month has come through, each measured on the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.channel_names import NOT_KNOWN, channel_key
from retention.answers.reach_counts import Comebacks, ContactLine, NewCustomers, Yes, people_by_stage
from retention.warehouse.facts import month_of

CONTACTS = ("reached", "visited", "enquired")


@dataclass(frozen=True)
class Step:
    """One stage: reached, visited, enquired, then the first, second and third purchase.

    people: None = not known. share: people ÷ people of the nearest known stage before, which is `of`; None without one. Customers who came
    by channels without any contacts are left out of the share of the first purchase. low, high: where the share lies 95 times in 100, only
    between purchases: people reached or counted at a door are another count, not the same persons.
    """

    name: str
    people: int | None
    of: str | None
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Path:
    """Everybody, one channel (as written) or one month ("2026-03") on the way; name None = everybody, or channel not known.

    is_month: the name is a month's. is_whole: the window holds the whole month. is_finished: all of these have been known for 90 days,
    so `second_soon` counts them all.
    """

    name: str | None
    steps: tuple[Step, ...]
    comebacks: Comebacks
    is_month: bool
    is_whole: bool
    is_finished: bool


@dataclass(frozen=True, eq=False)
class Trail:
    """What all paths are made of: the new customers, the contacts of the window, and the stages to show.

    is_counted: which of the customers came by a channel whose contacts somebody counted, or may have.
    """

    new: NewCustomers
    lines: Sequence[ContactLine]
    stages: tuple[str, ...]
    is_counted: Yes


def trail(new: NewCustomers, lines: Sequence[ContactLine], typed: Mapping[str, int]) -> Trail:
    """Reached and visited are always shown, known or not; asked only where it is counted, and instead of visits where those are not."""
    known = {*people_by_stage(lines), *typed}
    stages = tuple(stage for stage in CONTACTS if stage in known or stage == "reached" or (stage == "visited" and "enquired" not in known))
    with_contacts = {channel_key(line["channel"]) for line in lines}
    if typed or not with_contacts or NOT_KNOWN in with_contacts:
        return Trail(new, lines, stages, new.everybody)
    return Trail(new, lines, stages, np.isin(new.channel.astype(str), list(with_contacts)))


def path(given: Trail, name: str | None, counts: Mapping[str, int], members: Yes, is_month: bool = False, is_whole: bool = True) -> Path:
    """The stages of these customers behind the people counted for them."""
    came = given.new.comebacks(members)
    steps: list[Step] = []
    before: tuple[str, int] | None = None
    for stage in given.stages:
        people = counts.get(stage)
        steps.append(_of_contacts(stage, people, people, before))
        before = before if people is None else (stage, people)
    steps.append(_of_contacts("first", came.first, int((members & given.is_counted).sum()), before))
    for stage, of, share in (("second", "first", came.second), ("third", "second", came.third)):
        steps.append(Step(stage, share.count, of, share.share, share.low, share.high))
    return Path(name, tuple(steps), came, is_month, is_whole, came.second_soon.of == came.first)


def paths_by_channel(given: Trail) -> tuple[Path, ...]:
    """Those of most new customers first; none where no channel is named anywhere."""
    new, lines = given.new, given.lines
    written = {channel_key(line["channel"]): " ".join((line["channel"] or "").split()) for line in lines} | dict(new.written)
    keys = {*written, *np.unique(new.channel.astype(str)).tolist()}
    if keys <= {NOT_KNOWN}:
        return ()
    found = []
    for key in keys:
        counts = people_by_stage(line for line in lines if channel_key(line["channel"]) == key)
        found.append(path(given, written.get(key) or None, counts, new.channel == key))
    return tuple(sorted(found, key=lambda one: (-one.comebacks.first, -(one.steps[0].people or 0), one.name or "")))


def paths_by_month(given: Trail, first: date, last: date) -> tuple[Path, ...]:
    """Every calendar month from the first day to the last, the earliest first."""
    found = []
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        counts = people_by_stage(line for line in given.lines if line["month"] == month)
        is_whole = month_of(month) >= first and month_of(month + 1).toordinal() <= last.toordinal() + 1
        found.append(path(given, f"{month_of(month):%Y-%m}", counts, given.new.month == month, True, is_whole))
    return tuple(found)


def _of_contacts(stage: str, people: int | None, counted: int | None, before: tuple[str, int] | None) -> Step:
    if before is None or not before[1] or counted is None:
        return Step(stage, people, None, None, None, None)
    return Step(stage, people, before[0], counted / before[1], None, None)
