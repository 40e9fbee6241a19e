"""The customers' histories: every order of a sample shop in the order of time, before anything is put into the baskets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.sample.customers import Customers
from retention.sample.seasons import MINUTES_A_DAY, Seasons, minutes_of_day
from retention.sample.shop import Behaviour


@dataclass(frozen=True)
class Orders:
    """One entry per order, the earliest first. customer: −1 = not known. minute: since the first day's midnight.

    comebacks: how many times a customer bought again after having left.
    """

    customer: NDArray[np.int32]
    minute: NDArray[np.int32]
    comebacks: int

    def __len__(self) -> int:
        return len(self.customer)

    @property
    def day(self) -> NDArray[np.int32]:
        """The day of each order, 0 the first."""
        return self.minute // np.int32(MINUTES_A_DAY)


def orders(behaviour: Behaviour, customers: Customers, seasons: Seasons, rng: np.random.Generator) -> Orders:
    """All orders of these customers up to the last day, and those of people who left no name."""
    who, moment, comebacks = _histories(behaviour, customers, seasons, rng)
    anonymous = round(len(who) * behaviour.anonymous_share / (1 - behaviour.anonymous_share))
    who = np.concatenate((who, np.full(anonymous, -1, dtype=np.int32)))
    day = np.concatenate((moment, seasons.any_time(anonymous, rng))).astype(np.int32)
    minute = day * np.int32(MINUTES_A_DAY) + minutes_of_day(behaviour, len(day), rng).astype(np.int32)
    in_time = np.argsort(minute, kind="stable")
    return Orders(who[in_time], minute[in_time], comebacks)


def _histories(
    behaviour: Behaviour, customers: Customers, seasons: Seasons, rng: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.float64], int]:
    """Whose each order is, when it was made (days), and how many of them are comebacks.

    One turn of the loop is everybody's next order at once, so there are as many turns as the keenest customer has orders.
    """
    who = np.arange(len(customers), dtype=np.int32)
    moment = customers.arrival
    everyone, moments, comebacks = [who], [moment], 0
    while len(who):
        leaves = rng.random(len(who)) < customers.dropout[who]
        comes_back = leaves & (rng.random(len(who)) < behaviour.comeback_share)
        at_own_pace = seasons.after(moment, rng.standard_exponential(len(who)) / customers.daily_rate[who])
        after_silence = moment + rng.uniform(*behaviour.comeback_days, len(who))
        following = np.where(comes_back, after_silence, at_own_pace)
        goes_on = (~leaves | comes_back) & (following < len(seasons.days))
        comebacks += int(np.count_nonzero(comes_back & goes_on))
        who, moment = who[goes_on], following[goes_on]
        everyone.append(who)
        moments.append(moment)
    return np.concatenate(everyone), np.concatenate(moments), comebacks
