"""A programme tried on a business: the money of every scenario at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats
from retention.programmes.business import Business
from retention.programmes.course import Course, course
from retention.programmes.programme import NOBODY, Customers, Effect, Figure, Programme
from retention.programmes.scenario_values import Scenarios, make_scenarios


@dataclass(frozen=True, eq=False)
class Trial:
    """What was tried and what came of it. net: of the months looked at; later: margin of the customers more at the end, within
    LATER_MONTHS after them (both money, an entry per scenario)."""

    programme: Programme
    business: Business
    used: Mapping[str, float]
    rungs: tuple[str, ...]
    months: int
    annual_discount_rate: float
    made: Scenarios
    found: Course
    net: Floats
    later: Floats

    @property
    def judged(self) -> Floats:
        """What the programme is judged by: the net, and what comes later where it is meant for that."""
        return self.net + self.later if self.programme.pays_later else self.net

    @property
    def futures(self) -> Floats:
        """The net of each drawn future."""
        return self.net[self.made.futures]

    @property
    def futures_with_later(self) -> Floats:
        """The same with what customers won or kept bring after the months."""
        return self.futures + self.later[self.made.futures]


def tried(
    programme: Programme,
    business: Business,
    used: Mapping[str, float],
    rungs: tuple[str, ...],
    months: int,
    annual_discount_rate: float,
    seed: int = 0,
    draws: int = 0,
    lever_values: Floats | None = None,
) -> Trial:
    """The programme with these values on these rungs; see `evaluate`. lever_values: see `make_scenarios`."""
    made = make_scenarios(programme, business, used, rungs, seed, draws, lever_values)
    effects = effects_of(programme, business, made)
    # what makes up the yearly cost differs on no rung, so any rung's values will do; with nobody on it, those set
    fixed = programme.fixed_cost_yearly(next(iter(made.values.values()), used), business)
    found = course(business, effects, made.margin, fixed, months, made.count, programme.includes_first_purchases)
    # what begins before the first month is no assumption that differs by rung, and is never drawn
    net = found.extra_margin - found.reward - found.member_cost - found.fixed_cost - used["setup_cost"]
    later = later_margin(business, found, made.margin, annual_discount_rate)
    return Trial(programme, business, used, rungs, months, annual_discount_rate, made, found, net, later)


def later_margin(business: Business, found: Course, margin: Figure, annual_discount_rate: float) -> Floats:
    """What the customers more at the end will bring after it, in every scenario."""
    later: Floats = np.broadcast_to(margin * (business.later_sales(annual_discount_rate) @ found.worth_at_end), found.reward.shape)
    return later


def effects_of(programme: Programme, business: Business, made: Scenarios) -> list[Effect]:
    """What it changes on each rung; of NOBODY where it is not offered."""
    return [
        programme.effect(made.values[rung.name], Customers(rung, made.margin)) if rung.name in made.values else NOBODY
        for rung in business.rungs
    ]
