"""What another parting of the budget would bring, with everything that nobody knows as an assumption one can change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from retention.answers.money_response import Response
from retention.models.budget_split import Side, Split, best_budget, best_split, least_spend, split_at

Case = Literal["middle", "both_low", "both_high", "win_high", "keep_high", "half_stay_anyway", "most_stay_anyway"]
STEPS = 50  # points of the picture, less one
STAY_ANYWAY: dict[Case, float] = {"half_stay_anyway": 0.5, "most_stay_anyway": 0.9}  # the part of the kept on whom no money was needed
HARDLY_LESS = 1 - 1e-12  # of what is brought: all of it can be beyond reach by a rounding


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

    freed = the budget less what the cheapest costs; freed_low, freed_high: over all ceilings. win_next, keep_next: what the next customer
    costs at the chosen spend; win_return, keep_return: what a further coin brings there. worthwhile: up to where a further coin brings back
    more than itself, worthwhile_low, worthwhile_high over all ceilings.
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
    def is_freed(self) -> bool:
        """Whether more than a hundredth of the budget could go elsewhere: less is beneath anybody's knowledge of their own ceilings."""
        return self.freed > self.budget / 100


def budget_plan(winning: Response, keeping: Response, budget: float, share: float) -> BudgetPlan:
    """What parting the budget by this share for winning brings, and how it compares with the best.

    ValueError unless the budget is above zero, and customers, spend and value of both sides too.
    """
    if not (budget > 0 and min(winning.customers, winning.spend, winning.value, keeping.customers, keeping.spend, keeping.value) > 0):
        raise ValueError("both sides need customers, spend and value above zero, and the budget too")
    cases = dict(_cases(winning, keeping))
    middle = cases["middle"]
    bounded = [sides for case, sides in cases.items() if case not in STAY_ANYWAY]
    spends = (budget * share, budget * (1 - share))
    win, keep = middle
    cheapest = _cheapest(middle, spends)
    freed = [budget - _cheapest(sides, spends).cost for sides in bounded]
    limits = [best_budget(sides).cost for sides in bounded]
    best = best_split(middle, budget)
    return BudgetPlan(
        budget=budget,
        chosen=_outcome(middle, spends),
        best=_outcome(middle, best.spends),
        cheapest=_outcome(middle, cheapest.spends),
        freed=max(0.0, budget - cheapest.cost),
        freed_low=max(0.0, min(freed)),
        freed_high=max(0.0, *freed),
        win_next=win.curve.next_cost(spends[0]),
        keep_next=keep.curve.next_cost(spends[1]),
        win_return=win.value * win.curve.slope(spends[0]),
        keep_return=keep.value * keep.curve.slope(spends[1]),
        worthwhile=best_budget(middle).cost,
        worthwhile_low=min(limits),
        worthwhile_high=max(limits),
        points=tuple(_point(cases, budget, step / STEPS) for step in range(STEPS + 1)),
        cases=tuple(_case(case, sides, budget, spends) for case, sides in cases.items()),
    )


def _cases(winning: Response, keeping: Response) -> Iterator[tuple[Case, tuple[Side, Side]]]:
    """Both sides under each set of assumptions; where nothing is assumed of the ceilings, the first five are the same."""
    names: tuple[Case, ...] = ("both_low", "keep_high", "win_high", "both_high")
    win, keep = winning.curves(), keeping.curves()
    yield "middle", (Side(1, win[1], winning.value), Side(1, keep[1], keeping.value))
    for name, (of_win, of_keep) in zip(names, product((win[0], win[2]), (keep[0], keep[2])), strict=True):
        yield name, (Side(1, of_win, winning.value), Side(1, of_keep, keeping.value))
    for case, anyway in STAY_ANYWAY.items():
        if keeping.anyway < anyway:
            of_keep = replace(keeping, anyway=anyway).curves()[1]
            yield case, (Side(1, win[1], winning.value), Side(1, of_keep, keeping.value))


def _cheapest(sides: tuple[Side, Side], spends: tuple[float, float]) -> Split:
    return least_spend(sides, split_at(sides, spends).brings * HARDLY_LESS)


def _outcome(sides: tuple[Side, Side], spends: tuple[float, ...]) -> Outcome:
    cost, brings = sum(spends), split_at(sides, spends).brings
    won, kept = (side.curve.rate(spend) for side, spend in zip(sides, spends, strict=True))
    return Outcome(spends[0] / cost if cost else 0.0, cost, won, kept, brings, brings - cost)


def _point(cases: dict[Case, tuple[Side, Side]], budget: float, share: float) -> Point:
    spends = (budget * share, budget * (1 - share))
    nets = {case: split_at(sides, spends).brings - budget for case, sides in cases.items() if case not in STAY_ANYWAY}
    return Point(share, nets["middle"], min(nets.values()), max(nets.values()))


def _case(case: Case, sides: tuple[Side, Side], budget: float, spends: tuple[float, float]) -> CaseFound:
    best = best_split(sides, budget)
    now = split_at(sides, spends).brings
    freed = max(0.0, budget - _cheapest(sides, spends).cost)
    return CaseFound(case, best.spends[0] / budget, max(0.0, best.brings - now), freed)
