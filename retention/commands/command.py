"""What every command is made of, and the options they share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from retention.answers.ask import ask
from retention.locale import Words
from retention.question import Question
from retention.sentence import Refusal, sentence
from retention.warehouse import Marts, Workspace, open_workspace

Document = Mapping[str, object]


@dataclass(frozen=True)
class Command:
    """A command: its name and one line of help, its options, its document, and that document in words for people."""

    name: str
    help: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Document]
    tell: Callable[[Document, Words], str]


def add_workspace(parser: ArgumentParser, is_required: bool = True) -> None:
    """--workspace W: the .duckdb file with the data."""
    parser.add_argument("--workspace", type=Path, required=is_required, metavar="W", help="the workspace, a .duckdb file")


def add_question(parser: ArgumentParser, needs_workspace: bool = True) -> None:
    """The options that make up the question: date, window, margin, thresholds, filters."""
    plain = Question()
    add_workspace(parser, needs_workspace)
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="look at the data as they were on this day")
    parser.add_argument("--window-months", type=_whole(1), default=plain.window_months, help="how far back costs and frequencies look")
    parser.add_argument("--margin", type=_share, metavar="SHARE", help="gross margin where the data have no cost, e.g. 0.4")
    parser.add_argument("--regular-from", type=_whole(2), default=plain.regular_from, help="purchase days that make a regular")
    parser.add_argument(
        "--advocate-score", type=_whole(0, 10), default=plain.advocate_score, help="scores from this one up are a sign of an advocate"
    )
    parser.add_argument(
        "--full-price-streak",
        type=_whole(1),
        default=plain.full_price_streak,
        help="so many purchases in a row without a discount are a sign of an advocate",
    )
    parser.add_argument("--at-risk-quantile", type=_share, default=plain.at_risk_quantile)
    parser.add_argument("--lapsed-quantile", type=_share, default=plain.lapsed_quantile)
    for name in ("channel", "store", "category"):
        parser.add_argument(f"--{name}", action="append", default=[], help=f"keep only this {name}; may be given several times")


def read_question(options: Namespace) -> Question:
    """The question the options ask."""
    if not options.at_risk_quantile <= options.lapsed_quantile:
        raise Refusal(sentence("The at-risk share must not be above the lapsed share: lower one or raise the other."))
    return Question(
        as_of=options.as_of,
        window_months=options.window_months,
        margin_share=options.margin,
        regular_from=options.regular_from,
        at_risk_quantile=options.at_risk_quantile,
        lapsed_quantile=options.lapsed_quantile,
        advocate_score=options.advocate_score,
        full_price_streak=options.full_price_streak,
        channels=tuple(options.channel),
        stores=tuple(options.store),
        categories=tuple(options.category),
    )


@contextmanager
def asked(options: Namespace, question: Question | None = None) -> Iterator[Marts]:
    """The marts behind a command's options."""
    workspace = existing_workspace(options.workspace)
    with ask(workspace, question or read_question(options)) as marts:
        yield marts


def existing_workspace(path: Path) -> Workspace:
    """The workspace in this file. Raises Refusal where there is none: a question must not make an empty one."""
    if not path.exists():
        raise Refusal(sentence("There is no workspace {file}: load a file into it first.", file=str(path)))
    return open_workspace(path)


def money_option(text: str) -> Decimal:
    """An amount typed as an option."""
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ArgumentTypeError(f"{text} is not an amount such as 1250.50") from error


def part_option(text: str) -> float:
    """A share typed as an option, nothing and all of it included."""
    try:
        part = float(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a share from 0 to 1, such as 0.1") from error
    if not 0 <= part <= 1:
        raise ArgumentTypeError(f"{text} is not a share from 0 to 1, such as 0.1")
    return part


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a date such as 2026-01-31") from error


def _whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Reads a whole number of at least so much, and at most so much where there is an end."""
    span = f"of {least} or more" if most is None else f"from {least} to {most}"

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least or (most is not None and int(text) > most):
            raise ArgumentTypeError(f"{text} is not a whole number {span}")
        return int(text)

    return read


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a share between 0 and 1, such as 0.4") from error
    if not 0 < share < 1:
        raise ArgumentTypeError(f"{text} is not a share between 0 and 1, such as 0.4")
    return share
