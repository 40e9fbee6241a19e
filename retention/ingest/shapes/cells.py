"""What a single cell looks like, before anybody knows what its column means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Cells = Sequence[str | None]

_YEAR = re.compile(r"(19|20)[0-9]{2}( ?г\.?| год)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DAY_OR_DECIMAL = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}.*|[-+]?[0-9 ]*[.,][0-9]+")


def text_of(cell: str | None) -> str | None:
    """The text of a cell, None where it is blank."""
    return cell.strip() or None if cell else None


def texts_of(cells: Iterable[str | None]) -> list[str]:
    """The texts of the cells that are not blank, in order."""
    return [text for cell in cells if (text := text_of(cell))]


def is_typed(text: str) -> bool:
    """Whether the cell is rather a number, a day or a code than a word: half of its signs are digits."""
    signs = [sign for sign in text if not sign.isspace()]
    digits = sum(sign.isdigit() for sign in signs)
    return digits * 2 >= len(signs) and digits > 0


def is_year(text: str) -> bool:
    """Whether the cell is a year and nothing else."""
    return _YEAR.fullmatch(text.strip()) is not None


def is_only_data(text: str) -> bool:
    """Whether no header reads like this: an e-mail address, a whole date, a number with decimals."""
    return _MAIL.fullmatch(text) is not None or _DAY_OR_DECIMAL.fullmatch(text) is not None


def same(one: Cells, other: Cells) -> bool:
    """Whether two rows hold the same texts."""
    return [text_of(cell) for cell in one] == [text_of(cell) for cell in other]
