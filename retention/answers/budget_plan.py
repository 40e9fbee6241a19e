"""What another parting of the budget would bring, with everything that nobody knows as an assumption one can change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retention.answers.budget_worlds import Case, World, middle_world, worlds_drawn, worlds_told
from retention.answers.money_response import Response
from retention.models.budget_split import Side, Split, best_budget, best_split, least_spend, split_at
from retention.models.history import Floats

STEPS = 50  # points of the picture, less one
HARDLY_LESS = 1 - 1e-12  # of what is brought: all of it can be beyond reach by a rounding
OUTSIDE = 0.05  # of the draws lie below a range, and as many above it
HUNDREDTH = 0.01
Draws = list[list[World]]


@dataclass(frozen=True)
class Outcome:
    """One parting of the budget: share for winning, people won and kept, the money they bring, and what is left of it after the budget."""

    share: float
    cost: float
    won: float
    kept: float
    brings: float
    net: float


@dataclass(frozen=True)
class Point:
    """One place of the picture: the share for winning, what is left at it, and the least and most over all ceilings."""

    share: float
    net: float
    low: float
    high: float


@dataclass(frozen=True)
class CaseFound:
    """What one set of assumptions says: the best share for winning, how much more that brings, and what it frees."""

    case: Case
    best_share: float
    gain: float
    freed: float


@dataclass(frozen=True)
class BudgetPlan:
    """chosen: the budget and share asked about; best: the same budget parted best; cheapest: the least spend that brings as much as chosen.

    freed = the budget less what the cheapest costs. win_next, keep_next: what the next customer costs at the chosen spend; win_return,
    keep_return: what a further coin brings there. worthwhile: up to where a further coin brings back more than itself. _low, _high: over
    all ceilings and both ways to count shared spend; where two levels of spend are known, in 90 of 100 draws of the customers counted.
    """

    budget: float
    chosen: Outcome
    best: Outcome
    cheapest: Outcome
    freed: float
    freed_low: float
    freed_high: float
    win_next: float
    keep_next: float
    win_return: float
    keep_return: float
    worthwhile: float
    worthwhile_low: float
    worthwhile_high: float
    points: tuple[Point, ...]
    cases: tuple[CaseFound, ...]

    @property
    def gain(self) -> float:
        """How much more the same budget brings if it is parted best."""
        return max(0.0, self.best.brings - self.chosen.brings)

    @property
    def is_freed(self) -> bool:
        """Whether more than a hundredth of the budget could go elsewhere: less is beneath anybody's knowledge of their own ceilings."""
        return self.freed > self.budget * HUNDREDTH

    @property
    def is_worth_moving(self) -> bool:
        """Whether another parting frees, or brings, more than a hundredth."""
        return self.is_freed or self.gain > self.chosen.brings * HUNDREDTH


def budget_plan(
    winning: Response, keeping: Response, budget: float, share: float, otherwise: Sequence[tuple[float, float]] = ()
) -> BudgetPlan:
    """What parting the budget by this share for winning brings, and how it compares with the best.

    otherwise: today's spend on winning and on keeping if what was spent on both had all been for winning, and all for keeping.
    ValueError unless the budget is above zero, and customers, spend and value of both sides too.
    """
    if not (budget > 0 and min(winning.customers, winning.spend, winning.value, keeping.customers, keeping.spend, keeping.value) > 0):
        raise ValueError("both sides need customers, spend and value above zero, and the budget too")
    middle, draws = middle_world(winning, keeping), worlds_drawn(winning, keeping, otherwise)
    spends = middle.spends(budget, share)
    win, keep = middle.sides
    cheapest = _cheapest(middle.sides, spends)
    freed = max(0.0, budget - cheapest.cost)
    worthwhile = best_budget(middle.sides).cost
    limits = [[best_budget(world.sides).cost for world in worlds] for worlds in draws]
    return BudgetPlan(
        budget=budget,
        chosen=_outcome(middle.sides, spends),
        best=_outcome(middle.sides, best_split(middle.sides, budget).spends),
        cheapest=_outcome(middle.sides, cheapest.spends),
        freed=freed,
        freed_low=min(freed, _at(OUTSIDE, [_least_freed(worlds, budget, share) for worlds in draws])),
        freed_high=max(freed, _at(1 - OUTSIDE, [max(_freed(world, budget, share) for world in worlds) for worlds in draws])),
        win_next=win.curve.next_cost(spends[0]),
        keep_next=keep.curve.next_cost(spends[1]),
        win_return=win.value * win.curve.slope(spends[0]),
        keep_return=keep.value * keep.curve.slope(spends[1]),
        worthwhile=worthwhile,
        worthwhile_low=min(worthwhile, _at(OUTSIDE, [min(each) for each in limits])),
        worthwhile_high=max(worthwhile, _at(1 - OUTSIDE, [max(each) for each in limits])),
        points=tuple(_points(middle, draws, budget)),
        cases=tuple(_case(case, world, budget, share) for case, world in worlds_told(winning, keeping, otherwise)),
    )


