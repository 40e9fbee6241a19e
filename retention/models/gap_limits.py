"""How long a silence is still normal: each customer's own limits, as a small table of integers that any database can use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retention.models.beta_geometric import BetaGeometric
from retention.models.history import Floats, Gaps, Integers, Summaries
from retention.models.kaplan_meier import KaplanMeier
from retention.models.mbg_nbd import MbgNbd

NEVER_DAYS = 2**31 - 1  # longer than any silence: nobody can be called silent for too long
MOST_REPEAT_PURCHASES = 2_000  # whoever bought on more days than that takes the last row
ENOUGH_GAPS = 10  # below this many completed waits a 90 % point is one person's habit
# Far beyond any shop, and small enough that (base + age) × factor stays within 64 bits.
LARGEST_BASE_MILLIDAYS = 10**10
LARGEST_FACTOR_MILLIONTHS = 10**8


@dataclass(frozen=True, eq=False)
class Limit:
    """One limit for every number of repeat purchase days (0, 1, 2, …), in whole numbers; see `GapLimits`."""

    flat_days: Integers
    base_millidays: Integers
    factor_millionths: Integers

    def days(self, repeat_purchases: Integers, last_purchase_age_days: Integers) -> Integers:
        """The longest silence that is still normal, in whole days, exactly as the database computes it."""
        row = np.minimum(np.asarray(repeat_purchases, np.int64), len(self.flat_days) - 1)
        millidays = self.base_millidays[row] + np.asarray(last_purchase_age_days, np.int64) * 1000
        limit: Integers = self.flat_days[row] + millidays * self.factor_millionths[row] // 1_000_000_000
        return limit

    @classmethod
    def of_columns(cls, table: Mapping[str, Integers], name: str) -> Limit:
        """The limit of this name ("at_risk" or "lapsed") out of the table that `GapLimits.columns` made."""
        return cls(*(np.asarray(table[f"{name}_{part}"], np.int64) for part in ("flat_days", "base_millidays", "factor_millionths")))


@dataclass(frozen=True, eq=False)
class GapLimits:
    """After how many days of silence a customer is at risk, and after how many lapsed, by how often and how long he has bought.

    ASSUMPTIONS: those of Kaplan–Meier for customers with one or two purchase days, those of MBG/NBD for all others.
    One or two purchase days: the length by which the quantile's share of those who did buy again had bought again. More:
    g = (alpha + t_x) ((1-q)^(-1/(r+x)) - 1), the limit that a customer of that pace, still active, stays under with chance q.

    limit in days = flat_days + floor((base_millidays + t_x in days × 1000) × factor_millionths / 1,000,000,000); a customer silent for
    *more* days than that is beyond it. Always 1 day or more, and lapsed never before at risk. More repeat purchases than the table
    has rows: the last row. flat_days = NEVER_DAYS where nobody has ever bought again, so nobody can be called lapsed.
    closed_gaps: completed waits behind the limits after the first and after the second purchase.
    """

    at_risk: Limit
    lapsed: Limit
    closed_gaps: tuple[int, int]

    @classmethod
    def fit(cls, gaps: Gaps, summaries: Summaries, at_risk_quantile: float, lapsed_quantile: float) -> GapLimits:
        """The limits these waits and histories (in days) suggest, for two shares of comparable waits such as 0.90 and 0.95.

        With fewer than ENOUGH_GAPS completed waits after the first or the second purchase, both are pooled for that row.
        ValueError unless 0 < at_risk_quantile <= lapsed_quantile < 1.
        """
        if not 0 < at_risk_quantile <= lapsed_quantile < 1:
            raise ValueError("quantiles must satisfy 0 < at risk <= lapsed < 1")
        most = int(min(summaries.repeat_purchases.max(initial=0), MOST_REPEAT_PURCHASES))
        waits = [_waits(gaps, number) for number in (1, 2)]
        has_returns = any(len(wait.durations) for wait in waits)
        model = MbgNbd.fit(summaries) if most >= 2 and has_returns else None
        limits = [_limit(waits, model, quantile, most) for quantile in (at_risk_quantile, lapsed_quantile)]
        closed = [int(gaps.customers[(gaps.purchase_number == number) & (gaps.is_closed == 1)].sum()) for number in (1, 2)]
        return cls(limits[0], limits[1], (closed[0], closed[1]))

    def columns(self) -> dict[str, Integers]:
        """The table for the database: repeat_purchases 0, 1, 2, … and three whole numbers for either limit."""
        table: dict[str, Integers] = {"repeat_purchases": np.arange(len(self.at_risk.flat_days), dtype=np.int64)}
        for name, limit in (("at_risk", self.at_risk), ("lapsed", self.lapsed)):
            table[f"{name}_flat_days"] = limit.flat_days
            table[f"{name}_base_millidays"] = limit.base_millidays
            table[f"{name}_factor_millionths"] = limit.factor_millionths
        return table


def gap_factor(r: float, repeat_purchases: Floats, quantile: float) -> Floats:
    """How many times (alpha + t_x) a silence may last: (1-q)^(-1/(r+x)) - 1, without losing digits for frequent buyers."""
    factor: Floats = np.expm1(-np.log1p(-quantile) / (r + np.asarray(repeat_purchases, float)))
    return factor


def gap_limit(r: float, alpha: float, repeat_purchases: Floats, last_purchase_age: Floats, quantile: float) -> Floats:
    """The silence that a still active customer stays under with this chance, in the unit of alpha: (alpha + t_x) × `gap_factor`."""
    return (alpha + np.asarray(last_purchase_age, float)) * gap_factor(r, repeat_purchases, quantile)


def silence_until(chance: float, model: BetaGeometric, repeat_purchases: float, last_purchase_age: float) -> float:
    """After how long a silence a customer is still one with only this chance (0 to 1), in the model's unit; 0 where it never is higher.

    h = (alpha + t_x) (((1-p)/p × (b + x)/a)^(1/(r + x)) - 1), with b + x - 1 in a model where nobody leaves at the first purchase;
    infinite there for one-time buyers.
    """
    left = model.b + repeat_purchases - (0 if model.can_leave_at_first else 1)
    if not model.can_leave_at_first and not repeat_purchases:
        return np.inf
    odds = (1 - chance) / chance * left / model.a
    longer = np.expm1(np.log(odds) / (model.r + repeat_purchases))
    return max(0.0, float((model.alpha + last_purchase_age) * longer))


def _waits(gaps: Gaps, number: int) -> KaplanMeier:
    """Waits after the first (1) or second (2) purchase; both together where too few of that number have ended."""
    kept = gaps.purchase_number == number
    if gaps.customers[kept & (gaps.is_closed == 1)].sum() < ENOUGH_GAPS:
        kept = gaps.purchase_number <= 2
    return KaplanMeier.fit(
        gaps.gap_days[kept], gaps.customers[kept] * gaps.is_closed[kept], gaps.customers[kept] * (1 - gaps.is_closed[kept])
    )


def _limit(waits: list[KaplanMeier], model: MbgNbd | None, quantile: float, most: int) -> Limit:
    repeats = np.arange(most + 1, dtype=np.int64)
    flat, base, factor = (np.zeros(most + 1, dtype=np.int64) for _ in range(3))
    for row, wait in enumerate(waits[: most + 1]):
        days = wait.quantile_given_event(quantile)
        flat[row] = NEVER_DAYS if days is None else max(1, round(days))
    if model is None:
        flat[2:] = NEVER_DAYS
        return Limit(flat, base, factor)
    often = repeats[2:]
    shares = np.clip(np.rint(gap_factor(model.r, often.astype(np.float64), quantile) * 1e6), 1, LARGEST_FACTOR_MILLIONTHS).astype(np.int64)
    # x repeat purchase days take at least x days, so a base from which even those reach 1 day keeps every limit at 1 or more;
    # it lengthens the other limits of its row by less than a day.
    least = -(-1_000_000_000 // shares) - often * 1000
    base[2:] = np.maximum(least, min(round(model.alpha * 1000), LARGEST_BASE_MILLIDAYS))
    factor[2:] = shares
    return Limit(flat, base, factor)
