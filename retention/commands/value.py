"""`value --workspace W`: what customers are worth."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from retention.answers.value import fitted_model, per_customer, value
from retention.commands.command import Command, Document, add_question, asked, read_question
from retention.locale import Words
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
    skip = ("models", "per_customer", "backtest", "winner")
    return "\n".join(f"{name}: {'—' if found is None else found}" for name, found in document.items() if name not in skip)


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
