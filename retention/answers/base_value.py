"""What the whole base of customers is worth, how that grew, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from retention.answers.customer_values import CustomerValues
from retention.answers.equity_over_time import equity_over_time
from retention.answers.fits import BASE, ROUGH, Fits
from retention.answers.point_worth import Point, points
from retention.answers.year_on_year import YearOnYear, year_on_year
from retention.models.history import Floats
from retention.models.prediction_interval import NORMAL_95
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.rungs import ADVOCATE, REGULAR

THOUSAND = 1_000


@dataclass(frozen=True)
class Regulars:
    """What 1,000 regulars (the rungs regular and advocate) would bring within the months ahead, and how many there are; major units.

    low, high: 95 % interval of the mean over the shop's own regulars, at least as wide as the back-test's miss; None without a back-test.
    """

    customers: int
    thousand: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class BaseValue:
    """Money in major units, in margin where is_margin, else in sales; None = cannot be known, for the reasons in `missing`.

    total: expected from all customers known on the as-of day within the months ahead, discounted, by the best purchase model; low, high:
    where it should lie 95 times in 100, the back-test's miss included. miss: that miss, as a share of what had been expected.
    is_rule_better: a simple rule did better than every model in the back-test.
    equity: day, value, customers: the same total on earlier days, from what was known then.
    points: what single points are worth; yearly: the textbook's answer to the same question.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    horizon_months: int
    annual_discount_rate: float
    customers: int
    total: float | None
    low: float | None
    high: float | None
    miss: float | None
    is_rule_better: bool
    equity: pa.Table
    regulars: Regulars | None
    points: tuple[Point, ...]
    yearly: YearOnYear
    missing: tuple[Sentence, ...]


def base_value(marts: Marts, values: CustomerValues) -> BaseValue:
    """The worth of the base. With fewer than 30 customers there is only what the textbook says; what regulars bring needs 100."""
    fits, predicted = values.fits, values.predicted
    tried = fits.scoreboard if fits else None
    low, high = values.predicted_range or (None, None)
    regulars = None if fits is None or predicted is None else _regulars(fits, predicted[np.isin(values.rung, (REGULAR, ADVOCATE))])
    return BaseValue(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_margin=values.is_margin,
        horizon_months=values.horizon_months,
        annual_discount_rate=values.annual_discount_rate,
        customers=len(values.customer),
        total=None if predicted is None else float(predicted.sum()),
        low=low,
        high=high,
        miss=tried.best_model_score.money_miss if tried else None,
        is_rule_better=tried is not None and tried.winner not in tried.models,
        equity=equity_over_time(marts, values),
        regulars=regulars,
        points=points(marts, values),
        yearly=year_on_year(marts, values.is_margin),
        missing=tuple(_missing(values, regulars)),
    )


def _regulars(fits: Fits, money: Floats) -> Regulars | None:
    people = len(money)
    if not fits.tells_customers_apart or people < 2:
        return None
    mean = float(money.mean())
    if fits.scoreboard is None:
        return Regulars(people, THOUSAND * mean, None, None)
    half = NORMAL_95 * float(money.std(ddof=1)) / people**0.5
    half = max(half, abs(mean) * fits.scoreboard.best_model_score.money_miss)
    low = max(mean - half, 0.0) if mean > 0 else mean - half  # goods sold below their cost bring a loss
    return Regulars(people, THOUSAND * mean, THOUSAND * low, THOUSAND * (mean + half))


def _missing(values: CustomerValues, regulars: Regulars | None) -> list[Sentence]:
    if values.predicted is None:
        return [sentence("Too few customers have bought to tell what the base is worth: at least {needed} are needed.", needed=BASE)]
    reasons = []
    if not values.is_margin:
        reasons.append(sentence("The margin is not known, so the base is counted in sales: set the margin share in the sidebar."))
    if regulars is None:
        reasons.append(sentence("What regulars bring can be told with {needed} customers, and two of them regulars.", needed=ROUGH))
    if values.fits is not None and values.fits.no_scoreboard is not None:
        reasons.append(values.fits.no_scoreboard)
    return reasons
