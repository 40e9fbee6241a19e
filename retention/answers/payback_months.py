"""In which month new customers have paid back what winning them cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retention.answers.acquisition_groups import Group
from retention.answers.customer_months import CustomerMonths, customer_months
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import Fits
from retention.answers.known_customers import KnownCustomers
from retention.answers.months_ahead import last_observed_month, months_ahead
from retention.models.history import Floats, Integers
from retention.models.prediction_interval import NORMAL_90
from retention.warehouse import Marts

FEWEST_PEOPLE = 10  # from fewer customers no interval is honest


class Reached(NamedTuple):
    """The first month by whose end a customer has brought the cost on average; None = not in time. is_expected: the model says so.

    low, high: the month for the upper and for the lower end of what customers have brought (90 times in 100); None = not in time, or no
    interval is known.
    """

    month: int | None
    is_expected: bool
    low: int | None
    high: int | None


NEVER = Reached(None, False, None, None)


@dataclass(frozen=True, eq=False)
class PaybackMonths:
    """What customers brought by month, seen so far and (with fits) expected within the months ahead."""

    months: CustomerMonths
    known: KnownCustomers
    fits: Fits | None
    margin_share: float | None
    horizon_months: int

    @classmethod
    def of(cls, marts: Marts, fits: Fits | None, values: CustomerValues) -> PaybackMonths:
        """The months of everybody; without fits nothing is expected."""
        return cls(customer_months(marts, values.is_margin), values.known, fits, values.margin_share, values.horizon_months)

    def reached(self, groups: Sequence[Group]) -> list[Reached]:
        """For each group the month of payback.

        Seen months are averages over those known for as long, while they are enough of the group; later ones count everybody, as far as
        seen and as expected beyond. Their interval is that of a mean, and at least as far from it as the back-test missed the money ahead.
        """
        return [NEVER if group.cost is None else self._month(group.members, group.cost[0]) for group in groups]

    def _month(self, members: Integers, cost: float) -> Reached:
        brought, complete = self.months.brought_by_month(members), self.months.complete_months[members]
        is_known = complete[:, None] >= np.arange(brought.shape[1])
        people = is_known.sum(axis=0)
        last = last_observed_month(people)
        columns = [brought[is_known[:, month], month] for month in range(last + 1)]
        mean, half = np.array([column.mean() for column in columns]), np.array([_half_width(column, len(column)) for column in columns])
        if self.fits is not None and not np.any(mean - half >= cost):
            ages = np.arange(last + 1, int(complete.max()) + 1 + self.horizon_months)
            expected = months_ahead(self.fits, self.known, self.months, members, ages, self.margin_share).expected
            later = expected.mean(axis=0)
            ahead = np.abs(later - brought[:, np.minimum(ages, brought.shape[1] - 1)].mean(axis=0))
            miss = money_miss(self.fits)
            chance = np.array([_half_width(column, len(members)) for column in expected.T])
            mean, half = np.append(mean, later), np.append(half, np.maximum(chance, np.nan if miss is None else miss * ahead))
        month = _first(mean >= cost)
        return Reached(month, month is not None and month > last, _first(mean + half >= cost), _first(mean - half >= cost))


def money_miss(fits: Fits | None) -> float | None:
    """How far the best model missed the money in the back-test, as a share; None where there was none, or it expected nothing."""
    miss = fits.scoreboard.best_model_score.money_miss if fits and fits.scoreboard else None
    return miss if miss is not None and np.isfinite(miss) else None


def _half_width(values: Floats, people: int) -> float:
    return NORMAL_90 * float(values.std()) / people**0.5 if people >= FEWEST_PEOPLE else np.nan


def _first(is_reached: NDArray[np.bool_]) -> int | None:
    places = np.flatnonzero(is_reached)
    return int(places[0]) if len(places) else None
