"""Who is worth showing to others, by what the list of customers says of them."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

# A tag says so with one of these as a whole word, in any letters: "VIP", "Ключевой клиент", "client important".
STEMS_AND_ENDINGS = (
    ("vip вип significant", ""),
    ("important semnificativ", "a e i ul ii ei ilor"),
    ("важн ключев значим", "ый ий ая ое ые ого ому ым ом ой ую ых ыми о а ы"),
    ("важен", ""),
)
KEY_WORDS = "key cheie"  # the key of a door too: such a word counts alone, or beside one of these
KEY_BEFORE = "customer customers client clients account accounts"
KEY_AFTER = "client clienta clienti cont conturi"
YES_WORDS = "yes да da true 1"

# "not a VIP", "ex-VIP": before the word, with up to two others between; a comma ends what is denied.
DENIALS = (
    "not no non never without ex former formerly не нет без никогда экс бывший бывшая бывшие бывшего"
    " nu ne fara niciodata fost fosta fosti foste"
)
# "VIP: no", "VIP = 0": after the word, and nothing else behind.
NO_WORDS = "no not non n 0 false former ex нет не н ложь бывший бывшая nu fals fost fosta"
LONGER = "longer more больше уже mai este"


def says_significant(tags: str) -> bool:
    """Whether a customer's tags call them significant; "not important", "VIP: no" and "ex-VIP" do not."""
    parts = [part.strip() for part in re.split(r"[,;|/\n]", _plain(tags))]
    is_no = [False, *(BARE_NO.fullmatch(part) is not None for part in parts), False]
    return any(
        _says_so(part) and not is_no[place] and not is_no[place + 2]  # "no, VIP" and "VIP, no"
        for place, part in enumerate(parts)
    )


def are_significant(tags: pa.ChunkedArray) -> NDArray[np.bool_]:
    """The same for a whole column of tags, in its order; no tags = no."""
    coded = tags.combine_chunks().dictionary_encode()
    yes = np.array([*(says_significant(text) for text in coded.dictionary.to_pylist()), False])  # the last: no tags at all
    return np.asarray(yes[coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)], np.bool_)


def _says_so(part: str) -> bool:
    return any(
        not DENIED_BEFORE.search(part[: found.start()]) and not DENIED_AFTER.match(part[found.end() :]) for found in WORD.finditer(part)
    )


def _plain(text: str) -> str:
    """Small letters without accents and without the dots of V.I.P., so that "Importantă" and "importanta" are the same word."""
    letters = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(" " if letter == "_" else letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"\b([vв])\.\s?([iи])\.\s?([pп])\b\.?", r"\1\2\3", plain)


def _any_of(words: str) -> str:
    return "|".join(sorted(set(_plain(words).split())))


def _ended(stems: str, endings: str) -> str:
    return rf"(?:{_any_of(stems)})(?:{_any_of(endings)})?"


BETWEEN = r"""[\s"'«»“”„-]+"""
WORD = re.compile(
    rf"\b(?:{'|'.join(_ended(*one) for one in STEMS_AND_ENDINGS)}"
    rf"|(?:{_any_of(KEY_WORDS)})(?=[\s-]+(?:{_any_of(KEY_BEFORE)})\b)"
    rf"|(?:{_any_of(KEY_AFTER)})[\s-]+(?:{_any_of(KEY_WORDS)}))\b"
    rf"|^\W*(?:{_any_of(KEY_WORDS)})\b(?=\W*(?:\b(?:{_any_of(YES_WORDS)})\b)?\W*$)"
)
DENIED_BEFORE = re.compile(rf"\b(?:(?:{_any_of(DENIALS)})(?:{BETWEEN}\w+){{0,2}}{BETWEEN}|un-)$")
DENIED_AFTER = re.compile(rf"\W*(?:\b(?:{_any_of(LONGER)})\b\W*)?\b(?:{_any_of(NO_WORDS)})\b(?:\W+(?:{_any_of(LONGER)})\b)?[\s.!)\"»”]*$")
BARE_NO = re.compile(rf"\W*(?:{_any_of(NO_WORDS)})\W*")
