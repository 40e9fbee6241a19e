"""Who is worth showing to others, by what the list of customers says of them."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

# A tag says so with one of these as a whole word, in any letters: "VIP", "Ключевой клиент", "client important".
SIGNIFICANT_WORDS = {
    "en": "significant important key vip",
    "ru": "значимый значимая значимые важный важная важное важные важно ключевой ключевая ключевые вип",
    "ro": "semnificativ semnificativă semnificativi important importantă importanți cheie vip",
}
NEGATIONS = "not no non un не нет nu ne"


def says_significant(tags: str) -> bool:
    """Whether a customer's tags call them significant; "not important" does not."""
    return any(not found["negation"] for found in PATTERN.finditer(_plain(tags)))


def are_significant(tags: pa.ChunkedArray) -> NDArray[np.bool_]:
    """The same for a whole column of tags, in its order; no tags = no."""
    coded = tags.combine_chunks().dictionary_encode()
    yes = np.array([*(says_significant(text) for text in coded.dictionary.to_pylist()), False])  # the last: no tags at all
    return np.asarray(yes[coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)], np.bool_)


def _plain(text: str) -> str:
    """Small letters without accents, so that "Importantă" and "importanta" are the same word."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(" " if letter == "_" else letter for letter in letters if not unicodedata.combining(letter))


def _any_of(words: str) -> str:
    return "|".join(sorted(set(_plain(words).split())))


PATTERN = re.compile(rf"\b(?P<negation>(?:{_any_of(NEGATIONS)})[\s-]+)?(?:{_any_of(' '.join(SIGNIFICANT_WORDS.values()))})\b")
