"""What one customer may bring in the months ahead: not a figure but a range, because one person either comes or does not."""

from __future__ import annotations

import numpy as np

from retention.answers.customer_values import CustomerValues
from retention.answers.predictions import MONTH_DAYS
from retention.models.history import Floats

SEED = 20_261
LEVEL = 0.8
FUTURES = 4_000_000  # drawn for all customers together; a large shop gets fewer for each
FEWEST_DRAWS, MOST_DRAWS = 50, 1_000
AT_ONCE = 500_000  # keeps the memory of a large shop's draws within some tens of megabytes


def customer_intervals(values: CustomerValues) -> tuple[Floats, Floats] | None:
    """Low and high for each customer: what they bring lies between them in 8 of 10 random futures; None where nothing is forecast.

    Each future draws whether they are still a customer, how often they then buy and what they then spend (best purchase model, model of
    spending, fixed seed: the same question has the same answer); discounted and in margin or sales as `predicted`. Parameters are taken
    as known: against one person's chance their doubt hardly counts.
    """
    fits = values.fits
    if fits is None or fits.model is None or fits.spending is None or values.discount is None:
        return None
    random, customers = np.random.default_rng(SEED), len(values.customer)
    draws = min(max(FUTURES // customers, FEWEST_DRAWS), MOST_DRAWS)
    scale = values.discount * fits.kept_share * (1.0 if values.margin_share is None else values.margin_share)
    low, high = np.empty(customers), np.empty(customers)
    for first in range(0, customers, AT_ONCE // draws):
        part = slice(first, first + AT_ONCE // draws)
        x, last, age, paid, mean = (
            np.repeat(column[part], draws) for column in (values.x, values.t_x, values.T, values.paid_purchases, values.mean_check)
        )
        purchases = fits.model.draw_purchases(x, last, age, values.horizon_months * MONTH_DAYS, random)
        money = fits.spending.draw_value(paid, mean, purchases, random).reshape(-1, draws) * scale[part, None]
        low[part], high[part] = np.quantile(money, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=1)
    return low, high
