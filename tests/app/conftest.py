"""Pages run without a browser: the sample shops are read once for all of them, and the installed packages looked through once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.tiny_shop import make_tiny_shop


@pytest.fixture(scope="session")
def sample_shops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a sample shop lies from the first visit to it on: it is read once, and nobody can change it."""
    return tmp_path_factory.mktemp("sample-shops")


@pytest.fixture(autouse=True)
def own_home(own_home: Path, sample_shops: Path) -> Path:
    """A data folder of one's own, in which only the sample shops are everybody's."""
    own_home.mkdir()
    (own_home / "samples").symlink_to(sample_shops, target_is_directory=True)
    return own_home


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """AppTest searches all installed packages for Streamlit's own kind of components, anew for every visit: longer than a page takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="module")
def home_of_five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose own shop is that of the five customers, for tests that change nothing in it."""
    folder = tmp_path_factory.mktemp("home-of-five")
    workspace = make_tiny_shop(folder / "workspace.duckdb")
    yield folder
    workspace.close()
