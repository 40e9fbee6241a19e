"""What one more rung is worth: the value of a move, the chance of it on the shop's own past, and the two multiplied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from retention.answers.rungs_since import COLUMNS, RUNGS, RungsSince
from retention.models.history import Floats, Integers
from retention.models.proportions import Share, share_of
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED

Aim = Literal["climb", "come_back", "hold"]
# Why nothing is said: too few customers for a forecast, too few such people in the past, nobody where they would go.
Lacking = Literal["no_forecast", "few_seen", "nobody_there"]

FEWEST_THERE = 30  # who made the move, for their own mean to stand for it
FEWEST_SEEN = 10  # such people in the past, for a chance to be told
PULL = 5.0  # how many people the rate of the whole rung counts for beside those of the cell


@dataclass(frozen=True, eq=False)
class Arrived:
    """Where those of each rung and tier of the past stand today: per rung then, tier then and rung now, their number and what all of
    them are expected to bring."""

    people: Integers
    predicted: Floats

    @classmethod
    def of(cls, place_then: Integers, rung: Integers, predicted: Floats) -> Arrived:
        """From one entry per customer known then; place_then = rung then × COLUMNS + tier then."""
        place, cells, shape = place_then * RUNGS + rung, RUNGS * COLUMNS * RUNGS, (RUNGS, COLUMNS, RUNGS)
        people = np.bincount(place, minlength=cells).reshape(shape).astype(np.int64)
        return cls(people, np.bincount(place, weights=predicted, minlength=cells).reshape(shape).astype(np.float64))


@dataclass(frozen=True, eq=False)
class BoardMeans:
    """How many customers stand on each rung (a row) and tier (a column), and what all of them are expected to bring (None = not told).

    arrived: where today's customers came from, as far as they were known some months ago. chance_to_buy: their chances to buy in the
    months ahead, added up.
    """

    people: Integers
    predicted: Floats | None
    arrived: Arrived | None = None
    chance_to_buy: Floats | None = None

    @classmethod
    def of(
        cls, rung: Integers, tier: Integers, predicted: Floats | None, arrived: Arrived | None = None, chance_to_buy: Floats | None = None
    ) -> BoardMeans:
        """From one entry per customer."""
        place, cells, shape = rung * COLUMNS + tier, RUNGS * COLUMNS, (RUNGS, COLUMNS)

        def added(figures: Floats | None) -> Floats | None:
            return None if figures is None else np.bincount(place, weights=figures, minlength=cells).reshape(shape).astype(np.float64)

        people = np.bincount(place, minlength=cells).reshape(shape).astype(np.int64)
        return cls(people, added(predicted), arrived, added(chance_to_buy))

    def customers(self, rung: int, tier: int | None = None) -> int:
        """How many stand there, in one tier or in all."""
        return int(self.people[rung].sum() if tier is None else self.people[rung, tier])

    def total(self, rung: int, tier: int | None = None) -> float | None:
        """What all of them together are expected to bring."""
        if self.predicted is None or not self.customers(rung, tier):
            return None
        return float(self.predicted[rung].sum() if tier is None else self.predicted[rung, tier])

    def value(self, rung: int, tier: int | None = None) -> float | None:
        """What one of them is expected to bring, on average."""
        total = self.total(rung, tier)
        return None if total is None else total / self.customers(rung, tier)

    def chance_here(self, rung: int, tier: int) -> float | None:
        """How likely one of them is to buy in the months ahead, by the forecast."""
        people = self.customers(rung, tier)
        return None if self.chance_to_buy is None or not people else float(self.chance_to_buy[rung, tier]) / people

    def value_there(self, rung: int, tier: int, to: int) -> tuple[float | None, int]:
        """What one of this rung and tier would bring on that other rung, and of how many that is the mean.

        The first of these that are enough people: who stands there now and stood in this cell some months ago; who stands there in the
        same tier; who stands there and came from this rung; everybody there. Who comes from a low tier brings less after the move too,
        so all the others there are the poorest guide.
        """
        for people, total in self._guides(rung, tier, to):
            if people >= FEWEST_THERE:
                return total / people, people
        return self.value(to), self.customers(to)

    def _guides(self, rung: int, tier: int, to: int) -> Iterator[tuple[int, float]]:
        """How many people could speak for the move, and what all of them are expected to bring, the best guides first."""
        if self.predicted is None:
            return
        here = (rung, tier, to)
        if self.arrived is not None:
            yield int(self.arrived.people[here]), float(self.arrived.predicted[here])
        yield self.customers(to, tier), float(self.predicted[to, tier])
        if self.arrived is not None:
            yield int(self.arrived.people[rung, :, to].sum()), float(self.arrived.predicted[rung, :, to].sum())


@dataclass(frozen=True)
class MoveWorth:
    """See rung_board.BoardCell, whose second half this is; rungs by number."""

    aim: Aim
    aim_rungs: tuple[int, ...]
    aim_value: float | None
    aim_people: int
    gain: float | None
    moved: Share
    chance: float | None
    most_worth_spending: float | None
    lacking: Lacking | None


def move_worth(means: BoardMeans, past: RungsSince, rung: int, tier: int) -> MoveWorth:
    """The most worth spending on one customer of that rung and tier, and what it rests on."""
    aim, rungs = _aim(means, past, rung)
    moves = {"climb": past.climbed, "come_back": past.came_back, "hold": past.lapsed}[aim]
    moved = share_of(int(moves[rung, tier]), int(past.people[rung, tier]))
    here = means.value(rung, tier)
    if aim == "come_back":
        # who had lapsed then had been silent for less long than many of today's lapsed: the past would promise too much
        chance = means.chance_here(rung, tier)
        aim_value, aim_people = here / chance if here is not None and chance else None, means.customers(rung, tier)
    else:
        chance = shrunk(moved, share_of(int(moves[rung].sum()), int(past.people[rung].sum()))) if moved.of >= FEWEST_SEEN else None
        aim_value, aim_people = means.value_there(rung, tier, rungs[0]) if rungs else (None, 0)
    gain = None if aim_value is None or here is None else max(0.0, here - aim_value if aim == "hold" else aim_value - here)
    worth: float | None = None
    lacking: Lacking | None = None
    if here is None:
        lacking = "no_forecast"
    elif chance is None:
        lacking = "few_seen"
    elif gain is None:
        lacking = "nobody_there"
    else:
        worth = gain * chance
    return MoveWorth(aim, rungs, aim_value, aim_people, gain, moved, chance, worth, lacking)


def shrunk(moved: Share, of_the_rung: Share) -> float:
    """(moved + k × rate of the whole rung) / (people + k), k = 5: few people are drawn towards what holds for all of their rung.

    ValueError where nobody of the rung was seen.
    """
    if of_the_rung.share is None:
        raise ValueError("nobody of the rung was seen, so it has no rate")
    return (moved.count + PULL * of_the_rung.share) / (moved.of + PULL)


def _aim(means: BoardMeans, past: RungsSince, rung: int) -> tuple[Aim, tuple[int, ...]]:
    """What spending on a rung is for, and the rungs with people that it leads to."""
    if rung == LAPSED:
        return "come_back", tuple(to for to in CUSTOMER_RUNGS if past.returned_to[to] and means.customers(to))
    higher = [to for to in CUSTOMER_RUNGS if rung < to < LAPSED and means.customers(to)]
    if higher:
        return "climb", (higher[0],)
    return "hold", (LAPSED,) if means.customers(LAPSED) else ()
