"""How customers moved on the ladder from one month's start to the next, and what they bought meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.models.history import Floats
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import Facts, last_whole_month, month_number, month_of
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED

LIKE_ALL = 5.0  # with how many customer-months' (for the check: purchases') worth of evidence a rung leans towards all who still buy
FEW = 30  # a rung with fewer customer-months than that leans by a seventh and more
STATES = len(CUSTOMER_RUNGS)
LAPSED_PLACE = CUSTOMER_RUNGS.index(LAPSED)


@dataclass(frozen=True, eq=False)
class MonthSteps:
    """The months counted (first days of the first and the last) and what was seen in them.

    Places: first purchase, regular, advocate, lapsed.
    moves: how often a customer began a month on one place (row) and ended it on another (column). orders, sales (major units): by the place
    a customer began the month on. newcomers: people who came in these months; first_sales: what they brought in the month they came.
    Sales are those of customers, returns taken off.
    """

    first_month: date
    last_month: date
    months: int
    moves: Floats
    orders: Floats
    sales: Floats
    newcomers: int
    first_sales: float

    @property
    def stood(self) -> Floats:
        """Customer-months by place."""
        people: Floats = self.moves.sum(axis=1)
        return people

    def purchases_per_month(self) -> Floats:
        """Purchases of one customer in a month by place; a place with few customers leans towards all who still buy.

        (p_i + k p / n) / (n_i + k), the lapsed as seen; then all by one factor, so that over these months they make the actual purchases.
        """
        people, buying = self.stood, np.arange(STATES) != LAPSED_PLACE
        all_people = people[buying].sum()
        usual = self.orders[buying].sum() / all_people if all_people else 0.0
        lean = np.where(buying, LIKE_ALL, 0.0)
        rates = _divided(self.orders + lean * usual, people + lean)
        return _making(self.orders.sum(), people, rates)

    def average_checks(self) -> Floats:
        """Money per purchase by place, few purchases leaning towards all; by one factor, so that they make the actual sales."""
        orders = self.orders
        usual = self.sales.sum() / orders.sum() if orders.sum() else 0.0
        checks = np.maximum(_divided(self.sales + LIKE_ALL * usual, orders + LIKE_ALL), 0.0)
        return _making(self.sales.sum(), self.stood * self.purchases_per_month(), checks)

    def shares(self) -> Floats:
        """Of those who begin a month on a place (row), the share that ends it on each; few customers lapse as all who still buy do.

        The share that lapses is (l_i + k l / n) / (n_i + k); who does not lapse goes where such customers went, or stays where none was
        seen. The lapsed come back as seen. (Leaning with the whole row would send advocates back to their first purchase.)
        """
        people, found = self.stood, np.zeros((STATES, STATES))
        buying = [place for place in range(STATES) if place != LAPSED_PLACE]
        all_people = people[buying].sum()
        usual = self.moves[buying, LAPSED_PLACE].sum() / all_people if all_people else 0.0
        for place in buying:
            lapses = (self.moves[place, LAPSED_PLACE] + LIKE_ALL * usual) / (people[place] + LIKE_ALL)
            stays = people[place] - self.moves[place, LAPSED_PLACE]
            found[place, buying] = (1 - lapses) * (self.moves[place, buying] / stays if stays else np.eye(STATES)[place, buying])
            found[place, LAPSED_PLACE] = lapses
        gone = people[LAPSED_PLACE]
        found[LAPSED_PLACE] = self.moves[LAPSED_PLACE] / gone if gone else np.eye(STATES)[LAPSED_PLACE]
        return found


def month_steps(marts: Marts, engine: DuckDB) -> MonthSteps | None:
    """The whole months that end in the window, as far as the data reach back; None where there is none, or nobody to follow in them."""
    facts = marts.facts
    last = last_whole_month(facts.as_of)
    first = max(month_number(facts.window_first_day), first_whole_month(facts))
    if first > last:
        return None
    span = {"first_month": first, "last_month": last}
    moved = engine.arrow(sql_text("answers", "month_steps"), span).to_pylist()
    bought = engine.arrow(sql_text("answers", "month_sales"), span).to_pylist()
    place = {rung: number for number, rung in enumerate(CUSTOMER_RUNGS)}
    moves, orders, sales = np.zeros((STATES, STATES)), np.zeros(STATES), np.zeros(STATES)
    newcomers, first_sales = 0, 0.0
    for row in moved:
        if row["rung_then"] in place:
            moves[place[row["rung_then"]], place[row["rung_later"]]] = row["customers"]
        else:
            newcomers += row["customers"]
    for row in bought:
        if row["rung_then"] in place:
            orders[place[row["rung_then"]]] = row["orders"]
            sales[place[row["rung_then"]]] = facts.major(row["value"])
        else:
            first_sales = facts.major(row["value"])
    if not moves[:LAPSED_PLACE].any():
        return None
    return MonthSteps(month_of(first), month_of(last), last - first + 1, moves, orders, sales, newcomers, first_sales)


def first_whole_month(facts: Facts) -> int:
    """The index of the first month that the data cover from its first day on."""
    return month_number(facts.first_day) + (facts.first_day.day > 1)


def _divided(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _making(actual: float, counts: Floats, rates: Floats) -> Floats:
    """The rates by one factor, so that so many times each make the actual sum; never below nought."""
    made = float(np.dot(counts, rates))
    return rates * (max(0.0, actual) / made if made > 0 else 1.0)
