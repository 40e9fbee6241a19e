"""The options that say what the files mean: --mapping, --repair, --rate and --currency make one mapping document."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from retention.sentence import Refusal, sentence

SWITCH = {"on": True, "off": False}


def add_options(parser: ArgumentParser) -> None:
    """--mapping M.json, --repair CODE=on|off, --rate USD=17.85, --currency MDL."""
    parser.add_argument("--mapping", type=Path, metavar="M.json", help='what the columns mean, in the form of inspect\'s own "files"')
    parser.add_argument(
        "--repair", type=_switch, action="append", default=[], metavar="CODE=on|off", help="make a repair that inspect names, or leave it"
    )
    parser.add_argument(
        "--rate", type=_rate, action="append", default=[], metavar="USD=17.85", help="what one of another currency is worth"
    )
    parser.add_argument("--currency", metavar="MDL", help="the currency that everything is shown in")


def read_document(options: Namespace) -> dict[str, object]:
    """The mapping document that the options make; empty where they say nothing. An option wins over the file.

    Raises Refusal when the file is missing or is no JSON object.
    """
    document = {} if options.mapping is None else _read_file(options.mapping)
    for name, given in (("repairs", options.repair), ("rates", options.rate)):
        said = document.get(name, {})
        if given and isinstance(said, dict):
            document[name] = {**said, **dict(given)}
    if options.currency:
        document["currency"] = options.currency
    return document


def _read_file(path: Path) -> dict[str, object]:
    try:
        mapping = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(sentence("{file} cannot be read as a mapping: give a JSON file.", file=str(path))) from error
    if not isinstance(mapping, dict):
        raise Refusal(sentence('{file} is no mapping: it must hold an object with "files".', file=str(path)))
    return mapping


def _switch(text: str) -> tuple[str, bool]:
    code, _, state = text.rpartition("=")
    if not code or state not in SWITCH:
        raise ArgumentTypeError(f"{text} is not a repair such as merged_customers=off")
    return code, SWITCH[state]


def _rate(text: str) -> tuple[str, str]:
    code, _, rate = text.partition("=")
    if not code or not rate:
        raise ArgumentTypeError(f"{text} is not a rate such as USD=17.85")
    return code, rate
