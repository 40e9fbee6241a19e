"""What words mean: headers, statuses, stages, purposes and channels in all languages together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from retention.ingest.vocabulary import english, romanian, russian

LANGUAGES = (english, russian, romanian)

# Signs and words beside an amount -> the currency's code. "lei" are taken for Romanian ones.
CURRENCIES = {
    **dict.fromkeys("$,us$,usd,dollar,dollars,доллар,долларов".split(","), "USD"),
    **dict.fromkeys("€,eur,euro,euros,евро".split(","), "EUR"),
    **dict.fromkeys("₽,руб.,руб,рублей,рубль,рубли,р.,р,rub,rur".split(","), "RUB"),
    **dict.fromkeys("lei,leu,ron,лей,леев".split(","), "RON"),
    **dict.fromkeys("£,gbp".split(","), "GBP"),
    **dict.fromkeys("₴,грн.,грн,гривен,uah".split(","), "UAH"),
    **dict.fromkeys("₸,тенге,тг,kzt".split(","), "KZT"),
    **dict.fromkeys("zł,zl,pln".split(","), "PLN"),
    **dict.fromkeys("kč,czk".split(","), "CZK"),
    **dict.fromkeys("₺,tl,try".split(","), "TRY"),
    **dict.fromkeys("¥,jpy".split(","), "JPY"),
    **{code.lower(): code for code in "MDL BYN BGN HUF CHF CNY SEK NOK DKK INR CAD AUD BRL AMD GEL UZS KGS AZN RSD".split()},
}

# Words that stand in a cell where there is nothing.
NOTHING = ("null", "nan", "none", "n/a", "na", "#n/a", "-", "--", "нет", "nu")

PERCENT = "percent"
WORD = re.compile(r"[^\W_]+")
CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][a-zа-яё])")


def plain(text: str) -> str:
    """The text in small letters without accents, as words are compared ("Preț" gives "pret", "№" gives "no")."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> tuple[str, ...]:
    """The words of a header, comparable: "CustomerID" and "customer_id" both give customer, id; "%" counts as a word."""
    found = WORD.findall(plain(CAMEL.sub(" ", text).replace("%", f" {PERCENT} ")))
    return tuple([word for word in found if word not in FILLERS and word not in CURRENCIES] or found)


def header_currency(header: str) -> str | None:
    """The currency that a header names ("Сумма, руб."), if it does."""
    for word in re.findall(r"[$€£₽₴₸₺¥]|[^\W\d_]+", plain(CAMEL.sub(" ", header).replace("_", " "))):
        if len(word) > 1 and word in CURRENCIES or word in "$€£₽₴₸₺¥":
            return CURRENCIES[word]
    return None


@lru_cache(maxsize=4096)
def meanings(header: str) -> Mapping[str, float]:
    """What a header may mean, with a score from 0 to 1; 1 = the header says just that. Empty where no word is known."""
    said = words(header)
    found: dict[str, float] = {}
    for length in range(len(said), 0, -1):
        for start in range(len(said) - length + 1):
            for meaning, place in PHRASES.get(said[start : start + length], ()):
                score = (1.0 if length == len(said) else 0.5 + 0.4 * length / len(said)) - place / 10_000
                found[meaning] = max(score, found.get(meaning, 0.0))
    return found


def kind_of_table(name: str) -> str | None:
    """What the name of a file or sheet says about its table ("Расходы 2024" gives spend), if it says anything."""
    said = words(name)
    for kind, phrases in TABLES.items():
        if any(said[i : i + len(phrase)] == phrase for phrase in phrases for i in range(len(said))):
            return kind
    return None


def beginnings(lists: str) -> Mapping[str, str]:
    """For a list of the languages ("STATUSES"): name -> a regular expression that finds any of its word beginnings in plain text."""
    names = getattr(english, lists)
    parts = {name: [part for language in LANGUAGES for part in phrases(getattr(language, lists)[name])] for name in names}
    return {name: rf"(^|[^\p{{L}}])({'|'.join(re.escape(part) for part in found)})" for name, found in parts.items()}


def phrases(text: str) -> list[str]:
    """The phrases of one entry of a vocabulary."""
    return text.split(", ")


def _phrases() -> dict[tuple[str, ...], list[tuple[str, int]]]:
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for language in LANGUAGES:
        for meaning, text in language.HEADERS.items():
            for place, phrase in enumerate(phrases(text)):
                found.setdefault(words(phrase), []).append((meaning, place))
    return found


def _all(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase for text in texts for phrase in phrases(text))


FILLERS = _all(language.FILLERS for language in LANGUAGES)
TOTALS = _all(language.TOTALS for language in LANGUAGES)
DOCUMENT_KINDS = _all(language.DOCUMENT_KINDS for language in LANGUAGES)
PHRASES = _phrases()
TABLES = {kind: [words(phrase) for language in LANGUAGES for phrase in phrases(language.TABLES[kind])] for kind in english.TABLES}
