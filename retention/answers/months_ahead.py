"""What customers will have brought by each month since their first purchase, where the data end before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.customer_months import CustomerMonths
from retention.answers.fits import Fits
from retention.answers.known_customers import KnownCustomers
from retention.answers.predictions import MONTH_DAYS, expected_check
from retention.models.history import Floats, Integers

MOST_PEOPLE = 4_000  # of a larger group so many stand for all: their mean is known to a few per cent of the spread between people
DRAWS = 10_000  # futures over all of them together, so that a tenth of them is 1,000
FEWEST = 30  # see `last_observed_month`
SEED = 20_262


@dataclass(frozen=True, eq=False)
class MonthsAhead:
    """What is brought by each month (a column), in major units: expected has a row per customer, drawn one per random future of one."""

    expected: Floats
    drawn: Floats


def last_observed_month(customers: Integers) -> int:
    """The last month for which enough of a group have been known: a tenth and at least 30 of them, in small groups half of them.

    customers: how many have been known for 0, 1, 2, … months; the first is the whole group, not empty. Later months are the story of a few.
    """
    people = int(customers[0])
    enough = min(max(FEWEST, people // 10), -(-people // 2))
    return int(np.flatnonzero(customers >= enough)[-1])


def months_ahead(
    fits: Fits, known: KnownCustomers, months: CustomerMonths, members: Integers, ages: Integers, margin_share: float | None
) -> MonthsAhead:
    """What these customers (places in the order of the key) will have brought by these months since the first purchase. Not discounted.

    What has been seen counts as seen; the best purchase model adds what lies between the as-of day and the month.
    ValueError without a model.
    """
    if fits.model is None:
        raise ValueError("no model to look ahead with")
    random = np.random.default_rng(SEED)
    if len(members) > MOST_PEOPLE:
        members = np.sort(random.choice(members, MOST_PEOPLE, replace=False))
    x, last, age = (column[members] for column in (known.repeat_purchases, known.last_purchase_age, known.age))
    paid, mean = known.paid_purchases[members], known.mean_value[members]
    check = expected_check(fits, known)[members]
    brought = months.brought_by_month(members)
    seen = brought[:, np.minimum(ages, brought.shape[1] - 1)]
    share = 1.0 if margin_share is None else margin_share
    futures = np.tile(np.arange(len(members)), -(-DRAWS // len(members)))
    expected, drawn = seen.copy(), seen[futures]
    for column, month in enumerate(ages.tolist()):
        ahead = np.maximum(month * MONTH_DAYS - age, 0.0)
        purchases = fits.model.draw_purchases(x[futures], last[futures], age[futures], ahead[futures], random)
        expected[:, column] += fits.model.expected_purchases(x, last, age, ahead) * check * share
        if fits.spending is None:
            drawn[:, column] += purchases * check[futures] * share
        else:
            drawn[:, column] += fits.spending.draw_value(paid[futures], mean[futures], purchases, random) * fits.kept_share * share
    return MonthsAhead(expected, drawn)
