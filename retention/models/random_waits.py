"""How often somebody who buys on random days looks steady all the same.

At random: every day is a day with a purchase by the same chance, so waits are whole days of at least 1. Whatever that chance is, once it is
known that n waits took S days together, every way to split S whole days into n waits is equally likely: nothing has to be guessed, and it
does not matter that each customer buys at another pace, or for how long they have been watched.
"""

from __future__ import annotations

from functools import lru_cache
from math import comb, log, sqrt

import numpy as np
from numpy.typing import NDArray

from retention.models.history import Floats, Integers

STEADY_UP_TO = 0.5  # standard deviation of the waits ÷ their mean; buying at random gives about 1
FEWEST_WAITS = 3  # below this many ended waits nothing is said of a customer's own spacing
EXACT_DAYS = 60  # up to here every split is counted; beyond, single days hardly matter
EACH_NUMBER = 60  # up to so many waits each number has draws of its own, beyond only every tenth part more
DRAWN_WAITS, FEWEST_DRAWN, MOST_DRAWN = 1_200_000, 4_000, 40_000
STEP = 1.1


def is_steady(gaps: Integers, days: Integers, squared_days: Integers) -> NDArray[np.bool_]:
    """Whether s² ÷ mean² <= 1/4, with s² = (Σg² - (Σg)² ÷ n) ÷ (n - 1); in whole numbers, so that no engine rounds anybody elsewhere."""
    return np.asarray(4 * gaps * (gaps * squared_days - days * days) <= (gaps - 1) * days * days)


def steady_by_chance(gaps: Integers, days: Integers) -> Floats:
    """The chance of each customer to look steady if they buy at random: gaps waits of days in all; 0 below FEWEST_WAITS."""
    chance = np.zeros(len(gaps))
    told = gaps >= FEWEST_WAITS
    counted = told & (days <= EXACT_DAYS)
    chance[counted] = _counted()[gaps[counted], days[counted]]
    drawn = told & ~counted
    # The variance of whole days is that of the continuous waits times 1 - n ÷ S, exactly: the limit grows by as much.
    narrower = np.maximum(1 - gaps / np.maximum(days, 1), 1e-9)
    steps = np.round(np.log(np.maximum(gaps, EACH_NUMBER) / EACH_NUMBER) / log(STEP))
    number = np.where(gaps > EACH_NUMBER, np.round(EACH_NUMBER * STEP**steps), gaps).astype(np.int64)
    for one in np.unique(number[drawn]).tolist():
        here = drawn & (number == one)
        variations = _drawn(one)
        chance[here] = np.searchsorted(variations, STEADY_UP_TO / np.sqrt(narrower[here]), side="right") / len(variations)
    return chance


@lru_cache(maxsize=1)
def _counted() -> Floats:
    """The share of all splits of S days (columns) into n waits (rows) that look steady, for S up to EXACT_DAYS."""
    most = EXACT_DAYS**2 * 14 // 36  # no larger sum of squares looks steady with three waits, nor with more
    ways = np.zeros((EXACT_DAYS + 1, most + 1))  # by sum and by sum of squares
    ways[0, 0] = 1
    shares = np.zeros((EXACT_DAYS + 1, EXACT_DAYS + 1))
    squares = np.arange(most + 1)
    for number in range(1, EXACT_DAYS + 1):
        longer = np.zeros_like(ways)
        for wait in range(1, min(EXACT_DAYS, int(sqrt(most))) + 1):
            longer[wait:, wait * wait :] += ways[:-wait, : most + 1 - wait * wait]
        ways = longer
        for days in range(number, EXACT_DAYS + 1) if number >= FEWEST_WAITS else ():
            is_counted = is_steady(np.full_like(squares, number), np.full_like(squares, days), squares)
            shares[number, days] = ways[days, is_counted].sum() / comb(days - 1, number - 1)
    return shares


@lru_cache(maxsize=128)
def _drawn(gaps: int) -> Floats:
    """The variation of so many continuous waits at random (exponential), in order."""
    customers = min(max(DRAWN_WAITS // gaps, FEWEST_DRAWN), MOST_DRAWN)
    waits = np.random.default_rng(gaps).exponential(1, (customers, gaps))
    return np.sort(np.std(waits, axis=1, ddof=1) / waits.mean(axis=1))
