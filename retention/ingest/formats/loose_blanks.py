"""Cells apart by single blanks, though one column has blanks of its own: which one, and its cells put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

LEAST_WIDTH = 3
LEAST_RECORDS = 3
SURE = 0.95


def loose_column(records: Sequence[Sequence[str]]) -> int | None:
    """The column that takes up whatever a record has too many, if the columns left and right of it then hold one kind of cell each.

    records: the header first, which has as many cells as there are columns.
    """
    if len(records) < LEAST_RECORDS or len(records[0]) < LEAST_WIDTH:
        return None
    width, body = len(records[0]), records[1:]
    if sum(len(cells) >= width for cells in body) < SURE * len(body) or all(len(cells) == width for cells in body):
        return None
    scores = {place: _score([put_together(cells, width, place) for cells in body], body, width, place) for place in range(width)}
    best = max(scores, key=lambda place: scores[place])
    return best if scores[best] >= SURE else None


def put_together(cells: Sequence[str], width: int, place: int) -> list[str]:
    """The cells of a record with those that are too many joined in this column."""
    surplus = max(0, len(cells) - width)
    return [*cells[:place], " ".join(cells[place : place + surplus + 1]), *cells[place + surplus + 1 :]]


def _score(rows: Sequence[Sequence[str]], body: Sequence[Sequence[str]], width: int, place: int) -> float:
    """How many cells are of the usual kind of their column; a joined cell must not hold one that was in quotes, or numbers and words."""
    columns = [Counter(_kind(row[column]) for row in rows if len(row) == width) for column in range(width)]
    usual = [kinds.most_common(1)[0][0] if kinds else "" for kinds in columns]
    if "number" not in (usual[:place] + usual[place + 1 :]):
        return 0.0
    agreeing = total = 0
    for row, cells in zip(rows, body, strict=True):
        joined = cells[place : place + max(0, len(cells) - width) + 1]
        is_sound = len({_kind(cell) for cell in joined}) <= 1 and not (len(joined) > 1 and any(" " in cell or not cell for cell in joined))
        total += width
        agreeing += is_sound + sum(_kind(cell) == usual[column] or not cell for column, cell in enumerate(row[:width]) if column != place)
    return agreeing / max(1, total)


def _kind(cell: str) -> str:
    if not cell:
        return "nothing"
    return "number" if any(sign.isdigit() for sign in cell) else "words"
