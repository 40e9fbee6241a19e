"""What to expect of each customer in the months ahead: purchases, what they are worth, and how far off the sum may be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.fits import Fits
from retention.answers.known_customers import KnownCustomers
from retention.models.discounting import discounted_sum
from retention.models.history import Floats, Summaries
from retention.models.prediction_interval import honest_interval, total_interval
from retention.models.purchase_model import PurchaseModel
from retention.models.rivals import YEAR_DAYS, own_pace, silence_rule
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

MONTH_DAYS = 30.4375


@dataclass(frozen=True, eq=False)
class Habits:
    """What the paper forecasts look at, one entry per customer, in the order of the customer's key.

    lapsed_after: days of silence after which they count as lapsed. last_year: purchase days of the last 364 days; season: of as many of
    these as the horizon has beyond whole years, the earliest first (the same weeks a year before those ahead).
    """

    lapsed_after: Floats
    last_year: Floats
    season: Floats


def habits_of(marts: Marts, lapsed_after: Floats) -> Habits:
    """The habits of everybody who has bought by the as-of day; for a back-test's winner that is no model."""
    season_days = int(marts.question.horizon_months * MONTH_DAYS) % YEAR_DAYS
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "last_year_purchases"), {"season_days": season_days})
    return Habits(lapsed_after, *(rows[name].to_numpy().astype(np.float64) for name in ("last_year", "season")))


@dataclass(frozen=True, eq=False)
class Prediction:
    """One entry per customer; see CustomerValues. discount: what a purchase of the months ahead counts for on average, 0 to 1."""

    alive: Floats
    chance_to_buy: Floats
    expected_purchases: Floats
    discount: Floats
    expected_check: Floats

    @property
    def value(self) -> Floats:
        """Expected sales of the months ahead, discounted; major units."""
        return self.expected_purchases * self.discount * self.expected_check


def predict(fits: Fits, known: KnownCustomers, horizon_months: int, annual_discount_rate: float) -> Prediction | None:
    """What to expect of everybody known, by the best purchase model; None where too few have bought to forecast.

    The model is asked once per different history. A rule on paper may have won the back-test, but it has no chances to give, and chances
    and purchases of one customer must not come from two minds: see `total_by_rule`.
    """
    model, ahead = fits.model, horizon_months * MONTH_DAYS
    histories, row = known.grouped
    x, last, age = histories.repeat_purchases, histories.last_purchase_age, histories.age
    alive = fits.alive(x, last, age)
    if model is None or alive is None:
        return None
    by_month_end = _purchases_by_month_end(model, histories, horizon_months)
    total, counted = by_month_end[-1], discounted_sum(by_month_end, annual_discount_rate)
    chance = model.chance_to_buy(x, last, age, ahead)
    return Prediction(
        alive=np.maximum(alive, chance)[row],  # two models may speak here: whoever buys is a customer
        chance_to_buy=chance[row],
        expected_purchases=total[row],
        discount=np.divide(counted, total, out=np.ones(len(total)), where=total > 0)[row],
        expected_check=expected_check(fits, known),
    )


def total_by_rule(marts: Marts, fits: Fits, known: KnownCustomers, lapsed_after: Floats) -> float | None:
    """Expected sales of everybody by the rule that won the back-test, spread evenly over the months ahead and discounted.

    None where a purchase model won. lapsed_after: days of silence after which each counts as lapsed.
    """
    tried, months = fits.scoreboard, marts.question.horizon_months
    if tried is None or tried.winner in fits.models:
        return None
    expected = _on_paper(tried.winner, known, habits_of(marts, lapsed_after), months * MONTH_DAYS)
    evenly = float(discounted_sum(np.arange(1, months + 1) / months, marts.question.annual_discount_rate))
    return float(expected @ expected_check(fits, known)) * evenly


def total_range(fits: Fits, known: KnownCustomers, money: Floats, horizon_months: int) -> tuple[float, float] | None:
    """Where the sum of the expected money (one entry per customer) should lie 95 times in 100, the miss of the back-test included.

    None where there was no back-test, or the data do not pin the model down: no range is better than one nobody has tried.
    """
    if fits.model is None or fits.scoreboard is None:
        return None
    histories, row = known.grouped
    ahead = horizon_months * MONTH_DAYS
    expected = fits.model.expected_purchases(histories.repeat_purchases, histories.last_purchase_age, histories.age, ahead)
    purchases = expected * histories.customers
    # where goods are sold below their cost the whole is a loss, and its range lies below zero too
    sign = -1.0 if money.sum() < 0 else 1.0
    sums = np.bincount(row, weights=sign * money, minlength=len(purchases))
    worth = np.divide(sums, purchases, out=np.zeros(len(purchases)), where=purchases > 0)
    interval = total_interval(fits.model, histories, ahead, worth)
    if interval is None:
        return None
    low, _, high = honest_interval(interval, fits.scoreboard.best_model_score.money_miss)
    return (low, high) if sign > 0 else (-high, -low)


def _purchases_by_month_end(model: PurchaseModel, histories: Summaries, months: int) -> Floats:
    """Expected purchases until the end of each month ahead (a row) of each history (a column)."""
    x, last, age = histories.repeat_purchases, histories.last_purchase_age, histories.age
    return np.stack([model.expected_purchases(x, last, age, month * MONTH_DAYS) for month in range(1, months + 1)])


def _on_paper(name: str, known: KnownCustomers, habits: Habits, ahead: float) -> Floats:
    x, last, age = known.repeat_purchases, known.last_purchase_age, known.age
    match name:
        case "own_pace":
            return own_pace(x, age, ahead)
        case "silence_rule":
            return silence_rule(x, last, age, ahead, habits.lapsed_after)
        case "as_last_year":
            return habits.season + habits.last_year * (int(ahead) // YEAR_DAYS)
        case _:
            raise ValueError(f"no forecaster is called {name}")


def expected_check(fits: Fits, known: KnownCustomers) -> Floats:
    """What a purchase of each customer is worth, returns counted in.

    The same for all where too few have paid for a model of spending, or where one without a prior has no mean over all customers.
    """
    purchases = len(known) + float(known.repeat_purchases.sum())
    same = np.full(len(known), max(float(known.value.sum()), 0.0) / purchases)
    if fits.spending is None:
        return same
    own = fits.spending.expected_value(known.paid_purchases, known.mean_value) * fits.kept_share
    return np.where(np.isfinite(own), own, same)
