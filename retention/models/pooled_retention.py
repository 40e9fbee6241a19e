"""How many of those who came are still there: one curve from many cohorts, of which the young ones are seen only in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats, Integers


@dataclass(frozen=True, eq=False)
class PooledRetention:
    """One entry per age, age 0 (the beginning, everybody) first.

    customers: those whose cohort has been seen to this age; active: those of them who are there. share = active ÷ customers: uses every
    cohort seen that far and may rise, where people come back or where old cohorts were better than young ones.
    rate: of those active one age earlier, in the cohorts seen to this age, the part that still is (1 at age 0). product: all rates up to
    this age multiplied; it uses all cohorts at every age and never rises, so it is right only for what never comes back.
    variance: of product (Greenwood). rate, product and variance are NaN from the age on before which nobody was left.

    ASSUMPTIONS: young cohorts are like old ones of the same age. Where nobody comes back the product is the Kaplan–Meier curve.
    Source: life-table estimate; rate_k = Σ active_k / Σ active_(k-1), both over the cohorts seen to age k.
    """

    customers: Integers
    active: Integers
    share: Floats
    rate: Floats
    product: Floats
    variance: Floats

    @classmethod
    def fit(cls, cohorts: Sequence[Sequence[int]]) -> PooledRetention:
        """The curve of these cohorts: for each, how many were active at age 0, 1, … as far as it has been seen (only whole months).

        A cohort of nobody counts for nothing. No cohorts give an empty curve.
        """
        ages = max((len(cohort) for cohort in cohorts), default=0)
        customers, active, before = (np.zeros(ages, np.int64) for _ in range(3))
        for cohort in cohorts:
            seen = np.asarray(cohort, np.int64)
            customers[: len(seen)] += seen[:1]
            active[: len(seen)] += seen
            before[: len(seen)] += np.concatenate([seen[:1], seen[:-1]])
        nobody = np.full(ages, np.nan)
        share = np.divide(active, customers, out=nobody.copy(), where=customers > 0)
        rate = np.divide(active, before, out=nobody.copy(), where=before > 0)
        product = np.cumprod(rate)
        gone = before - active
        spread = np.divide(gone, before * active, out=np.zeros(ages), where=(active > 0) & (gone > 0))
        return cls(customers, active, share, rate, product, product**2 * np.cumsum(spread))
