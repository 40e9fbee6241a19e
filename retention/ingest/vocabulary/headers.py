"""What a header may mean: its own words first, then what they are short for, glued together from, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retention.ingest.vocabulary.abbreviations import ABBREVIATIONS
from retention.ingest.vocabulary.languages import LANGUAGES, phrases
from retention.ingest.vocabulary.words import HAN, words

IGNORED, CITY = "ignored", "city"
FULL = 0.99  # the least score of a header that says just one thing
ASIDE, SHORTENED, GLUED, MISSPELT = 0.97, 0.95, 0.95, 0.85  # what a header keeps of its score if it says it in such a way
SAYS_A_CITY = 0.9  # the least score of a header that is about a customer's city and nothing else
MOST_EXPANSIONS = 12
LEAST_LETTERS, LETTERS_FOR_TWO = 6, 10  # a word must be this long for one wrong letter, and for two

# What follows these is said by the way: "Amount incl. tax" is an amount.
_BY_THE_WAY = frozenset(
    "incl including inclusive with without excl excluding exclusive before after inkl einschl exkl ohne mit zzgl avec sans ttc ht con sin "
    "com sem senza z bez wraz с без вкл включая со зі із включно cu fara inc".split()
)
# What has a number is told apart by it: "Review Id" is no comment, and "pizza_name_id" nobody's name.
_NUMBERS = frozenset(("id", "key", "guid", "uuid"))
_NEVER_NUMBERS = frozenset(("comment", "reason", "score", "name"))
_SINGLE_SIGN = re.compile(f"[{HAN}]")


@lru_cache(maxsize=4096)
def meanings(header: str) -> Mapping[str, float]:
    """What a header may mean, with a score from 0 to 1; 1 = the header says just that. Empty where no word is known.

    Only the header's own words can score 1. What it is short for or misspells counts a little less, so that a column that says
    it plainly wins. A header of which the larger part is about something to be left out ("tax amount") means nothing else, and one
    that speaks of a city among other things ("warehouse city", "city and state") is left out as well.
    """
    said = words(header)
    found = _said_by(said)
    if max(found.values(), default=0.0) < FULL:
        ways = [_joined(said), *(_weighed(_said_by(other), SHORTENED) for other in _expansions(said))]
        if kept := _without_asides(said):
            ways.append(_weighed(meanings(" ".join(kept)), ASIDE))
        for other in ways:
            _add(found, other)
        if max(found.values(), default=0.0) < MISSPELT:
            _add(found, {meaning: score for meaning, score in _misspelt(said).items() if not found or meaning == IGNORED})
    if found.get(CITY, FULL) < SAYS_A_CITY:
        _add(found, {IGNORED: found.pop(CITY)})
    if said and said[-1] in _NUMBERS:
        found = {meaning: score for meaning, score in found.items() if meaning not in _NEVER_NUMBERS}
    left_out = found.get(IGNORED, 0.0)
    if 0.0 < left_out < FULL:
        return {meaning: score for meaning, score in found.items() if meaning == IGNORED or score > left_out + 0.02}
    return found


def _said_by(said: tuple[str, ...]) -> dict[str, float]:
    """What the words say, in full or as a part of them."""
    found: dict[str, float] = {}
    for length in range(len(said), 0, -1):
        for start in range(len(said) - length + 1):
            part = said[start : start + length]
            if length == 1 < len(said) and _SINGLE_SIGN.fullmatch(part[0]):
                continue  # one Chinese sign within a word says nothing of it
            for meaning, place in PHRASES.get(part, ()):
                score = (1.0 if length == len(said) else 0.5 + 0.4 * length / len(said)) - place / 100_000
                found[meaning] = max(score, found.get(meaning, 0.0))
    return found


def _expansions(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words with the shortened ones written out, in each way there is."""
    options = [(word, *ABBREVIATIONS[word].split(", ")) if word in ABBREVIATIONS else (word,) for word in said]
    for chosen in islice(product(*options), MOST_EXPANSIONS):
        if chosen != said:
            written_out = " ".join(chosen)
            yield words(written_out)


def _without_asides(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words before the first that only adds something by the way; nothing where there is none."""
    place = next((place for place, word in enumerate(said) if place and word in _BY_THE_WAY), 0)
    return said[:place]


def _joined(said: tuple[str, ...]) -> dict[str, float]:
    """What the words say without the blanks between them ("orderdate", "line item price")."""
    return {meaning: GLUED - place / 100_000 for meaning, place in JOINED.get("".join(said), ())}


def _misspelt(said: tuple[str, ...]) -> dict[str, float]:
    """What the header would say but for one wrong letter, or two in a long one. Inflected words are no misspelt ones."""
    text = " ".join(said)
    if len(text) < LEAST_LETTERS or any(sign.isdigit() for sign in text):
        return {}
    most = 2 if len(text) >= LETTERS_FOR_TWO else 1
    found: dict[str, float] = {}
    for phrase, distance, _ in process.extract(text, SPELLINGS, scorer=OSA.distance, score_cutoff=most, limit=5):
        is_inflected = phrase.startswith(text) or text.startswith(phrase)
        if is_inflected or min(len(phrase), len(text)) < (LEAST_LETTERS if distance < 2 else LETTERS_FOR_TWO):
            continue
        for meaning, place in PHRASES[tuple(phrase.split(" "))]:
            score = MISSPELT - 0.05 * distance - place / 100_000
            found[meaning] = max(score, found.get(meaning, 0.0))
    return found


def _weighed(found: Mapping[str, float], weight: float) -> dict[str, float]:
    return {meaning: score * weight for meaning, score in found.items()}


def _add(found: dict[str, float], other: Mapping[str, float]) -> None:
    for meaning, score in other.items():
        found[meaning] = max(score, found.get(meaning, 0.0))


def _phrases() -> dict[tuple[str, ...], list[tuple[str, int]]]:
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for language in LANGUAGES:
        for meaning, text in language.HEADERS.items():
            for place, phrase in enumerate(phrases(text)):
                found.setdefault(words(phrase), []).append((meaning, place))
    return found


PHRASES = _phrases()
JOINED = {"".join(phrase): said for phrase, said in PHRASES.items()}
SPELLINGS = [" ".join(phrase) for phrase in PHRASES if len(" ".join(phrase)) >= LEAST_LETTERS - 1]
