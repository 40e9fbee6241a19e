"""What a rung of the ladder is worth to the shop, what one climb adds, and whether the rung alone carries that value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.customer_months import margin_share_of
from retention.answers.customer_values import CustomerValues
from retention.answers.rung_steps import STATES, STEP_DAYS, RungMoney, rung_money, rung_paths, steps_of
from retention.models.discounting import DAYS_PER_YEAR, MONTHS_PER_YEAR
from retention.models.history import Floats
from retention.models.markov_check import ENOUGH, NOT_YET, Comparison, compare, move_counts
from retention.models.markov_ladder import prior_weights, shrunk, value, value_within
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.rungs import ADVOCATE, CUSTOMER_RUNGS, FIRST_PURCHASE, LAPSED, NAMES, REGULAR

FEW = 10  # fewer customers than that have no value of their own as a group
DRAWS, SEED = 1_000, 7
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

    V = (I - P / (1 + d))^-1 R and its sum over the months ahead; what comes in a step counts as if it came in its middle. Intervals:
    1,000 draws of the rows of P (Dirichlet) and of R (normal, customers independent), 5th to 95th percentile.
    """
    facts, asked = marts.facts, marts.question
    steps = steps_of(marts)
    is_margin = margin_share_of(marts) is not None
    with marts.engine() as engine:
        paths, customers = rung_paths(engine, steps)
        counts = move_counts(paths, customers, STATES)
        money = rung_money(marts, engine, steps, is_margin)
    now = np.bincount(paths[:, -1], weights=customers, minlength=STATES).astype(np.int64)
    comparisons = compare(paths, customers, STATES) if steps > 1 else ()
    has_moves = bool(customers @ (paths[:, :-1] != NOT_YET).any(axis=1) >= ENOUGH) if steps else False
    drawn = _draws(marts, counts, money) if has_moves else None
    rungs = tuple(_rung(place, int(now[place]), money, drawn, values) for place in range(STATES))
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
        moves=tuple(tuple(row) for row in shrunk(counts).tolist()) if has_moves else (),
        comparisons=comparisons,
        is_enough=not any(one.is_off for one in comparisons) if comparisons else None,
        missing=tuple(_missing(steps, has_moves, is_margin, asked.annual_discount_rate)),
    )


@dataclass(frozen=True, eq=False)
class _Drawn:
    """The worth of each rung: a row per draw, the first the estimate itself."""

    endless: Floats | None
    within: Floats


def _draws(marts: Marts, counts: Floats, money: RungMoney) -> _Drawn:
    random, asked = np.random.default_rng(SEED), marts.question
    drawn = random.standard_gamma(prior_weights(counts), (DRAWS, STATES, STATES))
    moves = np.concatenate([shrunk(counts)[np.newaxis], drawn / drawn.sum(axis=2, keepdims=True)])
    brought = np.concatenate([money.mean[np.newaxis], random.normal(money.mean, money.error, (DRAWS, STATES))])
    discount = (1 + asked.annual_discount_rate) ** (STEP_DAYS / DAYS_PER_YEAR) - 1
    middle = brought / (1 + discount) ** 0.5
    ahead = asked.horizon_months * DAYS_PER_YEAR / MONTHS_PER_YEAR / STEP_DAYS
    return _Drawn(value(moves, middle, discount) if discount > 0 else None, value_within(moves, middle, discount, ahead))


def _rung(place: int, now: int, money: RungMoney, drawn: _Drawn | None, values: CustomerValues | None) -> RungValue:
    stood, there = int(money.customers[place]), None if values is None else values.rung == CUSTOMER_RUNGS[place]
    forecast = None
    if values is not None and values.predicted is not None and there is not None and there.any():
        forecast = float(values.predicted[there].mean())
    if drawn is None or stood < FEW:
        return RungValue(NAMES[CUSTOMER_RUNGS[place]], now, stood, None, None, None, forecast)
    endless = None if drawn.endless is None else _estimate(drawn.endless[:, place])
    within = _estimate(drawn.within[:, place])
    return RungValue(NAMES[CUSTOMER_RUNGS[place]], now, stood, float(money.mean[place]), endless, within, forecast)


def _climb(drawn: _Drawn, below: RungValue, above: RungValue) -> Climb:
    low, high = (PLACES[rung.rung] for rung in (below, above))
    endless = None if drawn.endless is None else _estimate(drawn.endless[:, high] - drawn.endless[:, low])
    forecast = None if below.forecast is None or above.forecast is None else above.forecast - below.forecast
    return Climb(below.rung, above.rung, endless, _estimate(drawn.within[:, high] - drawn.within[:, low]), forecast)


def _estimate(drawn: Floats) -> Estimate:
    low, high = np.quantile(drawn[1:], (0.05, 0.95))
    return Estimate(float(drawn[0]), float(low), float(high))


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