def _cheapest(sides: tuple[Side, Side], spends: tuple[float, float]) -> Split:
    return least_spend(sides, split_at(sides, spends).brings * HARDLY_LESS)


def _outcome(sides: tuple[Side, Side], spends: tuple[float, ...]) -> Outcome:
    cost, brings = sum(spends), split_at(sides, spends).brings
    won, kept = (side.curve.rate(spend) for side, spend in zip(sides, spends, strict=True))
    return Outcome(spends[0] / cost if cost else 0.0, cost, won, kept, brings, brings - cost)


def _freed(world: World, budget: float, share: float) -> float:
    return max(0.0, budget - _cheapest(world.sides, world.spends(budget, share)).cost)


def _least_freed(worlds: list[World], budget: float, share: float) -> float:
    """Nothing, if one of these worlds would move money to winning and another to keeping: one in between would leave it where it is."""
    ahead = []
    for world in worlds:
        win, keep = (side.value * side.curve.slope(spend) for side, spend in zip(world.sides, world.spends(budget, share), strict=True))
        ahead.append(win - keep)
    return 0.0 if min(ahead) <= 0 <= max(ahead) else min(_freed(world, budget, share) for world in worlds)


def _points(middle: World, draws: Draws, budget: float) -> Iterator[Point]:
    """The picture: what is left in the middle world, and between what it lies in the others."""
    shares = np.arange(STEPS + 1) / STEPS
    nets = _nets([middle], shares, budget)[0]
    each = [_nets(worlds, shares, budget) for worlds in draws]
    lows = np.quantile([net.min(axis=0) for net in each], OUTSIDE, axis=0)
    highs = np.quantile([net.max(axis=0) for net in each], 1 - OUTSIDE, axis=0)
    for share, net, low, high in zip(shares.tolist(), nets.tolist(), lows.tolist(), highs.tolist(), strict=True):
        yield Point(share, net, min(net, low), max(net, high))


def _nets(worlds: list[World], shares: Floats, budget: float) -> Floats:
    """What is left of the budget in each world (rows) at each share (columns)."""
    true = np.clip(shares + np.array([[world.shift] for world in worlds]), 0.0, 1.0)
    nets: Floats = np.full(true.shape, -budget, dtype=np.float64)
    for place, spends in ((0, budget * true), (1, budget * (1 - true))):
        sides = [world.sides[place] for world in worlds]
        curves = np.array([(side.curve.floor, side.curve.within_reach, side.curve.steepness, side.value) for side in sides])
        floor, reach, steepness, value = curves.T[:, :, None]
        nets += value * (floor - reach * np.expm1(-steepness * spends))
    return nets


def _at(part: float, draws: list[float]) -> float:
    return float(np.quantile(draws, part))


def _case(case: Case, world: World, budget: float, share: float) -> CaseFound:
    best = best_split(world.sides, budget)
    now = split_at(world.sides, world.spends(budget, share)).brings
    return CaseFound(case, best.spends[0] / budget, max(0.0, best.brings - now), _freed(world, budget, share))
