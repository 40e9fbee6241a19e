"""What is being asked of the data: one frozen value that every answer and every cache key carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Question:
    """The date, the margin, the filters and the thresholds behind every figure on a page.

    as_of: figures use what was known at the end of this day; None = the last day in the data, never today.
    window_months: how far back costs and frequencies look, cut to half of the history where that is shorter.
    margin_share: gross margin as a share of sales (0 to 1), used only for sales without a known cost; None = not known.
    channels, stores, categories: keep only these sales; empty = all.
    regular_from: purchase days from which a customer is a regular.
    at_risk_quantile, lapsed_quantile: a customer silent for longer than this share of comparable gaps is at risk, or lapsed.
    advocate_score: feedback from this score up (0 to 10) counts as a sign of advocacy.
    full_price_streak: this many purchases in a row without a discount count as a sign, where discounts are known.
    horizon_months: how far ahead lifetime values look.
    annual_discount_rate: by how much money a year away counts for less than money today, as a share.
    acquisition_spend, retention_spend: typed in for the window, where there is no table of spend (money).
    prospects, visitors: typed in, where there is no table of contacts (people).
    lead_days: money spent on winning works this many days later; a period's new customers are set against the spend of that much earlier.
    counts_discounts: discounts given count as spend: those on a first purchase as winning, later ones of earlier customers as keeping.
    """

    as_of: date | None = None
    window_months: int = 12
    margin_share: float | None = None
    channels: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    regular_from: int = 3
    at_risk_quantile: float = 0.90
    lapsed_quantile: float = 0.95
    advocate_score: int = 9
    full_price_streak: int = 5
    horizon_months: int = 12
    annual_discount_rate: float = 0.10
    acquisition_spend: Decimal | None = None
    retention_spend: Decimal | None = None
    prospects: int | None = None
    visitors: int | None = None
    lead_days: int = 0
    counts_discounts: bool = False
