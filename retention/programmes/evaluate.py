"""From a programme's effect to money: the same months for all programmes, once for the set values and for thousands of futures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from retention.models.history import Floats
from retention.programmes.break_even import Lever, break_even
from retention.programmes.business import CUSTOMERS, LAPSED, Business
from retention.programmes.course import Course
from retention.programmes.outcome import Month, Outcome, RungPart, Swing
from retention.programmes.present_value import HALF_MINOR_UNIT, payback_month, present_value
from retention.programmes.programme import Programme
from retention.programmes.scenario_values import Scenarios, completed
from retention.programmes.trial import Trial, tried

FIRST_YEAR = 12
DRAWS = 10_000
STEPS = 40  # of the histogram of futures
SAME = 1e-9  # numbers closer than this share of their size are the same
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
    return outcome_and_futures(programme, business, values, offered, months, annual_discount_rate, seed, draws)[0]


def outcome_and_futures(
    programme: Programme,
    business: Business,
    values: Mapping[str, float],
    offered: Sequence[str] | None = None,
    months: int = FIRST_YEAR,
    annual_discount_rate: float = 0.10,
    seed: int = 0,
    draws: int = DRAWS,
) -> tuple[Outcome, Floats]:
    """What `evaluate` says, and the net of each drawn future behind it: entries of two scenarios with one seed can be set against each
    other one by one."""
    rungs = rungs_offered(programme, business, offered)
    trial = tried(programme, business, completed(programme, values, rungs), rungs, months, annual_discount_rate, seed, draws)
    return _outcome(trial), trial.futures


def _outcome(trial: Trial) -> Outcome:
    programme, business, found, net = trial.programme, trial.business, trial.found, trial.net
    lever = _lever(trial)
    setup = trial.used["setup_cost"]
    told = _months(found, setup)
    flows = [month.extra_margin - month.reward_cost - month.fixed_cost for month in told]
    reward, extra = float(found.reward[0]), float(found.extra_margin[0])
    running = float(found.member_cost[0] + found.fixed_cost[0])
    cost = reward + running + setup
    futures, with_later = trial.futures, trial.futures_with_later
    p5, p50, p95, lowest, highest = np.quantile(futures, [0.05, 0.5, 0.95, *SPREAD]).tolist()
    p5_with_later, p95_with_later = np.quantile(with_later, [0.05, 0.95]).tolist()
    staying = [place for place, rung in enumerate(business.rungs) if rung.name != LAPSED]
    return Outcome(
        programme=programme.name,
        assumptions=trial.used,
        offered=trial.rungs,
        extra_margin=extra,
        reward_cost=reward,
        fixed_cost=running,
        setup_cost=setup,
        cost=cost,
        net=float(net[0]),
        roi=float(net[0]) / cost if cost > 0 else None,
        present_value=present_value(-setup, flows, trial.annual_discount_rate),
        later_value=float(trial.later[0]),
        net_with_later=float(net[0] + trial.later[0]),
        subsidy_share=min(float(found.anyway[0]) / reward, 1.0) if reward > 0 else None,
        lever=programme.lever,
        lift=lever.set_value,
        break_even_lift=lever.break_even,
        break_even_counts_later=programme.pays_later,
        no_break_even=lever.no_break_even,
        payback_month=payback_month(-setup, flows) if cost > 0 else None,
        probability_of_loss=float(np.mean(futures < -HALF_MINOR_UNIT)),
        probability_of_loss_with_later=float(np.mean(with_later < -HALF_MINOR_UNIT)),
        mean=float(np.mean(futures)),
        p5=p5,
        p50=p50,
        p95=p95,
        p5_with_later=p5_with_later,
        p95_with_later=p95_with_later,
        lowest_future=lowest,
        highest_future=highest,
        futures=_histogram(futures, lowest, highest),
        liability=float(found.outstanding[-1]),
        won=found.won,
        kept=float(found.more_at_end[staying].sum()),
        months=told,
        rungs=_rungs(business, found),
        lift_curve=lever.curve,
        tornado=_tornado(trial.made, trial.judged),
    )


def _histogram(futures: Floats, lowest: float, highest: float) -> tuple[int, ...]:
    """How many futures lie in each of equal steps; all of them in the first where they do not differ by half a kopeck, or by what
    numbers of their size can tell apart."""
    if highest - lowest < max(HALF_MINOR_UNIT, SAME * max(abs(lowest), abs(highest))):
        return (len(futures),)
    return tuple(np.histogram(futures, STEPS, (lowest, highest))[0].tolist())


def rungs_offered(programme: Programme, business: Business, offered: Sequence[str] | None) -> tuple[str, ...]:
    """The rungs that get the programme, in the order of the business: those named, else those it suits, else everybody who still buys.
    Where customers are not told apart by rungs they all get it."""
    known = [rung.name for rung in business.rungs]
    wanted = (*programme.suits, CUSTOMERS) if offered is None else offered
    found = tuple(name for name in known if name in wanted)
    return found if found or offered is not None else tuple(name for name in known if name != LAPSED)


def _lever(trial: Trial) -> Lever:
    """The break-even of the lever; where the result is no straight line in it, found by trying values."""
    programme, business, used, made = trial.programme, trial.business, trial.used, trial.made
    name = programme.lever
    others = {key: figure for key, figure in used.items() if key.partition(".")[0] != name}

    def nets_at(values: Floats) -> Floats:
        set_to = {**others, name: float(values[0])}
        some = tried(programme, business, set_to, trial.rungs, trial.months, trial.annual_discount_rate, lever_values=values)
        return some.judged[some.made.lever]

    weights = {rung.name: float(part) for rung, part in zip(business.rungs, trial.found.members_sales, strict=True)}
    set_values = [(used.get(f"{name}.{rung}", used[name]), weights[rung]) for rung in trial.rungs]
    total = sum(weight for _, weight in set_values)
    set_value = sum(value * weight for value, weight in set_values) / total if total else used[name]
    return break_even(name, used, set_value, made.lever_values, trial.judged[made.lever], nets_at, programme.lever_is_harm, not total)


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
    swings = [swing for swing in swings if swing.low < swing.high]
    return tuple(sorted(swings, key=lambda swing: -swing.width))
