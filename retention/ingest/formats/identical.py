"""Files that are the same byte for byte, which must not count twice."""

from __future__ import annotations

import hashlib
from pathlib import Path

from retention.ingest.reading import Finding
from retention.sentence import sentence


def sha256(path: Path) -> str:
    """The fingerprint of the file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def same_twice(name: str, first: str) -> Finding:
    """What is said of a file that has been read already under another name."""
    said = sentence("{file} has exactly the same contents as {first} and was counted once", file=name, first=first)
    return Finding("same_file_twice", "warning", 0, said, name)
