"""What became of the customers who came together: how many still buy, how many stay, and what each has brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import isnan

import numpy as np

from retention.answers.cohort_cells import Cohort, grouped, monthly_cohorts, span_in_months
from retention.answers.cohort_standouts import Standout, standouts
from retention.answers.customer_months import margin_share_of
from retention.answers.months_ahead import last_observed_month
from retention.models.pooled_retention import PooledRetention
from retention.models.prediction_interval import NORMAL_95
from retention.models.proportions import Share, share_of
from retention.warehouse import Marts
from retention.warehouse.facts import last_whole_month

MOST_COHORTS = 24  # more of them in one picture cannot be told apart


@dataclass(frozen=True)
class Age:
    """All cohorts together at one age in months, from the months that have ended.

    bought: who made a purchase in that month, of all customers seen so far. kept: the share that has not lapsed even once by its end, from
    all cohorts at every age (the `product` of models/pooled_retention.py), between kept_low and kept_high 95 times in 100 (Greenwood);
    kept_rate: of those not lapsed a month earlier. None where nobody was left to be seen; no range before the first has lapsed.
    money_per_customer: each month's money per customer seen in it, added up; may fall, as returns count against it.
    """

    age: int
    bought: Share
    kept: float | None
    kept_low: float | None
    kept_high: float | None
    kept_rate: float | None
    money_per_customer: float


@dataclass(frozen=True)
class Cohorts:
    """Cohorts by month of the first purchase, or by quarter or year (period_months) where there would be more than 24 of them.

    Money in major units, in margin where is_margin, else in sales. ages: all cohorts together; after last_age they are the story of a few
    old customers (see `last_observed_month`); None before a month has ended. standouts: cohorts that differ from all
    others beyond noise. not_compared: the ages (of 3 and 12 months) at which no two cohorts are old and large enough to compare.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    period_months: int
    cohorts: tuple[Cohort, ...]
    ages: tuple[Age, ...]
    last_age: int | None
    standouts: tuple[Standout, ...]
    not_compared: tuple[int, ...]


def cohorts(marts: Marts) -> Cohorts:
    """Every cohort at every age so far; a shop whose sales name nobody has none."""
    facts, is_margin = marts.facts, margin_share_of(marts) is not None
    monthly = monthly_cohorts(marts, is_margin)
    span = span_in_months(monthly)
    period = 1 if span <= MOST_COHORTS else 3 if span <= 3 * MOST_COHORTS - 2 else 12  # a quarter more when the first begins inside one
    shown = grouped(monthly, period, last_whole_month(facts.as_of))
    found, not_compared = standouts(shown)
    ages = ages_of(monthly)
    last_age = last_observed_month(np.array([age.bought.of for age in ages])) if ages else None
    return Cohorts(facts.as_of, facts.currency, is_margin, period, shown, ages, last_age, found, not_compared)


def ages_of(monthly: Sequence[Cohort]) -> tuple[Age, ...]:
    """The curves of all cohorts together, as far as any of them has seen a whole month."""
    seen = [[cell for cell in cohort.cells if cell.is_complete] for cohort in monthly]
    bought = PooledRetention.fit([[cell.bought for cell in cells] for cells in seen])
    # everybody has just bought at the beginning: who lapses within the first month has already fallen
    kept = PooledRetention.fit([[cells[0].customers, *(cell.kept for cell in cells)] for cells in seen if cells])
    money = [sum(cells[age].money for cells in seen if age < len(cells)) for age in range(len(bought.active))]
    per_customer = accumulate(amount / people for amount, people in zip(money, bought.customers.tolist(), strict=True))
    found = []
    for age, brought in enumerate(per_customer):
        share, rate = float(kept.product[age + 1]), float(kept.rate[age + 1])
        half = NORMAL_95 * float(kept.variance[age + 1]) ** 0.5
        known, has_range = not isnan(share), half > 0
        found.append(
            Age(
                age=age,
                bought=share_of(int(bought.active[age]), int(bought.customers[age])),
                kept=share if known else None,
                kept_low=max(share - half, 0.0) if has_range else None,
                kept_high=min(share + half, 1.0) if has_range else None,
                kept_rate=rate if known else None,
                money_per_customer=brought,
            )
        )
    return tuple(found)
