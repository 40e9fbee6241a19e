"""An average with the interval it deserves."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from scipy.stats import t as student

from retention.models.history import Floats

ENOUGH = 20  # below this the money of a few customers says nothing about an average


@dataclass(frozen=True)
class Mean:
    """The mean of so many values, where it lies 95 times in 100, and how often chance alone would bring it so far from zero.

    low, high and chance are None below 20 values.
    """

    of: int
    mean: float
    low: float | None
    high: float | None
    chance: float | None


def mean_interval(values: Floats) -> Mean:
    """Student's t (1908): mean ± t(0.975, n - 1) s / root n. ValueError without values."""
    of = len(values)
    if not of:
        raise ValueError("no values have no mean")
    mean = float(values.mean())
    if of < ENOUGH:
        return Mean(of, mean, None, None, None)
    error = float(values.std(ddof=1)) / sqrt(of)
    if not error:
        return Mean(of, mean, mean, mean, 0.0 if mean else 1.0)
    half = float(student.ppf(0.975, of - 1)) * error
    return Mean(of, mean, mean - half, mean + half, float(2 * student.sf(abs(mean) / error, of - 1)))
