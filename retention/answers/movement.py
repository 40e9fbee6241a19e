"""Who climbed, stayed, slipped, lapsed and came back between two evenings, and whether the base grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from retention.models.proportions import Share, share_of
from retention.sentence import Refusal, Sentence, counted, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import Facts, day_number
from retention.warehouse.rungs import LAPSED, NAMES, NEW, MoveKind, kind_of_move

MONTHS_BACK = 3
RUNG_NAMES = {NEW: "none", **NAMES}
RUNG_OF = {name: rung for rung, name in RUNG_NAMES.items()}


@dataclass(frozen=True)
class Move:
    """How many customers went from one rung to another between two evenings ("none" = not yet a customer)."""

    rung_from: str
    rung_to: str
    customers: int

    @property
    def kind(self) -> MoveKind:
        """What the move means: new, climbed, stayed, slipped, lapsed, came_back."""
        return kind_of_move(RUNG_OF[self.rung_from], RUNG_OF[self.rung_to])


@dataclass(frozen=True)
class Rate:
    """One cell of the matrix: of those who stood on one rung then (of the newcomers: of all of them), how many stand on another later."""

    rung_from: str
    rung_to: str
    kind: MoveKind
    share: Share


@dataclass(frozen=True)
class Movement:
    """Everybody's rung on two evenings, counted in people.

    on_ladder: active customers (bought and not lapsed) on the first evening = climbed + stayed + slipped + lapsed.
    lapsed_before: lapsed on the first evening = came_back + those still lapsed. new: first bought after it; new_and_lapsed of them
    have lapsed since. quick_ratio = (new + came_back) / (lapsed + new_and_lapsed): above 1 there are more active customers on the last
    evening than on the first. climbs_per_slip = climbed / slipped. Either is None where nobody lapsed, or slipped.
    matrix: one row per pair of rungs that somebody stood on. meaning: all that in one sentence.
    """

    first: date
    last: date
    on_ladder: int
    climbed: int
    stayed: int
    slipped: int
    lapsed: int
    lapsed_before: int
    came_back: int
    new: int
    new_and_lapsed: int
    quick_ratio: float | None
    climbs_per_slip: float | None
    matrix: tuple[Rate, ...]
    meaning: Sentence


def moves(marts: Marts, first: date, last: date, lapsed_from: date = date.min) -> tuple[Move, ...]:
    """Who stood where on the evening of the first day and of the last, counted; those who stayed are in it too.

    lapsed_from: who had lapsed before that day is left out.

    Raises Refusal when the first day is after the last one or the last one is not known yet.
    """
    if first > last:
        raise Refusal(
            sentence("{first} is later than {last}: choose an earlier day to start from, or a later one to end on.", first=first, last=last)
        )
    if last > marts.facts.as_of:
        raise Refusal(
            sentence("What will have moved by {last} is not known: end on {as_of} or before.", last=last, as_of=marts.facts.as_of),
        )
    with marts.engine() as engine:
        days = {"first_day": day_number(first), "last_day": day_number(last), "lapsed_from": day_number(lapsed_from)}
        rows = engine.arrow(sql_text("answers", "rungs_between"), days).to_pylist()
    return tuple(Move(RUNG_NAMES[row["rung_then"]], RUNG_NAMES[row["rung_later"]], row["customers"]) for row in rows)


def movement(marts: Marts, first: date, last: date) -> Movement:
    """What happened to everybody between two evenings.

    Raises Refusal unless first sale <= first < last <= as-of day.
    """
    if first == last:
        raise Refusal(sentence("Both days are {first}: between one evening and the same evening nobody moves.", first=first))
    if first < marts.facts.first_day:
        day = marts.facts.first_day
        raise Refusal(sentence("The first sale is of {day}: nobody stood on the ladder before that day.", day=day))
    return summed_up(first, last, moves(marts, first, last))


def summed_up(first: date, last: date, moved: Iterable[Move]) -> Movement:
    """The counted moves by what they mean."""
    moved = tuple(moved)
    lapsed_name = NAMES[LAPSED]
    active = [move for move in moved if move.rung_from not in ("none", lapsed_name)]

    def people(kind: MoveKind) -> int:
        return sum(move.customers for move in active if move.kind == kind)

    new, back = (sum(move.customers for move in moved if move.kind == kind) for kind in ("new", "came_back"))
    on_ladder, lapsed, slipped, climbed = sum(move.customers for move in active), people("lapsed"), people("slipped"), people("climbed")
    lapsed_before = sum(move.customers for move in moved if move.rung_from == lapsed_name)
    new_and_lapsed = sum(move.customers for move in moved if move.kind == "new" and move.rung_to == lapsed_name)
    said = counted(
        "Of {count} customer on the ladder on {first}, {climbed} climbed, {stayed} stayed, {slipped} slipped, {lapsed} lapsed by {last};"
        " of {before} who had lapsed, {back} came back; {new} bought for the first time.",
        "Of {count} customers on the ladder on {first}, {climbed} climbed, {stayed} stayed, {slipped} slipped, {lapsed} lapsed by {last};"
        " of {before} who had lapsed, {back} came back; {new} bought for the first time.",
        on_ladder,
        first=first,
        last=last,
        climbed=climbed,
        stayed=people("stayed"),
        slipped=slipped,
        lapsed=lapsed,
        before=lapsed_before,
        back=back,
        new=new,
    )
    return Movement(
        first=first,
        last=last,
        on_ladder=on_ladder,
        climbed=climbed,
        stayed=people("stayed"),
        slipped=slipped,
        lapsed=lapsed,
        lapsed_before=lapsed_before,
        came_back=back,
        new=new,
        new_and_lapsed=new_and_lapsed,
        quick_ratio=(new + back) / gone if (gone := lapsed + new_and_lapsed) else None,
        climbs_per_slip=climbed / slipped if slipped else None,
        matrix=_matrix(moved),
        meaning=said,
    )


@dataclass(frozen=True)
class MostLost:
    """The rung that loses most: is_clear = its rate lies above those of all others by more than chance explains, else by people only."""

    rate: Rate
    is_clear: bool


def lapse_rates(found: Movement) -> tuple[Rate, ...]:
    """How many of each rung's people have lapsed, for every rung somebody active stood on, the one that lost most people first."""
    standing = {rate.rung_from: rate.share.of for rate in found.matrix if RUNG_OF[rate.rung_from] not in (NEW, LAPSED)}
    lapsed = {rate.rung_from: rate.share.count for rate in found.matrix if rate.kind == "lapsed"}
    rates = (Rate(rung, NAMES[LAPSED], "lapsed", share_of(lapsed.get(rung, 0), people)) for rung, people in standing.items())
    return tuple(sorted(rates, key=lambda rate: -rate.share.count))


