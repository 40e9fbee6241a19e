"""From who moved where between two evenings to the frames of the flow and the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from retention.answers.movement import RUNG_OF, Movement, Rate
from retention.answers.strategies import STRATEGIES
from retention.sentence import N_
from retention.warehouse.rungs import MoveKind, kind_of_move
from shared.cell_table import Cell, count, share, text
from shared.language import PageWords

# From the top: whatever goes up in the picture has climbed.
THEN = ("advocate", "regular", "first_purchase", "none", "lapsed")
LATER = ("advocate", "regular", "first_purchase", "lapsed")
HEADING, NAME = 0.07, 0.055  # of the picture's height: the days at the top, the name above each rung
FLAT = 0.36  # of its width: a ribbon leaves and arrives level for so long, beside the names
BEND_POINTS = 12
KINDS: dict[MoveKind, str] = {
    "new": N_("New"),
    "climbed": N_("Climbed"),
    "stayed": N_("Stayed"),
    "slipped": N_("Slipped"),
    "lapsed": N_("Lapsed since"),
    "came_back": N_("Came back"),
}


def flow_frame(words: PageWords, found: Movement) -> pd.DataFrame:
    """Ribbons between two columns of rungs, each as high as its people; empty where nobody was there."""
    total = sum(rate.share.count for rate in found.matrix)
    if not total:
        return pd.DataFrame()
    then = {rung: sum(rate.share.count for rate in found.matrix if rate.rung_from == rung) for rung in THEN}
    later = {rung: sum(rate.share.count for rate in found.matrix if rate.rung_to == rung) for rung in LATER}
    most = max(sum(map(bool, then.values())), sum(map(bool, later.values())))
    height = (1 - HEADING - most * NAME) / total
    tops_then, tops_later = _tops(then, height), _tops(later, height)
    rows: list[dict[str, object]] = [
        {"kind": "day", "top": HEADING * 0.6, "side": side, "label": words.date(day)}
        for side, day in (("left", found.first), ("right", found.last))
    ]
    for side, people, tops in (("left", then, tops_then), ("right", later, tops_later)):
        rows += [
            {
                "kind": "rung",
                "top": top,
                "bottom": top + people[rung] * height,
                "side": side,
                "label": f"{rung_label(words, rung)}: {words.number(people[rung])}",
            }
            for rung, top in tops.items()
        ]
    next_then, next_later = dict(tops_then), dict(tops_later)
    rates = {(rate.rung_from, rate.rung_to): rate for rate in found.matrix}
    for flow, rate in enumerate(rates[pair] for pair in ((start, end) for start in THEN for end in LATER) if pair in rates):
        tall = rate.share.count * height
        start, end = next_then[rate.rung_from], next_later[rate.rung_to]
        next_then[rate.rung_from] += tall
        next_later[rate.rung_to] += tall
        same = {"kind": direction(rate.rung_from, rate.rung_to), "flow": flow, "tooltip_text": _told(words, rate)}
        rows += [{**same, "along": along, "top": top, "bottom": top + tall} for along, top in _bend(start, end)]
    return pd.DataFrame(rows, columns=["kind", "flow", "along", "top", "bottom", "side", "label", "tooltip_text"])


def matrix_frame(words: PageWords, found: Movement) -> pd.DataFrame:
    """A row for each rung that somebody stood on then, with every rung of later."""
    rates = {(rate.rung_from, rate.rung_to): rate for rate in found.matrix}
    rows = []
    for rung in THEN:
        people = sum(rate.share.count for rate in found.matrix if rate.rung_from == rung)
        for column, end in enumerate(LATER):
            rate = rates.get((rung, end))
            share = rate.share.share or 0.0 if rate else 0.0
            row = {
                "row": THEN.index(rung),
                "row_label": f"{rung_label(words, rung)}: {words.number(people)}",
                "column": column,
                "column_label": rung_label(words, end),
                "share": share,
                "share_text": words.percent(share, 0 if share >= 0.1 or not share else 1),
                "people_text": words.number(rate.share.count if rate else 0),
                "kind": direction(rung, end),
                "tooltip_text": _told(words, rate) if rate else words("Nobody"),
            }
            rows += [row] if people else []
    return pd.DataFrame(rows)


def matrix_rows(words: PageWords, found: Movement) -> list[dict[str, Cell]]:
    """One row per pair of rungs: people, their share of those who stood on the first, and where that share lies 95 times in 100."""
    return [
        {
            words("Then"): text(rung_label(words, rate.rung_from)),
            words("Later"): text(rung_label(words, rate.rung_to)),
            words("What it is"): text(words(KINDS[rate.kind])),
            words("People"): count(words, rate.share.count),
            words("Of all who stood there"): share(words, rate.share.share),
            words("At least"): share(words, rate.share.low),
            words("At most"): share(words, rate.share.high),
        }
        for rate in found.matrix
    ]


def rung_label(words: PageWords, rung: str) -> str:
    """The rung's name; "New" for those who had not bought yet."""
    is_newcomer = rung == "none"
    newcomers = KINDS["new"]
    return words(newcomers if is_newcomer else STRATEGIES[rung].label)


def direction(rung_from: str, rung_to: str) -> str:
    """Which way a move goes: "up", "down" or "stayed"; who came and has lapsed since has gone down."""
    kind = kind_of_move(RUNG_OF[rung_from], RUNG_OF[rung_to])
    if kind == "stayed":
        return kind
    return "down" if kind in ("slipped", "lapsed") or rung_to == "lapsed" else "up"


def _told(words: PageWords, rate: Rate) -> str:
    share = rate.share
    return words(
        "{start} → {end}: {count} of {of}, {share} (95 times in 100 between {low} and {high})",
        start=rung_label(words, rate.rung_from),
        end=rung_label(words, rate.rung_to),
        count=share.count,
        of=share.of,
        share=words.percent(share.share or 0.0),
        low=words.percent(share.low or 0.0),
        high=words.percent(share.high or 0.0),
    )


def _tops(people: Mapping[str, int], height: float) -> dict[str, float]:
    """Where each rung begins, from the top down, with room for its name above it."""
    tops, top = {}, HEADING
    for rung, standing in people.items():
        if standing:
            tops[rung] = top + NAME
            top += NAME + standing * height
    return tops


def _bend(start: float, end: float) -> Iterator[tuple[float, float]]:
    """Points of a line that leaves level, bends in the middle and arrives level."""
    yield 0.0, start
    for point in range(BEND_POINTS + 1):
        part = point / BEND_POINTS
        yield FLAT + part * (1 - 2 * FLAT), start + (end - start) * part * part * (3 - 2 * part)
    yield 1.0, end
