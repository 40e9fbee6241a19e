"""Who matters beyond the rung: how much the steady buyers bring, who brought others, who is worth showing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.stats import binom

from retention.answers.people import People, people
from retention.answers.stability import StabilityOfRung, are_told, chance_steady, stability_by_rung
from retention.models.history import Yes
from retention.models.proportions import Share, share_of
from retention.models.regularity import CLASSES, STEADY
from retention.warehouse import Marts
from retention.warehouse.rungs import NAMES

MOST_INTRODUCERS = 10
UNLIKELY = 0.025


@dataclass(frozen=True)
class ClassOfPeople:
    """Customers who buy alike; name: yearly, steady, uneven or too_few. The shares are of all customers and of all money."""

    name: str
    customers: int
    customer_share: float
    money: float
    money_share: float | None


@dataclass(frozen=True)
class Introducer:
    """A customer who brought others: how many who then bought, what those have brought so far, and what they bring themselves."""

    customer_id: str
    name: str | None
    rung: str
    customers: int
    money_of_brought: float
    own_money: float


@dataclass(frozen=True)
class Significance:
    """Everybody by what makes them matter; money in major units, brought so far, less returns: margin where is_margin, else sales.

    told: those with enough purchases to tell steady from uneven, without those who buy once a year; steady: so many of them buy steadily.
    steady_by_chance: how many of them would look steady if all bought on random days;
    is_beyond_chance: whether the shop has clearly more of them than that. money_share is None where nothing was brought in all.
    introducers: how many brought others, customers or not; brought: how many they brought who then bought, and what those have brought.
    best_introducers: the MOST_INTRODUCERS among customers whose people brought the most. tagged, marked: worth showing by the list of
    customers, by hand; worth_showing: either. has_tags, has_introductions: whether the data hold any at all.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    customers: int
    money: float
    told: int
    steady: Share
    steady_by_chance: float
    is_beyond_chance: bool
    classes: tuple[ClassOfPeople, ...]
    rungs: tuple[StabilityOfRung, ...]
    introducers: int
    brought: int
    brought_money: float
    brought_money_share: float | None
    best_introducers: tuple[Introducer, ...]
    tagged: int
    marked: int
    worth_showing: int
    worth_showing_money: float
    worth_showing_money_share: float | None
    has_tags: bool
    has_introductions: bool


def significance(marts: Marts, found: People | None = None, marked: Sequence[str] = ()) -> Significance:
    """Who matters and what they bring. found: everybody, where somebody keeps them; marked: the ids marked by hand."""
    found = people(marts) if found is None else found
    total, everybody = float(found.money.sum()), np.arange(len(found))
    told, steady = int(are_told(found.waits).sum()), int((found.waits.code == STEADY).sum())
    showing = found.is_worth_showing(marked)
    by_chance = chance_steady(found.waits, everybody)
    brought_money = float(found.brought_money.sum()) + found.outside_money
    return Significance(
        as_of=found.as_of,
        currency=found.currency,
        is_margin=found.is_margin,
        customers=len(found),
        money=total,
        told=told,
        steady=share_of(steady, told),
        steady_by_chance=by_chance,
        is_beyond_chance=is_beyond_chance(steady, told, by_chance),
        classes=tuple(_class(found, name, found.waits.code == code, total) for code, name in CLASSES.items()),
        rungs=stability_by_rung(marts, found.waits),
        introducers=int((found.brought > 0).sum()) + found.outside_introducers,
        brought=int(found.brought.sum()) + found.outside_brought,
        brought_money=brought_money,
        brought_money_share=_share(brought_money, total),
        best_introducers=_best_introducers(found),
        tagged=int(found.is_tagged.sum()),
        marked=int(found.is_marked(marked).sum()),
        worth_showing=int(showing.sum()),
        worth_showing_money=float(found.money[showing].sum()),
        worth_showing_money_share=_share(float(found.money[showing].sum()), total),
        has_tags=found.has_tags,
        has_introductions=found.has_introductions,
    )


def is_beyond_chance(steady: int, told: int, by_chance: float) -> bool:
    """Whether so many steady buyers of `told` would come by chance less than once in 40 shops, where by_chance is the number to expect.

    Customers differ in their chance, which spreads their number less than one chance for all does (Hoeffding 1956): that one is asked.
    """
    return told > 0 and float(binom.sf(steady - 1, told, min(by_chance / told, 1.0))) < UNLIKELY


def _class(found: People, name: str, members: Yes, total: float) -> ClassOfPeople:
    money = float(found.money[members].sum())
    customers = int(members.sum())
    return ClassOfPeople(name, customers, customers / max(len(found), 1), money, _share(money, total))


def _best_introducers(found: People) -> tuple[Introducer, ...]:
    bringers = np.flatnonzero(found.brought > 0)
    ranked = bringers[np.lexsort((bringers, -found.brought[bringers], -found.brought_money[bringers]))][:MOST_INTRODUCERS]
    return tuple(
        Introducer(
            customer_id=found.customer_id[place].as_py(),
            name=found.name[place].as_py(),
            rung=NAMES[int(found.rung[place])],
            customers=int(found.brought[place]),
            money_of_brought=float(found.brought_money[place]),
            own_money=float(found.money[place]),
        )
        for place in ranked.tolist()
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None
