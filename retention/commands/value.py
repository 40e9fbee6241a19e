"""`value --workspace W`: what customers are worth."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import cast

from retention.answers.value import fitted_model, per_customer, value
from retention.commands.command import Command, Document, add_question, asked, read_question
from retention.locale import Words
from retention.metrics import (
    AVERAGE_CHECK,
    CUSTOMERS,
    HISTORIC_LIFETIME_VALUE,
    ORDERS_PER_MONTH,
    REPEAT_RATE,
    REVENUE,
    SIMPLE_LIFETIME_VALUE,
)
from retention.metrics.written import written
from retention.models.mbg_nbd import MbgNbd


def add_options(parser: ArgumentParser) -> None:
    """The question, the months ahead, the model's prior, and whether to list every customer."""
    add_question(parser)
    parser.add_argument("--horizon-months", type=int, default=12, help="how far ahead the simple value looks")
    parser.add_argument("--prior", choices=("weak", "none"), default="weak", help="none = plain maximum likelihood")
    parser.add_argument("--per-customer", action="store_true", help="one row per customer as well")


def run(options: Namespace) -> Document:
    """The document of `value --json`; a forecast has no scoreboard yet, so backtest and winner are null."""
    question = replace(read_question(options), horizon_months=options.horizon_months)
    with asked(options, question) as marts:
        found = value(marts)
        model = fitted_model(marts, options.prior)
        rows = per_customer(marts).to_pylist() if options.per_customer else None
    document: dict[str, object] = {
        "as_of": found.as_of.isoformat(),
        "currency": found.currency,
        "customers": found.customers,
        "historic_total": found.historic_total,
        "historic_mean": found.historic_mean,
        "margin_share": found.margin_share,
        "simple": {
            "average_check": found.average_check,
            "orders_per_month": found.orders_per_month,
            "horizon_months": found.horizon_months,
            "value": found.simple,
        },
        "repeat_rate": found.repeat_rate,
        "top_fifth_share": found.top_fifth_share,
        "quantiles": {f"{share:g}": amount for share, amount in found.quantiles.items()},
        "models": {"mbg_nbd": _describe_model(model)},
        "backtest": None,
        "winner": None,
    }
    if rows is not None:
        document["per_customer"] = [{name: _plain(cell) for name, cell in row.items()} for row in rows]
    return document


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    currency = cast("str | None", document["currency"])
    simple = cast("dict[str, float | None]", document["simple"])
    figures = (
        (CUSTOMERS, document["customers"]),
        (AVERAGE_CHECK, simple["average_check"]),
        (ORDERS_PER_MONTH, simple["orders_per_month"]),
        (SIMPLE_LIFETIME_VALUE, simple["value"]),
        (HISTORIC_LIFETIME_VALUE, document["historic_mean"]),
        (REVENUE, document["historic_total"]),
        (REPEAT_RATE, document["repeat_rate"]),
    )
    lines = [f"{words(metric.label)}: {written(words, metric, cast('float | None', figure), currency)}" for metric, figure in figures]
    for share, amount in cast("dict[str, float]", document["quantiles"]).items():
        below = words("{share} of customers brought less than", share=words.percent(float(share), 0))
        lines.append(f"{below} {words.money(amount, currency)}")
    return "\n".join(lines)


def _describe_model(model: MbgNbd) -> dict[str, object]:
    """Parameters with the day as the unit of time (alpha in days)."""
    return {
        "unit": "day",
        "parameters": {"r": model.r, "alpha": model.alpha, "a": model.a, "b": model.b},
        "log_likelihood": model.log_likelihood,
        "standard_errors": None if model.standard_errors is None else list(model.standard_errors),
    }


def _plain(cell: object) -> object:
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


COMMAND = Command("value", "what customers are worth", add_options, run, tell)
