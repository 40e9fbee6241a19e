"""The top of a smooth hill: damped Newton steps, for likelihoods with a handful of parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats

MOST_STEPS = 200
MOST_HALVINGS = 40
LONGEST_STEP = 2.0  # in log-parameters: no parameter more than e² times bigger or smaller at once
NEGLIGIBLE_GAIN = 1e-6  # a step that promises less than this is taken as it is: the height no longer tells better from worse


@dataclass(frozen=True, eq=False)
class Surface:
    """The height of a hill at one place, its slope (k,) and its curvature (k, k)."""

    height: float
    slope: Floats
    curvature: Floats


@dataclass(frozen=True, eq=False)
class Top:
    """The highest place found. covariance: inverse of the negated curvature there; None = flat or still rising, not a real top."""

    place: Floats
    height: float
    covariance: Floats | None


def climb(surface: Callable[[Floats], Surface], start: Floats, reach: float, centre: Floats | None = None) -> Top:
    """The place where `surface` is highest, at most `reach` away from the centre (the start, unless given) in any coordinate.

    Newton's method with the curvature made definite (absolute eigenvalues, so that a saddle pushes away) and steps halved
    until they gain. Near the top the error squares itself with each step: about eight evaluations for a purchase model.
    """
    centre = start if centre is None else centre
    walls = (centre - reach, centre + reach)
    place, here = start, surface(start)
    for _ in range(MOST_STEPS):
        step = _uphill(here)
        promised = float(here.slope @ step) / 2
        place, here, has_moved = _advance(surface, place, here, step, walls, promised)
        if promised < NEGLIGIBLE_GAIN or not has_moved:
            break
    return Top(place, here.height, _covariance(here))


def _uphill(here: Surface) -> Floats:
    eigenvalues, axes = np.linalg.eigh(-here.curvature)
    steepness = np.abs(eigenvalues)
    steepness = np.maximum(steepness, 1e-10 * max(steepness.max(), 1.0))
    step: Floats = axes @ ((axes.T @ here.slope) / steepness)
    return step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-300))


def _advance(
    surface: Callable[[Floats], Surface], place: Floats, here: Surface, step: Floats, walls: tuple[Floats, Floats], promised: float
) -> tuple[Floats, Surface, bool]:
    for halving in range(MOST_HALVINGS):
        there = np.clip(place + step / 2.0**halving, *walls)
        if np.array_equal(there, place):
            break
        ahead = surface(there)
        if ahead.height > here.height or promised < NEGLIGIBLE_GAIN:
            return there, ahead, True
    return place, here, False


def _covariance(here: Surface) -> Floats | None:
    """None unless the place is a peak: curved downwards in every direction, with nothing left to gain."""
    eigenvalues, axes = np.linalg.eigh(-here.curvature)
    if eigenvalues.min() <= 1e-8 * max(eigenvalues.max(), 1.0):
        return None
    covariance: Floats = (axes / eigenvalues) @ axes.T
    return covariance if here.slope @ covariance @ here.slope < 1e-6 else None
