"""The customers of each rung and profit tier as programmes take them: how much more or less they buy than their rung does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retention.answers.customer_groups import TIERS
from retention.answers.customer_values import CustomerValues
from retention.answers.predictions import predict
from retention.answers.rung_board import tier_places
from retention.models.history import Floats, Integers
from retention.programmes.business import CUSTOMERS, Business
from retention.programmes.rung_groups import Group
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED, NAMES

# Who shows how much of a programme's effect, by profit tier. In one study heavy buyers claimed most rewards and bought as before, while
# moderate and light ones bought more (Liu, 2007); that they differ is its finding, the sizes are an assumption.
REACTIONS: Mapping[str, Mapping[str, float]] = {
    "alike": {"best": 1.0, "middle": 1.0, "lowest": 1.0},
    "lighter": {"best": 0.0, "middle": 1.0, "lowest": 1.6},
}


@dataclass(frozen=True, eq=False)
class ReachGroup:
    """The customers of one rung and tier. members: their places in the values; shares: what each buys against the group's mean.

    forecast: what the forecast customer by customer expects one of them to buy in these months, on average; None without one.
    """

    rung: str
    tier: str
    members: Integers
    shares: Floats
    forecast: float | None
    group: Group


def reach_groups(values: CustomerValues, business: Business, responses: Mapping[str, float], months: int) -> tuple[ReachGroup, ...]:
    """A group for each rung and tier with people, the highest rung last and the most profitable tier of each first.

    A rung buys as much as the business says; its customers share that out by what each is expected to buy in these months, by the
    forecast where there is one, else as in the window. responses: by tier, see Group.response.
    """
    seen = predict(values.fits, values.known, months, 0.0) if values.fits is not None and values.expected_purchases is not None else None
    if seen is None:
        purchases, sales = values.window_purchase_days.astype(np.float64), np.maximum(values.window_sales, 0.0)
    else:
        purchases, sales = seen.expected_purchases, seen.expected_purchases * seen.expected_check
    place = np.array([_rung_place(business, rung) for rung in range(max(CUSTOMER_RUNGS) + 1)])[values.rung]
    often, much = _relative(purchases, place), _relative(sales, place)
    tiers, found = tier_places(values), []
    for rung in CUSTOMER_RUNGS:
        for number, (tier, _) in enumerate(TIERS):
            members = np.flatnonzero((values.rung == rung) & (tiers == number))
            if not len(members):
                continue
            at = int(place[members[0]])
            pace, money = float(often[members].mean()), float(much[members].mean())
            group = Group(
                rung=business.rungs[at].name if at >= 0 else "",
                customers=float(len(members)),
                pace=pace,
                check=money / pace if pace > 0 else 1.0,
                response=responses[tier],
            )
            shares = much[members] / money if money > 0 else np.ones(len(members))
            forecast = None if seen is None else float(sales[members].mean())
            found.append(ReachGroup(NAMES[rung], tier, members, shares, forecast, group))
    return tuple(found)


def _rung_place(business: Business, rung: int) -> int:
    """Where customers of a rung of the ladder stand in a business, -1 = nowhere: one without rungs knows nobody who has lapsed."""
    if rung not in NAMES:
        return -1
    place = business.place(NAMES[rung])
    if place is None and rung != LAPSED:
        place = business.place(CUSTOMERS)
    return -1 if place is None else place


def _relative(figures: Floats, place: Integers) -> Floats:
    """Each figure against the mean of all with the same place; 1 where all of them have nothing."""
    where = place + 1
    sums, people = np.bincount(where, weights=figures), np.bincount(where)
    means = np.divide(sums, people, out=np.zeros(len(sums)), where=people > 0)[where]
    return np.divide(figures, means, out=np.ones(len(figures)), where=means > 0)
