"""What a sample shop spends and whom it reaches, month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.sample.customers import Customers
from retention.sample.purchases import Orders
from retention.sample.seasons import Seasons
from retention.sample.shop import Shop

# how far a month's spend and reach stray from plan: gamma-distributed factors with mean 1
STEADINESS = 40.0
DAYS_OF_ACTIVITY = 365


@dataclass(frozen=True)
class SpendRow:
    """What one channel cost in one month, 0 the first (minor units). purpose: acquisition, retention or shared."""

    month: int
    channel: str
    purpose: str
    amount: int


@dataclass(frozen=True)
class ContactRow:
    """How many people one channel reached, brought to the door or made ask in one month. stage: reached, visited or enquired."""

    month: int
    channel: str
    stage: str
    people: int


def spend(shop: Shop, customers: Customers, orders: Orders, seasons: Seasons, rng: np.random.Generator) -> tuple[SpendRow, ...]:
    """The marketing spend: on winning by the newcomers planned for a month, on keeping by the customers of the year before."""
    marketing = shop.marketing
    newcomers = _planned_newcomers(customers, seasons)
    active = _active_customers(customers, orders, seasons)
    rows: list[SpendRow] = []
    for month in range(len(newcomers)):
        planned = [
            (channel.name, "acquisition", newcomers[month] * channel.share * channel.cost) for channel in marketing.winning if channel.cost
        ]
        planned += [(channel.name, "retention", active[month] * channel.monthly_cost) for channel in marketing.keeping]
        shared = sum(cost for _, _, cost in planned) * marketing.shared_share / (1 - marketing.shared_share)
        planned.append((marketing.shared_channel, "shared", shared))
        for channel, purpose, cost in planned:
            steps = round(cost * rng.gamma(STEADINESS, 1 / STEADINESS) / marketing.spend_step)
            rows.append(SpendRow(month, channel, purpose, steps * marketing.spend_step))
    return tuple(rows)


def contacts(shop: Shop, customers: Customers, seasons: Seasons, rng: np.random.Generator) -> tuple[ContactRow, ...]:
    """The people each paid channel reached, brought to visit and made enquire: never fewer than then came to buy."""
    planned = _planned_newcomers(customers, seasons)
    arrival_month = seasons.month_of_day[customers.arrival.astype(np.int64)]
    rows: list[ContactRow] = []
    for number, channel in enumerate(shop.marketing.winning):
        if not channel.reached:
            continue
        came = np.bincount(arrival_month[customers.channel == number], minlength=len(planned))
        for month in range(len(planned)):
            people = int(came[month])
            per_newcomer = {"enquired": channel.enquired, "visited": channel.visited, "reached": channel.reached}
            for stage, factor in per_newcomer.items():
                expected = planned[month] * channel.share * factor * rng.gamma(STEADINESS, 1 / STEADINESS)
                people = max(people, round(expected))
                rows.append(ContactRow(month, channel.name, stage, people))
    funnel = {"reached": 0, "visited": 1, "enquired": 2}
    return tuple(sorted(rows, key=lambda row: (row.month, row.channel, funnel[row.stage])))


def _planned_newcomers(customers: Customers, seasons: Seasons) -> NDArray[np.float64]:
    """How many newcomers a month would bring on average; budgets are made before it is known who comes."""
    edges = np.append(seasons.first_days, len(seasons.days))
    shares: NDArray[np.float64] = np.diff(seasons.arrival_clock[edges])
    return len(customers) * shares


def _active_customers(customers: Customers, orders: Orders, seasons: Seasons) -> list[int]:
    """For each month, how many customers bought in it or within the year before its end."""
    day = orders.day
    counts = []
    for last_day in seasons.last_days:
        first, after = np.searchsorted(day, (last_day - DAYS_OF_ACTIVITY + 1, last_day + 1))
        bought = np.zeros(len(customers) + 1, dtype=np.bool_)
        # customer −1, nobody known, falls on the extra last place
        bought[orders.customer[first:after]] = True
        counts.append(int(np.count_nonzero(bought[:-1])))
    return counts
