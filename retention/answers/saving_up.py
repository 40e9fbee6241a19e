"""A saving-up discount on the customers' own sales of the last year: what it would have cost, and whom it would tempt to buy more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats
from retention.programmes.tiers import Tier, next_tier_at, tier_cost, tier_costs
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

YEAR_DAYS = 365
NEARNESS = 0.1  # who lacks at most this share of a threshold stands just below it


@dataclass(frozen=True, eq=False)
class YearSales:
    """What each customer bought in the year up to the as-of day, in major units, less returns; days: fewer where the data are younger.

    Only those who bought for more than nothing have an entry.
    """

    currency: str | None
    days: int
    sales: Floats


@dataclass(frozen=True)
class Step:
    """One step of the discount; money in major units.

    customers who have reached it and no higher one, sales: theirs. whole, part: the discount they get, if the rate is on all they buy, or
    each rate only on the part above its threshold. near: customers just below it, who lack `lacking` together.
    """

    start: float
    rate: float
    customers: int
    sales: float
    whole: float
    part: float
    near: int
    lacking: float


@dataclass(frozen=True)
class Cost:
    """What the discount costs on these sales, in one of the two ways.

    needed_growth: by how much the sales of all who get it would have to grow to earn it; None = no growth can, or nobody gets it.
    stretched: what changes if everybody just below a threshold buys up to it: margin on that less the discount that comes with it.
    """

    discount: float
    share_of_sales: float | None
    needed_growth: float | None
    stretched: float | None


@dataclass(frozen=True)
class SavingUp:
    """A saving-up discount. customers, sales: all who bought, and what they bought. reached: those who get a discount, reached_sales
    theirs. whole: the rate reached is on all they buy; part: each rate only on the part above its threshold."""

    customers: int
    sales: float
    reached: int
    reached_sales: float
    steps: tuple[Step, ...]
    whole: Cost
    part: Cost

    @property
    def near(self) -> int:
        """Customers just below a threshold."""
        return sum(step.near for step in self.steps)

    @property
    def lacking(self) -> float:
        """What all of them together would have to buy more."""
        return sum(step.lacking for step in self.steps)


def year_sales(marts: Marts) -> YearSales:
    """What each customer bought in the last year."""
    with marts.engine() as engine:
        value = engine.arrow(sql_text("answers", "year_sales"))["value"].to_numpy().astype(np.float64)
    facts = marts.facts
    days = min(YEAR_DAYS, (facts.as_of - facts.first_day).days + 1)
    return YearSales(facts.currency, days, value[value > 0] / facts.minor_units)


def saving_up(year: YearSales, tiers: Sequence[Tier], margin_share: float | None) -> SavingUp:
    """What these tiers (from how much money on, discount as a share) cost on last year's sales, had everybody bought the same.

    Refusal for tiers that do not rise. margin_share: None = not known, then neither the growth needed nor the stretch is told.
    """
    sales = year.sales
    whole, part = tier_costs(sales, tiers, True), tier_costs(sales, tiers, False)
    starts = np.array([start for start, _ in tiers])
    reached = np.searchsorted(starts, sales, side="right")
    lacking = next_tier_at(sales, tiers)
    steps = []
    for place, (start, rate) in enumerate(tiers, start=1):
        there = reached == place
        near = (reached == place - 1) & (lacking <= NEARNESS * start)
        steps.append(
            Step(
                start=start,
                rate=rate,
                customers=int(there.sum()),
                sales=float(sales[there].sum()),
                whole=float(whole[there].sum()),
                part=float(part[there].sum()),
                near=int(near.sum()),
                lacking=float(lacking[near].sum()),
            )
        )
    is_near = np.isfinite(lacking) & (lacking <= NEARNESS * (sales + np.nan_to_num(lacking)))
    stretched = np.where(is_near, sales + np.nan_to_num(lacking), sales)
    gets = reached > 0
    return SavingUp(
        customers=len(sales),
        sales=float(sales.sum()),
        reached=int(gets.sum()),
        reached_sales=float(sales[gets].sum()),
        steps=tuple(steps),
        whole=_cost(sales, stretched, tiers, True, margin_share),
        part=_cost(sales, stretched, tiers, False, margin_share),
    )


def _cost(sales: Floats, stretched: Floats, tiers: Sequence[Tier], is_retroactive: bool, margin_share: float | None) -> Cost:
    discount = tier_cost(sales, tiers, is_retroactive)
    total = float(sales.sum())
    theirs = float(sales[sales >= tiers[0][0]].sum()) if tiers else 0.0
    growth = change = None
    if margin_share is not None:
        more = margin_share * (float(stretched.sum()) - total)
        change = more - (tier_cost(stretched, tiers, is_retroactive) - discount)
        # e / (m - e), e = the discount as a share of what those who get it buy
        left = margin_share * theirs - discount
        growth = discount / left if discount > 0 and left > 0 else None
    return Cost(discount, discount / total if total else None, growth, change)


def sensible_tiers(year: YearSales) -> tuple[Tier, ...]:
    """Three steps to begin with, at round sums that about a half, a fifth and a twentieth of the customers reach: 3, 5 and 7 per cent."""
    if not len(year.sales):
        return ()
    starts = [_round(float(np.quantile(year.sales, chance))) for chance in (0.5, 0.8, 0.95)]
    for place in (1, 2):
        starts[place] = max(starts[place], _next_round(starts[place - 1]))
    return tuple(zip(starts, (0.03, 0.05, 0.07), strict=True))


ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def _round(money: float) -> float:
    """The nearest sum with few digits: 1,000, 1,500, 2,000 …; whole units."""
    scale = 10.0 ** np.floor(np.log10(max(money, 1.0)))
    return max(1.0, float(round(min(ROUND, key=lambda digits: abs(digits * scale - money)) * scale)))


def _next_round(money: float) -> float:
    """The next larger such sum."""
    scale = 10.0 ** np.floor(np.log10(money))
    return float(round(next(digits for digits in (*ROUND, 15.0) if round(digits * scale) > money) * scale))
