"""A server that strangers can reach must not share one workspace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from retention.modes import mode
from retention.sentence import Refusal

ROOT = Path(__file__).resolve().parents[1]
EVERYBODY = "0.0.0.0"  # noqa: S104 - what must not be served in local mode


def test_the_mode_is_local_unless_said_otherwise(monkeypatch):
    monkeypatch.delenv("RETENTION_MODE", raising=False)
    assert mode() == "local"
    monkeypatch.setenv("RETENTION_MODE", "visitor")
    assert mode() == "visitor"
    monkeypatch.setenv("RETENTION_MODE", "everybody")
    with pytest.raises(Refusal, match="must be local or visitor"):
        mode()


@pytest.mark.parametrize(
    ("asked", "address", "starts"), [("local", EVERYBODY, False), ("visitor", EVERYBODY, True), ("local", "127.0.0.1", True)]
)
def test_an_open_address_needs_visitors_of_their_own(asked, address, starts):
    environment = {**os.environ, "RETENTION_MODE": asked}
    code = f"from streamlit import config; config.set_option('server.address', '{address}'); import app"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == starts
    assert starts or "RETENTION_MODE=visitor" in done.stderr
