"""The mapping document as a person fills it: what was said of each table, and what of it is worth remembering."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from retention.ingest.reading import Understood
from retention.ingest.wishes import key_of
from retention.warehouse.remembered import Remembered

Entry = Mapping[str, object]
Document = Mapping[str, object]


def entries(document: Document, name: str) -> list[Entry]:
    """The entries under "files" or "remembered"."""
    return cast("list[Entry]", document.get(name, []))


def is_said_of(document: Document, table: Understood) -> bool:
    """Whether the document itself speaks of this table, and the table can be known again by its headers."""
    return table.header_row is not None and any(_is_about(entry, table) for entry in entries(document, "files"))


def entry_of(document: Document, table: Understood) -> dict[str, object]:
    """What was said of this table so far, now or for earlier tables with the same headers."""
    for entry in entries(document, "files"):
        if _is_about(entry, table):
            return {**entry, "sheet": table.sheet}
    said: dict[str, object] = {"file": table.file, "sheet": table.sheet}
    for meaning in entries(document, "remembered"):
        if key_of(cast("list[str]", meaning["headers"])) == key_of(table.headers):
            said |= {name: kept for name, kept in meaning.items() if name != "headers"}
    return said


def with_entry(document: Document, entry: Entry) -> dict[str, object]:
    """The document with this said of a table, in the place of what was said of it before."""
    place = (entry["file"], entry["sheet"])
    others = [other for other in entries(document, "files") if (other.get("file"), other.get("sheet")) != place]
    return {**document, "files": [entry, *others]}


def meaning_of(document: Document, table: Understood) -> Remembered:
    """What this table was taken for, to be remembered. Of its formats only those that somebody chose: its cells tell the others."""
    formats = cast("Mapping[str, str]", entry_of(document, table).get("formats", {}))
    return Remembered(key_of(table.headers), table.role, dict(table.columns), dict(formats))


def _is_about(entry: Entry, table: Understood) -> bool:
    return entry.get("file") == table.file and entry.get("sheet") in (None, table.sheet)
