"""Where a shop stands before money is moved: what winning and keeping cost it, and what a won and a kept customer bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from retention.answers.acquisition_payback import mean_interval
from retention.answers.cost_channels import CostChannels, cost_channels
from retention.answers.cost_ratio import CostRatio
from retention.answers.costs import Costs
from retention.answers.customer_values import CustomerValues
from retention.answers.typed_costs import Figures, typed_costs
from retention.models.history import Integers
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number


@dataclass(frozen=True)
class SideNow:
    """Winning or keeping as it is; money in major units, None = not known.

    customers: won, or kept, in the window. of: those who could have been: people reached, or customers from before the window.
    value: what one of them brings on average, in margin; value_low, value_high: where that mean lies 90 times in 100 by chance.
    anyway: the part of them that came through no channel money was spent on.
    """

    customers: int
    of: int | None
    spend: float | None
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    anyway: float | None = None


@dataclass(frozen=True)
class BudgetStart:
    """Both sides of one period. window_first_day, as_of: None for figures typed in.

    is_foreseen: the values hold what is expected in the months ahead, too, not only what came in the window.
    otherwise: spend on winning and on keeping if what was spent on both had all been for winning, and all for keeping; nothing where
    nothing was. missing: what has to be typed in or uploaded before money can be moved.
    """

    window_first_day: date | None
    as_of: date | None
    currency: str | None
    winning: SideNow
    keeping: SideNow
    horizon_months: int
    is_foreseen: bool
    otherwise: tuple[tuple[float, float], ...]
    missing: tuple[Sentence, ...]


def budget_start(marts: Marts, values: CustomerValues, found: Costs) -> BudgetStart:
    """The window's own figures. A won customer's value is the margin since the first purchase and in the months ahead; a kept one's, since
    the window began and in the months ahead; without a forecast, without the months ahead."""
    begins = day_number(marts.facts.window_first_day)
    won = np.flatnonzero(values.first_day >= begins)
    kept = np.flatnonzero((values.first_day < begins) & (values.last_day >= begins))
    with marts.engine() as engine:
        before = engine.arrow("select customers_before from cost_window")["customers_before"][0].as_py()
        contacts = engine.arrow(sql_text("answers", "reach_contacts")).to_pylist()
    counted = sum(row["people"] for row in contacts if row["stage"] == "reached")
    reached = counted or marts.question.prospects
    winning = SideNow(found.acquired, reached, found.acquisition_spend, *_worth(values, won))
    keeping = SideNow(found.kept, before, found.retention_spend, *_worth(values, kept))
    return BudgetStart(
        window_first_day=found.window_first_day,
        as_of=found.as_of,
        currency=found.currency,
        winning=replace(winning, anyway=_unpaid(cost_channels(marts))),
        keeping=keeping,
        horizon_months=values.horizon_months,
        is_foreseen=values.predicted is not None,
        otherwise=_otherwise(found),
        missing=_missing(winning, keeping),
    )


def typed_start(figures: Figures, horizon_months: int) -> BudgetStart:
    """The same from figures typed in; half of what was spent on both counts as winning, as in their ratio. Values have to be typed in."""
    half = figures.shared_spend / 2
    winning = SideNow(figures.acquired, None, figures.acquisition_spend + half)
    keeping = SideNow(figures.kept, None, figures.retention_spend + half)
    missing = _missing(winning, keeping)
    return BudgetStart(None, None, figures.currency, winning, keeping, horizon_months, False, _otherwise(typed_costs(figures)), missing)


def _unpaid(found: CostChannels) -> float | None:
    """The part of the new customers whose channel is known and took no money; None where no paid channel's customers can be told."""
    known = sum(one.acquired for one in found.channels if one.name is not None)
    return 1 - found.paid_customers / known if found.paid_customers and known else None


def _otherwise(found: CostRatio) -> tuple[tuple[float, float], ...]:
    spend, units = found.spend, found.minor_units
    if spend.winning is None or spend.keeping is None or not found.shared_spend:
        return ()
    # a hundredth stays where there is nothing else: no curve can be drawn through no money at all
    winning, keeping = max(spend.winning, spend.shared_if_winning / 100), max(spend.keeping, spend.shared_if_keeping / 100)
    return ((spend.winning + spend.shared_if_winning) / units, keeping / units), (
        winning / units,
        (spend.keeping + spend.shared_if_keeping) / units,
    )


def _worth(values: CustomerValues, members: Integers) -> tuple[float, float | None, float | None] | tuple[None, None, None]:
    """The mean of what these bring in margin, and its range; nothing where there is nobody or no margin is known."""
    if not values.is_margin or not len(members):
        return None, None, None
    # whoever was won has bought nothing before the window, so that its margin is all of theirs
    brought = values.window_margin[members]
    worth = brought if values.predicted is None else brought + values.predicted[members]
    return float(worth.mean()), *mean_interval(worth)


def _missing(winning: SideNow, keeping: SideNow) -> tuple[Sentence, ...]:
    reasons = []
    if winning.spend is None or keeping.spend is None:
        reasons.append(
            sentence(
                "What was spent on winning and on keeping is not known: type both in on the page's first view, or upload a sheet of spend."
            )
        )
    elif winning.spend <= 0 and keeping.spend <= 0:
        reasons.append(sentence("Nothing was spent on winning or on keeping, so it cannot be told how customers answer to money."))
    elif winning.spend <= 0 or keeping.spend <= 0:
        reasons.append(
            sentence(
                "Money was spent on one side only. How customers answer to money can be guessed only where some has been spent: on winning"
                " and on keeping."
            )
        )
    if not winning.customers:
        reasons.append(sentence("Nobody was won in these months, so it cannot be told what money does there."))
    if not keeping.customers:
        reasons.append(sentence("Nobody was kept in these months, so it cannot be told what money does there."))
    elif keeping.of is not None and keeping.customers >= keeping.of:
        reasons.append(
            sentence("All earlier customers bought again, so it cannot be told how many more or fewer another spend would keep.")
        )
    return tuple(reasons)
