"""What words mean: headers, statuses, stages, purposes and channels in all languages together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from retention.ingest.vocabulary import english
from retention.ingest.vocabulary.headers import PHRASES, meanings
from retention.ingest.vocabulary.languages import LANGUAGES, all_of, phrases
from retention.ingest.vocabulary.words import CURRENCIES, FILLERS, HAN, LETTERS, NOTHING, PARTS, header_currency, plain, words

__all__ = [
    "CURRENCIES",
    "DOCUMENT_KINDS",
    "FILLERS",
    "GUESTS",
    "HAN",
    "LANGUAGES",
    "LETTERS",
    "NOTHING",
    "PARTS",
    "PHRASES",
    "TABLES",
    "TOTALS",
    "beginnings",
    "header_currency",
    "kind_of_table",
    "meanings",
    "phrases",
    "plain",
    "words",
]

TOTALS = all_of("TOTALS") | {"totaal", "osszesen", "celkem", "общо"}  # and of some neighbours, whose other words are not known
DOCUMENT_KINDS = all_of("DOCUMENT_KINDS")
GUESTS = all_of("GUESTS")
TABLES = {kind: [words(phrase) for language in LANGUAGES for phrase in phrases(language.TABLES[kind])] for kind in english.TABLES}

_IS_CHINESE = re.compile(f"[{HAN}]")


def kind_of_table(name: str) -> str | None:
    """What the name of a file or sheet says about its table ("Расходы 2024" gives spend), if it says anything."""
    said = words(name)
    for kind, known in TABLES.items():
        if any(said[i : i + len(phrase)] == phrase for phrase in known for i in range(len(said))):
            return kind
    return None


@cache
def beginnings(lists: str) -> Mapping[str, str]:
    """For a list of the languages ("STATUSES"): name -> a regular expression that finds any of its word beginnings in plain text.

    A part with a dot behind it is a whole word; Chinese parts are found anywhere.
    """
    names = getattr(english, lists)
    known = {name: {part for language in LANGUAGES for part in phrases(getattr(language, lists).get(name, "")) if part} for name in names}
    return {name: _pattern(sorted(parts)) for name, parts in known.items()}


def _pattern(parts: list[str]) -> str:
    inside = [re.escape(part) for part in parts if _IS_CHINESE.search(part)]
    others = [part for part in parts if not _IS_CHINESE.search(part)]
    begun = [re.escape(plain(part)) for part in others if not part.endswith(".")]
    whole = [rf"{re.escape(plain(part[:-1]))}($|[^{LETTERS}])" for part in others if part.endswith(".")]
    return "|".join([rf"(^|[^{LETTERS}])({'|'.join(begun + whole)})", *inside])
