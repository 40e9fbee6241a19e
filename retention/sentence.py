"""What the library says to people: sentences that stay translatable until somebody reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast


def N_(text: str) -> str:
    """The same text, marked so that the catalogues collect it for translation."""
    return text


@dataclass(frozen=True)
class Money:
    """An amount in a sentence, with its currency (None = not known)."""

    amount: float
    currency: str | None


@dataclass(frozen=True)
class Share:
    """A share (0 to 1) in a sentence, said as per cent with at most so many decimals."""

    part: float
    decimals: int = 1


@dataclass(frozen=True)
class CalendarMonth:
    """The month of a day in a sentence, said with its year."""

    day: date


@dataclass(frozen=True)
class Sentence:
    """One sentence with its values apart from its words, so that any language can say it.

    `text` is the English source with {named} places. `plural` is the English plural form and `count` the number that
    decides between them; both are None for a sentence without a counted thing.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int | None = None


Value = str | int | float | Decimal | date | Money | Share | CalendarMonth | Sentence


def sentence(text: str, **values: Value) -> Sentence:
    """A sentence to say later; the text must be a literal (the catalogues collect it from here)."""
    return Sentence(text, tuple(values.items()))


def counted(one: str, many: str, count: int, **values: Value) -> Sentence:
    """A sentence about a number of things, {count} in its text; languages choose their own plural form."""
    return Sentence(one, (("count", count), *values.items()), many, count)


class Refusal(Exception):
    """Why something cannot be done and what to do about it, in one sentence. Nothing was changed."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)
        self.sentence = said

    def __str__(self) -> str:
        return self.sentence.text.format(**dict(self.sentence.values))


def as_json(said: Sentence) -> dict[str, object]:
    """The sentence as plain JSON, to keep or to send to another process; every value keeps its type."""
    values = [[name, type(value).__name__, _kept(value)] for name, value in said.values]
    return {"text": said.text, "values": values, "plural": said.plural, "count": said.count}


def from_json(kept: dict[str, object]) -> Sentence:
    """The sentence that `as_json` wrote down."""
    read: dict[str, Callable[[Any], Value]] = {
        "str": str,
        "int": int,
        "float": float,
        "Decimal": Decimal,
        "date": date.fromisoformat,
        "Money": lambda parts: Money(*parts),
        "Share": lambda parts: Share(*parts),
        "CalendarMonth": lambda day: CalendarMonth(date.fromisoformat(day)),
        "Sentence": from_json,
    }
    values = tuple((name, read[kind](value)) for name, kind, value in cast("list[list[str]]", kept["values"]))
    return Sentence(str(kept["text"]), values, cast("str | None", kept["plural"]), cast("int | None", kept["count"]))


def _kept(value: Value) -> object:
    match value:
        case Money(amount, currency):
            return [amount, currency]
        case Share(part, decimals):
            return [part, decimals]
        case CalendarMonth(day):
            return day.isoformat()
        case Sentence():
            return as_json(value)
        case _:
            return str(value)
