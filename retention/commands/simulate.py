"""`simulate PROGRAMME --workspace W --set name=value…`: what a programme would earn or lose."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import cast

from retention.answers.programmes import base
from retention.commands.command import Command, Document, add_question, asked
from retention.locale import Words
from retention.metrics import BREAK_EVEN_LIFT, EXTRA_MARGIN, NET_PROFIT, PAYBACK_MONTH, PROBABILITY_OF_LOSS, REWARD_COST, SUBSIDY_SHARE
from retention.metrics.written import written
from retention.programmes import ALL, by_name
from retention.programmes.evaluate import evaluate
from retention.programmes.programme import Business
from retention.sentence import Refusal, sentence

BUSINESS_FIGURES = ("customers", "purchases_per_customer_year", "average_check", "margin_share")


def add_options(parser: ArgumentParser) -> None:
    """The programme, its assumptions, and the customers: a workspace or a typed-in business."""
    parser.add_argument("programme", metavar="PROGRAMME", help=", ".join(programme.name for programme in ALL))
    parser.add_argument("--set", dest="assumptions", type=_assumption, nargs="+", action="extend", default=[], metavar="name=value")
    parser.add_argument("--business", type=Path, metavar="business.json", help=f"instead of a workspace: {', '.join(BUSINESS_FIGURES)}")
    add_question(parser, needs_workspace=False)


def run(options: Namespace) -> Document:
    """The document of `simulate --json`."""
    programme = by_name(options.programme)
    currency, business = (None, _read_business(options.business)) if options.business else _shop(options)
    outcome = asdict(evaluate(programme, business, dict(options.assumptions)))
    return {"currency": currency, "business": asdict(business), **outcome}


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    programme = by_name(str(document["programme"]))
    currency = cast("str | None", document["currency"])
    figures = {
        "net": NET_PROFIT,
        "extra_margin": EXTRA_MARGIN,
        "cost": REWARD_COST,
        "break_even_lift": BREAK_EVEN_LIFT,
        "subsidy_share": SUBSIDY_SHARE,
        "payback_month": PAYBACK_MONTH,
        "probability_of_loss": PROBABILITY_OF_LOSS,
    }
    lines = [words(programme.label)]
    for key, metric in figures.items():
        figure = written(words, metric, cast("float | None", document[key]), currency)
        lines.append(f"{words(metric.label)}: {figure}")
    assumed = cast("dict[str, float]", document["assumptions"])
    named = {assumption.name: assumption for assumption in programme.assumptions}
    lines.append(words("Assumed:"))
    lines += [f"  {name} = {value:g}  ({words(named[name].label)})" for name, value in assumed.items()]
    return "\n".join(lines)


def _shop(options: Namespace) -> tuple[str | None, Business]:
    if options.workspace is None:
        raise Refusal(sentence("Say whose customers: give --workspace or --business."))
    with asked(options) as marts:
        shop = base(marts)
    return shop.currency, shop.business()


def _read_business(path: Path) -> Business:
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
        return Business(**{name: float(figures[name]) for name in BUSINESS_FIGURES})
    except (OSError, ValueError, TypeError, KeyError) as error:
        wanted = ", ".join(BUSINESS_FIGURES)
        raise Refusal(
            sentence(
                "{file} does not describe a business: it must be a JSON object with the numbers {wanted}.", file=str(path), wanted=wanted
            )
        ) from error


def _assumption(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not of the form name=value, such as rate=0.05") from error


COMMAND = Command("simulate", "what a programme would earn or lose", add_options, run, tell)
