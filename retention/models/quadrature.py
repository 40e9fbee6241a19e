"""Averages over a Beta or a Gamma distribution, as weighted sums over points that suit every smooth question."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.polynomial import Chebyshev
from numpy.typing import ArrayLike

from retention.models.history import Floats

NODES = 128
# A weight e^-40 of the highest has no say. Points e^-30 below the centre are as good as zero to what is averaged, so whatever
# lies beyond them is counted at the last of them.
NEGLIGIBLE_FALL = 40.0
FARTHEST = 30.0
BISECTIONS = 30
ROWS_AT_ONCE = 500  # so that their points stay within the processor's own memory
# A smooth curve over so wide a range (in e-folds) is told to 11 digits or more by a polynomial of this degree in the logarithm.
WIDEST_CURVE = 8.0
LEAST_DEGREE, DEGREE_PER_E_FOLD = 20, 8


@lru_cache(maxsize=1024)
def beta_nodes(a: float, b: float) -> tuple[Floats, Floats]:
    """Points p and weights such that the sum of weight × f(p) is the mean of f over Beta(a, b).

    Equal steps in v = ln(p/(1-p)), where p^(a-1) (1-p)^(b-1) dp = p^a (1-p)^b dv: without ends, hence the error shrinks
    exponentially with the step, whatever a and b, and for functions of very small p as well as of large.
    """
    middle = a / (a + b)
    step, low = _steps(lambda v: (a + b) * math.log1p(middle * math.expm1(v)) - a * v)
    away = low + step * np.arange(NODES)
    weights = np.exp(a * away - (a + b) * np.log1p(middle * np.expm1(away)))
    # what lies beyond either end is a geometric series
    weights[0] /= -math.expm1(-a * step)
    weights[-1] /= -math.expm1(-b * step)
    odds = a / b * np.exp(away)
    return odds / (1 + odds), weights / weights.sum()


@lru_cache(maxsize=1024)
def gamma_nodes(shape: float) -> tuple[Floats, Floats]:
    """Points g and weights for means over Gamma(shape, 1), made as for `beta_nodes` with v = ln g."""
    step, low = _steps(lambda v: shape * (math.expm1(v) - v))
    away = low + step * np.arange(NODES)
    weights = np.exp(shape * (away - np.expm1(away)))
    weights[0] /= -math.expm1(-shape * step)
    return shape * np.exp(away), weights / weights.sum()


def _steps(fall: Callable[[float], float]) -> tuple[float, float]:
    """The step between points and the lowest of them, both measured from the highest weight.

    fall: by how much the log weight lies below its top; convex, 0 at 0.
    """
    ends = []
    for sign in (-1.0, 1.0):
        near, far = 0.0, FARTHEST
        for _ in range(BISECTIONS):
            middle = (near + far) / 2
            near, far = (near, middle) if fall(sign * middle) > NEGLIGIBLE_FALL else (middle, far)
        ends.append(far)
    return (ends[0] + ends[1]) / (NODES - 1), -ends[0]


def weighted_sums(values: Floats, weights: Floats) -> Floats:
    """values @ weights without threads: where other programs keep the processors busy, waiting for threads takes longer than the sum."""
    sums: Floats = np.einsum("ij,j->i", values, weights)
    return sums


def in_parts(function: Callable[..., Floats], *arguments: ArrayLike) -> Floats:
    """function(*columns) for numbers or arrays of one shape, some hundred rows at a time."""
    arrays = np.broadcast_arrays(*(np.asarray(argument, float) for argument in arguments))
    columns = [array.ravel() for array in arrays]
    parts = [slice(first, first + ROWS_AT_ONCE) for first in range(0, max(columns[0].size, 1), ROWS_AT_ONCE)]
    return np.concatenate([function(*(column[part] for column in columns)) for part in parts]).reshape(arrays[0].shape)


def over_distinct(mean: Callable[[float, Floats], Floats], x: ArrayLike, other: ArrayLike) -> Floats:
    """mean(x, others) per customer, where all customers of the same x lie on one smooth curve of the other figure."""
    x, other = np.broadcast_arrays(np.asarray(x, float), np.asarray(other, float))
    others, means = other.ravel(), np.empty(x.size)
    distinct, index = np.unique(x.ravel(), return_inverse=True)
    order = np.argsort(index, kind="stable")
    ends = np.cumsum(np.bincount(index))[:-1]
    for one_x, rows in zip(distinct.tolist(), np.split(order, ends), strict=True):
        means[rows] = _along_a_curve(lambda some, one_x=one_x: mean(one_x, some), others[rows])  # type: ignore[misc]
    return means.reshape(x.shape)


def _along_a_curve(curve: Callable[[Floats], Floats], points: Floats) -> Floats:
    """The curve at many points, from its values at few where that is as good."""
    low, high = points.min(), points.max()
    if low == high:
        return np.full(len(points), curve(points[:1])[0])
    width = math.log(high / low) if low > 0 else math.inf
    if width > WIDEST_CURVE or len(points) <= (degree := LEAST_DEGREE + math.ceil(DEGREE_PER_E_FOLD * width)):
        return in_parts(curve, points)
    polynomial = Chebyshev.interpolate(lambda logs: curve(np.exp(logs)), degree, domain=(math.log(low), math.log(high)))
    heights: Floats = polynomial(np.log(points))
    return heights
