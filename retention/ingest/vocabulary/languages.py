"""The languages whose words are known; each is a module with the same lists."""

from __future__ import annotations

from retention.ingest.vocabulary import (
    chinese,
    english,
    french,
    german,
    italian,
    polish,
    portuguese,
    romanian,
    russian,
    spanish,
    turkish,
    ukrainian,
)

LANGUAGES = (english, russian, romanian, german, french, spanish, portuguese, italian, polish, turkish, ukrainian, chinese)


def phrases(text: str) -> list[str]:
    """The phrases of one entry of a vocabulary."""
    return text.split(", ")


def all_of(name: str) -> frozenset[str]:
    """The phrases of the list of this name ("TOTALS") in every language."""
    return frozenset(phrase for language in LANGUAGES for phrase in phrases(getattr(language, name)))
