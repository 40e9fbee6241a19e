"""What a shop begins to sell in the course of its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Edition:
    """A product that takes the place of another one from a day on, at the same price and cost."""

    instead_of: str
    since: date
    name: str
