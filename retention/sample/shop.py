"""What makes a sample shop: how its customers behave, what it sells and spends, and how it writes its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from retention.sample.editions import Edition


@dataclass(frozen=True)
class Behaviour:
    """How customers come, buy, leave and come back: the truth that an analysis of the files should find again.

    A customer's purchases follow the MBG/NBD story: weekly rate ~ Gamma(purchase_shape, purchase_scale_weeks), and after
    every purchase, the first one too, the customer leaves with a probability of their own ~ Beta(dropout_a, dropout_b).
    Of those who leave, comeback_share return after a silence of comeback_days (from, to) and go on at their old rate.
    Order values are Gamma-Gamma: p = basket_p, q = basket_q, basket_gamma in minor units; their mean is p·gamma/(q − 1).
    month_factors (January first) and weekday_factors (Monday first) make days busier or quieter than the average day.
    hour_weights: how orders spread over the 24 hours. A score is score_low + score_span · (1 − dropout) + noise, kept in 0..10.
    """

    first_day: date
    last_day: date
    purchase_shape: float
    purchase_scale_weeks: float
    dropout_a: float
    dropout_b: float
    comeback_share: float
    comeback_days: tuple[int, int]
    arrivals_growth_yearly: float
    month_factors: tuple[float, ...]
    weekday_factors: tuple[float, ...]
    hour_weights: tuple[float, ...]
    basket_p: float
    basket_q: float
    basket_gamma: float
    extra_lines_mean: float
    discounted_share: float
    discount_percents: tuple[int, ...]
    refunded_share: float
    refund_days: tuple[int, int]
    anonymous_share: float
    referred_share: float
    referred_basket_factor: float
    promoter_share: float
    signup_lead_days_mean: float
    feedback_share: float
    comment_share: float
    score_low: float
    score_span: float
    score_noise: float


@dataclass(frozen=True)
class Product:
    """One thing on the price list; price and cost of one piece in minor units. popularity: how often it is taken, 1 = ordinary."""

    name: str
    category: str
    price: int
    unit_cost: int
    popularity: float


@dataclass(frozen=True)
class Place:
    """Where orders are made: the sales channel, the store if there is one, and the share of orders."""

    channel: str
    store: str
    share: float


@dataclass(frozen=True)
class WinningChannel:
    """Where new customers come from: share of them, and per new customer the cost (minor units), people reached, visits, enquiries."""

    name: str
    share: float
    cost: int
    reached: float
    visited: float
    enquired: float


@dataclass(frozen=True)
class KeepingChannel:
    """What is spent on keeping customers: minor units per month and customer who bought within the last year."""

    name: str
    monthly_cost: float


@dataclass(frozen=True)
class Marketing:
    """What the shop spends. shared_share: the part of a month's other spend that serves both ends, in the shared channel.

    spend_step: amounts are round to this many minor units, as people write budgets.
    """

    winning: tuple[WinningChannel, ...]
    referral_channel: str
    keeping: tuple[KeepingChannel, ...]
    shared_channel: str
    shared_share: float
    spend_step: int


@dataclass(frozen=True)
class Opinion:
    """A reason that customers give with a score between lowest and highest, and what some of them write with it."""

    lowest: int
    highest: int
    reason: str
    comment: str


@dataclass(frozen=True)
class Words:
    """The words of the shop's language that are neither products nor channels.

    people: groups of (first names, surnames) that go together. purposes and stages: canonical name -> the shop's word. tag: what is
    written beside a customer worth showing to others.
    """

    people: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    purposes: Mapping[str, str]
    stages: Mapping[str, str]
    opinions: tuple[Opinion, ...]
    tag: str


@dataclass(frozen=True)
class Style:
    """How the shop's programs write files. encodings: for tables that differ from the usual `encoding`.

    headers: table -> field -> header, in the order of the columns. ids: prefix and digits of customer and order numbers.
    """

    encoding: str
    encodings: Mapping[str, str]
    delimiter: str
    decimal: str
    line_end: str
    date_format: str
    time_format: str
    customer_prefix: str
    customer_digits: int
    order_prefix: str
    order_digits: int
    headers: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Shop:
    """A sample shop, whole."""

    name: str
    currency: str
    language: str
    behaviour: Behaviour
    products: tuple[Product, ...]
    editions: tuple[Edition, ...]
    places: tuple[Place, ...]
    marketing: Marketing
    words: Words
    style: Style


def price_list(text: str) -> tuple[Product, ...]:
    """The products, cheapest first, of a text with lines "name | category | price | cost as a share of the price | popularity"."""
    rows = [line.split(" | ") for line in text.strip().splitlines()]
    products = [
        Product(name, category, round(float(price) * 100), round(float(price) * float(share) * 100), float(popularity))
        for name, category, price, share, popularity in rows
    ]
    return tuple(sorted(products, key=lambda product: product.price))


def opinions(text: str) -> tuple[Opinion, ...]:
    """The opinions of a text with lines "lowest score | highest score | reason | comment"."""
    rows = [line.split(" | ") for line in text.strip().splitlines()]
    return tuple(Opinion(int(lowest), int(highest), reason, comment) for lowest, highest, reason, comment in rows)
