"""The five tables of a sample shop, in its own language and its own way of writing numbers and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from retention.sample.baskets import Lines
from retention.sample.columns import Columns, identifiers, money, quoted, whole, words
from retention.sample.customers import Customers
from retention.sample.feedback import Scores
from retention.sample.marketing import ContactRow, SpendRow
from retention.sample.seasons import MINUTES_A_DAY, Seasons
from retention.sample.shop import Shop

NOBODY = -1
TAGGED_EVERY = 60  # one customer of so many carries a tag


def order_columns(shop: Shop, seasons: Seasons, lines: Lines) -> Columns:
    """The order lines as text; "store" too where the shop has none, its file just has no such column."""
    style = shop.style
    ordered_on = words(_written_days(shop, seasons.days), lines.minute // MINUTES_A_DAY)
    if style.time_format:
        clock = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(MINUTES_A_DAY)]
        ordered_on = pc.binary_join_element_wise(ordered_on, words(clock, lines.minute % MINUTES_A_DAY), " ")
    return {
        "order_id": identifiers(style.order_prefix, style.order_digits, lines.order),
        "ordered_at": ordered_on,
        "customer_id": identifiers(style.customer_prefix, style.customer_digits, lines.customer),
        "product": _products(shop, seasons, lines),
        "category": _texts(shop, [product.category for product in shop.products], lines.product),
        "channel": _texts(shop, [place.channel for place in shop.places], lines.place),
        "store": _texts(shop, [place.store for place in shop.places], lines.place),
        "quantity": whole(lines.quantity),
        "discount": money(lines.discount, style.decimal),
        "amount": money(lines.amount, style.decimal),
        "cost": money(lines.cost, style.decimal),
    }


def customer_columns(shop: Shop, seasons: Seasons, customers: Customers) -> Columns:
    """The customers as text, those who came first on top."""
    style = shop.style
    names, starts = _names(shop)
    surnames = np.array([len(surnames) for _, surnames in shop.words.people])
    name = starts[customers.name_group] + customers.first_name * surnames[customers.name_group] + customers.surname
    channels = [channel.name for channel in shop.marketing.winning] + [shop.marketing.referral_channel]
    return {
        "customer_id": identifiers(style.customer_prefix, style.customer_digits, np.arange(len(customers))),
        "name": _texts(shop, names, name),
        "signed_up_on": words(_written_days(shop, seasons.days), customers.signup_day),
        "acquired_channel": _texts(shop, channels, customers.channel),
        "referred_by": identifiers(style.customer_prefix, style.customer_digits, customers.referrer),
        "tags": _texts(shop, ["", shop.words.tag], (np.arange(len(customers)) % TAGGED_EVERY == TAGGED_EVERY // 2).astype(np.int64)),
    }


def spend_columns(shop: Shop, seasons: Seasons, rows: Sequence[SpendRow]) -> Columns:
    """The spend as text, a row per month and channel."""
    months = [row.month for row in rows]
    days = _written_days(shop, seasons.days)
    return {
        "first_day": words(days, seasons.first_days[months]),
        "last_day": words(days, seasons.last_days[months]),
        "channel": _column(shop, [row.channel for row in rows]),
        "purpose": _column(shop, [shop.words.purposes[row.purpose] for row in rows]),
        "amount": money(np.array([row.amount for row in rows]), shop.style.decimal),
    }


def contact_columns(shop: Shop, seasons: Seasons, rows: Sequence[ContactRow]) -> Columns:
    """The people reached, come and asking as text; people are counted when the month is over, on its last day."""
    return {
        "day": words(_written_days(shop, seasons.days), seasons.last_days[[row.month for row in rows]]),
        "channel": _column(shop, [row.channel for row in rows]),
        "stage": _column(shop, [shop.words.stages[row.stage] for row in rows]),
        "people": whole(np.array([row.people for row in rows])),
    }


def feedback_columns(shop: Shop, seasons: Seasons, scores: Scores) -> Columns:
    """The answers as text, the earliest on top."""
    opinions = shop.words.opinions
    return {
        "day": words(_written_days(shop, seasons.days), scores.day),
        "customer_id": identifiers(shop.style.customer_prefix, shop.style.customer_digits, scores.customer),
        "score": whole(scores.score),
        "reason": _texts(shop, [opinion.reason for opinion in opinions], scores.opinion),
        "comment": _texts(shop, [opinion.comment for opinion in opinions], np.where(scores.has_comment, scores.opinion, NOBODY)),
    }


def _products(shop: Shop, seasons: Seasons, lines: Lines) -> pa.StringArray:
    """What was sold, by the name it has in the shop that day."""
    names = [product.name for product in shop.products]
    number = lines.product.copy()
    for place, edition in enumerate(shop.editions, start=len(names)):
        is_new = lines.minute // MINUTES_A_DAY >= (edition.since - seasons.days[0]).days
        number[is_new & (lines.product == names.index(edition.instead_of))] = place
    return _texts(shop, [*names, *(edition.name for edition in shop.editions)], number)


def _written_days(shop: Shop, days: Sequence[date]) -> list[str]:
    return [day.strftime(shop.style.date_format) for day in days]


def _names(shop: Shop) -> tuple[list[str], NDArray[np.int64]]:
    """Every first name with every surname of its group, and where each group starts."""
    groups = [[f"{first} {surname}" for first in firsts for surname in surnames] for firsts, surnames in shop.words.people]
    starts = np.cumsum([0] + [len(group) for group in groups[:-1]])
    return [name for group in groups for name in group], starts


def _texts(shop: Shop, choices: Sequence[str], numbers: NDArray[np.int64]) -> pa.StringArray:
    return words([quoted(choice, shop.style.delimiter) for choice in choices], numbers)


def _column(shop: Shop, texts: Sequence[str]) -> pa.StringArray:
    return pa.array([quoted(text, shop.style.delimiter) for text in texts], pa.string())
