"""`value --workspace W`: what customers are worth."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date
from typing import cast

from retention.answers.customer_rows import customer_rows
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.value import KINDS, Kind, value
from retention.commands.command import Command, Document, add_question, asked, part_option, read_question
from retention.commands.said import said_again
from retention.commands.value_document import describe
from retention.locale import Words
from retention.metrics import (
    AVERAGE_CHECK,
    CHANCE_TO_BUY_AGAIN,
    CUSTOMERS,
    HISTORIC_LIFETIME_VALUE,
    ORDERS_PER_MONTH,
    PREDICTED_LIFETIME_VALUE,
    REPEAT_RATE,
    REVENUE,
    SIMPLE_LIFETIME_VALUE,
)
from retention.metrics.written import written
from retention.question import Question

MOST_MONTHS = 600


def add_options(parser: ArgumentParser) -> None:
    """The question, the months ahead, the discount, the models' prior, and whether to list every customer."""
    plain = Question()
    add_question(parser)
    parser.add_argument("--horizon-months", type=_months, default=plain.horizon_months, help="how far ahead the values look")
    parser.add_argument(
        "--discount-rate",
        type=part_option,
        default=plain.annual_discount_rate,
        metavar="SHARE",
        help="how much less money in a year counts, e.g. 0.1",
    )
    parser.add_argument("--prior", choices=("weak", "none"), default="weak", help="none = plain maximum likelihood")
    parser.add_argument("--per-customer", action="store_true", help="one row per customer as well")


def run(options: Namespace) -> Document:
    """The document of `value --json`."""
    question = replace(read_question(options), horizon_months=options.horizon_months, annual_discount_rate=options.discount_rate)
    with asked(options, question) as marts:
        fitted = fits(marts, options.prior)
        values = customer_values(marts, fitted)
        document = describe(value(marts, values), values, fitted)
    if options.per_customer:
        document["per_customer"] = customer_rows(values)
    return document


def tell(document: Document, words: Words) -> str:
    """The document in words: the simple sum, the three values, the forecast with how far off it was before, and why they differ."""
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
    unit, *others = (said_again(words, reason) for reason in cast("list[dict[str, object]]", document["reasons"]))
    return "\n".join([*lines, unit, *_tell_forecast(document, words, currency), *_tell_values(document, words, currency), *others])


def _tell_forecast(document: Document, words: Words, currency: str | None) -> list[str]:
    """The forecast, never without how far off it was on the shop's own past."""
    forecast = cast("dict[str, float | None] | None", document["predicted"])
    if forecast is None:
        return []
    lines = []
    if document["size"] != "base":
        figures = ((PREDICTED_LIFETIME_VALUE, forecast["mean"]), (CHANCE_TO_BUY_AGAIN, forecast["chance_to_buy"]))
        lines += [f"{words(metric.label)}: {written(words, metric, figure, currency)}" for metric, figure in figures]
    low, high = forecast["low"], forecast["high"]
    if low is not None and high is not None:
        months = words.plural("{count} month", "{count} months", int(forecast["horizon_months"] or 0))
        between = {"low": words.money(low, currency), "high": words.money(high, currency)}
        lines.append(
            words("All customers together within {months}: {low} to {high}, if it errs no more than before.", months=months, **between)
        )
    return [*lines, _tell_backtest(document, words)]


def _tell_backtest(document: Document, words: Words) -> str:
    tried = cast("dict[str, object] | None", document["backtest"])
    if tried is None:
        return said_again(words, cast("dict[str, object]", document["no_backtest"]))
    error = cast("dict[str, dict[str, float | None]]", tried["scores"])[str(tried["best_model"])]["money_error"]
    day, weeks = date.fromisoformat(str(tried["cut_day"])), words.plural("{count} week", "{count} weeks", cast("int", tried["weeks"]))
    if error is None:
        return words("Tried on the shop's own past: nobody bought in the {weeks} after {day}.", weeks=weeks, day=day)
    off = words.percent(abs(error))
    if error < 0:
        return words(
            "Tried on the shop's own past: for the {weeks} after {day} the forecast was {off} too low.", weeks=weeks, day=day, off=off
        )
    return words(
        "Tried on the shop's own past: for the {weeks} after {day} the forecast was {off} too high.", weeks=weeks, day=day, off=off
    )


def _tell_values(document: Document, words: Words, currency: str | None) -> list[str]:
    """The three totals; of few customers the forecast stands above, as a range."""
    values = cast("dict[Kind, dict[str, float | None] | None]", document["values"])
    lines = []
    for kind, label in KINDS.items():
        found = values[kind]
        if found is not None and found["total"] is not None and (kind != "predicted" or document["size"] != "base"):
            total = words.money(found["total"], currency)
            lines.append(words("{value} of all customers: {total}", value=words(label), total=total))
    return lines


def _months(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
        raise ArgumentTypeError(f"{text} is not a number of months from 1 to {MOST_MONTHS}")
    return int(text)


COMMAND = Command("value", "what customers are worth", add_options, run, tell)
