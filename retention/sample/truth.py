"""What is true of a generated shop: the parameters it was made with and what came out, for tests and for the curious."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

import numpy as np

from retention.sample.baskets import Lines
from retention.sample.customers import Customers
from retention.sample.feedback import Scores
from retention.sample.marketing import ContactRow, SpendRow
from retention.sample.purchases import Orders
from retention.sample.seasons import MINUTES_A_DAY, Seasons
from retention.sample.shop import Shop

Figures = Mapping[str, object]
PURPOSES = ("acquisition", "retention", "shared")
STAGES = ("reached", "visited", "enquired")
PROMOTERS_FROM, DETRACTORS_TO = 9, 6
MBG_NBD = {"r": "purchase_shape", "alpha": "purchase_scale_weeks", "a": "dropout_a", "b": "dropout_b"}
GAMMA_GAMMA = {"p": "basket_p", "q": "basket_q", "gamma": "basket_gamma"}
CENT = Decimal("0.01")


@dataclass
class Sums:
    """What the lines that went through came to; money in minor units."""

    last_day: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("order_lines", "returned_lines", "lines_without_customer"), 0))
    minor_units: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("revenue", "returned", "revenue_without_customer", "discount", "cost"), 0)
    )

    def through(self, parts: Iterator[Lines]) -> Iterator[Lines]:
        """The same lines, counted on their way."""
        for lines in parts:
            is_return, is_anonymous = lines.amount < 0, lines.customer < 0
            self.counts["order_lines"] += len(lines)
            self.counts["returned_lines"] += int(is_return.sum())
            self.counts["lines_without_customer"] += int(is_anonymous.sum())
            self.minor_units["revenue"] += int(lines.amount.sum())
            self.minor_units["returned"] += int(lines.amount[is_return].sum())
            self.minor_units["revenue_without_customer"] += int(lines.amount[is_anonymous].sum())
            self.minor_units["discount"] += int(lines.discount.sum())
            self.minor_units["cost"] += int(lines.cost.sum())
            self.last_day = int(lines.minute[-1]) // MINUTES_A_DAY
            yield lines


def realised(
    seasons: Seasons,
    customers: Customers,
    orders: Orders,
    sums: Sums,
    spend: Sequence[SpendRow],
    contacts: Sequence[ContactRow],
    scores: Scores,
) -> Figures:
    """What came out, exactly; money as decimal text."""
    revenue, cost = sums.minor_units["revenue"], sums.minor_units["cost"]
    return {
        "customers": len(customers),
        "orders": len(orders),
        **sums.counts,
        **{name: _money(amount) for name, amount in sums.minor_units.items()},
        "margin_share": round((revenue - cost) / revenue, 6),
        "first_date": seasons.days[int(orders.day[0])],
        "last_date": seasons.days[sums.last_day],
        "referred": int(np.count_nonzero(customers.referrer >= 0)),
        "referrers": len(np.unique(customers.referrer[customers.referrer >= 0])),
        "comebacks": orders.comebacks,
        "spend": {purpose: _money(sum(row.amount for row in spend if row.purpose == purpose)) for purpose in PURPOSES},
        "contacts": {stage: sum(row.people for row in contacts if row.stage == stage) for stage in STAGES},
        "feedback": {
            "answers": len(scores.score),
            "promoters": int(np.count_nonzero(scores.score >= PROMOTERS_FROM)),
            "detractors": int(np.count_nonzero(scores.score <= DETRACTORS_TO)),
        },
        "last_12_months": _last_year(seasons, customers, orders, spend),
    }


def parameters(shop: Shop) -> Figures:
    """What the shop was made with, the models' own under the letters of their papers (alpha in weeks, gamma in minor units).

    What the other names mean stands in retention/sample/shop.py.
    """
    behaviour, marketing = asdict(shop.behaviour), asdict(shop.marketing)
    return {
        "mbg_nbd": {letter: behaviour.pop(name) for letter, name in MBG_NBD.items()},
        "gamma_gamma": {letter: behaviour.pop(name) for letter, name in GAMMA_GAMMA.items()},
        **behaviour,
        "winning_channels": marketing.pop("winning"),
        "keeping_channels": marketing.pop("keeping"),
        **marketing,
    }


def _last_year(seasons: Seasons, customers: Customers, orders: Orders, spend: Sequence[SpendRow]) -> Figures:
    """Customers won and kept in the last twelve whole months and what that cost, shared spend half and half.

    kept = bought before these months and again in them.
    """
    last = seasons.days[-1]
    first_month = int(seasons.month_of_day[-1]) - 11
    first_day = int(seasons.first_days[first_month])
    is_new = customers.arrival >= first_day
    buyers = np.unique(orders.customer[np.searchsorted(orders.day, first_day) :])
    acquired, kept = int(is_new.sum()), int(np.count_nonzero(~is_new[buyers[buyers >= 0]]))
    spent = {purpose: sum(row.amount for row in spend if row.month >= first_month and row.purpose == purpose) for purpose in PURPOSES}
    to_win = Decimal(spent["acquisition"]) + Decimal(spent["shared"]) / 2
    to_keep = Decimal(spent["retention"]) + Decimal(spent["shared"]) / 2
    known = acquired and kept and to_keep
    return {
        "first_day": seasons.days[first_day],
        "last_day": last,
        "acquired": acquired,
        "kept": kept,
        "spend": {purpose: _money(amount) for purpose, amount in spent.items()},
        "cac": str((to_win / acquired / 100).quantize(CENT)) if acquired else None,
        "crc": str((to_keep / kept / 100).quantize(CENT)) if kept else None,
        "ratio": round(float(to_win / acquired / (to_keep / kept)), 4) if known else None,
    }


def _money(minor_units: int) -> str:
    return str((Decimal(minor_units) / 100).quantize(CENT))


def as_text(figure: object) -> str:
    """Dates as they stand in parameters.json."""
    if isinstance(figure, date):
        return figure.isoformat()
    raise TypeError(f"{type(figure).__name__} does not belong into parameters.json")
