"""What the customers of a sample shop answer when they are asked whether they would recommend it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.sample.customers import Customers
from retention.sample.purchases import Orders
from retention.sample.shop import Shop

DAYS_UNTIL_ASKED = 7
BEST_SCORE = 10


@dataclass(frozen=True)
class Scores:
    """One entry per answer, the earliest first. opinion: number of the reason and comment, the comment only where has_comment."""

    day: NDArray[np.int64]
    customer: NDArray[np.int64]
    score: NDArray[np.int64]
    opinion: NDArray[np.int64]
    has_comment: NDArray[np.bool_]


def feedback(shop: Shop, customers: Customers, orders: Orders, days: int, rng: np.random.Generator) -> Scores:
    """What customers answered when asked, within a week of an order, how likely they are to recommend the shop."""
    behaviour, opinions = shop.behaviour, shop.words.opinions
    asked = np.flatnonzero((rng.random(len(orders)) < behaviour.feedback_share) & (orders.customer >= 0))
    customer = orders.customer[asked].astype(np.int64)
    day = orders.day[asked] + rng.integers(1, DAYS_UNTIL_ASKED + 1, len(asked))
    attachment = 1 - customers.dropout[customer]
    noise = behaviour.score_noise * rng.standard_normal(len(asked))
    score = np.clip(np.rint(behaviour.score_low + behaviour.score_span * attachment + noise), 0, BEST_SCORE).astype(np.int64)
    fitting = [
        [number for number, said in enumerate(opinions) if said.lowest <= points <= said.highest] for points in range(BEST_SCORE + 1)
    ]
    choices = np.array([len(numbers) for numbers in fitting])
    first_choice = np.cumsum(choices) - choices
    opinion = np.concatenate(fitting)[first_choice[score] + rng.integers(0, choices[score])]
    has_comment = rng.random(len(asked)) < behaviour.comment_share
    in_time = np.argsort(day, kind="stable")
    in_time = in_time[day[in_time] < days]
    return Scores(day[in_time], customer[in_time], score[in_time], opinion[in_time], has_comment[in_time])
