"""One awkward file (or a few that belong together), and what it must be understood as without any help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """name: the trap, in a few words. files: name -> content. The expectations that are None are not looked at.

    roles: of the tables in the order of the files. findings: codes that must be among the findings. repairs, doubts: the same
    for repairs (by code) and doubts (by column). refusal: words of the one sentence that refuses it, instead of everything else.
    """

    name: str
    files: Mapping[str, str | bytes]
    lines: int | None = None
    orders: int | None = None
    customers: int | None = None
    revenue: str | None = None
    first: str | None = None
    last: str | None = None
    spend: str | None = None
    currency: str | None = None
    cost: str | None = None
    refused: int = 0
    roles: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    refusal: str | None = None
    mapping: Mapping[str, object] | None = None
    absent: tuple[str, ...] = ()  # sums that must be unknown: "revenue", "customers", "spend", …
