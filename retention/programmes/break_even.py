"""Where a programme begins to pay: the value of its lever at which it brings neither profit nor loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from retention.models.history import Floats
from retention.programmes.outcome import NoBreakEven
from retention.programmes.present_value import HALF_MINOR_UNIT

CURVE_POINTS = 41
SHORTEST_CURVE, LONGEST_CURVE = 0.20, 2.0
FREQUENCY_LIFT = "frequency_lift"
FURTHEST_LIFT = 16.0  # where the net is no straight line: 1,600 per cent more often, beyond which nobody looks
POINTS_BELOW, POINTS_PER_DOUBLING = 8, 8


@dataclass(frozen=True)
class Lever:
    """The lever's value as set, the one that breaks even (None = none, and why), and the result along it."""

    set_value: float
    break_even: float | None
    no_break_even: NoBreakEven | None
    curve: tuple[tuple[float, float], ...]


def break_even(
    lever: str,
    used: Mapping[str, float],
    set_value: float,
    values: Floats,
    nets: Floats,
    nets_at: Callable[[Floats], Floats],
    is_harm: bool = False,
    buys_nobody: bool = False,
) -> Lever:
    """The lever's break-even, from the net at equally spaced values of it over all it can be; nets_at: the net at any other values.
    is_harm: the more of it the worse, so that the break-even is the most of it that can be borne. buys_nobody: no participant buys.

    Where the net is a straight line in the lever, so is what lies beyond; else the first change of sign is looked up closely, for the
    frequency lift up to FURTHEST_LIFT. What pays already with the least that can be breaks even there. For the frequency lift everything
    is told as the whole growth of participants' sales, (1 + frequency lift)(1 + basket lift) - 1, and nothing is the least of that.
    """
    is_growth, direction = lever == FREQUENCY_LIFT, -1.0 if is_harm else 1.0
    basket = used.get("basket_lift", 0.0) if is_growth else 0.0
    least = 1 / (1 + basket) - 1  # fewer purchases, where bigger checks make up for them
    steps = np.diff(nets)
    size = max(1.0, float(np.abs(nets).max()))
    is_straight = bool(np.allclose(steps, steps.mean(), rtol=1e-9, atol=1e-9 * size))
    slope = float(nets[-1] - nets[0]) / float(values[-1] - values[0])
    line = float(values[0] - nets[0] / slope) if abs(nets[-1] - nets[0]) >= HALF_MINOR_UNIT else None
    if is_growth and is_straight and line is not None and line > values[-1]:  # does it go on like that?
        is_straight = abs(float(nets_at(np.array([line]))[0])) < max(HALF_MINOR_UNIT, 1e-9 * size)

    def told(value: float) -> float:
        return (1 + value) * (1 + basket) - 1 if basket else value

    if is_growth and is_straight:
        at_least = float(nets[0]) + slope * (least - float(values[0]))
        found = least if at_least > -HALF_MINOR_UNIT else line if slope > 0 else None
        furthest = min(max(SHORTEST_CURVE, 1.5 * told(set_value), 1.5 * (0.0 if found is None else told(found))), LONGEST_CURVE)
        lifts = np.linspace(0.0, furthest, CURVE_POINTS)
        points, results = (1 + lifts) / (1 + basket) - 1, nets[0] + slope * ((1 + lifts) / (1 + basket) - 1 - values[0])
    else:
        points, results = _widened(values, nets, nets_at, least) if is_growth else (values, nets)
        found = _crossing(points, results, direction, nets_at, line if is_straight else None)
    reason: NoBreakEven | None = None
    if found == points[0] and not is_harm and np.interp(set_value, points, results) < -HALF_MINOR_UNIT:
        found = None  # pays with nothing of it and loses as it is set: more of it does harm
    if buys_nobody and float(np.ptp(nets)) < HALF_MINOR_UNIT:
        found, reason = None, "nobody"
    elif found is None and not (is_harm and results[0] > -HALF_MINOR_UNIT):
        rises = float(results[-1] - results[-2])
        reason = "reward_eats_margin" if not is_harm and (rises < 0 or (is_growth and rises <= 0)) else "out_of_reach"
    curve = zip(points.tolist(), results.tolist(), strict=True)
    return Lever(told(set_value), None if found is None else told(found), reason, tuple((told(point), net) for point, net in curve))


def _widened(values: Floats, nets: Floats, nets_at: Callable[[Floats], Floats], least: float) -> tuple[Floats, Floats]:
    """Lifts and nets down to the least, and, where a loss is left at their end, up to the furthest or the first profit."""
    below = np.linspace(least, values[0], POINTS_BELOW, endpoint=False) if least < values[0] else values[:0]
    beyond = values[:0]
    if nets[-1] < 0:
        doublings = int(np.log2(FURTHEST_LIFT / values[-1]))
        beyond = values[-1] * np.exp2(np.arange(1, doublings * POINTS_PER_DOUBLING + 1) / POINTS_PER_DOUBLING)
    if not len(below) and not len(beyond):
        return values, nets
    more = nets_at(np.concatenate([below, beyond]))
    nets_beyond = more[len(below) :]
    paying = np.flatnonzero(nets_beyond >= 0)
    last = int(paying[0]) + 1 if len(paying) else len(beyond)
    return np.concatenate([below, values, beyond[:last]]), np.concatenate([more[: len(below)], nets, nets_beyond[:last]])


def _crossing(values: Floats, nets: Floats, direction: float, nets_at: Callable[[Floats], Floats], line: float | None) -> float | None:
    """The first crossing of nought between the points that goes the right way; the first point where nothing is lost there already, or
    of a harm nothing can be borne. line: where a straight line crosses."""
    if direction > 0 and nets[0] > -HALF_MINOR_UNIT:
        return float(values[0])
    if direction < 0 and abs(nets[0]) < HALF_MINOR_UNIT <= -nets[1]:
        return float(values[0])
    signs = np.sign(nets) * direction
    crossings = np.flatnonzero((signs[:-1] < 0) & (signs[1:] >= 0))
    if not len(crossings):
        return None
    if line is not None:
        return line
    place = int(crossings[0])
    low, high = float(values[place]), float(values[place + 1])
    return high if nets[place + 1] == 0 else float(brentq(lambda value: float(nets_at(np.array([value]))[0]), low, high, xtol=1e-15))
