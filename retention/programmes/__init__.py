"""From expectation to money for a decision: what each programme would earn or lose."""

from __future__ import annotations

from retention.programmes.cashback import CASHBACK
from retention.programmes.discount import DISCOUNT
from retention.programmes.programme import Programme
from retention.sentence import Refusal, sentence

ALL: tuple[Programme, ...] = (CASHBACK, DISCOUNT)


def by_name(name: str) -> Programme:
    """The programme of this name; Refusal that lists the known names."""
    for programme in ALL:
        if programme.name == name:
            return programme
    known = ", ".join(programme.name for programme in ALL)
    raise Refusal(sentence("There is no programme called {name}; the known ones are {known}.", name=name, known=known))
