"""Who a sample shop's customers are: when each arrived, how each buys and leaves, who brought whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.sample.seasons import Seasons
from retention.sample.shop import Shop

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Customers:
    """One entry per customer, in the order of arrival; customers go by their number, 0 the first.

    arrival: time of the first purchase (days). daily_rate: purchases per shop day. dropout: chance to leave after a purchase.
    order_value: mean of the customer's orders (minor units). channel: number of the winning channel, one past the last = referred.
    referrer: the customer who brought this one, −1 = nobody. first_name and surname: numbers within the group of names.
    """

    arrival: NDArray[np.float64]
    signup_day: NDArray[np.int64]
    daily_rate: NDArray[np.float64]
    dropout: NDArray[np.float64]
    order_value: NDArray[np.float64]
    channel: NDArray[np.int64]
    referrer: NDArray[np.int64]
    name_group: NDArray[np.int64]
    first_name: NDArray[np.int64]
    surname: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.arrival)


def customers(shop: Shop, people: int, seasons: Seasons, rng: np.random.Generator) -> Customers:
    """That many customers of the shop, the earliest first."""
    behaviour = shop.behaviour
    arrival = seasons.arrivals(people, rng)
    dropout = rng.beta(behaviour.dropout_a, behaviour.dropout_b, people)
    referrer = _referrers(arrival, dropout, behaviour.referred_share, behaviour.promoter_share, rng)
    value_rate = rng.gamma(behaviour.basket_q, 1 / behaviour.basket_gamma, people)
    shares = np.cumsum([channel.share for channel in shop.marketing.winning])
    channel = np.searchsorted(shares / shares[-1], rng.random(people), side="right")
    group = rng.integers(0, len(shop.words.people), people)
    first_names = np.array([len(first_names) for first_names, _ in shop.words.people])
    surnames = np.array([len(surnames) for _, surnames in shop.words.people])
    return Customers(
        arrival=arrival,
        signup_day=np.maximum(arrival.astype(np.int64) - rng.poisson(behaviour.signup_lead_days_mean, people), 0),
        daily_rate=rng.gamma(behaviour.purchase_shape, 1 / behaviour.purchase_scale_weeks, people) / DAYS_A_WEEK,
        dropout=dropout,
        order_value=behaviour.basket_p / value_rate * np.where(referrer < 0, 1.0, behaviour.referred_basket_factor),
        channel=np.where(referrer < 0, channel, len(shares)),
        referrer=referrer,
        name_group=group,
        first_name=rng.integers(0, first_names[group]),
        surname=rng.integers(0, surnames[group]),
    )


def _referrers(
    arrival: NDArray[np.float64], dropout: NDArray[np.float64], referred_share: float, promoter_share: float, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Who brought each customer: one of the least likely to leave, whose own first purchase was on an earlier day; −1 = nobody.

    Every promoter who is already there is equally likely, so those who came early bring more people.
    """
    day = arrival.astype(np.int64)
    promoters = np.flatnonzero(dropout <= np.quantile(dropout, promoter_share))
    already_there = np.searchsorted(day[promoters], day, side="left")
    is_referred = (rng.random(len(arrival)) < referred_share) & (already_there > 0)
    picked = (rng.random(len(arrival)) * already_there).astype(np.int64)
    return np.where(is_referred, promoters[np.minimum(picked, len(promoters) - 1)], -1)
