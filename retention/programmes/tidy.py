"""Numbers as people write them in a sentence."""

from __future__ import annotations

import math


def tidy(value: float) -> int | float | str:
    """A number as a person would write it in a sentence: 140, not 140.00000000000001."""
    if not math.isfinite(value):
        return str(value)
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
