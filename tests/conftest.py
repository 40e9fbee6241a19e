"""What every test stands on: its own data folder, fixed seeds, and the collected files where they lie beside the checkout."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

COLLECTED = Path(__file__).resolve().parents[2] / "shared" / "data"

# The same examples on every run, nothing remembered in the working folder, and no verdict by the clock of a busy machine.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "retention-ladder-hypothesis")
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Contents of files are no names for tests: archives hold the time of day, and every worker would call the same test otherwise."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the data folder of whoever runs it."""
    home = tmp_path / "retention-home"
    monkeypatch.setenv("RETENTION_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of public data sets; not part of the repository, so a checkout alone skips the tests that read it."""
    return _collected("real")


@pytest.fixture(scope="session")
def bad_data() -> Path:
    """The folder of broken and hostile files; not part of the repository either."""
    return _collected("bad")


def _collected(kind: str) -> Path:
    folder = COLLECTED / kind
    if not folder.is_dir():
        pytest.skip(f"the collected files (data/{kind}) do not lie beside this checkout")
    return folder
