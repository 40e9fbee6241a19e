"""`simulate PROGRAMME --workspace W --set name=value…`: what a programme would earn or lose."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from retention.answers.customer_records import customer_records
from retention.answers.fits import fits
from retention.answers.programme_verdict import programme_verdict
from retention.answers.programmes import Base, base
from retention.answers.rung_paces import year_ahead
from retention.commands.command import Command, Document, add_question, asked, part_option
from retention.commands.said import said
from retention.commands.simulate_words import tell
from retention.commands.typed_business import FOUR, MORE, read_business
from retention.programmes import ALL
from retention.programmes.business import Business
from retention.programmes.evaluate import FIRST_YEAR
from retention.programmes.outcome import Outcome
from retention.programmes.scenario import RUNG_NAMES, Scenario, code_of, scenario_of
from retention.question import Question
from retention.sentence import Refusal, sentence


def add_options(parser: ArgumentParser) -> None:
    """The programme and its assumptions, or a scenario; and the customers: a workspace or a typed-in business."""
    parser.add_argument("programme", nargs="?", metavar="PROGRAMME", help=", ".join(programme.name for programme in ALL))
    parser.add_argument(
        "--set",
        dest="assumptions",
        nargs="+",
        action="extend",
        default=[],
        metavar="name=value",
        help="shares as 0.05; name.rung=value for one rung alone",
    )
    parser.add_argument("--rungs", nargs="+", metavar="RUNG", help=f"who is offered it, else those it suits: {', '.join(RUNG_NAMES)}")
    parser.add_argument("--months", metavar="N", help=f"how many months are looked at; {FIRST_YEAR} where it is not given")
    parser.add_argument("--scenario", metavar="CODE", help="all of it in one text, as the page's link has it: cashback~rate=0.05")
    parser.add_argument(
        "--business",
        type=Path,
        metavar="business.json",
        help=f"instead of a workspace: {', '.join(FOUR)}; also {', '.join(MORE)}; or rungs",
    )
    parser.add_argument(
        "--margin-doubt", type=part_option, default=0.0, metavar="SHARE", help="the margin is a guess and may be off by so much, e.g. 0.05"
    )
    parser.add_argument(
        "--discount-rate",
        type=part_option,
        default=Question().annual_discount_rate,
        metavar="SHARE",
        help="how much less money in a year counts, e.g. 0.1",
    )
    add_question(parser, needs_workspace=False)


def run(options: Namespace) -> Document:
    """The document of `simulate --json`."""
    scenario = _scenario(options)
    shop, business = _customers(options)
    _refuse_unknown_rungs(scenario, business)
    outcome = scenario.outcome(business, options.discount_rate)
    currency, best = (None, None) if shop is None else (shop.currency, shop.best_month)
    return {
        "currency": currency,
        "scenario": code_of(scenario),
        "business": asdict(business),
        "paced_by": None if shop is None else shop.paced_by,
        **_outcome(outcome),
        "best_month": None if best is None else asdict(best),
        "verdict": [said(one) for one in programme_verdict(outcome, business, currency, best).sentences],
        "counted_months": _counted(shop),
        "notes": [] if shop is None else [said(note) for note in shop.notes],
    }


def _scenario(options: Namespace) -> Scenario:
    if options.scenario is not None:
        if options.programme or options.assumptions or options.rungs or options.months:
            raise Refusal(sentence("--scenario carries all of it: leave out the programme, --set, --rungs and --months."))
        return scenario_of(options.scenario)
    if options.programme is None:
        raise Refusal(sentence("Say which programme, one of {known}; or give --scenario.", known=", ".join(one.name for one in ALL)))
    months = FIRST_YEAR if options.months is None else _whole(options.months)
    return Scenario.of(options.programme, _values(options.assumptions), options.rungs, months)


def _values(texts: Sequence[str]) -> dict[str, float]:
    values = {}
    for text in texts:
        name, _, value = text.partition("=")
        try:
            values[name.strip()] = float(value)
        except ValueError as error:
            raise Refusal(sentence("--set takes name=value with a number, such as rate=0.05, not {given}.", given=text)) from error
    return values


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Refusal(sentence("--months takes a whole number such as 24, not {given}.", given=text))
    return int(text)


def _customers(options: Namespace) -> tuple[Base | None, Business]:
    """The shop of the sales data and its business, or the business typed in."""
    if options.business is not None:
        shop, business = None, read_business(options.business)
        if options.margin is not None:
            business = replace(business, margin_share=options.margin, margin_range=None)
    elif options.workspace is None:
        raise Refusal(sentence("Say whose customers: give --workspace or --business."))
    else:
        with asked(options) as marts:
            shop = base(marts, year_ahead(fits(marts), customer_records(marts)))
        business = shop.business()
    if options.margin_doubt:
        business = business.in_doubt(options.margin_doubt)
    return shop, business


def _refuse_unknown_rungs(scenario: Scenario, business: Business) -> None:
    """A page leaves out what its shop does not have; whoever writes a command wants to hear of it."""
    have = [rung.name for rung in business.rungs]
    named = [*(scenario.offered or ()), *(name.partition(".")[2] for name, _ in scenario.values if "." in name)]
    lacking = [name for name in named if name not in have]
    if lacking:
        raise Refusal(sentence("This business has no rung called {name}; it has {known}.", name=lacking[0], known=", ".join(have)))


def _outcome(outcome: Outcome) -> dict[str, object]:
    """The outcome with what its parts can tell besides."""
    rungs = [{**asdict(part), "net": part.net} for part in outcome.rungs]
    return {**asdict(outcome), "rungs": rungs}


def _counted(shop: Base | None) -> dict[str, object] | None:
    """The months in which moves and purchases were seen, and what was seen."""
    if shop is None or shop.first_month is None or shop.last_month is None:
        return None
    days = {"first": shop.first_month.isoformat(), "last": shop.last_month.isoformat()}
    counted = {"rungs": [asdict(rung) for rung in shop.counted_rungs], "moves": shop.counted_moves}
    return {**days, "months": shop.months, "few": list(shop.few), **counted}


COMMAND = Command("simulate", "what a programme would earn or lose", add_options, run, tell)
