"""The repository and its locks say nothing about the machine they were made on, and the locks agree with pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "tests/requirements.txt")
# Folders of whoever built this, and the hosts that packages come from; in the locks any address at all.
MACHINE = (
    r"(?<![\w./-])/(root|(?:home|Users|work|tmp|opt)/\w+)(?=/|\b)(?!\w)|pypi\.org|files\.pythonhosted|--(extra-)?index-url|--find-links"
)
ADDRESS = r"\w+://"


def told(root: Path, paths: list[str]) -> list[str]:
    """Every place in these files that tells of a machine or a package host."""
    wrong = []
    for path in paths:
        try:
            text = (root / path).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):  # a picture, a workbook, or deleted and not committed yet
            continue
        pattern = f"{MACHINE}|{ADDRESS}" if path in LOCKS else MACHINE
        wrong += [f"{path}: {m.group()}" for m in re.finditer(pattern, text)]
    return wrong


def pinned(lock: str) -> dict[str, set[str]]:
    """Each package of a lock with its versions (some differ between Python versions)."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M):
        versions.setdefault(name, set()).add(version)
    return versions


def test_nothing_tells_of_the_machine():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: which files belong to the repository is not known")
    paths = [path for path in listed.stdout.splitlines() if path != "tests/test_locks.py"]
    assert set(LOCKS) <= set(paths)
    assert told(ROOT, paths) == []


def test_both_locks_agree_and_hold_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    app, tests = (pinned(lock) for lock in LOCKS)
    names = [
        [re.split(r"[^\w-]", line)[0] for line in lines] for lines in (project["dependencies"], project["optional-dependencies"]["test"])
    ]
    assert [name for name in names[0] if name not in app] == []
    assert [name for name in names[1] if name not in tests] == []
    assert {name: tests.get(name) for name in app} == app


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes(lock):
    blocks = re.split(r"^(?=[\w.-]+==)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M)[1:]
    assert len(blocks) > 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_tells_is_found_and_what_does_not_is_left(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "a.md").write_text("see /home/anna/shop and /root/.cache, not /homepage, xl/home/a.xml, ../home/a or file:///etc/passwd")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\xff/root/")
    (tmp_path / "requirements.txt").write_text("--index-url https://example.org\n# via file:///a")
    found = ["a.md: /home/anna", "a.md: /root", "requirements.txt: --index-url", "requirements.txt: https://", "requirements.txt: file://"]
    assert told(tmp_path, ["a.md", "b.png", "requirements.txt"]) == found
