"""Does the place on the ladder alone decide what comes next? What it foretells for several periods against what came."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from retention.models.history import Floats, Integers
from retention.models.markov_ladder import shrunk
from retention.models.proportions import BEYOND_NOISE, chances_of_many
from retention.models.redrawn_customers import redrawn

STEPS_AHEAD = (2, 3, 4)
ENOUGH = 30  # customers behind a share that is compared
LEAST_DEPARTURE = 0.02  # what is nearer than two points makes no difference to anybody's decision
NO_LEANING = 1e-9  # as few customers as leave a state that nobody was seen in with some shares
DRAWS, SEED = 1_000, 20
NOT_YET = -1


@dataclass(frozen=True)
class Comparison:
    """A share of the customers of one state so many periods later: as it was seen, and as single periods strung together foretell it.

    kind: "active" = not in the last state, "same" = in the state they were in. customers: different people behind the share seen.
    low, high: where 95 of 100 redrawn sets of customers put the share seen (or the one foretold). chance: of a departure like this by
    chance, fit for asking all comparisons at once (Holm). is_off: beyond noise and by more than LEAST_DEPARTURE.
    """

    state: int
    steps: int
    kind: str
    customers: int
    seen: float
    seen_low: float
    seen_high: float
    foretold: float
    foretold_low: float
    foretold_high: float
    chance: float
    is_off: bool


def move_counts(paths: Integers, customers: Floats, states: int, steps: int = 1) -> Floats:
    """How often customers of each state (row) were in each state (column) so many periods later.

    paths: a row per path, its states from the oldest period to the latest, NOT_YET before somebody was a customer; customers: per path.
    """
    counts: Floats = (customers @ moves_of_each(paths, states, steps)).reshape(states, states)
    return counts


def moves_of_each(paths: Integers, states: int, steps: int = 1) -> Floats:
    """How often each path leads from one state to another in so many periods: a row per path, a column per pair of states."""
    moves = np.zeros((len(paths), states * states))
    every = np.arange(len(paths))
    for start in range(paths.shape[1] - steps):
        was_customer = paths[:, start] != NOT_YET
        pair = paths[was_customer, start] * states + paths[was_customer, start + steps]
        moves[every[was_customer], pair] += 1
    return moves


def can_be_followed(paths: Integers) -> NDArray[np.bool_]:
    """Which paths are of customers who were there for a whole period at least."""
    followed: NDArray[np.bool_] = (paths[:, :-1] != NOT_YET).any(axis=1)
    return followed


def compare(paths: Integers, customers: Floats, states: int) -> tuple[Comparison, ...]:
    """Every share that enough customers stand behind, for 2, 3 and 4 periods ahead; the last state is the one of those who are gone.

    None where fewer than ENOUGH customers can be followed at all: too few to tell.

    ASSUMPTIONS: customers are independent of each other; a customer's own periods need not be: whole customers are drawn anew (weights
    from the Poisson distribution, fixed seed), the shares of single periods and the shares seen from the same draw, and the spread of
    their difference over the draws is its standard error. Shares of single periods do not lean towards all customers together here: a
    small state would depart by its leaning alone.
    """
    followed = can_be_followed(paths)  # nobody else has anything to say, and a draw of others alone would say nothing
    paths, customers = paths[followed], customers[followed]
    if customers.sum() < ENOUGH:
        return ()
    moves = {steps: moves_of_each(paths, states, steps) for steps in (1, *STEPS_AHEAD)}
    seen = {steps: (customers @ of_each).reshape(states, states) for steps, of_each in moves.items()}
    counts = redrawn(np.hstack(list(moves.values())), customers, DRAWS, np.random.default_rng(SEED))
    drawn = dict(zip(moves, np.moveaxis(counts.reshape(DRAWS, len(moves), states, states), 1, 0), strict=True))
    one, one_drawn = (shrunk(each, NO_LEANING) for each in (seen[1], drawn[1]))
    asked: list[tuple[Comparison, float]] = []
    for steps in STEPS_AHEAD:
        foretold, foretold_drawn = (np.linalg.matrix_power(each, steps) for each in (one, one_drawn))
        people = customers @ (moves[steps].reshape(len(paths), states, states).sum(axis=2) > 0)
        for state in np.flatnonzero(people >= ENOUGH).tolist():
            # of the last state, whoever is active is whoever is not in the same
            for kind in ("active",) if state == states - 1 else ("active", "same"):
                came, came_drawn = (_share(counts, state, kind) for counts in (seen[steps], drawn[steps]))
                said, said_drawn = (_share(shares, state, kind) for shares in (foretold, foretold_drawn))
                ends = (*_middle(came_drawn), float(said), *_middle(said_drawn))
                found = Comparison(state, steps, kind, int(people[state]), float(came), *ends, chance=1.0, is_off=False)
                asked.append((found, _chance(float(came - said), came_drawn - said_drawn)))
    fitted = chances_of_many([chance for _, chance in asked])
    return tuple(
        replace(found, chance=chance, is_off=chance < BEYOND_NOISE and abs(found.seen - found.foretold) > LEAST_DEPARTURE)
        for (found, _), chance in zip(asked, fitted, strict=True)
    )


def _share(counts: Floats, state: int, kind: str) -> Floats:
    """The share asked for, of a matrix of counts or shares or of many; NaN where a draw has nobody in the state."""
    row = counts[..., state, :]
    wanted = row[..., :-1].sum(axis=-1) if kind == "active" else row[..., state]
    total = row.sum(axis=-1)
    share: Floats = np.divide(wanted, total, out=np.full(np.shape(total), np.nan), where=total > 0)
    return share


def _middle(drawn: Floats) -> tuple[float, float]:
    low, high = np.nanquantile(drawn, (0.025, 0.975))
    return float(low), float(high)


def _chance(departure: float, drawn: Floats) -> float:
    """How often chance alone departs as far, from the spread of the departure over the draws; 1 where nothing varies or departs."""
    spread = float(np.nanstd(drawn, ddof=1))
    if spread == 0:
        return float(departure == 0)
    return float(2 * norm.sf(abs(departure) / spread))
