"""The forecasters tried on the shop's own past: told everything up to a cut day, and held against what then came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.polynomial import Chebyshev

from retention.answers.ask import read_gaps
from retention.answers.known_customers import KnownCustomers, known_customers
from retention.models import ALL
from retention.models.gamma_gamma import GammaGamma
from retention.models.gap_limits import GapLimits
from retention.models.history import Floats, Summaries
from retention.models.prediction_interval import Interval, total_interval
from retention.models.purchase_model import Prior, PurchaseModel
from retention.models.rivals import YEAR_DAYS, as_last_year, own_pace, silence_rule
from retention.models.scoreboard import Score, winner
from retention.sentence import Sentence, counted
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number

WEEK = 7
FEWEST_WEEKS, MOST_WEEKS = 4, 52  # no more than 52, so that the same weeks a year before lie before the cut
FEWEST_CUSTOMERS = 30
CURVE_POINTS = 6  # the expected curve is so smooth that six well placed days give every week of a year to one part in a thousand


@dataclass(frozen=True, eq=False)
class Backtest:
    """Every forecaster on the same customers and weeks. Purchases are purchase days; money in major units.

    cut_day: the last day the forecasters knew; last_day: the as-of day, `weeks` whole weeks later. customers: those who had bought by the
    cut day (newer ones are nobody's to forecast). actual_*: what came from them in those weeks, sales less returns; weekly_actual: their
    purchases by the end of week 1, 2, …
    scores: the models, then the rivals: mbg_nbd, bg_nbd, pareto_nbd, own_pace, silence_rule, as_last_year (this one only where the data
    are long enough). winner: the best forecaster's name; best_model: the best of the three models.
    interval: the range that the best model gave for the total of purchases; None where the data did not pin the model down.
    models: as they were fitted at the cut, by name.
    """

    cut_day: date
    last_day: date
    weeks: int
    customers: int
    actual_purchases: int
    actual_sales: float
    weekly_actual: tuple[int, ...]
    scores: tuple[Score, ...]
    winner: str
    best_model: str
    interval: Interval | None
    models: dict[str, PurchaseModel]

    def score(self, name: str) -> Score:
        """The score of one forecaster. KeyError for one that did not take part."""
        found = {score.name: score for score in self.scores}
        return found[name]

    @property
    def best_model_score(self) -> Score:
        """The score of the model that forecasts rest on."""
        return self.score(self.best_model)


def backtest(marts: Marts, prior: Prior = "weak") -> Backtest | Sentence:
    """The last third of the history forecast from what came before it (whole weeks, 4 to 52), or why that cannot be done."""
    days = (marts.facts.as_of - marts.facts.first_day).days + 1
    weeks = min(days // 3 // WEEK, MOST_WEEKS)
    if weeks < FEWEST_WEEKS:
        return counted(
            "How good the forecast is cannot be tried yet: the data cover {count} day, and at least {needed} are needed.",
            "How good the forecast is cannot be tried yet: the data cover {count} days, and at least {needed} are needed.",
            days,
            needed=3 * WEEK * FEWEST_WEEKS,
        )
    cut_day = marts.facts.as_of - timedelta(days=weeks * WEEK)
    known = known_customers(marts, day_number(cut_day))
    if len(known) < FEWEST_CUSTOMERS:
        return counted(
            "How good the forecast is cannot be tried yet: by {day} only {count} customer had bought, and at least {needed} are needed.",
            "How good the forecast is cannot be tried yet: by {day} only {count} customers had bought, and at least {needed} are needed.",
            len(known),
            day=cut_day,
            needed=FEWEST_CUSTOMERS,
        )
    return _tried(marts, known, cut_day, weeks, prior)


def _tried(marts: Marts, known: KnownCustomers, cut_day: date, weeks: int, prior: Prior) -> Backtest:
    histories, _ = known.grouped
    models = {model.name: model for model in (kind.fit(histories, prior) for kind in ALL)}
    worth = expected_worth(known, spending_model(known, prior))
    scores = [_model_score(model, known, weeks, worth) for model in models.values()]
    best = winner(scores).name
    scores += _rival_scores(marts, known, cut_day, weeks, worth)
    return Backtest(
        cut_day=cut_day,
        last_day=marts.facts.as_of,
        weeks=weeks,
        customers=len(known),
        actual_purchases=int(known.purchases_after.sum()),
        actual_sales=float(known.value_after.sum()),
        weekly_actual=_weekly(marts, cut_day, cut_day, weeks),
        scores=tuple(scores),
        winner=winner(scores).name,
        best_model=best,
        interval=total_interval(models[best], histories, weeks * WEEK),
        models=models,
    )


def spending_model(known: KnownCustomers, prior: Prior = "weak") -> GammaGamma | None:
    """What purchases are worth, from everything paid up to the cut; None with fewer than 30 paying customers."""
    return GammaGamma.fit(known.spending, prior) if np.count_nonzero(known.paid_purchases) >= FEWEST_CUSTOMERS else None


def expected_worth(known: KnownCustomers, spending: GammaGamma | None) -> Floats | None:
    """What each customer's next purchase day is worth on average once returns are counted in; None without a spending model."""
    return None if spending is None else spending.expected_value(known.paid_purchases, known.mean_value) * known.kept_share


def _model_score(model: PurchaseModel, known: KnownCustomers, weeks: int, worth: Floats | None) -> Score:
    histories, row = known.grouped
    expected = _expected(model, histories, weeks * WEEK)
    return _score(model.name, known, expected[row], _weekly_expected(model, histories, weeks, expected), worth)


def _rival_scores(marts: Marts, known: KnownCustomers, cut_day: date, weeks: int, worth: Floats | None) -> list[Score]:
    """The paper forecasts, their purchases valued like those of the models."""
    ahead = float(weeks * WEEK)
    x, last, age = known.repeat_purchases, known.last_purchase_age, known.age
    steady = np.arange(1, weeks + 1) / weeks
    pace, heard = own_pace(x, age, ahead), silence_rule(x, last, age, ahead, _limits(marts, known, cut_day))
    again = as_last_year(known.purchases_year_before, (cut_day - marts.facts.first_day).days + 1)
    scores = [
        _score("own_pace", known, pace, steady * pace.sum(), worth),
        _score("silence_rule", known, heard, steady * heard.sum(), worth),
    ]
    if again is not None:
        scores.append(_score("as_last_year", known, again, _weekly(marts, cut_day, cut_day - timedelta(days=YEAR_DAYS), weeks), worth))
    return scores


def _score(name: str, known: KnownCustomers, expected: Floats, weekly: Sequence[float], worth: Floats | None) -> Score:
    sales, actual_sales = (None, None) if worth is None else (float(expected @ worth), float(known.value_after.sum()))
    return Score.of(name, expected, known.purchases_after, weekly=weekly, expected_sales=sales, actual_sales=actual_sales)


def _limits(marts: Marts, known: KnownCustomers, cut_day: date) -> Floats:
    """The ladder's own limit of silence for each customer, beyond which it calls him lapsed, from nothing later than the cut."""
    with marts.engine() as engine:
        gaps = read_gaps(engine.arrow(sql_text("answers", "gaps_by_then"), {"cut_day": day_number(cut_day)}))
    histories, _ = known.grouped
    asked = marts.question
    lapsed = GapLimits.fit(gaps, histories, asked.at_risk_quantile, asked.lapsed_quantile).lapsed
    return lapsed.days(known.repeat_purchases.astype(np.int64), known.last_purchase_age.astype(np.int64)).astype(np.float64)


def _weekly(marts: Marts, cut_day: date, after: date, weeks: int) -> tuple[int, ...]:
    """Purchases of the customers known at the cut by the end of each of so many weeks after a day."""
    bound = {"cut_day": day_number(cut_day), "after_day": day_number(after), "last_day": day_number(after) + weeks * WEEK}
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "weekly_purchases"), bound)
    weekly = np.zeros(weeks, np.int64)
    weekly[rows["week"].to_numpy() - 1] = rows["purchases"].to_numpy()
    return tuple(np.cumsum(weekly).tolist())


def _weekly_expected(model: PurchaseModel, histories: Summaries, weeks: int, expected: Floats) -> Sequence[float]:
    """The total expected by the end of each week: a smooth curve through a few days between nothing at 0 and `expected` at the end."""
    ahead = float(weeks * WEEK)
    days = ahead / 2 * (1 - np.cos(np.pi * np.arange(CURVE_POINTS) / (CURVE_POINTS - 1)))
    between = [float(histories.customers @ _expected(model, histories, day)) for day in days[1:-1]]
    curve = Chebyshev.fit(days, [0.0, *between, float(histories.customers @ expected)], CURVE_POINTS - 1)
    weekly: list[float] = curve(np.arange(1, weeks + 1) * float(WEEK)).tolist()
    return weekly


def _expected(model: PurchaseModel, histories: Summaries, ahead: float) -> Floats:
    return model.expected_purchases(histories.repeat_purchases, histories.last_purchase_age, histories.age, ahead)
