"""The sample shops, ready to look at: read once through the same door as anybody's files, then kept."""

from __future__ import annotations

import hashlib
import threading
from functools import lru_cache
from pathlib import Path

from retention.ingest import read
from retention.sample import SHOPS
from retention.warehouse import Workspace, open_workspace
from retention.warehouse.homes import home

FOLDER = Path(__file__).parents[2] / "sample_data"
SHOP_OF_LANGUAGE = {"ru": "toys", "ro": "cafe", "en": "online"}

_opening = threading.Lock()


def open_sample(shop: str) -> Workspace:
    """The workspace of a sample shop. It holds invented data only, so all visitors of a server may share it."""
    if shop not in SHOPS:
        raise KeyError(shop)
    files, fingerprint = _files_of(shop)
    with _opening:
        workspace = open_workspace(home() / "samples" / f"{shop}-{fingerprint}.duckdb")
        if not workspace.imports():
            with read(files) as reading:
                workspace.load(reading)
        return workspace


@lru_cache(maxsize=len(SHOPS))
def _files_of(shop: str) -> tuple[tuple[Path, ...], str]:
    """A shop's files and a fingerprint of their content: looked at once, because every run of a page asks for its shop."""
    files = tuple(sorted(path for path in (FOLDER / shop).iterdir() if path.suffix != ".json"))
    return files, hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
