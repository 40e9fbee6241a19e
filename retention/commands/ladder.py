"""`ladder --workspace W`: who stands on which rung; with --from and --to, who moved; with --show, whatever else the page shows."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from datetime import date
from typing import cast

from retention.answers.ladder import ladder
from retention.answers.movement import movement, moves
from retention.answers.strategies import STRATEGIES
from retention.commands.command import Command, Document, add_question, asked, existing_workspace
from retention.commands.ladder_sections import SECTIONS, outline, plain, section
from retention.locale import Words
from retention.sentence import Refusal, sentence


def add_options(parser: ArgumentParser) -> None:
    """The question, two dates to compare, and the sections wanted."""
    add_question(parser)
    parser.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="with --to: who moved between two evenings")
    parser.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--show", nargs="+", choices=(*SECTIONS, "all"), default=[], help="more of what the page shows")


def run(options: Namespace) -> Document:
    """The document of `ladder --json`."""
    if (options.first is None) != (options.last is None):
        raise Refusal(sentence("Moves need both dates: give --from and --to together."))
    marked = existing_workspace(options.workspace).marked()
    with asked(options) as marts:
        found = ladder(marts)
        moved = moves(marts, options.first, options.last) if options.first else None
        is_span = moved is not None and marts.facts.first_day <= options.first < options.last
        between = movement(marts, options.first, options.last) if is_span else None
        wanted = SECTIONS if "all" in options.show else options.show
        shown = {name: section(name, marts, Words("en"), marked) for name in wanted}
    document: dict[str, object] = {
        "as_of": found.as_of.isoformat(),
        "currency": found.currency,
        "customers": found.customers,
        "rungs": [{"rung": rung.name, **{name: value for name, value in asdict(rung).items() if name != "name"}} for rung in found.rungs],
        "candidates": found.candidates,
        "is_advocacy_known": found.is_advocacy_known,
        "thresholds": dict(found.thresholds),
    }
    if moved is not None:
        document["moves"] = [{"from": move.rung_from, "to": move.rung_to, "customers": move.customers} for move in moved]
    if between is not None:
        document["movement"] = plain(between, Words("en"))
    return document | shown


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    lines = [
        words(
            "Customers on the ladder on {day}: {count}",
            day=date.fromisoformat(str(document["as_of"])),
            count=cast("int", document["customers"]),
        )
    ]
    for rung in cast("list[dict[str, float | None]]", document["rungs"]):
        people = "?" if rung["customers"] is None else words.number(rung["customers"])
        share = "" if rung["share"] is None else words.percent(rung["share"])
        revenue = "" if rung["revenue"] is None else words.money(rung["revenue"], cast("str | None", document["currency"]))
        lines.append(f"  {words(STRATEGIES[str(rung['rung'])].label):<18}{people:>10}{share:>9}  {revenue}")
    for move in cast("list[dict[str, object]]", document.get("moves", [])):
        before = words("New") if move["from"] == "none" else words(STRATEGIES[str(move["from"])].label)
        lines.append(f"  {before} → {words(STRATEGIES[str(move['to'])].label)}: {words.number(cast('int', move['customers']))}")
    shown = {name: document[name] for name in SECTIONS if name in document}
    return "\n".join([*lines, *outline(shown)])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a date such as 2026-01-31") from error


COMMAND = Command("ladder", "who stands on which rung, and who moved", add_options, run, tell)
