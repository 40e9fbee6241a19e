"""What to expect of one customer in the months ahead, as chances and not as one figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.fits import Fits
from retention.answers.predictions import MONTH_DAYS
from retention.models.discounting import discounted_sum
from retention.models.history import Floats, Integers

DRAWS = 4_000
SEED = 20_261
LOW, HIGH = 0.10, 0.90


@dataclass(frozen=True)
class History:
    """A customer's purchase days so far. x: after the first one; t_x, T: days from the first to the last of them and to the as-of day.

    paid_purchases: those worth something; mean_value: of these, in major units of sales (0 without any).
    """

    x: int
    t_x: int
    T: int
    paid_purchases: int
    mean_value: float


@dataclass(frozen=True)
class Outlook:
    """The months ahead of one customer, by the best purchase model.

    alive: how likely still a customer; chance_to_buy: at least one purchase; expected_purchases: on average; chances: of 0, 1, 2, and 3 or
    more purchases. expected_value: what they bring on average, in margin where is_margin, else in sales, counted as on the value page
    (later money counts less); low, high: 80 in 100 of the drawn futures lie between them. The average may lie outside, where most
    futures bring nothing and a few bring a lot.
    """

    horizon_months: int
    is_margin: bool
    alive: float
    chance_to_buy: float
    expected_purchases: float
    chances: tuple[float, float, float, float]
    expected_value: float
    low: float
    high: float


def outlook(fits: Fits, history: History, horizon_months: int, annual_discount_rate: float, margin_share: float | None) -> Outlook | None:
    """What to expect of a customer with this history; None where fewer than 100 have bought, too few to tell one from another.

    The futures are drawn with a fixed seed: the same question has the same answer.
    """
    model, alive = fits.model, fits.alive(history.x, history.t_x, history.T)
    if model is None or alive is None or not fits.tells_customers_apart:
        return None
    x, last, age = float(history.x), float(history.t_x), float(history.T)
    ahead = horizon_months * MONTH_DAYS
    by_end = np.array([float(model.expected_purchases(x, last, age, month * MONTH_DAYS)) for month in range(1, horizon_months + 1)])
    discount = float(discounted_sum(by_end, annual_discount_rate)) / by_end[-1] if by_end[-1] > 0 else 1.0
    per_sale = discount * (1.0 if margin_share is None else margin_share)
    random = np.random.default_rng(SEED)
    purchases = model.draw_purchases(np.full(DRAWS, x), np.full(DRAWS, last), np.full(DRAWS, age), ahead, random)
    check, drawn = _worth(fits, history, purchases, random)
    low, high = np.quantile(drawn * per_sale, [LOW, HIGH]).tolist()
    chance = float(model.chance_to_buy(x, last, age, ahead))
    tally = np.bincount(np.minimum(purchases, 3), minlength=4)[1:]
    one, two, more = (chance * tally / max(int(tally.sum()), 1)).tolist()
    return Outlook(
        horizon_months=horizon_months,
        is_margin=margin_share is not None,
        alive=max(float(alive), chance),  # two models may speak here: whoever buys is a customer
        chance_to_buy=chance,
        expected_purchases=float(by_end[-1]),
        chances=(1 - chance, one, two, more),
        expected_value=float(by_end[-1] * check * per_sale),
        low=low,
        high=high,
    )


def _worth(fits: Fits, history: History, purchases: Integers, random: np.random.Generator) -> tuple[float, Floats]:
    """What one purchase is expected to be worth, and a drawn sum for each drawn number of purchases; in sales, returns counted in."""
    if fits.spending is None:
        return history.mean_value, purchases.astype(np.float64) * history.mean_value
    paid, mean = np.full(DRAWS, float(history.paid_purchases)), np.full(DRAWS, history.mean_value)
    check = float(fits.spending.expected_value(paid[:1], mean[:1])[0]) * fits.kept_share
    drawn: Floats = fits.spending.draw_value(paid, mean, purchases, random) * fits.kept_share
    return check, drawn
