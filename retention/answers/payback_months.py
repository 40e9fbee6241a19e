"""In which month new customers have paid back what winning them cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.answers.acquisition_groups import Group
from retention.answers.customer_months import CustomerMonths, customer_months
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import Fits
from retention.answers.known_customers import KnownCustomers, known_customers
from retention.answers.months_ahead import last_observed_month, months_ahead
from retention.models.history import Integers
from retention.warehouse import Marts
from retention.warehouse.facts import day_number


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
        known = known_customers(marts, day_number(marts.facts.as_of))
        return cls(customer_months(marts, values.is_margin), known, fits, values.margin_share, values.horizon_months)

    def reached(self, groups: Sequence[Group]) -> list[tuple[int | None, bool]]:
        """For each group the first month by whose end a customer had brought their cost on average, and whether that is only expected.

        No customer may stand in two of the groups. Seen months are averages over those known for as long, while they are enough of the
        group; later ones count everybody, as far as seen and as expected beyond. (None, False): not by then, or no cost to pay back.
        """
        of_group: Integers = np.full(len(self.months.customer), -1)
        for number, group in enumerate(groups):
            of_group[group.members] = number
        people, mean = self.months.mean_by_month(of_group, len(groups))
        found: list[tuple[int | None, bool]] = []
        for group, known_for, brought in zip(groups, people, mean, strict=True):
            if not len(group.members) or not group.spend or not group.spend[0] or not group.is_comparable:
                found.append((None, False))
                continue
            cost, last = group.spend[0] / len(group.members), last_observed_month(known_for)
            seen = np.flatnonzero(brought[: last + 1] >= cost)
            found.append((int(seen[0]), False) if len(seen) else self._expected(group.members, last, cost))
        return found

    def _expected(self, members: Integers, last: int, cost: float) -> tuple[int | None, bool]:
        if self.fits is None:
            return None, False
        ages = np.arange(last + 1, int(self.months.complete_months[members].max()) + 1 + self.horizon_months)
        brought = months_ahead(self.fits, self.known, self.months, members, ages, self.margin_share).expected.mean(axis=0)
        reached = np.flatnonzero(brought >= cost)
        return (int(ages[reached[0]]), True) if len(reached) else (None, False)
