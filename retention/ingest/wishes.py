"""The mapping document: what a person said about the tables, the repairs and the currencies of the files that are read together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import cast

from retention.ingest.formats.raw import RawTable
from retention.ingest.mapping import NO_WISH, Wish, is_texts, wish_of
from retention.ingest.shapes.shape import clean_header
from retention.sentence import Refusal, sentence

CURRENCY = re.compile("[A-Z]{3}")


@dataclass
class Wishes:
    """The document, asked table by table.

    repairs: code -> whether it is wanted. currency: in which to report. rates: code of another currency -> what one of it is worth in that.
    remembered: what was said of earlier files, by their headers.
    """

    entries: Sequence[Mapping[str, object]] = ()
    repairs: Mapping[str, bool] = field(default_factory=dict)
    currency: str | None = None
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    remembered: Mapping[tuple[str, ...], Wish] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def of(self, raw: RawTable) -> Wish:
        """What the document says about this table."""
        named = [(position, entry) for position, entry in enumerate(self.entries) if entry.get("file") == raw.file]
        # What is said of this very sheet goes before what is said of the whole file.
        for sheet in (raw.sheet, None):
            for position, entry in named:
                if entry.get("sheet") == sheet:
                    self.used.add(position)
                    return replace(wish_of(entry, raw.file), repairs=self.repairs)
        return replace(NO_WISH, repairs=self.repairs)

    def of_headers(self, headers: Sequence[str]) -> Wish | None:
        """What was said of an earlier table with exactly these headers, None where there was none."""
        wish = self.remembered.get(key_of(headers))
        return wish and replace(wish, repairs=self.repairs, is_remembered=True)

    def check_used(self) -> None:
        """Nothing comes back. Refuses a document that speaks of a file or sheet that was not read."""
        for position, entry in enumerate(self.entries):
            if position not in self.used:
                name = " / ".join(str(part) for part in (entry.get("file"), entry.get("sheet")) if part is not None)
                raise Refusal(sentence("The mapping names {file}, which is not among the files read; correct the name", file=name))


def key_of(headers: Sequence[str]) -> tuple[str, ...]:
    """The headers as two files are compared: without blanks around them and differences of case."""
    return tuple(clean_header(header).casefold() for header in headers)


def wishes_of(mapping: Mapping[str, object] | None) -> Wishes:
    """The document, checked for its form: {"files": […], "repairs": {code: true}, "rates": {"USD": "17.85"}, "currency": "MDL"}."""
    if mapping is None:
        return Wishes()
    files, remembered = mapping.get("files", []), mapping.get("remembered", [])
    repairs, rates, currency = mapping.get("repairs", {}), mapping.get("rates", {}), mapping.get("currency")
    if not _is_objects(files) or not {"files", "repairs", "rates", "remembered", "currency"} & mapping.keys():
        raise Refusal(sentence('The mapping must hold a list called "files", one entry for each file; see what inspect --json prints'))
    if not isinstance(repairs, dict) or not all(isinstance(wanted, bool) for wanted in repairs.values()):
        raise Refusal(sentence('"repairs" of the mapping must say true or false for each repair; see what inspect --json prints'))
    if currency is not None and not (isinstance(currency, str) and CURRENCY.fullmatch(currency)):
        raise Refusal(sentence("The mapping reports in {currency}; write a currency code like EUR", currency=str(currency)))
    if not is_texts(rates):
        raise Refusal(sentence('"rates" of the mapping must hold a number for each currency, like {example}', example='{"USD": "17.85"}'))
    return Wishes(
        cast("Sequence[Mapping[str, object]]", files),
        repairs,
        currency,
        {code: _rate(code, text) for code, text in cast("Mapping[str, str]", rates).items()},
        dict(_remembered(entry) for entry in cast("Sequence[Mapping[str, object]]", remembered)) if _is_objects(remembered) else {},
    )


def _is_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _rate(code: str, text: str) -> Decimal:
    try:
        rate = Decimal(text)
    except InvalidOperation:
        rate = Decimal(0)
    if not CURRENCY.fullmatch(code) or not rate.is_finite() or not 0 < rate < 10**9:
        raise Refusal(sentence("The rate of {currency} is {rate}; write how much one of it is worth, like 17.85", currency=code, rate=text))
    return rate


def _remembered(entry: Mapping[str, object]) -> tuple[tuple[str, ...], Wish]:
    headers = cast("Sequence[str]", entry.get("headers") or ())
    kept = {name: value for name, value in entry.items() if name in ("role", "columns", "formats")}
    return key_of(headers), wish_of(kept, "")
