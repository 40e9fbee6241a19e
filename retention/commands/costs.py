"""`costs --workspace W`: what winning and keeping a customer cost."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from typing import cast

from retention.answers.costs import costs
from retention.commands.command import Command, Document, add_question, asked, money_option, read_question
from retention.locale import Words
from retention.metrics import (
    ACQUIRED_CUSTOMERS,
    ACQUISITION_COST,
    ACQUISITION_SPEND,
    COST_RATIO,
    COST_RATIO_HIGH,
    COST_RATIO_LOW,
    KEPT_CUSTOMERS,
    RETENTION_COST,
    RETENTION_SPEND,
)
from retention.metrics.written import written
from retention.sentence import as_json, from_json

TOLD = {
    "acquired": ACQUIRED_CUSTOMERS,
    "kept": KEPT_CUSTOMERS,
    "acquisition_spend": ACQUISITION_SPEND,
    "retention_spend": RETENTION_SPEND,
    "cac": ACQUISITION_COST,
    "crc": RETENTION_COST,
    "ratio": COST_RATIO,
    "ratio_low": COST_RATIO_LOW,
    "ratio_high": COST_RATIO_HIGH,
}


def add_options(parser: ArgumentParser) -> None:
    """The question, and spend typed in where there is no table of it."""
    add_question(parser)
    parser.add_argument("--acquisition-spend", type=money_option, metavar="AMOUNT", help="spent on winning in the window, without a table")
    parser.add_argument("--retention-spend", type=money_option, metavar="AMOUNT", help="spent on keeping in the window, without a table")


def run(options: Namespace) -> Document:
    """The document of `costs --json`."""
    question = replace(read_question(options), acquisition_spend=options.acquisition_spend, retention_spend=options.retention_spend)
    with asked(options, question) as marts:
        found = costs(marts)
    words = Words("en")
    return {
        "as_of": found.as_of.isoformat(),
        "window_first_day": found.window_first_day.isoformat(),
        "currency": found.currency,
        "acquired": found.acquired,
        "kept": found.kept,
        "acquisition_spend": found.acquisition_spend,
        "retention_spend": found.retention_spend,
        "cac": found.cac,
        "crc": found.crc,
        "ratio": found.ratio,
        "ratio_low": found.ratio_low,
        "ratio_high": found.ratio_high,
        "missing": [{"message": words.say(reason), "sentence": as_json(reason)} for reason in found.missing],
    }


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    currency = cast("str | None", document["currency"])
    window = {name: date.fromisoformat(str(document[name])) for name in ("window_first_day", "as_of")}
    lines = [words("From {first} to {last}.", first=window["window_first_day"], last=window["as_of"])]
    for key, metric in TOLD.items():
        figure = written(words, metric, cast("float | None", document[key]), currency)
        lines.append(f"{words(metric.label)}: {figure}")
    lines += [
        words.say(from_json(cast("dict[str, object]", reason["sentence"])))
        for reason in cast("list[dict[str, object]]", document["missing"])
    ]
    return "\n".join(lines)


COMMAND = Command("costs", "what winning and keeping a customer cost", add_options, run, tell)
