"""What a rung of the ladder is worth to the shop, what one climb adds, and whether the rung alone carries that value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.customer_months import margin_share_of
from retention.answers.customer_values import CustomerValues
from retention.answers.rung_draws import RungDraws, rung_draws
from retention.answers.rung_steps import STATES, rung_paths, steps_of
from retention.models.history import Floats
from retention.models.markov_check import ENOUGH, Comparison, can_be_followed, compare
from retention.models.redrawn_customers import ends
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.rungs import ADVOCATE, CUSTOMER_RUNGS, FIRST_PURCHASE, LAPSED, NAMES, REGULAR

FEW = 10  # fewer customers than that have no value of their own as a group
OUTSIDE = 0.1  # how often a range promises not to hold the figure
PLACES = {NAMES[rung]: place for place, rung in enumerate(CUSTOMER_RUNGS)}
CLIMBS = ((FIRST_PURCHASE, REGULAR), (REGULAR, ADVOCATE), (LAPSED, REGULAR))


@dataclass(frozen=True)
class Estimate:
    """Money in major units, and where it lies 90 times in 100."""

    money: float
    low: float
    high: float


@dataclass(frozen=True)
class RungValue:
    """One rung; money in major units per customer, None where too few have stood there.

    customers: on it now. stood: how many different customers were on it at the start of a step. per_step: what one of them brought in the
    91 days after, on average. endless: value without an end (None without a discount); within: in the months ahead. forecast: the mean of
    the forecasts customer by customer of those on it now, for the same months ahead.
    """

    rung: str
    customers: int
    stood: int
    per_step: float | None
    endless: Estimate | None
    within: Estimate | None
    forecast: float | None


@dataclass(frozen=True)
class Climb:
    """By how much a customer on one rung is worth more than one on another: what is at stake, not what a push would bring.

    forecast: the same by the forecasts customer by customer; None where one of the rungs has none.
    """

    rung_from: str
    rung_to: str
    endless: Estimate | None
    within: Estimate
    forecast: float | None


@dataclass(frozen=True)
class RungWorth:
    """Money in major units, in margin where is_margin, else in sales; steps: how many steps of 91 days the data have (at most 12).

    moves: of the customers of each rung (first purchase, regular, advocate, lapsed), the share on each of them a step later, few customers
    leaning towards all. comparisons: shares 2, 3 and 4 steps later as seen and as those moves foretell them; their states are places in
    the same order. is_enough: whether the rung alone foretells them within what the data can show; None = too few to tell.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    horizon_months: int
    annual_discount_rate: float
    steps: int
    rungs: tuple[RungValue, ...]
    climbs: tuple[Climb, ...]
    moves: tuple[tuple[float, ...], ...]
    comparisons: tuple[Comparison, ...]
    is_enough: bool | None
    missing: tuple[Sentence, ...]


def rung_worth(marts: Marts, values: CustomerValues | None = None) -> RungWorth:
    """The worth of each rung by what customers did from one quarter of a year (91 days) to the next; values: for the forecasts beside it.

    V = (I - P / (1 + d))^-1 R and its sum over the months ahead; what comes in a step counts as if it came in its middle. Ranges:
    whole customers drawn anew (rung_draws).
    """
    facts, asked = marts.facts, marts.question
    steps = steps_of(marts)
    is_margin = margin_share_of(marts) is not None
    with marts.engine() as engine:
        paths = rung_paths(marts, engine, steps, is_margin)
    now = np.bincount(paths.places[:, -1], weights=paths.customers, minlength=STATES).astype(np.int64)
    comparisons = compare(paths.places, paths.customers, STATES)
    has_moves = bool(paths.customers @ can_be_followed(paths.places) >= ENOUGH)
    drawn = rung_draws(marts, paths) if has_moves else None
    stood = paths.stood
    rungs = tuple(_rung(place, int(now[place]), int(stood[place]), drawn, values) for place in range(STATES))
    by_place = dict(zip(CUSTOMER_RUNGS, rungs, strict=True))
    return RungWorth(
        as_of=facts.as_of,
        currency=facts.currency,
        is_margin=is_margin,
        horizon_months=asked.horizon_months,
        annual_discount_rate=asked.annual_discount_rate,
        steps=steps,
        rungs=rungs,
        climbs=tuple(
            _climb(drawn, by_place[low], by_place[high]) for low, high in CLIMBS if drawn and by_place[low].within and by_place[high].within
        ),
        moves=tuple(tuple(row) for row in drawn.moves.tolist()) if drawn else (),
        comparisons=comparisons,
        is_enough=not any(one.is_off for one in comparisons) if comparisons else None,
        missing=tuple(_missing(steps, has_moves, is_margin, asked.annual_discount_rate)),
    )


def _rung(place: int, now: int, stood: int, drawn: RungDraws | None, values: CustomerValues | None) -> RungValue:
    there = None if values is None else values.rung == CUSTOMER_RUNGS[place]
    forecast = None
    if values is not None and values.predicted is not None and there is not None and there.any():
        forecast = float(values.predicted[there].mean())
    if drawn is None or stood < FEW:
        return RungValue(NAMES[CUSTOMER_RUNGS[place]], now, stood, None, None, None, forecast)
    endless = None if drawn.endless is None else _estimate(drawn.endless[:, place], stood)
    within = _estimate(drawn.within[:, place], stood)
    return RungValue(NAMES[CUSTOMER_RUNGS[place]], now, stood, float(drawn.per_step[place]), endless, within, forecast)


def _climb(drawn: RungDraws, below: RungValue, above: RungValue) -> Climb:
    low, high = (PLACES[rung.rung] for rung in (below, above))
    stood = min(below.stood, above.stood)
    endless = None if drawn.endless is None else _estimate(drawn.endless[:, high] - drawn.endless[:, low], stood)
    forecast = None if below.forecast is None or above.forecast is None else above.forecast - below.forecast
    return Climb(below.rung, above.rung, endless, _estimate(drawn.within[:, high] - drawn.within[:, low], stood), forecast)


def _estimate(drawn: Floats, stood: int) -> Estimate:
    return Estimate(float(drawn[0]), *ends(drawn[1:], stood, OUTSIDE))


def _missing(steps: int, has_moves: bool, is_margin: bool, discount_rate: float) -> list[Sentence]:
    if not steps:
        return [sentence("The data cover less than 91 days, so nobody can be followed from one quarter of a year to the next.")]
    if not has_moves:
        return [
            sentence(
                "Too few customers have been on the ladder for 91 days to tell what a rung is worth: at least {needed} are needed.",
                needed=ENOUGH,
            )
        ]
    reasons = []
    if not is_margin:
        reasons.append(sentence("The margin is not known, so rungs are valued in sales: set the margin share in the sidebar."))
    if discount_rate <= 0:
        reasons.append(sentence("Without a discount for later money a value without an end cannot be told."))
    return reasons