def loses_most(rates: Sequence[Rate]) -> MostLost | None:
    """The rung whose share of lapses lies, with its whole interval, above those of all others; else the one that lost most people.

    rates as lapse_rates gives them; None where nobody lapsed, or as many lapsed from two rungs.
    """
    for rate in rates:
        others = [other.share for other in rates if other is not rate]
        if others and all((rate.share.low or 0.0) > (other.high or 0.0) for other in others):
            return MostLost(rate, True)
    counts = [rate.share.count for rate in rates]
    is_alone = bool(counts) and counts.count(max(counts)) == 1 and counts[0] > 0
    return MostLost(rates[0], False) if is_alone else None


def usual_days(facts: Facts) -> tuple[date, date]:
    """The days to compare at first: the last of the month three months before the as-of day, or the first sale, and the as-of day."""
    months = facts.as_of.year * 12 + facts.as_of.month - MONTHS_BACK
    month_after = date(months // 12, months % 12 + 1, 1)
    return max(facts.first_day, month_after - timedelta(days=1)), facts.as_of


def _matrix(moved: tuple[Move, ...]) -> tuple[Rate, ...]:
    standing: dict[str, int] = {}
    for move in moved:
        standing[move.rung_from] = standing.get(move.rung_from, 0) + move.customers
    return tuple(Rate(move.rung_from, move.rung_to, move.kind, share_of(move.customers, standing[move.rung_from])) for move in moved)
