"""A file is ingested: sales, spend, contacts and feedback come in as people keep them, clean typed rows and an honest account come out."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath

from retention.ingest.guard.recognise import shown
from retention.ingest.reading import Finding, Reading, RefusedRow, Totals, Understood
from retention.sentence import Refusal, Sentence, sentence

__all__ = ["Finding", "Reading", "RefusedRow", "Totals", "Understood", "read"]


def read(
    paths: Sequence[Path],
    *,
    names: Sequence[str] | None = None,
    mapping: Mapping[str, object] | None = None,
    progress: Callable[[float, Sentence], None] | None = None,
) -> Reading:
    """What the files hold when read together: what each was taken for, what was mended or refused, and the clean rows.

    paths: text, workbooks, parquet, json, and zip or gz archives of these. names: what to call them to people (the files' own
    names by default); two of one name become "orders.csv" and "orders (2).csv". mapping: the document of `inspect --json`,
    corrected; it wins over what would be guessed. progress: told the share done (0 to 1) and what is being done.

    The reading owns a temporary folder with the rows: use it as a context manager. Raises Refusal, with nothing left behind.
    """
    from retention.ingest.guard.parent import read_in_child  # the child imports this package too, and has no use for it

    if not paths:
        raise Refusal(sentence("No file was given; choose at least one file"))
    for path in paths:
        _check(path)
    shown_names = _distinct([shown(name) for name in names or [path.name for path in paths]])
    return read_in_child(list(zip(paths, shown_names, strict=True)), mapping, progress)


def _check(path: Path) -> None:
    if not path.exists():
        raise Refusal(sentence("There is no file {file}; check its name and folder", file=str(path)))
    if path.is_dir():
        raise Refusal(sentence("{file} is a folder; name the files in it", file=str(path)))
    if not path.is_file():
        raise Refusal(sentence("{file} is a device, not a file; name a file", file=str(path)))
    if not os.access(path, os.R_OK):
        raise Refusal(sentence("{file} may not be opened by you; change its permissions or copy it", file=str(path)))


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, numbered from the second of a kind on, before the ending that tells what kind of file it is."""
    distinct: list[str] = []
    taken: set[str] = set()
    for name in names:
        candidate, times = name, 1
        while candidate.lower() in taken:
            times += 1
            candidate = f"{PurePath(name).stem} ({times}){PurePath(name).suffix}"
        taken.add(candidate.lower())
        distinct.append(candidate)
    return distinct
