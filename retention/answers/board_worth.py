"""What one more rung is worth: the value of a move, the chance of it on the shop's own past, and the two multiplied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from retention.answers.rungs_since import COLUMNS, RUNGS, RungsSince, counted
from retention.models.history import Floats, Integers
from retention.models.proportions import Share, share_of
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED

Aim = Literal["climb", "come_back", "hold"]
# Why nothing is said: too few customers for a forecast, too few such people in the past or too few of their rung who moved.
Lacking = Literal["no_forecast", "few_seen"]

FEWEST_SEEN = 10  # such people in the past for a chance to be told, and people of their rung who moved for a gain to be told
PULL = 5.0  # how many people the rate of the whole rung counts for beside those of the cell
GAIN_PULL = 30.0  # the same for the gain: money differs from one customer to the next far more than a yes or no


@dataclass(frozen=True, eq=False)
class BoardMeans:
    """How many customers stand on each rung (a row) and tier (a column), and what all of them are expected to bring (None = not told).

    chance_to_buy: their chances to buy in the months ahead, added up. movers: for each aim, what those who moved so since the past day
    are expected to bring today, added up by the rung and tier of that day: exactly those whom the chance counts, wherever they stand now.
    """

    people: Integers
    predicted: Floats | None
    chance_to_buy: Floats | None = None
    movers: Mapping[Aim, Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, rung: Integers, tier: Integers, predicted: Floats | None, chance_to_buy: Floats | None = None) -> BoardMeans:
        """From one entry per customer, without any movers."""
        place = rung * COLUMNS + tier
        return cls(
            counted(place),
            None if predicted is None else added(place, predicted),
            None if chance_to_buy is None else added(place, chance_to_buy),
        )

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

    def change(self, aim: Aim, moves: Integers, rung: int, tier: int) -> float | None:
        """How much more (or, below 0, less) one of this cell brings after such a move; None where too few of the rung have made it.

        (n × own + k × of the rung) / (n + k): own = mean of the cell's movers - mean of the cell, k = GAIN_PULL.
        """
        here, whole, movers = self.value(rung, tier), self.value(rung), self.movers.get(aim)
        if here is None or whole is None or movers is None or moves[rung].sum() < FEWEST_SEEN:
            return None
        people = int(moves[rung, tier])
        own = float(movers[rung, tier]) - people * here
        of_the_rung = float(movers[rung].sum()) / int(moves[rung].sum()) - whole
        return (own + GAIN_PULL * of_the_rung) / (people + GAIN_PULL)


def added(place: Integers, figures: Floats) -> Floats:
    """The figures added up by rung and tier."""
    return np.bincount(place, weights=figures, minlength=RUNGS * COLUMNS).reshape(RUNGS, COLUMNS).astype(np.float64)


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
        change = None if chance is None else means.change(aim, moves, rung, tier)
        aim_value, aim_people = None if here is None or change is None else here + change, moved.count
    gain = None if aim_value is None or here is None else max(0.0, here - aim_value if aim == "hold" else aim_value - here)
    worth: float | None = None
    lacking: Lacking | None = None
    if here is None:
        lacking = "no_forecast"
    elif chance is None or gain is None:
        lacking = "few_seen"
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
