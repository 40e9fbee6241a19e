"""Where the last full quarter differs from the same quarter of the year before by more than chance explains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import sqrt

from scipy.stats import binomtest, norm

from retention.answers.movement import Move, moves
from retention.answers.quarter_findings import ComparedRate, QuarterCompared, findings
from retention.models.gap_limits import NEVER_DAYS
from retention.models.proportions import BEYOND_NOISE, Share, can_be_compared, chance_of_no_difference, chances_of_many, share_of
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.facts import QUARTER, day_number, last_whole_month, month_of
from retention.warehouse.rungs import ADVOCATE, FIRST_PURCHASE, LAPSED, NAMES, REGULAR, MoveKind

# Only those who lapsed within the half year before a quarter are asked whether they came back in it: the long-lapsed hardly ever do and
# pile up as a shop grows older, so that of all the lapsed together fewer would come back year after year.
LAPSED_LATELY_DAYS = 182
POWER = 0.8
# The z test is trusted where the smaller quarter would have at least so many who moved and so many who did not.
# What is compared: moves of which kind, and where they can start. Climbing is compared rung by rung: of a first purchase many climb, of
# the regulars few, so that of both together fewer would climb wherever regulars pile up.
COMPARED: dict[str, tuple[MoveKind, tuple[int, ...]]] = {
    "climbed": ("climbed", (FIRST_PURCHASE,)),
    "became_advocate": ("climbed", (REGULAR,)),
    "slipped": ("slipped", (ADVOCATE,)),
    "lapsed": ("lapsed", (FIRST_PURCHASE, REGULAR, ADVOCATE)),
    "came_back": ("came_back", (LAPSED,)),
}


def quarter_compared(marts: Marts) -> QuarterCompared:
    """The comparison, or in a sentence why there can be none: too little history, or an earlier quarter that saw only newcomers."""
    first, last = last_full_quarter(marts.facts.as_of)
    first_before, last_before = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    with marts.engine() as engine:
        limits = engine.arrow("select lapsed_flat_days from gap_limits order by repeat_purchases limit 1")["lapsed_flat_days"].to_pylist()
        advocates = engine.arrow("select from_day from rung_spells where rung = 5 order by from_day limit 1")["from_day"].to_pylist()
    # where nobody has ever come back there is no limit, and nobody from before the data could have come back unseen
    limit_days = sum(days for days in limits if days < NEVER_DAYS)
    missing = _missing(marts.facts.first_day, first_before, limit_days)
    if missing is not None:
        return QuarterCompared(first, last, first_before, last_before, (), None, None, None, (), missing)
    evening, lately = timedelta(days=1), timedelta(days=LAPSED_LATELY_DAYS)
    now = moves(marts, first - evening, last, first - lately)
    before = moves(marts, first_before - evening, last_before, first_before - lately)
    empty = QuarterCompared(first, last, first_before, last_before, (), None, None, None, (), None)
    return compared(empty, any(day < day_number(first_before) for day in advocates), now, before)


def last_full_quarter(as_of: date) -> tuple[date, date]:
    """First and last day of the last calendar quarter that is over by the evening of the as-of day."""
    after = (last_whole_month(as_of) + 1) // QUARTER * QUARTER
    return month_of(after - QUARTER), month_of(after) - timedelta(days=1)


def compared(quarters: QuarterCompared, had_advocates: bool, now: Iterable[Move], before: Iterable[Move]) -> QuarterCompared:
    """The quarters with what moved in them: two-proportion z tests, Holm over all kinds.

    had_advocates: somebody was one before the earlier quarter began; else nothing in the data of that time could have made one, and how
    many regulars became advocates is not compared.
    New customers: given how many came in both quarters together, each came in the later one with the chance days / all days (exact test).
    """
    now, before = tuple(now), tuple(before)
    rates = [_rate(kind, now, before) for kind in COMPARED if had_advocates or kind != "became_advocate"]
    new, new_before = (sum(move.customers for move in moved if move.kind == "new") for moved in (now, before))
    days, days_before = (quarters.last - quarters.first).days + 1, (quarters.last_before - quarters.first_before).days + 1
    raw = [rate.chance for rate in rates if rate.chance is not None]
    new_raw = [float(binomtest(new, new + new_before, days / (days + days_before)).pvalue)] if new + new_before else []
    fitted = list(chances_of_many([*raw, *new_raw]))
    new_chance = fitted.pop() if new_raw else None
    told = iter(fitted)
    questions = len(raw) + len(new_raw)
    fair = tuple(
        rate if rate.chance is None else replace(rate, chance=next(told), detectable=_detectable(rate.now, rate.before, questions))
        for rate in rates
    )
    found = replace(quarters, rates=fair, new=new, new_before=new_before, new_chance=new_chance)
    return replace(found, findings=findings(found))


def _rate(kind: str, now: tuple[Move, ...], before: tuple[Move, ...]) -> ComparedRate:
    move_kind, rungs = COMPARED[kind]
    starts = {NAMES[rung] for rung in rungs}
    shares = []
    for moved in (now, before):
        standing = [move for move in moved if move.rung_from in starts]
        people = sum(move.customers for move in standing)
        shares.append(share_of(sum(move.customers for move in standing if move.kind == move_kind), people))
    one, other = shares
    if not can_be_compared(one.count, one.of, other.count, other.of):
        return ComparedRate(kind, one, other, None, None)
    return ComparedRate(kind, one, other, chance_of_no_difference(one.count, one.of, other.count, other.of), None)


def _detectable(one: Share, other: Share, questions: int) -> float:
    """The difference found four times in five: (z of the noise level + z of the power) × its standard error at the pooled share."""
    pooled = (one.count + other.count) / (one.of + other.of)
    spread = sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of))
    return float(norm.ppf(1 - BEYOND_NOISE / questions / 2) + norm.ppf(POWER)) * spread


def _missing(history_first: date, first_before: date, limit_days: int) -> Sentence | None:
    if history_first > first_before:
        return sentence("To compare a quarter with the same one a year earlier, a year and a quarter of history is needed.")
    if first_before < history_first + timedelta(days=limit_days):
        return sentence(
            "The quarter a year earlier began on {day}, too soon after the first sale ({first}) for a fair comparison: customers from"
            " before the data still look like new ones then.",
            day=first_before,
            first=history_first,
        )
    return None
