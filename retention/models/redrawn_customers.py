"""What chance does to sums over customers: whole customers drawn anew, everything a customer did together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from retention.models.history import Floats

DRAWS_AT_ONCE = 50


def redrawn(of_each: Floats, customers: Floats, draws: int, random: np.random.Generator) -> Floats:
    """The sums of the columns for customers drawn anew, a row per draw.

    of_each: a row per group of customers who are alike, what one of them adds to each sum; customers: how many are in it, whole numbers.
    In a draw everybody counts as often as a Poisson draw with mean 1 says, independent of the others.
    """
    return np.concatenate([weights @ of_each for weights in _weights(customers, draws, random)])


def redrawn_spread(spread: Floats, random: np.random.Generator) -> Floats:
    """A normal draw around nought for each matrix of variances and covariances (draws × sums × sums)."""
    sizes, directions = np.linalg.eigh(spread)
    # of sums without any variance rounding may make one a little below nought
    steps = np.sqrt(np.maximum(sizes, 0)) * random.standard_normal(sizes.shape)
    drawn: Floats = (directions @ steps[..., np.newaxis])[..., 0]
    return drawn


def ends(drawn: Floats, customers: int, outside: float) -> tuple[float, float]:
    """Between which values all but a share of the draws lie, half of it on either side, further out where few customers were drawn from.

    The quantiles are those of the normal distribution where Student's t with n - 1 degrees of freedom, times sqrt(n / (n - 1)), has
    outside / 2: drawing few customers anew spreads them too little. Source: Hesterberg 2015 (the expanded percentile interval). At least 2
    customers.
    """
    furthest = student.isf(outside / 2, customers - 1) * np.sqrt(customers / (customers - 1))
    low, high = np.quantile(drawn, (norm.sf(furthest), norm.cdf(furthest)))
    return float(low), float(high)


def _weights(customers: Floats, draws: int, random: np.random.Generator) -> Iterator[Floats]:
    """How often each group counts; some draws at a time, so that a large shop fits."""
    for first in range(0, draws, DRAWS_AT_ONCE):
        weights = random.poisson(customers, (min(DRAWS_AT_ONCE, draws - first), len(customers))).astype(np.float64)
        weights[weights.sum(axis=1) == 0] = customers  # a draw of nobody says nothing
        yield weights
