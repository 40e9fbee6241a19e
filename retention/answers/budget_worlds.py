"""What may be true of winning and keeping instead of what is assumed: other ceilings, other counts, shared spend on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from retention.answers.money_response import Response
from retention.models.budget_split import Side
from retention.models.spend_curves import SpendCurve

Case = Literal[
    "middle", "both_low", "both_high", "win_high", "keep_high", "shared_winning", "shared_keeping", "half_stay_anyway", "most_stay_anyway"
]
CORNERS: tuple[Case, ...] = ("both_low", "keep_high", "win_high", "both_high")
SHARED: tuple[Case, ...] = ("shared_winning", "shared_keeping")
STAY_ANYWAY: dict[Case, float] = {"half_stay_anyway": 0.5, "most_stay_anyway": 0.9}  # the part of the kept on whom no money was needed


@dataclass(frozen=True)
class World:
    """One thing that may be true: both sides, and how much more of the budget than is thought goes into winning (shared spend)."""

    sides: tuple[Side, Side]
    shift: float = 0.0

    def spends(self, budget: float, share: float) -> tuple[float, float]:
        """What goes into either side here when this share of the budget is thought to go into winning."""
        true = min(max(share + self.shift, 0.0), 1.0)
        return budget * true, budget * (1 - true)


def middle_world(winning: Response, keeping: Response, shift: float = 0.0) -> World:
    """Both sides as drawn."""
    return _world(winning, keeping, (winning.curves()[1], keeping.curves()[1]), shift)


def worlds_drawn(winning: Response, keeping: Response, otherwise: Sequence[tuple[float, float]]) -> list[list[World]]:
    """For each draw of the customers counted, between what the truth may lie; one list only where all is a guess at ceilings."""
    found: list[list[World]] = []
    for win, keep, shift in ((winning, keeping, 0.0), *_apportioned(winning, keeping, otherwise)):
        win_ends, keep_ends = win.ends(0), keep.ends(1)
        for draw in range(max(len(win_ends), len(keep_ends))):
            pairs = product(win_ends[draw % len(win_ends)], keep_ends[draw % len(keep_ends)])
            if draw == len(found):
                found.append([])
            found[draw] += [_world(win, keep, pair, shift) for pair in pairs]
    return found


def worlds_told(winning: Response, keeping: Response, otherwise: Sequence[tuple[float, float]]) -> Iterator[tuple[Case, World]]:
    """The worlds worth a row each: as drawn, the ceilings' bounds where they are guessed, shared spend on one side, who stays anyway."""
    yield "middle", middle_world(winning, keeping)
    known = winning.is_second_usable + keeping.is_second_usable
    for name, pair in zip(CORNERS, product(winning.curves()[::2], keeping.curves()[::2]), strict=True):
        if known == 0 or (known == 1 and name.startswith("both")):  # with one side known, the four are but two
            yield name, _world(winning, keeping, pair)
    for name, apportioned in zip(SHARED, _apportioned(winning, keeping, otherwise), strict=False):
        yield name, middle_world(*apportioned)
    for case, anyway in STAY_ANYWAY.items():
        freer = replace(keeping, anyway=anyway)
        # only where the curve is found in the same way: another one would not show what staying anyway changes
        if keeping.anyway < anyway and freer.is_second_usable == keeping.is_second_usable:
            yield case, middle_world(winning, freer)


def _apportioned(
    winning: Response, keeping: Response, otherwise: Sequence[tuple[float, float]]
) -> Iterator[tuple[Response, Response, float]]:
    """Both sides with shared spend counted otherwise; a second level's spend is taken to hold as much that is shared."""
    share = winning.spend / (winning.spend + keeping.spend)
    for win, keep in otherwise:
        yield _at_spend(winning, win), _at_spend(keeping, keep), win / (win + keep) - share


def _at_spend(response: Response, spend: float) -> Response:
    second = None if response.second is None else (response.second[0] * spend / response.spend, response.second[1])
    return replace(response, spend=spend, second=second)


def _world(winning: Response, keeping: Response, curves: tuple[SpendCurve, ...], shift: float = 0.0) -> World:
    win, keep = curves
    return World((Side(1, win, winning.value), Side(1, keep, keeping.value)), shift)
