"""What later money is worth today: rates per month or day, and sums of purchases that come month by month."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from retention.models.history import Floats

MONTHS_PER_YEAR = 12
DAYS_PER_YEAR = 365.25
Timing = Literal["middle", "end"]


def monthly_rate(annual: float) -> float:
    """The rate per month that makes this rate per year: (1 + annual)^(1/12) - 1, a little less than a twelfth of it."""
    return float(np.expm1(np.log1p(annual) / MONTHS_PER_YEAR))


def continuous_rate(annual: float, *, units_per_year: float = DAYS_PER_YEAR) -> float:
    """The same rate as a steady one per unit of time (per day, unless told otherwise): what comes after t units counts e^(-rate t).

    ln(1 + annual) / units per year; 52 for weeks.
    """
    return float(np.log1p(annual) / units_per_year)


def discounted_sum(cumulative: ArrayLike, annual: float, timing: Timing = "middle") -> Floats:
    """How many purchases of today the purchases of the coming months are worth; times margin per purchase it is a lifetime value.

    cumulative: expected purchases up to the end of month 1, 2, … H along the first axis, one column per customer (or none).
    timing: whether a month's purchases count as made in its middle or at its end.
    sum of (E_k - E_(k-1)) / (1 + i)^(k - 1/2) or ^k over k = 1 … H, i = `monthly_rate`.
    """
    expected = np.asarray(cumulative, float)
    in_month = np.diff(expected, axis=0, prepend=np.zeros((1, *expected.shape[1:])))
    months = np.arange(1, len(expected) + 1) - (0.5 if timing == "middle" else 0.0)
    total: Floats = np.tensordot(np.exp(-np.log1p(annual) * months / MONTHS_PER_YEAR), in_month, axes=1)
    return total
