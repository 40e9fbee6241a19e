"""How one shop system writes one of its exports: what gives it away, and how its columns and rows are to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from retention.ingest.reading import Role
from retention.ingest.shapes.shape import clean_header
from retention.ingest.values.numbers import Mark
from retention.ingest.vocabulary import plain

Cells = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Export:
    """One export of a known system. A header or a cell ending in "*" means everything that begins so; case and accents do not matter.

    name: for people. role: what its table is. headers: those that give it away, all of which must be there.
    columns: header -> field; of several headers of one field the first that holds anything is used, so a converted amount stands first.
    added: headers whose numbers add up to the amount. filled: a row without anything here is a row of totals.
    whole_order: headers whose values are of the whole order and may stand on its first line only.
    order_totals: headers of the order's money, which are shared out over its lines.
    only: header -> the cells that a sale or a return has there; other rows are fees, payouts or transfers.
    returns: header -> the cells of a row that gives money back. Its amount counts as negative, unless is_signed says that the file
    itself knows best. pays_out: a negative amount that is no return is money which the shop paid itself.
    states: cell of the status column -> status, where the words alone would mislead.
    fees: headers of what the platform keeps, which the amounts still contain.
    date, decimal: how the system writes days and numbers, where a file alone does not settle it. constants: field -> what always holds.
    """

    name: str
    role: Role
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    added: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    whole_order: tuple[str, ...] = ()
    order_totals: tuple[str, ...] = ()
    only: Cells = field(default_factory=dict)
    returns: Cells = field(default_factory=dict)
    is_signed: bool = False
    pays_out: bool = False
    states: Mapping[str, str] = field(default_factory=dict)
    fees: tuple[str, ...] = ()
    date: str | None = None
    decimal: Mark | None = None
    constants: Mapping[str, str] = field(default_factory=dict)

    def is_given_away_by(self, headers: Sequence[str]) -> bool:
        """Whether a table with these headers (as `header_key` writes them) is this export."""
        return all(place_of(header, headers) is not None for header in self.headers)


def header_key(header: str) -> str:
    """The header as two of them are compared: without case, accents and stray blanks; an underscore is a blank."""
    return plain(clean_header(header)).replace("_", " ")


_key_of_known = cache(header_key)  # of the headers of exports, which every table is compared with


def place_of(header: str, headers: Sequence[str]) -> int | None:
    """Where the header stands among these (as `header_key` writes them); None where it does not."""
    wanted = _key_of_known(header.removesuffix("*"))
    if not header.endswith("*"):
        return headers.index(wanted) if wanted in headers else None
    return next((place for place, found in enumerate(headers) if found.startswith(wanted)), None)


def places_of(wanted: Iterable[str], headers: Sequence[str]) -> list[int]:
    """Where those of the wanted headers stand that are there, in the order in which they are wanted."""
    found = (place_of(header, headers) for header in wanted)
    return [place for place in found if place is not None]
