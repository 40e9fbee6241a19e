"""Shops whose truth is known: how likely customers are to come again, after how long, and so how fast they climb, lapse and return.

Everybody's first purchase falls on some day of the first 700, each as likely as the other. After the first purchase 70 in 100 come again,
after the second 80, after each later one 92; the wait is geometric with a mean of 25 days and at least one. A purchase brings 5.00 plus an
exponential 15.00. Four in ten of those who buy a third time recommend the shop, a geometric wait of mean 40 days after that purchase.
The limits are fixed (tests/tiny_shop.py: lapsed after 45 days of silence), so who stands where is decided by the draws alone.

The truths at the end were counted on 200,000 such customers with `python -m tests.planted_shop`, with none of the code they are to test.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from retention.warehouse import Workspace
from tests.many_lines import insert, make_shop

FIRST_DAY = date(2024, 1, 1)
ARRIVALS, AS_OF_DAY = 700, 760
AS_OF = FIRST_DAY + timedelta(AS_OF_DAY)
COMES_AGAIN, MEAN_WAIT = (0.70, 0.80, 0.92), 25
RECOMMENDS, MEAN_SIGNAL_WAIT = 0.40, 40
LAPSED_AFTER, REGULAR_FROM = 45, 3
FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED = 3, 4, 5, 6
RUNGS = (FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED)
MOVE_DAYS = (609, 700)  # two evenings to compare
STEP_DAYS = 91
CUT_DAY = AS_OF_DAY - 365  # what became of those who stood somewhere a year ago
NEVER = 10**9


@dataclass(frozen=True)
class Customer:
    """Days of purchase and what each brought, in cents; the day of the recommendation, or NEVER."""

    days: list[int]
    cents: list[int]
    signal_day: int

    def rung_on(self, day: int) -> int:
        """The rung on the evening of a day; 0 before the first purchase."""
        bought = bisect_right(self.days, day)
        if not bought:
            return 0
        if day - self.days[bought - 1] > LAPSED_AFTER:
            return LAPSED
        if bought < REGULAR_FROM:
            return FIRST_PURCHASE
        return ADVOCATE if self.signal_day <= day else REGULAR

    def first_day_from(self, start: int, rungs: Sequence[int]) -> int:
        """The first day from a given one on which they stand on one of these rungs; NEVER where there is none."""
        turns = {start, self.signal_day, *self.days, *(day + LAPSED_AFTER + 1 for day in self.days)}
        return min((day for day in turns if start <= day < NEVER and self.rung_on(day) in rungs), default=NEVER)


def draw(customers: int, seed: int, until: int = AS_OF_DAY) -> list[Customer]:
    """So many customers, and what they do up to a day."""
    random = np.random.default_rng(seed)
    drawn = []
    for first in random.integers(0, ARRIVALS, customers).tolist():
        days, signal = [first], NEVER
        while random.random() < COMES_AGAIN[min(len(days), len(COMES_AGAIN)) - 1]:
            day = days[-1] + int(random.geometric(1 / MEAN_WAIT))
            if day > until:
                break
            days.append(day)
            if len(days) == REGULAR_FROM and random.random() < RECOMMENDS:
                signal = day + int(random.geometric(1 / MEAN_SIGNAL_WAIT))
        cents = (500 + random.exponential(1500, len(days))).astype(int).tolist()
        drawn.append(Customer(days, cents, signal if signal <= until else NEVER))
    return drawn


def make_planted_shop(path: Path, customers: int, seed: int) -> Workspace:
    """The shop in a workspace of its own."""
    drawn = draw(customers, seed)
    workspace = make_shop(
        path,
        [
            (f"c{number:04}", FIRST_DAY + timedelta(day), f"{cents / 100:.2f}")
            for number, customer in enumerate(drawn)
            for day, cents in zip(customer.days, customer.cents, strict=True)
        ],
    )
    signs = [(f"c{number:04}", FIRST_DAY + timedelta(one.signal_day)) for number, one in enumerate(drawn) if one.signal_day < NEVER]
    with workspace.cursor() as cursor:
        columns = ("import_id", "file", "row", "customer_id", "day", "score")
        insert(cursor, "feedback", columns, ((1, "scores.csv", 1, *sign, 10) for sign in signs))
    return workspace


def moved(customers: Sequence[Customer], first: int, last: int) -> dict[tuple[int, int], float]:
    """Of those on each rung on the first evening (0: of those who came between), the share on each rung on the last one."""
    pairs = [(one.rung_on(first), one.rung_on(last)) for one in customers if one.rung_on(last)]
    standing = {rung: sum(then == rung for then, _ in pairs) for rung in (0, *RUNGS)}
    return {pair: pairs.count(pair) / standing[pair[0]] for pair in sorted(set(pairs))}


def moved_in_steps(customers: Sequence[Customer], steps: int) -> list[list[float]]:
    """Of those on each rung at the beginning of a step, counted back from the as-of day, the share on each rung so many steps later."""
    counts = np.zeros((len(RUNGS), len(RUNGS)))
    evenings = range(AS_OF_DAY % STEP_DAYS, AS_OF_DAY + 1, STEP_DAYS)
    for one in customers:
        path = [one.rung_on(day) for day in evenings]
        for then, later in zip(path, path[steps:], strict=False):
            if then:
                counts[then - FIRST_PURCHASE, later - FIRST_PURCHASE] += 1
    shares: list[list[float]] = (counts / counts.sum(axis=1, keepdims=True)).tolist()
    return shares


def brought_per_step(customers: Sequence[Customer]) -> list[float]:
    """What a customer on each rung at the beginning of a step brings in the days after it, up to and with its last evening."""
    money, stays = np.zeros(len(RUNGS)), np.zeros(len(RUNGS))
    for one in customers:
        for start in range(AS_OF_DAY % STEP_DAYS, AS_OF_DAY - STEP_DAYS + 1, STEP_DAYS):
            rung = one.rung_on(start)
            if rung:
                stays[rung - FIRST_PURCHASE] += 1
                first, last = bisect_right(one.days, start), bisect_right(one.days, start + STEP_DAYS)
                money[rung - FIRST_PURCHASE] += sum(one.cents[first:last]) / 100
    means: list[float] = (money / stays).tolist()
    return means


def since_the_cut(customers: Sequence[Customer]) -> dict[tuple[int, int], float]:
    """Of those of each rung and third by sales so far (0 = the best) on CUT_DAY, who has stood higher since, or come back after a lapse."""
    known = [one for one in customers if one.days[0] <= CUT_DAY]
    so_far = [sum(one.cents[: bisect_right(one.days, CUT_DAY)]) for one in known]
    third = np.empty(len(known), int)
    third[np.argsort(so_far)[::-1]] = np.arange(len(known)) * 3 // len(known)
    people: dict[tuple[int, int], list[bool]] = {}
    for one, place in zip(known, third.tolist(), strict=True):
        rung = one.rung_on(CUT_DAY)
        higher = (FIRST_PURCHASE, REGULAR, ADVOCATE) if rung == LAPSED else tuple(range(rung + 1, LAPSED))
        people.setdefault((rung, place), []).append(one.first_day_from(CUT_DAY, higher) <= AS_OF_DAY)
    return {cell: sum(moved) / len(moved) for cell, moved in sorted(people.items()) if cell[0] != ADVOCATE}


def taken_by(customers: Sequence[Customer], days: int) -> dict[str, float]:
    """Of those who stood before a step by the as-of day, the share who take it within so many days, watched for as long as that takes."""
    found = {}
    for name, start, goal in (("advocate", (REGULAR, ADVOCATE), (ADVOCATE,)), ("back", (LAPSED,), (FIRST_PURCHASE, REGULAR, ADVOCATE))):
        begun = [(one, one.first_day_from(one.days[0], start)) for one in customers]
        waits = [one.first_day_from(day, goal) - day for one, day in begun if day <= AS_OF_DAY]
        found[name] = sum(wait <= days for wait in waits) / len(waits)
    return found


if __name__ == "__main__":
    people = draw(200_000, seed=1)
    print("MOVED =", {pair: round(share, 4) for pair, share in moved(people, *MOVE_DAYS).items()})
    for steps in (1, 2, 3, 4):
        print(f"STEPS[{steps}] =", [[round(share, 4) for share in row] for row in moved_in_steps(people, steps)])
    print("BROUGHT =", [round(money, 3) for money in brought_per_step(people)])
    print("SINCE_THE_CUT =", {cell: round(share, 4) for cell, share in since_the_cut(people).items()})
    print("WITHIN_A_YEAR =", {name: round(share, 4) for name, share in taken_by(draw(200_000, seed=1, until=AS_OF_DAY + 365), 365).items()})
