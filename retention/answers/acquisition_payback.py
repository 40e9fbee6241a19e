"""What new customers are worth against what winning them cost, by channel and by quarter, and when they have paid it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.acquisition_groups import Group, spend_in_window, won_by_channel, won_by_quarter, won_in_window
from retention.answers.acquisition_reasons import reasons
from retention.answers.customer_values import CustomerValues
from retention.answers.payback_months import FEWEST_PEOPLE, PaybackMonths, Reached, money_miss
from retention.models.history import Floats
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts

DRAWS = 500
SEED = 20_263
MOST_BLOCKS = 1_000  # larger groups are drawn in blocks of customers chosen at random: the same spread, a fraction of the work


@dataclass(frozen=True)
class Payback:
    """New customers of one channel, of one quarter, or all of the window; money in major units, in margin where is_margin, else in sales.

    name: the channel as written in the data (None = not known), or the quarter such as "2025-Q3". customers: first ever purchase in the
    window, or in the quarter. spend: on winning them, with the winning part of shared spend; spend_low, spend_high: with none of the shared
    spend, with all of it. cac = spend ÷ customers; None where it is not known, or where there was no spend.
    so_far: what one of them has brought on average; ahead: what is expected within the months ahead (later money counts less);
    value = both together, value_low, value_high: its 90 % interval, from drawing the customers anew, and at least as wide as the back-test
    missed the money: so_far + ahead × (1 ± miss). None for fewer than 10 customers, and where there was no back-test.
    ratio = value ÷ cac; ratio_low, ratio_high: the interval's ends with all, and with none, of the shared spend (None: no such cost).
    payback_month: the first month since the first purchase by whose end a customer has brought the cac on average (0 = the first day, None
    = not within the data and the months ahead); payback_low, payback_high: the same for the ends of its 90 % interval; is_expected: that
    month lies where the model, not the data, speaks.
    missing: why there is no ratio.
    """

    name: str | None
    customers: int
    spend: float | None
    spend_low: float | None
    spend_high: float | None
    cac: float | None
    so_far: float | None
    ahead: float | None
    value: float | None
    value_low: float | None
    value_high: float | None
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    payback_month: int | None
    payback_low: int | None
    payback_high: int | None
    is_expected: bool
    missing: Sentence | None


@dataclass(frozen=True)
class AcquisitionPayback:
    """whole: everybody won in the window; channels: the same by channel, those with most customers first, channels of spend alone last.

    cohorts: everybody by the quarter of the first purchase, the earliest first; quarters without new customers are left out.
    missing: what holds for all of it.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    is_margin: bool
    horizon_months: int
    whole: Payback
    channels: tuple[Payback, ...]
    cohorts: tuple[Payback, ...]
    missing: tuple[Sentence, ...]


def acquisition_payback(marts: Marts, values: CustomerValues) -> AcquisitionPayback:
    """Value against cost of new customers. Whoever bought before the window is nobody's new customer in it.

    The value is that of the value page (what came so far and what the best forecast expects); the months to payback are followed by the
    data, then by the best purchase model. With fewer than 100 customers nothing is forecast for parts of them.
    """
    fits = values.fits if values.fits and values.fits.tells_customers_apart else None
    ahead = values.predicted if fits else None
    months = PaybackMonths.of(marts, fits, values)
    miss = money_miss(values.fits)
    channels = won_by_channel(marts, values)
    parts = [won_in_window(marts, values)], channels, won_by_quarter(marts, values)
    (whole,), by_channel, by_quarter = (
        tuple(_payback(group, values, ahead, miss, reached) for group, reached in zip(groups, months.reached(groups), strict=True))
        for groups in parts
    )
    return AcquisitionPayback(
        window_first_day=marts.facts.window_first_day,
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_margin=values.is_margin,
        horizon_months=values.horizon_months,
        whole=whole,
        channels=by_channel,
        cohorts=by_quarter,
        missing=reasons(marts.question, spend_in_window(marts), channels, values.is_margin, ahead is not None),
    )


def mean_interval(values: Floats) -> tuple[float, float] | tuple[None, None]:
    """Between which figures the mean of such customers lies 90 times in 100, by drawing as many of them anew 500 times (fixed seed)."""
    people = len(values)
    if people < FEWEST_PEOPLE:
        return None, None
    random = np.random.default_rng(SEED)
    block = random.permutation(people) % min(people, MOST_BLOCKS)
    sums, sizes = np.bincount(block, weights=values), np.bincount(block)
    drawn = random.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), size=DRAWS)
    low, high = np.quantile(drawn @ sums / (drawn @ sizes), [0.05, 0.95]).tolist()
    middle = float(values.mean())
    return min(low, middle), max(high, middle)


def _payback(group: Group, values: CustomerValues, predicted: Floats | None, miss: float | None, reached: Reached) -> Payback:
    people = len(group.members)
    brought = values.historic[group.members]
    so_far = float(brought.mean()) if people else None
    ahead = value = low = high = None
    if people and predicted is not None:
        worth = brought + predicted[group.members]
        ahead, value = float(predicted[group.members].mean()), float(worth.mean())
        low, high = _widened(mean_interval(worth), value, ahead, miss)
    spend, spend_low, spend_high = group.spend or (None, None, None)
    cac, cac_low, cac_high = group.cost or (None, None, None)
    return Payback(
        name=group.name,
        customers=people,
        spend=spend,
        spend_low=spend_low,
        spend_high=spend_high,
        cac=cac,
        so_far=so_far,
        ahead=ahead,
        value=value,
        value_low=low,
        value_high=high,
        ratio=_ratio(value, cac),
        ratio_low=_ratio(low, cac_high),
        ratio_high=_ratio(high, cac_low),
        payback_month=reached.month,
        payback_low=reached.low,
        payback_high=reached.high,
        is_expected=reached.is_expected,
        missing=group.missing or _too_few(predicted),
    )


def _widened(
    interval: tuple[float, float] | tuple[None, None], value: float, ahead: float, miss: float | None
) -> tuple[float, float] | tuple[None, None]:
    low, high = interval
    if low is None or high is None or miss is None:
        return None, None
    # no less than nothing comes in the months ahead, unless goods are sold below their cost
    return min(low, value - (min(miss, 1.0) * ahead if ahead > 0 else -miss * ahead)), max(high, value + miss * abs(ahead))


def _ratio(value: float | None, cost: float | None) -> float | None:
    return value / cost if value is not None and cost else None


def _too_few(predicted: Floats | None) -> Sentence | None:
    return sentence("Too few customers have bought to tell what new ones will bring.") if predicted is None else None
