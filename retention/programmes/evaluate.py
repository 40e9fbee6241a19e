"""From a programme's effect to money: the same months for all programmes, once for the set values and for thousands of futures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from retention.models.history import Floats
from retention.programmes.break_even import Lever, break_even
from retention.programmes.business import CUSTOMERS, LAPSED, Business
from retention.programmes.course import Course, course
from retention.programmes.outcome import Month, Outcome, RungPart, Swing
from retention.programmes.present_value import HALF_MINOR_UNIT, payback_month, present_value
from retention.programmes.programme import Customers, Effect, Figure, Programme
from retention.programmes.scenario_values import Scenarios, completed, make_scenarios

FIRST_YEAR = 12
DRAWS = 10_000
STEPS = 40  # of the histogram of futures
SPREAD = (0.005, 0.995)  # which futures it shows


def evaluate(
    programme: Programme,
    business: Business,
    values: Mapping[str, float],
    *,
    offered: Sequence[str] | None = None,
    months: int = FIRST_YEAR,
    annual_discount_rate: float = 0.10,
    seed: int = 0,
    draws: int = DRAWS,
) -> Outcome:
    """What the programme would earn or lose with these customers, and how sure one can be.

    values: assumption name, or "name.rung" for one rung alone -> value; what is not named keeps its likely value. offered: the rungs it is
    offered to; None = those it suits, or everybody in a business without rungs. The spread comes from `draws` futures in which every
    assumption is drawn on its own from a triangle (low, set value, high); the same seed gives the same futures, and one assumption's
    draws do not depend on another's value. Refusal for an unknown name or an impossible value.

    Per participant and month: m S (G - 1) more margin for e S G of reward, S the month's sales without it; who lapses less, comes back or
    is brought along buys like everybody on the same rung.
    """
    rungs = rungs_offered(programme, business, offered)
    used = completed(programme, values, rungs)
    made = make_scenarios(programme, business, used, rungs, seed, draws)
    effects = _effects(programme, business, made)
    fixed = _fixed(programme, business, made, used)
    setup = used["setup_cost"]
    found = course(business, effects, made.margin, fixed, months, made.count)
    # what begins before the first month is no assumption that differs by rung, and is never drawn
    net = found.extra_margin - found.reward - found.member_cost - found.fixed_cost - setup
    lever = _lever(programme, business, used, rungs, months, made, net)
    told = _months(found, setup)
    flows = [month.extra_margin - month.reward_cost - month.fixed_cost for month in told]
    reward, extra = float(found.reward[0]), float(found.extra_margin[0])
    running = float(found.member_cost[0] + found.fixed_cost[0])
    cost = reward + running + setup
    futures = net[made.futures]
    p5, p50, p95, lowest, highest = np.quantile(futures, [0.05, 0.5, 0.95, *SPREAD]).tolist()
    later = business.later_values(annual_discount_rate)
    staying = [place for place, rung in enumerate(business.rungs) if rung.name != LAPSED]
    return Outcome(
        programme=programme.name,
        assumptions=used,
        offered=rungs,
        extra_margin=extra,
        reward_cost=reward,
        fixed_cost=running,
        setup_cost=setup,
        cost=cost,
        net=float(net[0]),
        roi=float(net[0]) / cost if cost > 0 else None,
        present_value=present_value(-setup, flows, annual_discount_rate),
        later_value=None if later is None else float(found.more_at_end @ later),
        subsidy_share=min(float(found.anyway[0]) / reward, 1.0) if reward > 0 else None,
        lever=programme.lever,
        lift=lever.set_value,
        break_even_lift=lever.break_even,
        payback_month=payback_month(-setup, flows) if cost > 0 else None,
        probability_of_loss=float(np.mean(futures < -HALF_MINOR_UNIT)),
        mean=float(np.mean(futures)),
        p5=p5,
        p50=p50,
        p95=p95,
        lowest_future=lowest,
        highest_future=highest,
        futures=_histogram(futures, lowest, highest),
        liability=float(found.outstanding[-1]),
        won=found.won,
        kept=float(found.more_at_end[staying].sum()),
        months=told,
        rungs=_rungs(business, found),
        lift_curve=lever.curve,
        tornado=_tornado(made, net),
    )


def drawn_nets(
    programme: Programme,
    business: Business,
    values: Mapping[str, float],
    *,
    offered: Sequence[str] | None = None,
    months: int = FIRST_YEAR,
    seed: int = 0,
    draws: int = DRAWS,
) -> Floats:
    """The net of each drawn future behind `evaluate`: entries of two scenarios with one seed can be set against each other one by one."""
    rungs = rungs_offered(programme, business, offered)
    used = completed(programme, values, rungs)
    made = make_scenarios(programme, business, used, rungs, seed, draws)
    fixed = _fixed(programme, business, made, used)
    found = course(business, _effects(programme, business, made), made.margin, fixed, months, made.count)
    nets: Floats = (found.extra_margin - found.reward - found.member_cost - found.fixed_cost)[made.futures] - used["setup_cost"]
    return nets


def _histogram(futures: Floats, lowest: float, highest: float) -> tuple[int, ...]:
    """How many futures lie in each of equal steps; all of them in the first where they do not differ by half a kopeck."""
    if highest - lowest < HALF_MINOR_UNIT:
        return (len(futures),)
    return tuple(np.histogram(futures, STEPS, (lowest, highest))[0].tolist())


def rungs_offered(programme: Programme, business: Business, offered: Sequence[str] | None) -> tuple[str, ...]:
    """The rungs that get the programme, in the order of the business: those named, else those it suits, else everybody who still buys.
    Where customers are not told apart by rungs they all get it."""
    known = [rung.name for rung in business.rungs]
    wanted = (*programme.suits, CUSTOMERS) if offered is None else offered
    found = tuple(name for name in known if name in wanted)
    return found if found or offered is not None else tuple(name for name in known if name != LAPSED)


def _effects(programme: Programme, business: Business, made: Scenarios) -> list[Effect | None]:
    return [
        programme.effect(made.values[rung.name], Customers(rung, made.margin)) if rung.name in made.values else None
        for rung in business.rungs
    ]


def _fixed(programme: Programme, business: Business, made: Scenarios, used: Mapping[str, float]) -> Figure:
    """The programme's own yearly cost: what makes it up differs on no rung, so any rung's values will do; with nobody on it, those set."""
    return programme.fixed_cost_yearly(next(iter(made.values.values()), used), business)


def _lever(
    programme: Programme, business: Business, used: Mapping[str, float], rungs: tuple[str, ...], months: int, made: Scenarios, net: Floats
) -> Lever:
    """The break-even of the lever; where the result is no straight line in it, found by trying values one by one."""

    def net_at(value: float) -> float:
        others = {name: figure for name, figure in used.items() if name.partition(".")[0] != programme.lever}
        tried = make_scenarios(programme, business, {**others, programme.lever: value}, rungs, 0, 0)
        fixed = _fixed(programme, business, tried, used)
        found = course(business, _effects(programme, business, tried), tried.margin, fixed, months, tried.count)
        return float((found.extra_margin - found.reward - found.member_cost - found.fixed_cost)[0]) - used["setup_cost"]

    everybody = used.get("uptake", 1.0)  # who does nothing does it with everybody
    weights = {rung.name: rung.customers * rung.sales_per_month * used.get(f"uptake.{rung.name}", everybody) for rung in business.rungs}
    values = [(used.get(f"{programme.lever}.{rung}", used[programme.lever]), weights[rung]) for rung in rungs]
    total = sum(weight for _, weight in values)
    set_value = sum(value * weight for value, weight in values) / total if total else used[programme.lever]
    return break_even(programme.lever, used, set_value, made.lever_values, net[made.lever], net_at, programme.lever_is_harm)


def _months(found: Course, setup: float) -> tuple[Month, ...]:
    extra, reward, anyway = (part.sum(axis=1) for part in (found.monthly_extra, found.monthly_reward, found.monthly_anyway))
    running = found.monthly_member.sum(axis=1) + found.monthly_fixed
    so_far = np.cumsum(extra - reward - running) - setup
    columns = (found.sales_before, extra, reward, anyway, running, so_far, found.outstanding)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return tuple(Month(number, *row) for number, row in enumerate(rows, start=1))


def _rungs(business: Business, found: Course) -> tuple[RungPart, ...]:
    sums = [part.sum(axis=0) for part in (found.monthly_extra, found.monthly_reward, found.monthly_anyway, found.monthly_member)]
    columns = zip(*(column.tolist() for column in (found.members, found.members_sales, *sums, found.more_at_end)), strict=True)
    return tuple(RungPart(rung.name, *figures) for rung, figures in zip(business.rungs, columns, strict=True))


def _tornado(made: Scenarios, net: Floats) -> tuple[Swing, ...]:
    swings = [
        Swing(name, low, high, float(net[1 + 2 * place]), float(net[2 + 2 * place]))
        for place, (name, low, high) in enumerate(made.uncertain)
    ]
    return tuple(sorted(swings, key=lambda swing: -swing.width))
