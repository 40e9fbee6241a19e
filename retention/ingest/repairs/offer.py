"""What a repair is: something that these rows could do with, how it changes them, and whether it is made unless somebody says no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from retention.sentence import Sentence

Mend = Callable[[str], str]


def as_it_is(source: str) -> str:
    """The same source."""
    return source


@dataclass(frozen=True)
class Offer:
    """code: its name in the mapping's "repairs". rows: how many it concerns. is_usual: it is made unless it is switched off.

    mend: a source of order lines ("from …", as stands behind "select *") -> another one that gives them mended.
    otherwise: the same where it is not made. others: the mend of further canonical tables that have to follow suit.
    """

    code: str
    sentence: Sentence
    rows: int
    is_usual: bool
    mend: Mend
    otherwise: Mend = as_it_is
    others: Mapping[str, Mend] = field(default_factory=dict)
