"""Every file of the collection of hostile ones is read or refused in one sentence, in time, and costs the server nothing."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import psutil
import pytest

from retention.ingest import read
from retention.ingest.guard.parent import ChildFailed
from retention.sentence import Refusal

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "bad" / "hostile-made"


def cases() -> list[tuple[str, str]]:
    """Path and expectation of each file, by the collection's own list; none where the collection is not there."""
    if not (HOSTILE / "MANIFEST.tsv").exists():
        return []
    with (HOSTILE / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        listed = [(row["file"], row["expected"]) for row in csv.DictReader(file, delimiter="\t")]
    return [(name, expected) for name, expected in listed if not expected.startswith("(oracle")]


@pytest.mark.parametrize(("name", "expected"), cases(), ids=lambda value: str(value).split(":")[0])
def test_a_hostile_file_is_read_or_refused(name: str, expected: str) -> None:
    before_bytes = psutil.Process().memory_info().rss
    began = time.monotonic()
    refusal: Refusal | None = None
    try:
        with read([HOSTILE / name]) as reading:
            assert reading.files
    except Refusal as raised:
        refusal = raised
    assert time.monotonic() - began < 20
    assert psutil.Process().memory_info().rss - before_bytes < 50_000_000
    if refusal is not None:
        assert Path(name).name in str(refusal)
        assert "\n" not in str(refusal)
        # A refusal for a reason that was foreseen, not a child that broke down.
        assert not isinstance(refusal.__cause__, ChildFailed)
    if expected.startswith("refuse:") and not expected.endswith("no data rows"):
        assert refusal is not None


@pytest.mark.skipif(not HOSTILE.exists(), reason="the collection of hostile files is not beside this folder")
def test_the_collection_is_complete() -> None:
    assert len(cases()) >= 40
