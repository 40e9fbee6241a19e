"""Which tables a JSON document holds: lists of records wherever they lie, and the lists inside records as tables of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Record = Mapping[str, object]

# A list of records with such a name inside a record says something about it, and is no table of a shop's.
REMARKS = re.compile(
    r"tax|duty|shipping|fee|fulfil|discount|coupon|refund|image|photo|media|attribut|propert|option|modifier|meta|note|tag|link|address"
    r"|schema|history|error|event",
    re.IGNORECASE,
)
LINES = re.compile(r"item|line|product|position|goods|detail|article|артикул|товар|позици|строк|состав|produs|pozi|articol", re.IGNORECASE)
ORDERS = re.compile(r"order|sale|invoice|receipt|transaction|purchase|заказ|продаж|чек|comen|comand|vanz|vânz|factur", re.IGNORECASE)
KEYS = ("id", "orderid", "ordernumber", "ordernr", "orderno", "number", "customerid", "code", "uuid", "key", "name", "номер", "номерзаказа")
MOST_CELL_CHARACTERS = 10_000


@dataclass(frozen=True)
class Row:
    """One row of the table `table` (None for the main one): its cells by header, or in order where the table is a list of lists.

    None for what is neither, and stands between others that are. key: the header under which the record has its number, and
    what that number is called in the tables of the record's lists.
    """

    table: str | None
    cells: Mapping[str, str | None] | tuple[str | None, ...] | None
    key: tuple[str, str] | None = None


def rows_in(document: object) -> Iterator[Row]:
    """The rows of every table in the document, in its order; those of a list inside a record follow the record."""
    match document:
        case list():
            yield from _list(document, None)
        case dict():
            inside = list(_envelope(document, None))
            yield from inside or _record(document, None, {})
        case _:
            yield Row(None, (text_of(document),))


def _envelope(envelope: Record, name: str | None) -> Iterator[Row]:
    """The tables in an object that is no record itself: pages of an answer, columns side by side, records under their ids."""
    values = list(envelope.values())
    if columns := _columns(envelope):
        yield from (
            Row(name, dict(zip([text_of(header) or "" for header in columns], map(text_of, cells), strict=True)))
            for cells in zip(*columns.values(), strict=True)
        )
        return
    if len(values) > 1 and all(isinstance(value, dict) and value for value in values) and all(re.search(r"\d", key) for key in envelope):
        for key, value in envelope.items():
            yield from _record({"id": key} | value, name, {}) if isinstance(value, dict) else ()
        return
    heads = [value for value in values if isinstance(value, list) and value and not any(isinstance(one, (list, dict)) for one in value)]
    for key, value in envelope.items():
        if isinstance(value, dict) and value and not REMARKS.search(key):
            yield from _envelope(value, key)
        elif isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value) and not REMARKS.search(key):
            head = next((head for head in heads if isinstance(value[0], list) and len(head) == len(value[0])), None)
            yield from _list(value if head is None else [head, *value], key)


def _columns(envelope: Record) -> dict[str, list[object]] | None:
    """The columns of an object that holds them side by side: {"a": [1, 2], "b": [3, 4]}, or {"a": {"0": 1, "1": 2}, …}."""
    columns: dict[str, list[object]] = {}
    for key, value in envelope.items():
        if isinstance(value, dict) and list(value) == [str(place) for place in range(len(value))]:
            value = list(value.values())
        if not isinstance(value, list) or not value or any(isinstance(one, (list, dict)) for one in value):
            return None
        columns[key] = value
    return columns if len({len(values) for values in columns.values()}) == 1 else None


def _list(values: list[object], name: str | None) -> Iterator[Row]:
    are_records = any(isinstance(value, dict) for value in values)
    for value in values:
        match value:
            case dict():
                yield from _record(value, name, {})
            case None if are_records:
                yield Row(name, {})
            case _ if are_records:
                yield Row(name, None)
            case list():
                yield Row(name, tuple(text_of(cell) for cell in value))
            case _:
                yield Row(name, (text_of(value),))


def _record(record: Record, name: str | None, inherited: Mapping[str, str | None]) -> Iterator[Row]:
    cells: dict[str, str | None] = dict(inherited)
    lists: list[tuple[str, list[object]]] = []
    _flatten(record, "", cells, lists)
    links, named = dict(inherited), None
    if lists and (key := _key(cells)):
        named = (key, _link(name, [child for child, _ in lists]))
        links = {named[1]: cells[key]} | links
    yield Row(name, cells, named)
    for child, values in lists:
        for value in values:
            if isinstance(value, dict):
                yield from _record(value, child, links)
            else:
                yield Row(child, None if value is not None else {})


def _flatten(record: Record, prefix: str, cells: dict[str, str | None], lists: list[tuple[str, list[object]]]) -> None:
    """Nothing comes back: the record's own cells, with those of objects inside as "customer.email", and its lists of records."""
    for key, value in record.items():
        if isinstance(value, dict) and value:
            _flatten(value, f"{prefix}{key}.", cells, lists)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value) and not REMARKS.search(key):
            lists.append((key, value))
        elif value != []:
            cells[text_of(prefix + key) or ""] = text_of(value)


def _key(cells: Mapping[str, str | None]) -> str | None:
    """The header under which a record has its number."""
    plain = {re.sub(r"[\W_]", "", header).lower(): header for header, cell in cells.items() if cell}
    return next((plain[key] for key in KEYS if key in plain), None)


def _link(name: str | None, children: list[str]) -> str:
    """What the number of a record is called in the tables of its lists, so that both can be put together."""
    if ORDERS.search(name or "") or (not name and any(LINES.search(child) for child in children)):
        return "order id"
    if not name and any(ORDERS.search(child) for child in children):
        return "customer id"
    return f"{(name or 'record').removesuffix('s')} id"


def text_of(value: object) -> str | None:
    """A value of JSON as the text of a cell: lists of words with commas, anything deeper as it is written."""
    match value:
        case None | [] | {} | "":
            return None
        case str():
            value = value.replace("\0", "")
            return value if value.isascii() else value.encode("utf-8", "replace").decode()  # half a letter: "\ud83d" alone
        case bool():
            return "true" if value else "false"
        case list() if not any(isinstance(one, (list, dict)) for one in value):
            return ", ".join(text for one in value if (text := text_of(one)))
        case _:
            return json.dumps(value, ensure_ascii=False)[:MOST_CELL_CHARACTERS]
