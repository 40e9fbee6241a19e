"""Tables of customers to take away: headers with their units, plain figures, codes in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from retention.locale import Words
from retention.report.csv_table import csv_table


@dataclass(frozen=True)
class PeopleColumns:
    """The columns of such a table by name, in their order; labels are English source.

    money: those in the currency. in_the_unit: of margin or of sales, as the page counts. codes: what the codes of a column are called.
    """

    labels: Mapping[str, str]
    money: tuple[str, ...]
    in_the_unit: tuple[str, ...]
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def table(self, rows: Iterable[Mapping[str, object]], words: Words, is_margin: bool, currency: str | None) -> bytes:
        """The rows as CSV in the language of the page: figures are plain numbers, what is not known is empty, ids and names run nothing."""
        unit = words("in margin") if is_margin else words("in sales")
        headers = []
        for name, label in self.labels.items():
            said = [words(label), *([unit] if name in self.in_the_unit else []), *([currency] if currency and name in self.money else [])]
            headers.append(", ".join(said))
        return csv_table(headers, [[self._cell(words, name, row[name]) for name in self.labels] for row in rows])

    def _cell(self, words: Words, name: str, value: object) -> object:
        match value:
            case None:
                return ""
            case bool():
                return words("yes") if value else words("no")
            case float():
                return round(value, 4)
            case str() if name in self.codes:
                return words(self.codes[name][value])
        return value
