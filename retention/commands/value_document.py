"""The document of `value --json`: what customers are worth, as plain numbers, null where something cannot be known."""

from __future__ import annotations

import math
from collections.abc import Mapping

from retention.answers.backtest import Backtest
from retention.answers.customer_values import CustomerValues
from retention.answers.fits import Fits
from retention.answers.predictions import MONTH_DAYS
from retention.answers.value import Value, ValueOf
from retention.commands.said import said
from retention.models import ALL
from retention.models.gamma_gamma import GammaGamma
from retention.models.purchase_model import PurchaseModel
from retention.models.scoreboard import Score


def describe(found: Value, values: CustomerValues, fits: Fits) -> dict[str, object]:
    """Everything but the rows. Money in major units; models have the day as their unit of time and major units of sales."""
    predicted = found.by_kind["predicted"]
    return {
        "as_of": found.as_of.isoformat(),
        "currency": found.currency,
        "customers": found.customers,
        "historic_total": found.historic_total,
        "historic_mean": found.historic_mean,
        "margin_share": found.margin_share,
        "is_margin": found.is_margin,
        "simple": {
            "average_check": found.average_check,
            "orders_per_month": found.orders_per_month,
            "horizon_months": found.horizon_months,
            "value": found.simple,
            "buyers": found.buyers,
            "returns_of_others": found.returns_of_others,
        },
        "predicted": None if predicted is None else _describe_forecast(found, values, fits, predicted),
        "values": {kind: None if of is None else _describe_value(of, fits, kind) for kind, of in found.by_kind.items()},
        "reasons": [said(reason) for reason in found.reasons],
        "repeat_rate": found.repeat_rate,
        "top_fifth_share": found.top_fifth_share,
        "quantiles": {f"{share:g}": amount for share, amount in found.quantiles.items()},
        "models": {
            **{kind.name: _describe_model(fits.models.get(kind.name), "day") for kind in ALL},
            "gamma_gamma": _describe_model(fits.spending, found.currency),
        },
        "backtest": None if fits.scoreboard is None else _describe_backtest(fits.scoreboard),
        "no_backtest": None if fits.no_scoreboard is None else said(fits.no_scoreboard),
        "winner": None if fits.scoreboard is None else fits.scoreboard.winner,
        "size": fits.size,
        "intervals": {"level": 0.95, "predicted_total": _range(values.predicted_range)},
    }


def _describe_forecast(found: Value, values: CustomerValues, fits: Fits, predicted: ValueOf) -> dict[str, object]:
    return {
        **_describe_value(predicted, fits, "predicted"),
        "horizon_months": found.horizon_months,
        "month_days": MONTH_DAYS,
        "annual_discount_rate": found.annual_discount_rate,
        "expected_purchases": found.expected_purchases,
        "chance_to_buy": found.chance_to_buy,
        "forecaster": found.forecaster,
    }


def _describe_value(of: ValueOf, fits: Fits, kind: str) -> dict[str, object]:
    """How a forecast is spread is left out where too few have bought to say anything of single customers."""
    is_said = kind != "predicted" or fits.tells_customers_apart
    spread = {
        "median": of.spread.median,
        "gini": of.spread.gini,
        "top_fifth_share": of.spread.top_fifth_share,
        "quantiles": {f"{share:g}": amount for share, amount in of.spread.quantiles.items()},
    }
    total: dict[str, object] = {"total": of.total, "mean": of.mean, "mean_of_buyers": of.mean_of_buyers}
    between = {"low": _plain(of.low), "high": _plain(of.high)} if kind == "predicted" else {}
    return total | between | (spread if is_said else dict.fromkeys(spread))


def _describe_model(model: PurchaseModel | GammaGamma | None, unit: str | None) -> dict[str, object]:
    if model is None:
        return {"unit": unit, "parameters": None, "log_likelihood": None, "standard_errors": None}
    parameters = {"p": model.p, "q": model.q, "gamma": model.gamma} if isinstance(model, GammaGamma) else model.parameters
    return {
        "unit": unit,
        "parameters": {name: _plain(parameter) for name, parameter in parameters.items()},
        "log_likelihood": _plain(model.log_likelihood),
        "standard_errors": None if model.standard_errors is None else [_plain(error) for error in model.standard_errors],
    }


def _describe_backtest(tried: Backtest) -> dict[str, object]:
    return {
        "cut_day": tried.cut_day.isoformat(),
        "last_day": tried.last_day.isoformat(),
        "weeks": tried.weeks,
        "customers": tried.customers,
        "actual_purchases": tried.actual_purchases,
        "actual_sales": tried.actual_sales,
        "best_model": tried.best_model,
        "interval": None if tried.interval is None else _range((tried.interval.low, tried.interval.high)),
        "scores": {score.name: _describe_score(score) for score in tried.scores},
    }


def _describe_score(score: Score) -> Mapping[str, float | None]:
    names = ("expected", "error", "mean_absolute_error", "root_mean_squared_error", "ranking", "expected_sales", "money_error")
    return {name: _plain(getattr(score, name)) for name in names}


def _range(between: tuple[float, float] | None) -> dict[str, float | None] | None:
    return None if between is None else {"low": _plain(between[0]), "high": _plain(between[1])}


def _plain(figure: float | None) -> float | None:
    """JSON has no infinity."""
    return figure if figure is not None and math.isfinite(figure) else None
