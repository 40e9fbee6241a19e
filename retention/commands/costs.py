"""`costs --workspace W`, or `costs --business figures.json`: what winning and keeping a customer cost."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from retention.answers.cost_channels import cost_channels
from retention.answers.cost_notes import filters_left_out
from retention.answers.cost_periods import cost_periods
from retention.answers.costs import costs, unfiltered
from retention.answers.lead_time import lead_time
from retention.answers.typed_costs import MAYBE, MONEY, PEOPLE, read_figures, typed_costs, typed_missing
from retention.commands.command import Command, Document, add_question, asked, existing_workspace, money_option, read_question
from retention.commands.costs_document import channel_document, lead_time_document, period_document, ratio_document
from retention.commands.said import said, said_again
from retention.locale import Words
from retention.metrics import (
    ACQUIRED_CUSTOMERS,
    ACQUISITION_COST,
    ACQUISITION_SPEND,
    COST_RATIO,
    COST_RATIO_HIGH,
    COST_RATIO_LOW,
    KEPT_CUSTOMERS,
    PAID_ACQUISITION_COST,
    REACTIVATED_CUSTOMERS,
    RETENTION_COST,
    RETENTION_SPEND,
)
from retention.metrics.written import written
from retention.sentence import Refusal, sentence

TOLD = {
    "acquired": ACQUIRED_CUSTOMERS,
    "kept": KEPT_CUSTOMERS,
    "reactivated": REACTIVATED_CUSTOMERS,
    "acquisition_spend": ACQUISITION_SPEND,
    "retention_spend": RETENTION_SPEND,
    "cac": ACQUISITION_COST,
    "paid_cac": PAID_ACQUISITION_COST,
    "crc": RETENTION_COST,
    "ratio": COST_RATIO,
    "ratio_low": COST_RATIO_LOW,
    "ratio_high": COST_RATIO_HIGH,
}
MOST_LEAD_DAYS = 180


def add_options(parser: ArgumentParser) -> None:
    """The question, how spend is counted, and spend or a whole business typed in."""
    add_question(parser, needs_workspace=False)
    parser.add_argument("--acquisition-spend", type=money_option, metavar="AMOUNT", help="spent on winning in the window, without a table")
    parser.add_argument("--retention-spend", type=money_option, metavar="AMOUNT", help="spent on keeping in the window, without a table")
    parser.add_argument("--lead-days", type=_days, default=0, metavar="N", help="spend on winning counts this many days later, 0 to 180")
    parser.add_argument(
        "--count-discounts", action="store_true", help="count discounts: on first purchases as winning, of earlier customers as keeping"
    )
    figures = ", ".join((*PEOPLE, *MONEY))
    parser.add_argument("--business", type=Path, metavar="figures.json", help=f"instead of a workspace: {figures}, and {MAYBE} if any")


def run(options: Namespace) -> Document:
    """The document of `costs --json`."""
    if options.business:
        return _typed(options)
    if options.workspace is None:
        raise Refusal(sentence("Say whose costs: give --workspace or --business."))
    filtered = replace(
        read_question(options),
        acquisition_spend=options.acquisition_spend,
        retention_spend=options.retention_spend,
        lead_days=options.lead_days,
        counts_discounts=options.count_discounts,
    )
    question = unfiltered(filtered)
    with asked(options, question) as marts:
        found, periods, channels = costs(marts), cost_periods(marts), cost_channels(marts)
    return {
        "as_of": found.as_of.isoformat(),
        "window_first_day": found.window_first_day.isoformat(),
        "currency": found.currency,
        **ratio_document(found),
        "reactivated": found.reactivated,
        "paid_cac": channels.paid,
        "paid_customers": channels.paid_customers,
        "discounts_first": found.discounts_first,
        "discounts_later": found.discounts_later,
        "discounts_later_of_new": found.discounts_later_of_new,
        "counts_discounts": found.counts_discounts,
        "lead_days": found.lead_days,
        "lead_time": lead_time_document(lead_time(existing_workspace(options.workspace), question)),
        "years": [period_document(one) for one in periods.years],
        "quarters": [period_document(one) for one in periods.quarters],
        "months": [period_document(one) for one in periods.months],
        "channels": [channel_document(one) for one in channels.channels],
        "missing": [said(reason) for reason in found.missing],
        "notes": [said(note) for note in (*filters_left_out(filtered), *found.notes, *channels.missing)],
    }


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    currency = cast("str | None", document["currency"])
    lines = []
    if "as_of" in document:
        window = {name: date.fromisoformat(str(document[name])) for name in ("window_first_day", "as_of")}
        lines.append(words("From {first} to {last}.", first=window["window_first_day"], last=window["as_of"]))
    for key, metric in TOLD.items():
        if key in document:
            figure = written(words, metric, cast("float | None", document[key]), currency)
            lines.append(f"{words(metric.label)}: {figure}")
    low, high = (cast("float | None", document[f"ratio_chance_{end}"]) for end in ("low", "high"))
    if low is not None and high is not None:
        span = {"low": words.number(low, 1), "high": words.number(high, 1)}
        lines.append(words("90 times in 100 chance alone would leave the ratio between {low} and {high}.", **span))
    told = (*cast("list[dict[str, object]]", document["missing"]), *cast("list[dict[str, object]]", document["notes"]))
    lines += [said_again(words, reason) for reason in told]
    return "\n".join(lines)


def _typed(options: Namespace) -> Document:
    """The document of a business typed in, which has only the figures of its file."""
    plain = _parser().parse_args([])
    beside = [name for name, value in vars(plain).items() if name != "business" and getattr(options, name) != value]
    if beside:
        option = "--" + beside[0].replace("_", "-")
        raise Refusal(sentence("{option} does not go with --business, whose file says it all: leave one of them out.", option=option))
    figures = read_figures(options.business)
    missing = [said(reason) for reason in typed_missing(figures)]
    return {**ratio_document(typed_costs(figures)), "currency": None, "missing": missing, "notes": []}


def _parser() -> ArgumentParser:
    """The options as they are when nobody gives any."""
    parser = ArgumentParser(add_help=False)
    add_options(parser)
    return parser


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_LEAD_DAYS:
        raise ArgumentTypeError(f"{text} is not a number of days from 0 to {MOST_LEAD_DAYS}")
    return int(text)


COMMAND = Command("costs", "what winning and keeping a customer cost", add_options, run, tell)
