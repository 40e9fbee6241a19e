"""What is in the orders: products, pieces, discounts, costs, and what people bring back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from retention.sample.customers import Customers
from retention.sample.purchases import Orders
from retention.sample.seasons import MINUTES_A_DAY, Seasons, minutes_of_day
from retention.sample.shop import Shop

ORDERS_AT_ONCE = 100_000
MOST_PIECES = 2
# for what a line should cost there are always at least so many products to choose from
FEWEST_CHOICES = 6


@dataclass(frozen=True)
class Lines:
    """One entry per order line, the earliest first; money in minor units, all of it negative in what was brought back.

    order: its number, 0 the earliest. amount: what was paid, the discount already taken off. discount, cost: of the whole line.
    """

    order: NDArray[np.int64]
    minute: NDArray[np.int64]
    customer: NDArray[np.int64]
    product: NDArray[np.int64]
    place: NDArray[np.int64]
    quantity: NDArray[np.int64]
    amount: NDArray[np.int64]
    discount: NDArray[np.int64]
    cost: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.order)


def order_lines(shop: Shop, customers: Customers, orders: Orders, seasons: Seasons, rng: np.random.Generator) -> Iterator[Lines]:
    """All lines in the order of time, a manageable number at once."""
    waiting = Lines(*(np.empty(0, dtype=np.int64) for _ in fields(Lines)))
    for start in range(0, len(orders), ORDERS_AT_ONCE):
        stop = min(start + ORDERS_AT_ONCE, len(orders))
        bought = _bought(shop, customers, orders, start, stop, rng)
        lines = _in_time(waiting, bought, _brought_back(shop, bought, len(seasons.days), rng))
        # what is brought back later than these orders is written among the next ones
        due = len(lines) if stop == len(orders) else int(np.searchsorted(lines.minute, orders.minute[stop]))
        waiting = _part(lines, slice(due, None))
        yield _part(lines, slice(due))


def _bought(shop: Shop, customers: Customers, orders: Orders, start: int, stop: int, rng: np.random.Generator) -> Lines:
    behaviour, count = shop.behaviour, stop - start
    customer = orders.customer[start:stop].astype(np.int64)
    stranger = behaviour.basket_p * behaviour.basket_gamma / (behaviour.basket_q - 1)
    mean_value = np.where(customer < 0, stranger, customers.order_value[customer])
    value = mean_value * rng.standard_gamma(behaviour.basket_p, count) / behaviour.basket_p
    percent = np.where(rng.random(count) < behaviour.discounted_share, rng.choice(behaviour.discount_percents, count), 0)
    place_shares = np.cumsum([place.share for place in shop.places])
    place = np.searchsorted(place_shares / place_shares[-1], rng.random(count), side="right")

    order = np.repeat(np.arange(count), 1 + rng.poisson(behaviour.extra_lines_mean, count))
    part = rng.standard_gamma(2.0, len(order))
    target = value[order] * part / np.bincount(order, weights=part)[order]
    prices = np.array([product.price for product in shop.products])
    costs = np.array([product.unit_cost for product in shop.products])
    picked = _products(shop, prices, target, rng)
    pieces = np.clip(np.rint(target / prices[picked]), 1, MOST_PIECES)
    # a till writes a product once per order, however often it was picked
    kinds, kind = np.unique(order * len(prices) + picked, return_inverse=True)
    order, product = np.divmod(kinds, len(prices))
    quantity = np.bincount(kind, weights=pieces).astype(np.int64)
    full = prices[product] * quantity
    discount = (full * percent[order] + 50) // 100
    return Lines(
        order=order + start,
        minute=orders.minute[start:stop].astype(np.int64)[order],
        customer=customer[order],
        product=product,
        place=place[order],
        quantity=quantity,
        amount=full - discount,
        discount=discount,
        cost=costs[product] * quantity,
    )


def _products(shop: Shop, prices: NDArray[np.int64], target: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Something that costs up to the target and not so little that many pieces would be needed; popular things more often."""
    dearest = np.maximum(np.searchsorted(prices, target, side="right"), FEWEST_CHOICES)
    cheapest = np.searchsorted(prices, target / MOST_PIECES)
    popularity = np.concatenate(([0.0], np.cumsum([product.popularity for product in shop.products])))
    low, high = popularity[np.minimum(cheapest, dearest - FEWEST_CHOICES)], popularity[dearest]
    picked = np.searchsorted(popularity, low + rng.random(len(target)) * (high - low), side="right") - 1
    within_list: NDArray[np.int64] = np.clip(picked, 0, len(prices) - 1)
    return within_list


def _brought_back(shop: Shop, bought: Lines, days: int, rng: np.random.Generator) -> Lines:
    """The lines that are returned before the history ends: the same order and product, with a minus."""
    shortest, longest = shop.behaviour.refund_days
    refunded = _part(bought, np.flatnonzero(rng.random(len(bought)) < shop.behaviour.refunded_share))
    day = refunded.minute // MINUTES_A_DAY + rng.integers(shortest, longest + 1, len(refunded))
    minute = day * MINUTES_A_DAY + minutes_of_day(shop.behaviour, len(refunded), rng)
    back = Lines(
        refunded.order,
        minute,
        refunded.customer,
        refunded.product,
        refunded.place,
        -refunded.quantity,
        -refunded.amount,
        -refunded.discount,
        -refunded.cost,
    )
    return _part(back, np.flatnonzero(day < days))


def _in_time(*several: Lines) -> Lines:
    joined = Lines(*(np.concatenate([getattr(lines, field.name) for lines in several]) for field in fields(Lines)))
    return _part(joined, np.argsort(joined.minute, kind="stable"))


def _part(lines: Lines, which: slice | NDArray[np.int64]) -> Lines:
    return Lines(*(getattr(lines, field.name)[which] for field in fields(Lines)))
