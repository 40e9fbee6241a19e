from __future__ import annotations

import tempfile
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rewritten copies and spools go where pytest clears up; the capped child gets a folder of its own anyway."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
