"""What else the ladder page shows, section by section, as plain documents for `ladder --show`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import partial

import numpy as np
import pyarrow as pa

from retention.answers.cohorts import cohorts
from retention.answers.customer_values import CustomerValues, customer_values
from retention.answers.fits import fits
from retention.answers.interests import interests
from retention.answers.ladder_history import ladder_history
from retention.answers.new_products import new_products
from retention.answers.reach import reach
from retention.answers.rung_board import rung_board
from retention.answers.rung_worth import rung_worth
from retention.answers.significance import significance
from retention.answers.spiral import spiral
from retention.answers.threshold_evidence import threshold_evidence
from retention.locale import Words
from retention.sentence import Sentence
from retention.warehouse import Marts

SECTIONS: Mapping[str, Callable[[Marts], object]] = {
    "board": lambda marts: rung_board(marts, _values(marts)),
    "history": ladder_history,
    "spiral": spiral,
    "reach": reach,
    "people": significance,
    "new_products": new_products,
    "interests": interests,
    "cohorts": cohorts,
    "worth": lambda marts: rung_worth(marts, _values(marts)),
    "rules": threshold_evidence,
}


def section(name: str, marts: Marts, words: Words, marked: Sequence[str] = ()) -> object:
    """One section as plain names, numbers, texts and lists, ready to be printed; marked: the ids marked by hand as worth showing."""
    answer = partial(significance, marked=marked) if name == "people" else SECTIONS[name]
    return plain(answer(marts), words)


def plain(value: object, words: Words) -> object:
    """An answer as JSON knows it; sentences are said in the language of `words`, days are written out, money is in major units."""
    match value:
        case Sentence():
            return words.say(value)
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case np.generic():
            return value.item()
        case np.ndarray():
            return value.tolist()
        case pa.Table():
            return plain(value.to_pylist(), words)
        case Mapping():
            return {str(name): plain(one, words) for name, one in value.items()}
        case tuple() | list():
            return [plain(one, words) for one in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), words) for field in fields(value)}
    return value


def outline(value: object, depth: int = 0) -> list[str]:
    """The plain document as indented lines, a name and its figure on each."""
    margin = "  " * depth
    if isinstance(value, dict):
        rows = value.items()
    elif isinstance(value, list):
        rows = {f"{place}.": one for place, one in enumerate(value, start=1)}.items()
    else:
        return [f"{margin}{value}"]
    lines = []
    for name, one in rows:
        if isinstance(one, dict | list) and one:
            lines += [f"{margin}{name}", *outline(one, depth + 1)]
        else:
            lines.append(f"{margin}{name}: {'—' if one is None or one in ({}, []) else one}")
    return lines


def _values(marts: Marts) -> CustomerValues:
    return customer_values(marts, fits(marts))
