"""Which change of interest comes before a lapse, and with what customers return after one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from retention.models.history import Floats, Integers
from retention.models.proportions import BEYOND_NOISE, Share, chances_of_many
from retention.models.stratified_shares import Compared, compare_with_others
from retention.sentence import N_, Sentence

ALIKE_FROM = 10  # purchases from this one on are compared with each other
FEWEST = 30  # purchases below which a share of them says nothing
SAME, OLD, NEW, UNKNOWN = range(4)
TOO_RECENT = 2
KINDS = (
    N_("Same interest as the time before"),
    N_("Back to something bought earlier"),
    N_("Something new to them"),
)
INTO, OUT_OF = N_("Moved to “{name}”"), N_("Moved away from “{name}”")


@dataclass(frozen=True)
class Change:
    """One kind of purchase. direction: "kind", "into" or "out_of"; name: the interest moved into or out of, as the file writes it.

    share: of such purchases, how many a lapse followed (or, for returns: of returns, how many were of this kind); usual: the same of all
    other purchases with the same number, the first purchase after a lapse set apart.
    """

    label: Sentence
    direction: str
    name: str | None
    share: Share
    usual: float
    is_beyond_noise: bool


@dataclass(frozen=True)
class InterestChanges:
    """Purchases from the second on, by what was bought before and now.

    lapses: the kinds, then moves into and out of the interests with most money, where there are at least 30 purchases to tell from.
    returns: of the first purchases after a lapse, how many were of each kind, against purchases without one. usual: the share of all
    purchases that a lapse followed. told, too_recent, not_known: purchases that tell, that are too recent, whose interest is not known.
    """

    lapses: tuple[Change, ...]
    returns: tuple[Change, ...]
    usual: float | None
    told: int
    too_recent: int
    not_known: int
    return_purchases: int


def interest_changes(moves: pa.Table, names: tuple[str, ...]) -> InterestChanges:
    """The answer from the counts of `interest_moves` and the names of its interests (1, 2, …). "Beyond noise" looks at all rows at once."""
    counted = _Counts(moves)
    found = [(*described, compared) for described, compared in _lapses(counted, names)]
    returned = [(*described, compared) for described, compared in _returns(counted)]
    chances = chances_of_many([compared.chance for *_, compared in (*found, *returned)])
    rows = [
        Change(label, direction, name, compared.share, compared.usual, chance < BEYOND_NOISE)
        for (label, direction, name, compared), chance in zip((*found, *returned), chances, strict=True)
    ]
    told = int(counted.purchases[counted.is_told].sum())
    return InterestChanges(
        lapses=tuple(rows[: len(found)]),
        returns=tuple(rows[len(found) :]),
        usual=float(counted.purchases[counted.is_told & counted.is_lapse].sum() / told) if told else None,
        told=told,
        too_recent=int(counted.purchases[counted.is_known & ~counted.is_told].sum()),
        not_known=int(counted.purchases[~counted.is_known].sum()),
        return_purchases=int(counted.purchases[counted.is_known & counted.is_return].sum()),
    )


class _Counts:
    """The columns of `interest_moves`, and which of its rows tell what."""

    def __init__(self, moves: pa.Table) -> None:
        def whole(name: str) -> Integers:
            return np.asarray(moves[name].to_numpy(), np.int64)

        self.purchases = whole("purchases")
        self.move, self.before, self.after = whole("move"), whole("interest_before"), whole("interest")
        self.number, self.is_return = whole("purchase_number"), whole("is_return") == 1
        self.is_known = self.move != UNKNOWN
        self.is_told = self.is_known & (whole("follow_up") != TOO_RECENT)
        self.is_lapse = whole("follow_up") == 1

    def compared(self, among: NDArray[np.bool_], inside: NDArray[np.bool_], hit: NDArray[np.bool_], group: Integers) -> Compared | None:
        """The share of hits among the rows inside, against the others, group by group; None where too few can tell."""

        def by_group(chosen: NDArray[np.bool_]) -> Floats:
            return np.bincount(group[chosen], weights=self.purchases[chosen], minlength=int(group.max(initial=0)) + 1).astype(np.float64)

        own, others = among & inside, among & ~inside
        of, other_of = by_group(own), by_group(others)
        if of[other_of > 0].sum() < FEWEST or other_of[of > 0].sum() < FEWEST:
            return None
        return compare_with_others(by_group(own & hit), of, by_group(others & hit), other_of)


Described = tuple[Sentence, str, str | None]


def _lapses(counted: _Counts, names: tuple[str, ...]) -> list[tuple[Described, Compared]]:
    group = 2 * counted.number + counted.is_return
    asked: list[tuple[Described, NDArray[np.bool_]]] = [
        ((Sentence(label), "kind", None), counted.move == kind) for kind, label in enumerate(KINDS)
    ]
    for place, name in enumerate(names, start=1):
        moved = counted.move != SAME
        asked.append(((Sentence(INTO, (("name", name),)), "into", name), moved & (counted.after == place)))
        asked.append(((Sentence(OUT_OF, (("name", name),)), "out_of", name), moved & (counted.before == place)))
    compared = ((described, counted.compared(counted.is_told, inside, counted.is_lapse, group)) for described, inside in asked)
    return [(described, found) for described, found in compared if found is not None]


def _returns(counted: _Counts) -> list[tuple[Described, Compared]]:
    compared = (
        ((Sentence(label), "kind", None), counted.compared(counted.is_known, counted.is_return, counted.move == kind, counted.number))
        for kind, label in enumerate(KINDS)
    )
    return [(described, found) for described, found in compared if found is not None]
