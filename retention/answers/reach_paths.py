"""The stages that everybody, a channel or a month has come through, each measured on the one before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from retention.answers.channel_names import NOT_KNOWN, channel_key
from retention.answers.reach_counts import Comebacks, ContactLine, NewCustomers, people_by_stage
from retention.models.history import Yes
from retention.warehouse.facts import month_number, month_of, period_name

CONTACTS = ("reached", "visited", "enquired")


# stage -> channel's key -> people; a stage that names no channel has the key NOT_KNOWN alone and counts for the whole shop
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Step:
    """One stage: reached, visited, enquired, then the first, second and third purchase.

    people: None = not known. of: the nearest known stage before. share: counted ÷ of_people; None where there is nothing to measure it on.
    counted, of_people: the people here and there by the channels counted at both stages: fewer than all, or none, where channels count
    different stages. low, high: where the share lies 95 times in 100, only between purchases: people reached or counted at a door are
    another count, not the same persons.
    """

    name: str
    people: int | None
    of: str | None = None
    counted: int | None = None
    of_people: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None


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
    """What all paths are made of: the new customers, the contacts of the window, and the stages to show."""

    new: NewCustomers
    lines: Sequence[ContactLine]
    typed: Mapping[str, int]
    stages: tuple[str, ...]

    @property
    def whole(self) -> Path:
        """Everybody."""
        typed = {stage: {NOT_KNOWN: people} for stage, people in self.typed.items()}
        return self.path(None, _counts(self.lines) | typed, self.new.everybody)

    def path(self, name: str | None, counts: Counts, members: Yes, is_month: bool = False, is_whole: bool = True) -> Path:
        """The stages of these customers behind the people counted for them."""
        came = self.new.comebacks(members)
        steps: list[Step] = []
        before: str | None = None
        for stage in self.stages:
            if stage not in counts:
                steps.append(Step(stage, None))
                continue
            steps.append(_contact_step(stage, counts[stage], before, counts))
            before = stage
        steps.append(self._first_purchase(members, before, counts))
        for stage, of, share in (("second", "first", came.second), ("third", "second", came.third)):
            steps.append(Step(stage, share.count, of, share.count, share.of, share.share, share.low, share.high))
        return Path(name, tuple(steps), came, is_month, is_whole, came.second_soon.of == came.first)

    def _first_purchase(self, members: Yes, before: str | None, counts: Counts) -> Step:
        people = int(members.sum())
        if before is None:
            return Step("first", people)
        known = counts[before]
        counted = people if _is_of_all(known) else int((members & self.new.of_channels(known)).sum())
        return _measured(Step("first", people, before, counted, sum(known.values())))


def trail(new: NewCustomers, lines: Sequence[ContactLine], typed: Mapping[str, int]) -> Trail:
    """Reached and visited are always shown, known or not; asked only where it is counted, and instead of visits where those are not."""
    known = {*people_by_stage(lines), *typed}
    stages = tuple(stage for stage in CONTACTS if stage in known or stage == "reached" or (stage == "visited" and "enquired" not in known))
    return Trail(new, lines, typed, stages)


def paths_by_channel(given: Trail) -> tuple[Path, ...]:
    """Those of most new customers first; none where no channel is named anywhere."""
    new, lines_of = given.new, defaultdict(list)
    for line in given.lines:
        lines_of[channel_key(line["channel"])].append(line)
    written = {key: " ".join((lines[-1]["channel"] or "").split()) for key, lines in lines_of.items()} | dict(new.written)
    with_customers = np.bincount(new.channel, minlength=len(new.channels)) > 0
    keys = {*written, *(key for key, some in zip(new.channels, with_customers.tolist(), strict=True) if some)}
    if keys <= {NOT_KNOWN}:
        return ()
    found = [given.path(written.get(key) or None, _counts(lines_of.get(key, [])), new.of_channels([key])) for key in keys]
    return tuple(sorted(found, key=lambda one: (-one.comebacks.first, -(one.steps[0].people or 0), one.name or "")))


def paths_by_month(given: Trail, first: date, last: date) -> tuple[Path, ...]:
    """Every calendar month from the first day to the last, the earliest first."""
    found = []
    for month in range(month_number(first), month_number(last) + 1):
        counts = _counts(line for line in given.lines if line["month"] == month)
        is_whole = month_of(month) >= first and month_of(month + 1).toordinal() <= last.toordinal() + 1
        found.append(given.path(period_name(month, 1), counts, given.new.month == month, True, is_whole))
    return tuple(found)


def _counts(lines: Iterable[ContactLine]) -> dict[str, Mapping[str, int]]:
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        people[line["stage"]][channel_key(line["channel"])] += line["people"]
    return dict(people)


def _is_of_all(known: Mapping[str, int]) -> bool:
    """Whether a stage counts for the whole shop, because none of its people have a channel."""
    return known.keys() <= {NOT_KNOWN}


def _contact_step(stage: str, here: Mapping[str, int], before: str | None, counts: Counts) -> Step:
    people = sum(here.values())
    if before is None:
        return Step(stage, people)
    there = counts[before]
    if _is_of_all(here) or _is_of_all(there):
        return _measured(Step(stage, people, before, people, sum(there.values())))
    both = here.keys() & there.keys()
    return _measured(Step(stage, people, before, sum(here[key] for key in both), sum(there[key] for key in both)))


def _measured(step: Step) -> Step:
    if not step.of_people or step.counted is None:
        return step
    return replace(step, share=step.counted / step.of_people)
