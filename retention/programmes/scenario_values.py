"""The values of every assumption: as set, at each end of its range, along the lever, and in thousands of drawn futures, all at once.

Scenario 0 are the set values; then the low and the high end of each uncertain assumption, one at a time (SWINGS follow the order of
`uncertain`); then the lever from its least to its most; then the futures. What is the same in all scenarios stays a single number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np

from retention.models.history import Floats
from retention.programmes.assumption import Assumption
from retention.programmes.business import Business
from retention.programmes.programme import Figure, Programme
from retention.sentence import Refusal, sentence

LEVER_POINTS = 41
MARGIN = "margin_share"


@dataclass(frozen=True, eq=False)
class Scenarios:
    """What the formulas are given: values by rung and the margin, with where each kind of scenario stands among the entries."""

    values: Mapping[str, Mapping[str, Figure]]
    margin: Figure
    count: int
    uncertain: tuple[tuple[str, float, float], ...]
    lever: slice
    lever_values: Floats
    futures: slice


def completed(programme: Programme, values: Mapping[str, float], rungs: tuple[str, ...]) -> dict[str, float]:
    """Every assumption's value, and those set for one rung ("name.rung"); Refusal for unknown names and for values that cannot be."""
    known = programme.named
    own: dict[str, float] = {}
    for name, value in values.items():
        plain, dot, rung = name.partition(".")
        if plain not in known:
            names = ", ".join(known)
            raise Refusal(
                sentence("{programme} has no assumption called {name}; it has {known}.", programme=programme.name, name=plain, known=names)
            )
        if dot and not known[plain].differs_by_rung:
            raise Refusal(sentence("{name} is one figure for the whole programme: it cannot differ by rung.", name=plain))
        if dot and rung not in rungs:
            raise Refusal(
                sentence("{name} names a rung that is not offered this programme; these are: {known}.", name=name, known=", ".join(rungs))
            )
        if dot:
            own[name] = known[plain].possible(value)
    plain_values = {name: assumption.possible(values.get(name, assumption.likely)) for name, assumption in known.items()}
    return plain_values | own


def make_scenarios(
    programme: Programme,
    business: Business,
    used: Mapping[str, float],
    rungs: tuple[str, ...],
    seed: int,
    draws: int,
    lever_values: Floats | None = None,
) -> Scenarios:
    """All scenarios of a programme with the values used; rungs: those it is offered to; lever_values: those to try, None = all along it.

    Futures draw each assumption on its own from a triangle (low, set value, high), by inverse distribution, so that a slider moves them
    smoothly; values set for single rungs share the draw of their assumption. The same seed gives the same futures: one programme's
    scenarios share their draws and all programmes that of the margin, so that two scenarios can be compared future by future.
    """
    guesses = [assumption for assumption in programme.assumptions if assumption.low < assumption.high]
    swings = [(guess.name, *_ends(guess, used[guess.name])) for guess in guesses]
    if business.margin_range is not None:
        swings.append((MARGIN, *business.margin_range))
    if lever_values is None:
        moved = programme.named[programme.lever]
        lever_values = np.linspace(moved.minimum, moved.maximum, LEVER_POINTS)
    first_future = 1 + 2 * len(swings) + len(lever_values)
    count = first_future + draws
    lever = slice(1 + 2 * len(swings), first_future)
    swing_of = {name: 1 + 2 * place for place, (name, _, _) in enumerate(swings)}

    def entries(name: str, low: float, likely: float, high: float, drawn: str) -> Figure:
        if low == high and name != programme.lever:
            return likely
        figures = np.full(count, likely)
        if name in swing_of and low < high:
            figures[swing_of[name]], figures[swing_of[name] + 1] = low, high
        if name == programme.lever:
            figures[lever] = lever_values
        figures[first_future:] = triangular(low, likely, high, _chances(seed, drawn, draws))
        return figures

    values: dict[str, dict[str, Figure]] = {}
    drawn_once: dict[tuple[str, float], Figure] = {}  # rungs with the same value share its futures
    for rung in rungs:
        values[rung] = {}
        for assumption in programme.assumptions:
            likely = used.get(f"{assumption.name}.{rung}", used[assumption.name])
            if (assumption.name, likely) not in drawn_once:
                drawn = f"{programme.name}.{assumption.name}"
                drawn_once[assumption.name, likely] = entries(assumption.name, *assumption.range_around(likely), drawn)
            values[rung][assumption.name] = drawn_once[assumption.name, likely]
    margin: Figure = business.margin_share
    if business.margin_range is not None:
        low, high = business.margin_range
        margin = entries(MARGIN, low, business.margin_share, high, MARGIN)
    return Scenarios(values, margin, count, tuple(swings), lever, lever_values, slice(first_future, count))


def triangular(low: float, likely: float, high: float, chance: Floats) -> Floats:
    """The values below which a triangle from low over likely to high lies with these chances."""
    if low == high:
        return np.full_like(chance, likely)
    rising = low + np.sqrt(chance * (high - low) * (likely - low))
    falling = high - np.sqrt((1 - chance) * (high - low) * (high - likely))
    return np.where(chance * (high - low) < likely - low, rising, falling)


def _ends(assumption: Assumption, value: float) -> tuple[float, float]:
    low, _, high = assumption.range_around(value)
    return low, high


@lru_cache(maxsize=128)
def _chances(seed: int, drawn: str, draws: int) -> Floats:
    """What chance says of one assumption in each future: a number from 0 to 1 that hangs on its name alone."""
    return np.random.default_rng([seed, crc32(drawn.encode())]).random(draws)
