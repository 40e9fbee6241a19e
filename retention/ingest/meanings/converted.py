"""Where sales are in several currencies and the file has them converted too, the converted column counts."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.columns.profile import Column
from retention.ingest.meanings.meaning import Fields, means
from retention.ingest.vocabulary import header_currency, words

SAYS_CONVERTED = {
    "base",
    "converted",
    "reporting",
    "settlement",
    "presentment",
    "native",
    "эквивалент",
    "пересчет",
    "echivalent",
    "umgerechnet",
}
IN_OTHER_MONEY = ("currency", "discount", "cost", "unit_cost", "unit_price", "profit")


def prefer_converted(columns: Sequence[Column], fields: Fields) -> Fields:
    """The fields with the converted amount, and without what is in the other currencies; unchanged where there is only one currency."""
    currency, amount = fields.get("currency"), fields.get("amount")
    if not currency or not amount or currency[0].distinct < 2:
        return fields
    for column in columns:
        is_converted = header_currency(column.header) is not None or not SAYS_CONVERTED.isdisjoint(words(column.header))
        if is_converted and means(column, "amount") > 0 and column.holds_numbers() and column.filled:
            return {name: found for name, found in fields.items() if name not in IN_OTHER_MONEY} | {"amount": (column,)}
    return fields
