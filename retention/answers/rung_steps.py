"""Where customers stood on the ladder from one quarter of a year to the next, and what they brought meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats, Integers
from retention.models.markov_check import NOT_YET
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.rungs import CUSTOMER_RUNGS

STEP_DAYS = 91
MOST_STEPS = 12  # three years: what customers did before tells little of those to come
STATES = len(CUSTOMER_RUNGS)


@dataclass(frozen=True, eq=False)
class RungPaths:
    """Customers grouped by the rungs they stood on from evening to evening; a row per path.

    places: by evening, the earliest first, NOT_YET before they came. money: what a customer of the path brought in the steps begun on
    each rung, on average, by place, in major units; spread: its variances and covariances among those customers (paths × places × places).
    """

    places: Integers
    customers: Floats
    money: Floats
    spread: Floats

    @property
    def stays(self) -> Integers:
        """How many steps a customer of the path began on each rung, by place."""
        counted: Integers = np.stack([(self.places[:, :-1] == place).sum(axis=1) for place in range(STATES)], axis=1)
        return counted

    @property
    def stood(self) -> Floats:
        """How many different customers began a step on each rung, by place."""
        people: Floats = self.customers @ (self.stays > 0)
        return people


def steps_of(marts: Marts) -> int:
    """How many whole steps of 91 days the data have before the as-of day, at most 12."""
    return min(MOST_STEPS, (marts.facts.as_of - marts.facts.first_day).days // STEP_DAYS)


def rung_paths(marts: Marts, engine: DuckDB, steps: int, is_margin: bool) -> RungPaths:
    """Every path taken in so many steps, with what came in on it."""
    asked = {"step_days": STEP_DAYS, "steps": steps, "is_margin": int(is_margin), "margin_share": marts.question.margin_share or 0.0}
    table = engine.arrow(sql_text("answers", "rung_paths"), asked)
    columns = {name: table[name].to_numpy().astype(np.float64) for name in table.column_names if name != "path"}
    rungs = table["path"].to_numpy().astype(np.int64)[:, np.newaxis] // 10 ** np.arange(steps, -1, -1) % 10
    place = np.full(10, NOT_YET)
    place[list(CUSTOMER_RUNGS)] = np.arange(STATES)
    customers, unit = columns["customers"], marts.facts.minor_units
    money = np.stack([columns[f"money_{rung}"] for rung in CUSTOMER_RUNGS], axis=1) / customers[:, np.newaxis]
    products = [
        [columns[f"money_{min(pair)}_{max(pair)}"] for pair in ((one, other) for other in CUSTOMER_RUNGS)] for one in CUSTOMER_RUNGS
    ]
    spread = np.moveaxis(np.array(products), 2, 0) / customers[:, np.newaxis, np.newaxis] - money[:, :, np.newaxis] * money[:, np.newaxis]
    return RungPaths(place[rungs], customers, money / unit, spread / unit**2)
