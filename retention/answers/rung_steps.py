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
class RungMoney:
    """What customers of each rung brought per step, by place: how many, the mean and its standard error, in major units."""

    customers: Integers
    mean: Floats
    error: Floats


def steps_of(marts: Marts) -> int:
    """How many whole steps of 91 days the data have before the as-of day, at most 12."""
    return min(MOST_STEPS, (marts.facts.as_of - marts.facts.first_day).days // STEP_DAYS)


def rung_paths(engine: DuckDB, steps: int) -> tuple[Integers, Floats]:
    """Places on the ladder by evening, the earliest first, and how many customers took each path."""
    table = engine.arrow(sql_text("answers", "rung_paths"), {"step_days": STEP_DAYS})
    codes, customers = table["path"].to_numpy().astype(np.int64), table["customers"].to_numpy().astype(np.float64)
    rungs = codes[:, np.newaxis] // 10 ** np.arange(steps, -1, -1) % 10
    place = np.full(10, NOT_YET)
    place[list(CUSTOMER_RUNGS)] = np.arange(STATES)
    return place[rungs], customers


def rung_money(marts: Marts, engine: DuckDB, steps: int, is_margin: bool) -> RungMoney:
    """The mean over customers' steps and its standard error with customers as the independent units (a ratio of two sums)."""
    asked = {"step_days": STEP_DAYS, "steps": steps, "is_margin": int(is_margin), "margin_share": marts.question.margin_share or 0.0}
    rows = engine.arrow(sql_text("answers", "rung_money"), asked)
    places = [CUSTOMER_RUNGS.index(rung) for rung in rows["rung"].to_pylist()]

    def column(name: str) -> Floats:
        filled = np.zeros(STATES)
        filled[places] = rows[name].to_numpy()
        return filled

    people, stays = column("customers"), column("steps")
    mean = np.divide(column("money"), stays, out=np.zeros(STATES), where=stays > 0)
    squares = column("money_squared") - 2 * mean * column("money_steps") + mean**2 * column("steps_squared")
    spread = np.sqrt(np.maximum(squares, 0) * people / np.maximum(people - 1, 1))
    error = np.divide(spread, stays, out=np.zeros(STATES), where=stays > 0)
    return RungMoney(people.astype(np.int64), mean / marts.facts.minor_units, error / marts.facts.minor_units)
