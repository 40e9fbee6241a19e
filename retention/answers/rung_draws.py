"""The worth of each rung as it is, and for customers drawn anew: how far chance alone may move it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.rung_steps import STATES, STEP_DAYS, RungPaths
from retention.models.discounting import DAYS_PER_YEAR, MONTHS_PER_YEAR
from retention.models.history import Floats
from retention.models.markov_check import can_be_followed, moves_of_each
from retention.models.markov_ladder import shrunk, value, value_within
from retention.models.redrawn_customers import redrawn, redrawn_spread
from retention.warehouse import Marts

DRAWS, SEED = 500, 7


@dataclass(frozen=True, eq=False)
class RungDraws:
    """The moves and the money per step as they were; the worth of each rung: a row per draw, the first the estimate itself."""

    moves: Floats
    per_step: Floats
    endless: Floats | None
    within: Floats


def rung_draws(marts: Marts, paths: RungPaths) -> RungDraws:
    """The worth of each rung as it is and as it would be by other customers of the same kind.

    ASSUMPTIONS: customers are independent of each other. 500 times whole customers are drawn anew (Poisson weights, fixed seed), where
    they went and what they brought together, since those who stay also bring more; the shares of moves and the money per step are made
    again from each draw. They are drawn by path, of which even a large shop has few: which customers of a path are drawn moves its money
    normally, by their variances and covariances.
    """
    asked = marts.question
    moves, brought = _redrawn(paths)
    discount = (1 + asked.annual_discount_rate) ** (STEP_DAYS / DAYS_PER_YEAR) - 1
    middle = brought / (1 + discount) ** 0.5
    ahead = asked.horizon_months * DAYS_PER_YEAR / MONTHS_PER_YEAR / STEP_DAYS
    endless = value(moves, middle, discount) if discount > 0 else None
    return RungDraws(moves[0], brought[0], endless, value_within(moves, middle, discount, ahead))


def _redrawn(paths: RungPaths) -> tuple[Floats, Floats]:
    """Shares of moves and money per step by rung, as they were first, then for customers drawn anew."""
    random = np.random.default_rng(SEED)
    followed = can_be_followed(paths.places)  # a draw always has somebody of them
    customers, square = paths.customers[followed], STATES * STATES
    of_each = np.hstack([moves_of_each(paths.places[followed], STATES), paths.money[followed], paths.spread[followed].reshape(-1, square)])
    sums = np.vstack([customers @ of_each, redrawn(of_each, customers, DRAWS, random)])
    counts, money, spread = np.split(sums, [square, square + STATES], axis=1)
    money[1:] += redrawn_spread(spread[1:].reshape(-1, STATES, STATES), random)
    counts = counts.reshape(-1, STATES, STATES)
    stays = counts.sum(axis=2)
    mean = np.divide(money[0], stays[0], out=np.zeros(STATES), where=stays[0] > 0)
    # where a draw has nobody on a rung, the money is the one of all
    return shrunk(counts), np.divide(money, stays, out=np.tile(mean, (len(money), 1)), where=stays > 0)
