"""How likely another purchase is after the first, the second, the third … and from which on that no longer rises."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import sqrt

import numpy as np
from scipy.stats import norm

from retention.models.history import Gaps
from retention.models.kaplan_meier import KaplanMeier
from retention.models.proportions import BEYOND_NOISE, chances_of_many

MOST_PURCHASES = 8
YEAR_DAYS = 365
ENOUGH = 30  # waits behind a chance


@dataclass(frozen=True)
class ReturnChance:
    """The chance to buy again within the time asked, after a customer's purchase of this number; low, high: 95 times in 100.

    waits: how many waits it was seen in, those still open included. error: the chance's standard error (Greenwood).
    """

    purchase_number: int
    waits: int
    chance: float
    low: float
    high: float
    error: float


def return_chances(gaps: Gaps, most: int = MOST_PURCHASES) -> tuple[int, tuple[ReturnChance, ...]]:
    """Within how many days, and the chances, purchase by purchase, up to the first that too few customers or too short a time stand behind.

    Within a year, or within the longest wait after a first purchase where the data are younger. 1 - S of Kaplan–Meier; the interval on the
    scale of ln(-ln S), so that it stays between 0 and 1.
    """
    first = gaps.gap_days[gaps.purchase_number == 1]
    days = int(min(YEAR_DAYS, first.max(initial=0)))
    found = []
    for number in range(1, most + 1):
        kept = gaps.purchase_number == number
        waits, ended = gaps.customers[kept], gaps.customers[kept] * gaps.is_closed[kept]
        # the curve must reach the day: somebody waited at least so long, or everybody had come back before
        is_seen = bool((gaps.gap_days[kept] >= days).any()) or (len(waits) > 0 and ended.sum() == waits.sum())
        if waits.sum() < ENOUGH or not is_seen or not days:
            break
        found.append(_chance(number, int(waits.sum()), KaplanMeier.fit(gaps.gap_days[kept], ended, waits - ended), days))
    return days, tuple(found)


def levels_off(chances: tuple[ReturnChance, ...]) -> int | None:
    """The first purchase after which no later one has a clearly higher chance (all pairs compared, Holm); None for fewer than two."""
    pairs = list(combinations(chances, 2))
    if not pairs:
        return None
    fitted = chances_of_many([_no_rise(earlier, later) for earlier, later in pairs])
    rising = [earlier.purchase_number for (earlier, _), chance in zip(pairs, fitted, strict=True) if chance < BEYOND_NOISE]
    return max(rising, default=0) + 1


def _chance(number: int, waits: int, curve: KaplanMeier, days: int) -> ReturnChance:
    survival, between = curve.survival_at(days), curve.interval_at(days)
    if between is not None:
        return ReturnChance(number, waits, 1 - survival, 1 - between[1], 1 - between[0], sqrt(curve.variance_at(days)))
    # nobody, or everybody, of so many: at most three in so many (the rule of three)
    if survival > 0:
        return ReturnChance(number, waits, 0.0, 0.0, 3 / waits, 0.0)
    return ReturnChance(number, waits, 1.0, 1 - 3 / waits, 1.0, 0.0)


def _no_rise(earlier: ReturnChance, later: ReturnChance) -> float:
    """How often chance alone makes the later one at least this much higher (one-sided)."""
    error = float(np.hypot(earlier.error, later.error))
    rise = later.chance - earlier.chance
    return float(norm.sf(rise / error)) if error else float(rise <= 0)
