"""Where a programme begins to pay: the value of its lever at which it brings neither profit nor loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from retention.models.history import Floats
from retention.programmes.present_value import HALF_MINOR_UNIT

CURVE_POINTS = 41
SHORTEST_CURVE, LONGEST_CURVE = 0.20, 2.0
FREQUENCY_LIFT = "frequency_lift"


@dataclass(frozen=True)
class Lever:
    """The lever's value as set, the one that breaks even (None = none that can be), and the result along it."""

    set_value: float
    break_even: float | None
    curve: tuple[tuple[float, float], ...]


def break_even(
    lever: str,
    used: Mapping[str, float],
    set_value: float,
    values: Floats,
    nets: Floats,
    net_at: Callable[[float], float],
    is_harm: bool = False,
) -> Lever:
    """The lever's break-even, from the net at equally spaced values of it over all it can be; net_at: the net at any one value.
    is_harm: the more of it the worse, so that the break-even is the most of it that can be borne.

    Where the net is a straight line in the lever, so is what lies beyond; else the first change of sign within is looked up closely.
    For the frequency lift everything is told as the whole growth of participants' sales, (1 + frequency lift)(1 + basket lift) - 1.
    """
    steps = np.diff(nets)
    is_straight = bool(np.allclose(steps, steps.mean(), rtol=1e-9, atol=1e-9 * max(1.0, float(np.abs(nets).max()))))
    direction = -1.0 if is_harm else 1.0
    found = _on_line(values, nets, direction) if is_straight else _between(values, nets, direction, net_at)
    basket = used.get("basket_lift", 0.0) if lever == FREQUENCY_LIFT else 0.0

    def told(value: float) -> float:
        return (1 + value) * (1 + basket) - 1

    if lever == FREQUENCY_LIFT and is_straight:
        # bigger checks alone may bring more than is needed; fewer purchases would then still do, down to none
        found = None if found is None or found < -1 else found
        furthest = min(max(SHORTEST_CURVE, 1.5 * told(set_value), 1.5 * (0.0 if found is None else told(found))), LONGEST_CURVE)
        slope, start = steps.mean() / (values[1] - values[0]), nets[0]
        lifts = np.linspace(0.0, furthest, CURVE_POINTS)
        curve = zip(lifts.tolist(), (start + slope * ((1 + lifts) / (1 + basket) - 1 - values[0])).tolist(), strict=True)
        return Lever(told(set_value), None if found is None else told(found), tuple(curve))
    if found is not None and not values[0] <= found <= values[-1]:
        found = None
    return Lever(
        told(set_value),
        None if found is None else told(found),
        tuple((told(x), y) for x, y in zip(values.tolist(), nets.tolist(), strict=True)),
    )


def _on_line(values: Floats, nets: Floats, direction: float) -> float | None:
    """Where the line through these points crosses nought; None where it does not go the right way, or crosses nowhere."""
    slope = (nets[-1] - nets[0]) / (values[-1] - values[0])
    if direction * (nets[-1] - nets[0]) < HALF_MINOR_UNIT:
        return None
    return float(values[0] - nets[0] / slope)


def _between(values: Floats, nets: Floats, direction: float, net_at: Callable[[float], float]) -> float | None:
    """The first crossing of nought between the points that goes the right way, or the first point where it starts from nought."""
    if abs(nets[0]) < HALF_MINOR_UNIT <= direction * nets[1]:
        return float(values[0])
    signs = np.sign(nets) * direction
    crossings = np.flatnonzero((signs[:-1] < 0) & (signs[1:] >= 0))
    if not len(crossings):
        return None
    place = int(crossings[0])
    low, high = float(values[place]), float(values[place + 1])
    return high if nets[place + 1] == 0 else float(brentq(net_at, low, high, xtol=1e-15))
