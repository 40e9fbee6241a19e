"""How busy each day of a sample shop's history is, and the shop's own clock that runs faster on busy days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from retention.sample.shop import Behaviour

MINUTES_A_DAY = 1440


@dataclass(frozen=True)
class Seasons:
    """The days of a history. Day 0 is the first; times are days since its midnight.

    shop_clock: at each midnight, how much shop time has passed; one shop day is an average day's trade.
    arrival_clock: the same for newcomers, who also become more from year to year; ends at 1.
    month_of_day: which month, 0 the first, a day belongs to; first_days and last_days are those months' days.
    """

    days: tuple[date, ...]
    shop_clock: NDArray[np.float64]
    arrival_clock: NDArray[np.float64]
    month_of_day: NDArray[np.int64]
    first_days: NDArray[np.int64]
    last_days: NDArray[np.int64]

    def arrivals(self, people: int, rng: np.random.Generator) -> NDArray[np.float64]:
        """When that many newcomers arrive, the earliest first."""
        return np.interp(np.sort(rng.random(people)), self.arrival_clock, np.arange(len(self.arrival_clock)))

    def any_time(self, times: int, rng: np.random.Generator) -> NDArray[np.float64]:
        """That many moments of ordinary trade, in no order."""
        shop_times = rng.random(times) * float(self.shop_clock[-1])
        return np.interp(shop_times, self.shop_clock, np.arange(len(self.shop_clock)))

    def after(self, moments: NDArray[np.float64], shop_days: NDArray[np.float64]) -> NDArray[np.float64]:
        """The moments that come so many shop days after the given ones; infinity where that is beyond the history."""
        midnights = np.arange(len(self.shop_clock))
        return np.interp(np.interp(moments, midnights, self.shop_clock) + shop_days, self.shop_clock, midnights, right=np.inf)


def seasons(behaviour: Behaviour) -> Seasons:
    """The seasons of a shop from its first day to its last."""
    days = tuple(behaviour.first_day + timedelta(days=number) for number in range((behaviour.last_day - behaviour.first_day).days + 1))
    busy = np.array([behaviour.month_factors[day.month - 1] * behaviour.weekday_factors[day.weekday()] for day in days])
    growth = 1 + behaviour.arrivals_growth_yearly * np.arange(len(days)) / 365.25
    month_of_day = np.array([(day.year - days[0].year) * 12 + day.month - days[0].month for day in days])
    starts = np.searchsorted(month_of_day, np.arange(month_of_day[-1] + 2))
    return Seasons(
        days=days,
        shop_clock=_clock(busy, len(days)),
        arrival_clock=_clock(busy * growth, 1),
        month_of_day=month_of_day,
        first_days=starts[:-1],
        last_days=starts[1:] - 1,
    )


def minutes_of_day(behaviour: Behaviour, times: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """A minute of the day for each of that many orders, by the shop's hours."""
    weights = np.array(behaviour.hour_weights, dtype=np.float64)
    hours = np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random(times), side="right")
    return hours * 60 + rng.integers(0, 60, times)


def _clock(daily: NDArray[np.float64], total: float) -> NDArray[np.float64]:
    passed = np.concatenate(([0.0], np.cumsum(daily)))
    scaled: NDArray[np.float64] = passed * (total / passed[-1])
    return scaled
