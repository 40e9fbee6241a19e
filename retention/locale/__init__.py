"""The words and number forms of each language: gettext catalogues and Babel, read once."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, get_month_names, get_quarter_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision, get_currency_symbol

from retention.sentence import CalendarMonth, Money, Sentence, Share, Value

LANGUAGES = {"en": "English", "ru": "Русский", "ro": "Română"}
LONGEST_NUMBER = 400  # digits: decimals of the usual 28 cannot be rounded to cents where a float is larger
# Shop owners in Romania and Moldova write "lei"; the international code is what Babel knows.
SPOKEN_CURRENCIES = {("ro", "RON"): "lei", ("ro", "MDL"): "lei", ("ru", "RON"): "лей", ("ru", "MDL"): "лей"}


@dataclass(frozen=True)
class Words:
    """Everything a page, a chart or a command needs to speak one language."""

    language: str

    def __call__(self, text: str, **values: Value) -> str:
        """The text in this language, its {named} places filled with numbers and dates as this language writes them."""
        return self._fill(_catalogue(self.language).gettext(text), values)

    def plural(self, one: str, many: str, count: int, **values: Value) -> str:
        """The text in the plural form that this count asks for; {count} stands for the number."""
        return self._fill(_catalogue(self.language).ngettext(one, many, count), {"count": count, **values})

    def say(self, said: Sentence, quote: Callable[[str], str] = str) -> str:
        """A library sentence in this language; `quote` disarms whatever text in it came from a file."""
        values = {name: self._quoted(value, quote) for name, value in said.values}
        if said.plural is None or said.count is None:
            return self(said.text, **values)
        return self.plural(said.text, said.plural, said.count, **{k: v for k, v in values.items() if k != "count"})

    def _quoted(self, value: Value, quote: Callable[[str], str]) -> Value:
        if isinstance(value, Sentence):
            return self.say(value, quote)
        return quote(value) if isinstance(value, str) else value

    def number(self, value: float | Decimal, decimals: int = 0) -> str:
        """A number with this language's decimal mark and thousands."""
        with localcontext(prec=LONGEST_NUMBER):
            return str(format_decimal(value, format=_pattern(decimals), locale=self._locale))

    def percent(self, share: float | Decimal, decimals: int = 1) -> str:
        """A share (0 to 1) as per cent."""
        places = "##0." + "#" * decimals if decimals else "##0"
        pattern = self._locale.percent_formats[None].pattern.replace("##0", places)
        with localcontext(prec=LONGEST_NUMBER):
            return str(format_percent(share, format=pattern, locale=self._locale))

    def money(self, amount: float | Decimal, currency: str | None, decimals: int | None = None) -> str:
        """An amount with its currency; whole units from a thousand up, where cents only hide the figure."""
        if decimals is None:
            decimals = 0 if abs(float(amount)) >= 1000 else minor_unit_digits(currency)
        if currency is None:
            return self.number(amount, decimals)
        symbol = self.currency(currency)
        if symbol.isalpha():  # a code or a word stands after the number in all three languages
            return f"{self.number(amount, decimals)}\u00a0{symbol}"
        pattern = self._locale.currency_formats["standard"].pattern.replace("0.00", "0." + "0" * decimals if decimals else "0")
        with localcontext(prec=LONGEST_NUMBER):
            return str(format_currency(amount, currency, format=pattern, locale=self._locale, currency_digits=False))

    def currency(self, currency: str | None) -> str:
        """The sign or code people write beside an amount; empty where the currency is not known."""
        if currency is None:
            return ""
        return SPOKEN_CURRENCIES.get((self.language, currency)) or str(get_currency_symbol(currency, self._locale))

    def date(self, day: date) -> str:
        """A day, written out."""
        return str(format_date(day, format="medium", locale=self._locale))

    def month(self, year: int, month: int) -> str:
        """A month and its year, as in a heading."""
        name = get_month_names("wide", context="stand-alone", locale=self._locale)[month]
        return f"{name} {year}"

    def period(self, code: str) -> str:
        """A year, quarter or month as people write it, from "2025", "2025-Q3" or "2025-07"."""
        year, _, part = code.partition("-")
        if not part:
            return year
        if not part.startswith("Q"):
            return self.month(int(year), int(part))
        quarter = get_quarter_names("abbreviated", context="format", locale=self._locale)[int(part[1:])]
        return f"{quarter} {year}"

    def vega_locale(self) -> dict[str, object]:
        """The `config.locale` of a Vega-Lite chart, so that axes speak the page's language."""
        return _vega_locale(self.language)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.language)

    def _fill(self, text: str, values: dict[str, Value]) -> str:
        return text.format(**{name: self._written(value) for name, value in values.items()}) if values else text

    def _written(self, value: Value) -> str:
        match value:
            case str():
                return value
            case date():
                return self.date(value)
            case int():
                return self.number(value)
            case Money(amount, currency):
                return self.money(amount, currency)
            case Share(part, decimals):
                return self.percent(part, decimals)
            case CalendarMonth(day):
                return self.month(day.year, day.month)
            case Sentence():
                return self.say(value)
            case _:
                return self.number(value, 2)


def minor_unit_digits(currency: str | None) -> int:
    """How many decimals the currency has (2 for most, 0 for yen); 2 where the currency is not known."""
    return get_currency_precision(currency) if currency else 2


def best_language(asked: str | None) -> str:
    """The interface language nearest to a browser's wish ("ru-MD" gives ru); English where there is none."""
    wish = (asked or "").split("-")[0].split("_")[0].lower()
    return {"mo": "ro"}.get(wish, wish) if wish in {*LANGUAGES, "mo"} else "en"


def _pattern(decimals: int) -> str:
    return "#,##0." + "0" * decimals if decimals else "#,##0"


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    source = Path(__file__).parent / f"{language}.po"
    if not source.exists():  # English is the source: its catalogue is the code itself
        return gettext.NullTranslations()
    with source.open("rb") as file:
        compiled = BytesIO()
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=len(LANGUAGES))
def _vega_locale(language: str) -> dict[str, object]:
    locale = Locale.parse(language)
    months = get_month_names("wide", context="stand-alone", locale=locale)
    short = get_month_names("abbreviated", context="stand-alone", locale=locale)
    days, short_days = locale.days["stand-alone"]["wide"], locale.days["stand-alone"]["abbreviated"]
    sunday_first = [6, 0, 1, 2, 3, 4, 5]
    return {
        "number": {
            "decimal": locale.number_symbols["latn"]["decimal"],
            "thousands": locale.number_symbols["latn"]["group"],
            "grouping": [3],
            "currency": ["", ""],
            "percent": locale.percent_formats[None].pattern.lstrip("#,0"),  # a space before the sign, or none
        },
        "time": {
            "dateTime": "%A, %e %B %Y %X",
            "date": "%d.%m.%Y" if language != "en" else "%m/%d/%Y",
            "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": [days[i] for i in sunday_first],
            "shortDays": [short_days[i] for i in sunday_first],
            "months": [months[i] for i in range(1, 13)],
            "shortMonths": [short[i] for i in range(1, 13)],
        },
    }
