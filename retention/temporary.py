"""The one temporary folder of a running server: visitors' workspaces and dropped files, all gone when it ends, however it ends."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from pathlib import Path

PREFIX = "retention-"

_making = threading.Lock()
_root: Path | None = None


def temporary_folder(kind: str) -> Path:
    """A new empty folder that only this user can read, inside the server's own temporary folder."""
    global _root
    with _making:
        if _root is None or not _root.exists():
            _remove_leftovers()
            _root = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
            atexit.register(remove_temporary)
    return Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=_root))


def remove_temporary() -> None:
    """Deletes everything temporary of this server now."""
    if _root is not None:
        shutil.rmtree(_root, ignore_errors=True)


def _remove_leftovers() -> None:
    """Deletes what servers left behind that were killed before they could clean up."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        owner = folder.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not _is_running(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there, asking would end the process: its files are locked while it runs, so removing them fails harmlessly
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
