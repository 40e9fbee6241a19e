"""What new customers are worth against what winning them cost, by channel and by quarter, and when they have paid it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.acquisition_groups import Group, won_by_channel, won_by_quarter, won_in_window
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import ROUGH, Fits
from retention.answers.payback_months import PaybackMonths
from retention.models.history import Floats
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts

DRAWS = 500
SEED = 20_263
MOST_BLOCKS = 1_000  # larger groups are drawn in blocks of customers chosen at random: the same spread, a fraction of the work
FEWEST_PEOPLE = 10  # from fewer customers no interval is honest


@dataclass(frozen=True)
class Payback:
    """New customers of one channel, of one quarter, or all of the window; money in major units, in margin where is_margin, else in sales.

    name: the channel as written in the data (None = not known), or the quarter such as "2025-Q3". customers: first ever purchase in the
    window, or in the quarter. spend: on winning them, with the winning part of shared spend; spend_low, spend_high: with none of the shared
    spend, with all of it. cac = spend ÷ customers.
    so_far: what one of them has brought on average; ahead: what is expected within the months ahead (later money counts less);
    value = both together, value_low, value_high: its 90 % interval, from drawing the customers anew (None for fewer than 10).
    ratio = value ÷ cac; ratio_low, ratio_high: the interval's ends with all, and with none, of the shared spend.
    payback_month: the first month since the first purchase by whose end a customer has brought the cac on average (0 = the first day, None
    = not within the data and the months ahead); is_expected: that month lies where the model, not the data, speaks.
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


def acquisition_payback(marts: Marts, fits: Fits | None, values: CustomerValues) -> AcquisitionPayback:
    """Value against cost of new customers. Whoever bought before the window is nobody's new customer in it.

    The value is that of the value page (what came so far and what the best forecast expects); the months to payback are followed by the
    data, then by the best purchase model. With fewer than 100 customers nothing is forecast for parts of them.
    """
    can_forecast = fits is not None and fits.size in ("rough", "full") and values.predicted is not None
    ahead = values.predicted if can_forecast else None
    months = PaybackMonths.of(marts, fits if can_forecast else None, values)
    found = []
    for groups in ([won_in_window(marts, values)], won_by_channel(marts, values), won_by_quarter(marts, values)):
        found.append(tuple(_payback(group, values, ahead, *reached) for group, reached in zip(groups, months.reached(groups), strict=True)))
    (whole,), channels, cohorts = found
    return AcquisitionPayback(
        window_first_day=marts.facts.window_first_day,
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_margin=values.is_margin,
        horizon_months=values.horizon_months,
        whole=whole,
        channels=channels,
        cohorts=cohorts,
        missing=tuple(_missing(values, ahead, whole, channels)),
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


def _payback(group: Group, values: CustomerValues, predicted: Floats | None, month: int | None, is_expected: bool) -> Payback:
    people = len(group.members)
    brought = values.historic[group.members]
    so_far = float(brought.mean()) if people else None
    ahead = value = low = high = None
    if people and predicted is not None:
        worth = brought + predicted[group.members]
        ahead, value = float(predicted[group.members].mean()), float(worth.mean())
        low, high = mean_interval(worth)
    spend, spend_low, spend_high = group.spend or (None, None, None)
    costs = [money / people if money is not None and people and group.is_comparable else None for money in (spend, spend_low, spend_high)]
    ratio, ratio_low, ratio_high = (_ratio(end, cost) for end, cost in ((value, costs[0]), (low, costs[2]), (high, costs[1])))
    return Payback(
        name=group.name,
        customers=people,
        spend=spend,
        spend_low=spend_low,
        spend_high=spend_high,
        cac=costs[0],
        so_far=so_far,
        ahead=ahead,
        value=value,
        value_low=low,
        value_high=high,
        ratio=ratio,
        ratio_low=ratio_low,
        ratio_high=ratio_high,
        payback_month=month,
        is_expected=is_expected,
        missing=_reason(group, predicted),
    )


def _ratio(value: float | None, cost: float | None) -> float | None:
    return value / cost if value is not None and cost else None


def _reason(group: Group, predicted: Floats | None) -> Sentence | None:
    if not len(group.members):
        return sentence("No new customer came this way in these months.")
    if not group.is_comparable:
        return sentence("It is not known which channel won these customers, so their cost is not known either.")
    if group.spend is None or not group.spend[0]:
        return sentence("There is no spend on winning these customers in the data, so their cost is not known.")
    if predicted is None:
        return sentence("Too few customers have bought to tell what new ones will bring.")
    return None


def _missing(values: CustomerValues, predicted: Floats | None, whole: Payback, channels: tuple[Payback, ...]) -> list[Sentence]:
    reasons = []
    if whole.spend is None:
        reasons.append(
            sentence(
                "There is no table of spend in the data: type in what winning cost in the window, or upload a sheet with date, channel,"
                " amount and purpose."
            )
        )
    elif all(channel.cac is None for channel in channels):
        reasons.append(sentence("No channel of the spend is also a channel of the customers: name them alike to compare them."))
    if not values.is_margin:
        reasons.append(
            sentence("The margin is not known, so the value is counted in sales and looks too good: set the margin share in the sidebar.")
        )
    if predicted is None:
        reasons.append(
            sentence("Too few customers have bought to tell what new ones will bring: at least {needed} are needed.", needed=ROUGH)
        )
    return reasons
