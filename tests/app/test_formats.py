"""How the form writes the ways in which days can be written: never a pattern's own signs, and never a swap that makes no sense."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.mark.parametrize(
    ("pattern", "offered"),
    [
        ("%d.%m.%Y", ["31.12.2026", "12.31.2026"]),
        ("%m/%d/%y", ["12/31/26", "31/12/26"]),
        ("%Y-%m-%d", ["2026-12-31", "2026-31-12"]),
        ("%Y%m%d%H%M%S", ["20261231000000", "20263112000000"]),
        ("%Y-%m", ["2026-12"]),
        ("%d %b %Y", ["31 Dec 2026"]),
        ("%b %Y", ["Dec 2026"]),
        ("Q%q %Y", ["Q4 2026"]),
        ("%Y", ["2026"]),
        ("%s", ["1798675200"]),
    ],
)
def test_days_are_shown_as_they_are_written(monkeypatch: pytest.MonkeyPatch, pattern: str, offered: list[str]) -> None:
    monkeypatch.syspath_prepend(str(PAGES))
    formats = importlib.import_module("shared.formats")
    assert [formats.written_like(one) for one in formats.readings_of(pattern)] == offered
