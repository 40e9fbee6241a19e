"""Two quarters side by side: what is compared, and the sentences that say which differences are beyond noise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from retention.models.proportions import BEYOND_NOISE, Share
from retention.sentence import N_, Sentence, Value, counted, sentence

DIFFERS = {
    "climbed": N_(
        "From {first} to {last}, {now} % of those on the rung of the first purchase climbed ({count} of {of}); a year earlier {before} %"
        " ({count_before} of {of_before}): more than chance explains."
    ),
    "became_advocate": N_(
        "From {first} to {last}, {now} % of the regulars became advocates ({count} of {of}); a year earlier {before} % ({count_before} of"
        " {of_before}): more than chance explains."
    ),
    "slipped": N_(
        "From {first} to {last}, {now} % of the advocates slipped ({count} of {of}); a year earlier {before} % ({count_before} of"
        " {of_before}): more than chance explains."
    ),
    "lapsed": N_(
        "From {first} to {last}, {now} % of those on the ladder lapsed ({count} of {of}); a year earlier {before} % ({count_before} of"
        " {of_before}): more than chance explains."
    ),
    "came_back": N_(
        "From {first} to {last}, {now} % of those who had lapsed in the half year before came back ({count} of {of}); a year earlier"
        " {before} % ({count_before} of {of_before}): more than chance explains."
    ),
}


@dataclass(frozen=True)
class ComparedRate:
    """One kind of move in both quarters: of those who stood where it can start when the quarter began, how many had moved at its end.

    kind: climbed (from the first purchase), became_advocate (of the regulars), slipped, lapsed, came_back (of those who
    had lapsed in the half year before).
    chance: how often chance alone makes the two quarters this different, fit for all kinds asked at once (Holm); None = too few to tell.
    detectable: the least difference between the two shares that would have shown four times in five.
    """

    kind: str
    now: Share
    before: Share
    chance: float | None
    detectable: float | None

    @property
    def is_beyond_noise(self) -> bool:
        """Whether more than chance is needed to explain the difference."""
        return self.chance is not None and self.chance < BEYOND_NOISE


@dataclass(frozen=True)
class QuarterCompared:
    """The last full quarter (first to last) and the one a year before (first_before to last_before).

    new, new_before: customers who first bought in each; new_chance as in ComparedRate, allowing for the lengths of the two quarters.
    findings: one sentence for each difference beyond noise, or one that says there is none and what would have shown.
    missing: why nothing can be compared; then there are no rates.
    """

    first: date
    last: date
    first_before: date
    last_before: date
    rates: tuple[ComparedRate, ...]
    new: int | None
    new_before: int | None
    new_chance: float | None
    findings: tuple[Sentence, ...]
    missing: Sentence | None

    @property
    def is_new_beyond_noise(self) -> bool:
        """Whether more than chance is needed to explain how many came for the first time."""
        return self.new_chance is not None and self.new_chance < BEYOND_NOISE


def findings(found: QuarterCompared) -> tuple[Sentence, ...]:
    """One sentence for each difference beyond noise; where there is none, that, and the least difference that would have shown."""
    days: tuple[tuple[str, Value], ...] = (("first", found.first), ("last", found.last))
    said = [_differs(rate, days) for rate in found.rates if rate.is_beyond_noise]
    if found.is_new_beyond_noise and found.new is not None and found.new_before is not None:
        said.append(
            counted(
                "From {first} to {last}, {count} customer bought for the first time; a year earlier {before}: more than chance explains.",
                "From {first} to {last}, {count} customers bought for the first time; a year earlier {before}: more than chance explains.",
                found.new,
                before=found.new_before,
                **dict(days),
            )
        )
    if said:
        return tuple(said)
    smallest = min((rate.detectable for rate in found.rates if rate.detectable is not None), default=None)
    if smallest is None:
        return (
            sentence("From {first} to {last} and a year earlier too few people stood on the ladder to tell a difference.", **dict(days)),
        )
    return (
        sentence(
            "Nothing from {first} to {last} differs from the same quarter a year earlier beyond noise. The smallest difference that would"
            " have shown is about {points} in 100 people.",
            **dict(days),
            points=max(1, ceil(100 * smallest)),
        ),
    )


def _differs(rate: ComparedRate, days: tuple[tuple[str, Value], ...]) -> Sentence:
    now, before = 100 * (rate.now.share or 0.0), 100 * (rate.before.share or 0.0)
    is_told_apart = round(now) != round(before)
    counts = (("count", rate.now.count), ("of", rate.now.of), ("count_before", rate.before.count), ("of_before", rate.before.of))
    shares = (("now", round(now) if is_told_apart else now), ("before", round(before) if is_told_apart else before))
    return Sentence(DIFFERS[rate.kind], (*days, *shares, *counts))
