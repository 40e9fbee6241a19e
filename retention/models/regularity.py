"""How evenly customers space their purchases: each one's own waits, and how near a whole group comes to clockwork."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

from retention.models.history import Floats, Integers
from retention.models.random_waits import FEWEST_WAITS, is_steady

TOO_FEW, YEARLY, STEADY, UNEVEN = range(4)
CLASSES = {YEARLY: "yearly", STEADY: "steady", UNEVEN: "uneven", TOO_FEW: "too_few"}

FEWEST_YEARLY_WAITS = 2
YEARLY_FROM_DAYS, YEARLY_TO_DAYS = 305, 425  # a year, give or take two months
FEWEST_CUSTOMERS = 30  # with fewer, the regularity of a group is not told


@dataclass(frozen=True)
class Regularity:
    """k: 1 = purchases fall at random, larger = nearer to clockwork; low, high: where k lies 95 times in 100. customers: those it rests on.

    All three are None where every wait is as long as the next one, to the day: there k has no upper end.
    """

    k: float | None
    low: float | None
    high: float | None
    customers: int


def stability(gaps: Integers, days: Integers, squared_days: Integers, shortest: Integers, longest: Integers) -> NDArray[np.int64]:
    """The class of each customer: TOO_FEW, YEARLY (every wait about a year), STEADY or UNEVEN.

    gaps: how many waits have ended; days, squared_days: the sum of their lengths and of the squares; one entry per customer in each.
    Counted in whole numbers, so that no engine rounds a customer into another class.
    """
    is_yearly = (gaps >= FEWEST_YEARLY_WAITS) & (shortest >= YEARLY_FROM_DAYS) & (longest <= YEARLY_TO_DAYS)
    told = np.where(is_steady(gaps, days, squared_days), STEADY, UNEVEN)
    return np.where(is_yearly, YEARLY, np.where(gaps >= FEWEST_WAITS, told, TOO_FEW)).astype(np.int64)


def variation(gaps: Integers, days: Integers, squared_days: Integers) -> Floats:
    """Each customer's coefficient of variation: standard deviation (n - 1) of the waits ÷ their mean; NaN with fewer than two."""
    known = gaps >= 2
    count, total = np.where(known, gaps, 2).astype(np.float64), np.where(known, days, 1).astype(np.float64)
    spread = np.sqrt(np.maximum(count * np.where(known, squared_days, 0) - total * total, 0.0) / (count * (count - 1)))
    return np.where(known, spread * count / total, np.nan)


def group_regularity(one: Integers, next_one: Integers) -> Regularity | None:
    """How regular a group is, from two consecutive waits of each customer (days); None with fewer than FEWEST_CUSTOMERS who have two.

    M = one ÷ (one + next_one) is spread as Beta(k, k) whatever each customer's own pace, so var(M) = 1 ÷ (4 (2k + 1)) and
    k = (1 - 4 var) ÷ (8 var) (Wheat and Morrison 1990, as BTYDplus uses it). The range: a normal interval for log var(M).
    Waits are whole days of at least 1. At random all splits of S days in two are then equally likely, and M varies by 1 - 2 ÷ S of
    what it would: each customer's distance from the middle is stretched by as much. Two waits of one day each tell nothing.
    """
    both = (one > 0) & (next_one > 0)
    if int(both.sum()) >= FEWEST_CUSTOMERS and bool((one[both] == next_one[both]).all()):
        return Regularity(None, None, None, int(both.sum()))
    days = one + next_one
    telling = both & (days > 2)
    share = 0.5 + (one[telling] / days[telling] - 0.5) / np.sqrt(1 - 2 / days[telling])
    customers = len(share)
    if customers < FEWEST_CUSTOMERS:
        return None
    spread = float(np.var(share, ddof=1))
    if spread == 0:
        return Regularity(None, None, None, customers)
    fourth = float(np.mean((share - share.mean()) ** 4))
    error = sqrt(max(fourth / spread**2 - 1, 0.0) / customers)
    low, high = (_k(min(0.25, spread * exp(1.96 * side * error))) for side in (1, -1))
    return Regularity(_k(min(0.25, spread)), low, high, customers)


def _k(spread: float) -> float:
    return (1 - 4 * spread) / (8 * spread)
