"""Turns of the same people, first against second, and what they would be if the same purchases had come in any other order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.models.history import Floats, Integers

NAMES = ("check", "purchases", "pace", "money")
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class SilenceLimits:
    """Days of silence allowed after n purchases (entry n - 1, the last for more): flat + (base + age in millidays) × factor / 10^9."""

    flat_days: Integers
    base_millidays: Integers
    factor_millionths: Integers

    def after(self, number: Integers, age: Integers) -> Integers:
        """The limit after the purchase with this number, `age` days after the first."""
        place = np.minimum(number, len(self.flat_days)) - 1
        grown = np.floor((self.base_millidays[place] + 1000.0 * age) * self.factor_millionths[place] / 1e9)
        return np.asarray(self.flat_days[place] + grown.astype(np.int64), np.int64)


@dataclass(frozen=True, eq=False)
class Purchases:
    """Purchases person by person, each person's in order. person: 0, 1, …; age: days since the person's first; sales, money: brought.

    end_age: per person, days from the first purchase to the as-of day.
    """

    person: Integers
    age: Integers
    sales: Floats
    money: Floats
    end_age: Integers


@dataclass(frozen=True, eq=False)
class TurnPairs:
    """Per person: is_told where the second turn is over, and each figure of NAMES (a row) in the first and in the second turn.

    check: sales per purchase; pace: days between two purchases, NaN where a turn has one only; figures mean nothing where not is_told.
    """

    is_told: Flags
    first: Floats
    second: Floats


def turn_pairs(purchases: Purchases, limits: SilenceLimits) -> TurnPairs:
    """The first two turns of everybody: a turn ends where the silence is longer than the limit after the purchase before it."""
    person, age, people = purchases.person, purchases.age, len(purchases.end_age)
    starts = np.flatnonzero(np.diff(person, prepend=-1))
    number = np.arange(len(person)) - starts[person] + 1
    next_age = np.append(age[1:], 0)
    next_age[np.append(starts[1:], len(person)) - 1] = purchases.end_age + 1
    is_lapse = age + limits.after(number, age) + 1 <= next_age - 1
    lapses: Integers = np.cumsum(is_lapse) - is_lapse  # before this purchase, of everybody so far
    turn = 1 + lapses - lapses[starts][person]
    figures = []
    for wanted in (1, 2):
        here = turn == wanted
        counts = np.bincount(person[here], minlength=people)
        sales, money = (np.bincount(person[here], weights=column[here], minlength=people) for column in (purchases.sales, purchases.money))
        inside = here & ~is_lapse & (number < np.bincount(person, minlength=people)[person])
        length = np.bincount(person[inside], weights=(next_age - age)[inside], minlength=people)
        with np.errstate(divide="ignore", invalid="ignore"):
            figures.append(np.array([sales / counts, counts, np.where(counts > 1, length / (counts - 1.0), np.nan), money]))
    is_told = np.bincount(person[is_lapse & (turn == 2)], minlength=people) > 0
    return TurnPairs(is_told, figures[0], figures[1])


def expected_changes(purchases: Purchases, limits: SilenceLimits, orders: int, seed: int = 1) -> Floats:
    """Second less first per figure (a row of NAMES) and person if nothing had changed; NaN where no order tells.

    The rule that ends a turn knows a customer better the longer it has watched, so second turns come out different even of people who
    never change. If nothing changes, every order of a person's own waits and amounts is as likely as the one seen: the mean over `orders`
    of them, drawn with a fixed seed, of those in which the second turn is over too, is what the counting alone brings (a permutation
    test after Fisher 1935).
    """
    random, person = np.random.default_rng(seed), purchases.person
    first = np.diff(person, prepend=-1) > 0
    waits = np.diff(purchases.age, prepend=0)[~first]
    total, told = np.zeros((len(NAMES), len(purchases.end_age))), np.zeros((len(NAMES), len(purchases.end_age)), np.int64)
    for _ in range(orders):
        age = np.zeros(len(person), np.int64)
        age[~first] = waits[np.lexsort((random.random(len(waits)), person[~first]))]
        age = np.cumsum(age)
        amounts = np.lexsort((random.random(len(person)), person))
        mixed = Purchases(person, age - age[first][person], purchases.sales[amounts], purchases.money[amounts], purchases.end_age)
        pairs = turn_pairs(mixed, limits)
        change = pairs.second - pairs.first
        is_known = pairs.is_told & np.isfinite(change)
        total += np.where(is_known, change, 0.0)
        told += is_known
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(total / told, np.float64)
