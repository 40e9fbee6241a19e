"""How often each rung buys if today's customers do what the forecast expects of them: the months alone forget who is silent for long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.customer_records import CustomerRecords
from retention.answers.fits import Fits
from retention.answers.month_steps import FEW, LAPSED_PLACE, LIKE_ALL, STATES, MonthSteps
from retention.answers.predictions import predict
from retention.models.history import Floats
from retention.programmes.business import MONTHS_IN_YEAR
from retention.warehouse.rungs import CUSTOMER_RUNGS

MOST_ROUNDS, NEAR = 1_000, 1e-12  # of looking for the paces; how near to the forecast they must come


@dataclass(frozen=True)
class YearAhead:
    """What the forecast customer by customer expects of everybody known within twelve months, not discounted.

    By place (first purchase, regular, advocate, lapsed): customers, and what they are expected to buy for (major units).
    """

    customers: tuple[float, ...]
    sales: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class RungPaces:
    """Purchases of one customer in a month and moves, by place, that follow the forecast.

    change: how much more (below 0: less) today's customers buy within twelve months than the counted paces and moves would say.
    """

    purchases_per_month: Floats
    moves: Floats
    change: float


def year_ahead(fits: Fits, records: CustomerRecords) -> YearAhead | None:
    """The forecast by rung; depends only on `shape_of(question)`. None where too few have bought to tell customers apart."""
    seen = predict(fits, records.known, MONTHS_IN_YEAR, 0.0) if fits.tells_customers_apart else None
    if seen is None:
        return None
    sales, rung = seen.expected_purchases * seen.expected_check, records.column["rung"]
    places = [rung == place for place in CUSTOMER_RUNGS]
    return YearAhead(tuple(float(at.sum()) for at in places), tuple(float(sales[at].sum()) for at in places))


def rung_paces(steps: MonthSteps, ahead: YearAhead) -> RungPaces | None:
    """The paces and moves with which the customers of each rung buy within twelve months for what the forecast says.

    A rung's customers buy by one factor more or less often than counted, at the checks as counted, and the moves that come of purchases
    follow: a share s of them that comes back, or rises, in a month becomes 1 - (1 - s)^factor, and the others stay or lapse as counted.
    (With the moves left as counted no pace would do: who comes back would be as good as one who never left, so the lapsed, and most who
    have bought once, would have to buy less than nothing.) The four factors are found together, for who moves buys at the pace of the
    new rung.

    Fewer than FEW on a rung lean towards what all who still buy do against the counted figures, fully where nobody stands there.
    None where nothing was bought or is expected, or where no such factors exist.
    """
    paces, moves = steps.purchases_per_month(), steps.shares()
    spent, people, expected = paces * steps.average_checks(), np.array(ahead.customers), np.array(ahead.sales)
    as_counted = _year(spent, moves)
    buying = np.arange(STATES) != LAPSED_PLACE
    by_months = people * as_counted
    known = buying if by_months[buying].sum() > 0 else ~buying
    if by_months[known].sum() <= 0 or expected[known].sum() <= 0:
        return None
    lean = LIKE_ALL * np.maximum(0.0, 1 - people / FEW)
    usual = expected[known].sum() / by_months[known].sum()
    factors = _factors(spent, moves, (expected + lean * usual * as_counted) / (people + lean))
    if factors is None:
        return None
    follow = _moves(moves, factors)
    change = float(people @ _year(spent * factors, follow) / by_months.sum()) - 1
    return RungPaces(paces * factors, follow, change)


def _factors(spent: Floats, moves: Floats, wanted: Floats) -> Floats | None:
    """By place, how much more often one there buys, so that each place spends `wanted` in twelve months; 1 where nothing was counted."""
    factors, counted = np.ones(STATES), spent > 0
    for _ in range(MOST_ROUNDS):
        made = _year(spent * factors, _moves(moves, factors))
        miss = np.divide(wanted, made, out=np.ones(STATES), where=counted & (made > 0))
        if np.abs(miss - 1).max() < NEAR:
            return factors
        factors = factors * np.sqrt(miss)  # a pace counts nearly twice where moves follow it: the root never overshoots
    return None


def _moves(moves: Floats, factors: Floats) -> Floats:
    """The moves of those who buy so many times as often: upwards, and back from having lapsed."""
    found = moves.copy()
    for place in range(STATES):
        up = np.arange(STATES) != place if place == LAPSED_PLACE else (np.arange(STATES) > place) & (np.arange(STATES) != LAPSED_PLACE)
        rises = float(moves[place, up].sum())
        if 0 < rises < 1:
            follow = 1 - (1 - rises) ** factors[place]
            found[place, up] *= follow / rises
            found[place, ~up] *= (1 - follow) / (1 - rises)
    return found


def _year(spent: Floats, moves: Floats) -> Floats:
    """What one who now stands on each place spends in twelve months, spending `spent` in a month by the place it begins on."""
    made = np.zeros(STATES)
    for _ in range(MONTHS_IN_YEAR):
        made = spent + moves @ made
    return made
