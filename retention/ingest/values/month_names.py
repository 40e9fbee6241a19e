"""The names of the months as people write them, in every language that files come in; all of it from the Unicode locale data."""

from __future__ import annotations

import unicodedata
from functools import cache

LANGUAGES = tuple("en ru ro de fr es pt it pl tr uk zh cs bg hu nl".split())
LEAST_LETTERS, PREFIXES = 3, (3, 4)
# Short forms that the locale data do not know.
OTHERS = {"mrz": 3}


@cache
def month_numbers() -> dict[str, int]:
    """Month's name in plain small letters, without its full stop -> 1 to 12; every form, and its first three or four letters.

    A beginning that two months share ("jui" of juin and juillet) is left out; whole names go before beginnings.
    """
    from babel import Locale  # a tenth of a second, which only columns with names in them are worth

    names: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for form in Locale(language).months.values():
            for written in form.values():
                for number, name in written.items():
                    said = _plain(name).rstrip(".")
                    if len(said) < LEAST_LETTERS or not said.isalpha():
                        continue
                    names.setdefault(said, set()).add(number)
                    for length in PREFIXES:
                        beginnings.setdefault(said[:length], set()).add(number)
    found = {name: numbers for name, numbers in (beginnings | names).items() if len(numbers) == 1}
    return {name: next(iter(numbers)) for name, numbers in found.items()} | OTHERS


def month_number_sql(name: str) -> str:
    """The expression for the number of the month that the text `name` (an expression, plain small letters) is called by, else null."""
    numbers = month_numbers()
    names = ", ".join(f"'{known}'" for known in numbers)
    # An enumeration finds its words by their hash: as fast for three hundred names as for one.
    return f"{list(numbers.values())}[enum_code(try_cast({name} as enum({names}))) + 1]"


def _plain(name: str) -> str:
    """The name as the engine's own lower() and strip_accents() write it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(letter))
