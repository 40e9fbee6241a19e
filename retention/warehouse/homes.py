"""Where workspaces live: one lasting workspace for a person on their own machine, or a passing one for each visitor of a server.

A third way, workspaces behind accounts, will be one more function here: identity in, path out. Nothing else asks for a path.
"""

from __future__ import annotations

import os
import shutil
import weakref
from pathlib import Path
from uuid import uuid4

from platformdirs import user_data_path

from retention.temporary import temporary_folder
from retention.warehouse.workspace import Workspace, open_workspace


def home() -> Path:
    """The folder that holds what lasts: RETENTION_HOME, or the user's own data folder."""
    return Path(os.environ.get("RETENTION_HOME") or user_data_path("retention-ladder", appauthor=False))


def local_workspace() -> Workspace:
    """The one workspace of the person at this machine."""
    return open_workspace(home() / "workspace.duckdb")


class VisitorHome:
    """A visitor's own passing folder, gone with everything in it once nobody holds this object any more (or the server ends)."""

    def __init__(self) -> None:
        folder = temporary_folder("visitor")
        self.folder = folder
        self.workspace = open_workspace(folder / f"{uuid4().hex}.duckdb")
        self._end = weakref.finalize(self, _remove, self.workspace, folder)

    def close(self) -> None:
        """Deletes the visitor's data now."""
        self._end()


def _remove(workspace: Workspace, folder: Path) -> None:
    workspace.close()
    shutil.rmtree(folder, ignore_errors=True)
