"""Records that end before the others do: a habit of the program that wrote them, or a separator that was lost."""

from __future__ import annotations

from collections.abc import Iterable

from retention.ingest.formats.records import Record
from retention.sentence import Sentence, sentence

HABIT = 0.1  # of the records: so many short ones show that the program leaves out what is blank at the end
MOST_IN_A_ROW = 2  # more of them in a row are another table, or a list of notes
MOST_REFUSED = 10_000


class ShortRows:
    """Collects the records of a file; `refused` are those of which nobody can say which cell is missing."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows = 0
        self._short: list[tuple[int, int, int]] = []

    def add(self, batch: Iterable[Record]) -> None:
        """Nothing comes back; the records are counted, and those that are short kept in mind."""
        for record in batch:
            self._rows += 1
            if 1 < len(record.cells) < self._width:
                self._short.append((self._rows, record.line, len(record.cells)))

    @property
    def refused(self) -> dict[int, Sentence]:
        """Line -> why: records with two cells or more, but fewer than most, where hardly any record is short."""
        if len(self._short) > min(MOST_REFUSED, max(1, HABIT * self._rows)):
            return {}
        return {
            line: sentence(
                "The row has {count} cells where the others have {width}, so that nobody knows which is missing; add the separators",
                count=count,
                width=self._width,
            )
            for _, line, count in self._alone()
        }

    def _alone(self) -> list[tuple[int, int, int]]:
        """The short records without those that stand together in greater numbers."""
        groups: list[list[tuple[int, int, int]]] = []
        for short in self._short:
            if groups and groups[-1][-1][0] == short[0] - 1:
                groups[-1].append(short)
            else:
                groups.append([short])
        return [short for group in groups if len(group) <= MOST_IN_A_ROW for short in group]
