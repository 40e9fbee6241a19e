"""The customers a programme is for: how many stand on each rung, what they buy in a month, and where they move without it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from retention.models.discounting import monthly_rate
from retention.models.history import Floats
from retention.models.markov_ladder import value_within
from retention.programmes.tidy import tidy
from retention.sentence import Refusal, sentence

MONTHS_IN_YEAR = 12
LATER_MONTHS = 24  # how long customers won or kept are followed after the months looked at: what they do later nobody knows
LEAST_MARGIN = 0.001  # a margin that is in doubt still lies between this and all but this
CUSTOMERS, LAPSED = "customers", "lapsed"  # the one rung of a business without a ladder; those who no longer come


@dataclass(frozen=True)
class Rung:
    """The customers who stand on one rung at the start.

    name: "first_purchase", "regular", "advocate", "lapsed", or "customers" where the business knows no rungs. purchases_per_month: of one
    customer who stands there when the month begins (for the lapsed: returns); average_check: money per purchase.
    """

    name: str
    customers: float
    purchases_per_month: float
    average_check: float

    def __post_init__(self) -> None:
        for name in ("customers", "purchases_per_month", "average_check"):
            _number_from_zero(name, float(getattr(self, name)))

    @property
    def sales_per_month(self) -> float:
        """What one of them spends in a month (money)."""
        return self.purchases_per_month * self.average_check

    @property
    def sales_per_year(self) -> float:
        """What one who stays on the rung for a year spends in it (money)."""
        return self.sales_per_month * MONTHS_IN_YEAR


@dataclass(frozen=True)
class Business:
    """A shop without the programme, month by month.

    margin_share: what is left of a sale after the goods, strictly between 0 and 1; margin_range: how low and how high it may be where it
    is itself an assumption. moves: a row per rung, the shares of its customers that stand on each rung a month later (rows add up to 1).
    new_customers_per_month arrive on the first rung, each with a first month's sales of first_sales (money) and acquisition_cost spent
    on winning them. Refusal where a figure cannot be.
    """

    rungs: tuple[Rung, ...]
    margin_share: float
    moves: tuple[tuple[float, ...], ...]
    new_customers_per_month: float = 0.0
    first_sales: float = 0.0
    acquisition_cost: float = 0.0
    margin_range: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        for name in ("new_customers_per_month", "first_sales", "acquisition_cost"):
            _number_from_zero(name, float(getattr(self, name)))
        if not 0 < self.margin_share < 1:
            raise Refusal(
                sentence(
                    "margin_share must be more than 0 and less than 100 per cent, not {value}: what is left of a sale after the goods.",
                    value=tidy(self.margin_share * 100),
                )
            )
        if len(self.moves) != len(self.rungs) or any(len(row) != len(self.rungs) or abs(sum(row) - 1) > 1e-9 for row in self.moves):
            raise ValueError("moves need a row per rung that adds up to 1")

    @classmethod
    def of(
        cls,
        customers: float,
        purchases_per_customer_year: float,
        average_check: float,
        margin_share: float,
        staying_share_year: float = 1.0,
        new_customers_per_month: float = 0.0,
        acquisition_cost: float = 0.0,
    ) -> Business:
        """The business of somebody who knows a few figures and no ladder: everybody alike, `staying_share_year` still buying a year on."""
        _number_from_zero("purchases_per_customer_year", purchases_per_customer_year)
        if not 0 <= staying_share_year <= 1:
            given = tidy(staying_share_year * 100)
            raise Refusal(sentence("staying_share_year must be between 0 and 100 per cent, not {given}.", given=given))
        buyers = Rung(CUSTOMERS, customers, purchases_per_customer_year / MONTHS_IN_YEAR, average_check)
        stays: float = staying_share_year ** (1 / MONTHS_IN_YEAR)
        leaves = staying_share_year < 1
        return cls(
            (buyers, Rung(LAPSED, 0.0, 0.0, average_check)) if leaves else (buyers,),
            margin_share,
            ((stays, 1 - stays), (0.0, 1.0)) if leaves else ((1.0,),),
            new_customers_per_month,
            first_sales=average_check,
            acquisition_cost=acquisition_cost,
        )

    def in_doubt(self, by: float) -> Business:
        """The same shop where the margin is a guess: it may be lower or higher by so much."""
        known = self.margin_share
        return replace(self, margin_range=(max(LEAST_MARGIN, known - by), min(1 - LEAST_MARGIN, known + by)))

    @property
    def customers(self) -> float:
        """Everybody on a rung at the start, the lapsed too."""
        return sum(rung.customers for rung in self.rungs)

    def place(self, name: str) -> int | None:
        """Where the rung of that name stands in `rungs`; None without such a rung."""
        return next((place for place, rung in enumerate(self.rungs) if rung.name == name), None)

    def stocks(self, months: int) -> Floats:
        """Customers on each rung at the start of every month and after the last one (months + 1 rows)."""
        moves, arrivals = np.array(self.moves), np.zeros(len(self.rungs))
        arrivals[0] = self.new_customers_per_month
        rows = [np.array([rung.customers for rung in self.rungs])]
        for _ in range(months):
            rows.append(rows[-1] @ moves + arrivals)
        return np.array(rows)

    @property
    def sales_per_month(self) -> Floats:
        """What one customer on each rung spends in a month (money)."""
        return np.array([rung.sales_per_month for rung in self.rungs])

    def monthly_sales(self, stocks: Floats) -> Floats:
        """What the shop sells in each month without any programme, newcomers' first purchases included (money); stocks: see `stocks`."""
        return stocks[:-1] @ self.sales_per_month + self.new_customers_per_month * self.first_sales

    def later_sales(self, annual_discount_rate: float, months: int = LATER_MONTHS) -> Floats:
        """What one customer on each rung will buy within so many months from a day on, in money of that day; each month's money counted
        at its end: V = R / (1 + d) + P / (1 + d) R / (1 + d) + …"""
        rate = monthly_rate(annual_discount_rate)
        return value_within(np.array(self.moves), self.sales_per_month / (1 + rate), rate, months)

    def sales_in_first_year(self) -> float:
        """What the shop sells in its first twelve months without any programme, newcomers' first purchases included (money)."""
        return float(self.monthly_sales(self.stocks(MONTHS_IN_YEAR)).sum())


def _number_from_zero(name: str, value: float) -> None:
    if not (math.isfinite(value) and value >= 0):
        raise Refusal(sentence("{name} must be a number from 0 up, not {value}.", name=name, value=tidy(value)))
