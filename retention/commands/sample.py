"""`sample --shop toys --customers N --seed S --output DIR`: an invented shop with its true parameters."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import cast

from retention.commands.command import Command, Document
from retention.locale import Words
from retention.sample import SHOPS, make_shop
from retention.sentence import Refusal, sentence


def add_options(parser: ArgumentParser) -> None:
    """Which shop, how large, from which seed, where to."""
    parser.add_argument("--shop", choices=tuple(SHOPS), default="toys")
    parser.add_argument("--customers", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")


def run(options: Namespace) -> Document:
    """The files that were written; `parameters.json` beside them holds the truth behind the invented data."""
    if options.customers < 1:
        raise Refusal(sentence("A shop needs at least one customer: give --customers a whole number from 1 up."))
    files = make_shop(options.shop, options.customers, options.seed, options.output)
    return {"shop": options.shop, "customers": options.customers, "seed": options.seed, "files": [str(file) for file in files]}


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    return "\n".join([words("Invented data, for trying things out:"), *cast("list[str]", document["files"])])


COMMAND = Command("sample", "write an invented shop's files", add_options, run, tell)
