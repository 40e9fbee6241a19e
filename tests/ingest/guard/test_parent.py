from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from retention.ingest.guard.limits import MEGABYTE, Limits, limits_for
from retention.ingest.guard.parent import read_in_child
from retention.ingest.guard.wire import to_wire
from retention.ingest.reading import Reading, Totals
from retention.sentence import Refusal, Sentence, sentence

QUICK = Limits(wall_seconds=20, processor_seconds=20)
NOTHING = Reading((), (), (), 0, Totals(0, None, None, None, None, None, None, None), {}, Path("x"))
HEARD = """
import json, os, signal, sys, time
request = json.load(sys.stdin)
def say(**document):
    print(json.dumps(document), flush=True)
"""


@pytest.fixture(autouse=True)
def spools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spools"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text("date,amount\n2024-01-31,5\n")
    return path


def child(code: str) -> list[str]:
    """A stand-in for the reading child that does as told."""
    return [sys.executable, "-c", HEARD + code]


ANSWER = f"say(reading=json.loads({json.dumps(json.dumps(to_wire(NOTHING)))}))"


def test_the_answer_and_the_spool_folder(orders: Path, spools: Path) -> None:
    code = """
open(os.path.join(request["spool"], "order_lines.arrow"), "w").write(json.dumps([dict(os.environ), os.getcwd(), request]))
"""
    answer = ANSWER.replace('\\"tables\\": {}', '\\"tables\\": {\\"order_lines\\": \\"order_lines.arrow\\"}')
    os.environ["A_SECRET_OF_THE_SERVER"] = "hush"
    try:
        reading = read_in_child([(orders, "shown.csv")], {"files": []}, None, limits=QUICK, command=child(code + answer))
    finally:
        del os.environ["A_SECRET_OF_THE_SERVER"]
    assert stat.S_IMODE(reading.spool.stat().st_mode) == 0o700
    assert reading.spool.parent == spools
    assert reading.tables == {"order_lines": reading.spool / "order_lines.arrow"}
    with reading:
        environment, folder, request = json.loads(reading.tables["order_lines"].read_text())
        assert "A_SECRET_OF_THE_SERVER" not in environment
        assert Path(folder).parent == reading.spool
        assert (request["paths"], request["names"], request["mapping"]) == ([str(orders)], ["shown.csv"], {"files": []})
        assert [path.name for path in reading.spool.iterdir()] == ["order_lines.arrow"]
    assert list(spools.iterdir()) == []


def test_a_refusal_keeps_its_sentence(orders: Path, spools: Path) -> None:
    said = sentence("Row {row} of {file} has no date; add one", row=7, file="orders.csv")
    code = f"say(refusal=json.loads({json.dumps(json.dumps(to_wire(said)))}))"
    with pytest.raises(Refusal) as refused:
        read_in_child([(orders, "orders.csv")], None, None, limits=QUICK, command=child(code))
    assert refused.value.sentence == said
    assert list(spools.iterdir()) == []


TOO_MUCH = "orders.csv is too large or damaged to read safely"
CAPPED = "from retention.ingest.guard.limits import Limits, cap\ncap(Limits(**request['limits']))\n"


@pytest.mark.parametrize(
    ("code", "limits", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", QUICK, TOO_MUCH),
        ("os.abort()", QUICK, TOO_MUCH),
        ("sys.exit(1)", QUICK, TOO_MUCH),
        ("say(failure=None)", QUICK, TOO_MUCH),
        ("print('nonsense', flush=True); time.sleep(60)", QUICK, TOO_MUCH),
        ("print('[' * 100_000, flush=True)", QUICK, TOO_MUCH),
        ("say(reading={'files': 1})", QUICK, TOO_MUCH),
        ("say(refusal={'text': '{x.__class__}', 'values': [['x', 'y']], 'plural': None, 'count': None})", QUICK, TOO_MUCH),
        ("say(progress=[0.5, {}]); time.sleep(60)", QUICK, TOO_MUCH),
        ("time.sleep(60)", replace(QUICK, wall_seconds=1), "Reading orders.csv took too long"),
        ("os.close(1); time.sleep(60)", replace(QUICK, wall_seconds=1), "Reading orders.csv took too long"),
        (CAPPED + "while True: pass", replace(QUICK, processor_seconds=1), "Reading orders.csv took too long"),
        (CAPPED + "b = bytearray(2_500_000_000); " + ANSWER, QUICK, TOO_MUCH),
        (CAPPED + "open('big', 'wb').write(bytes(3_000_000)); " + ANSWER, replace(QUICK, disk_bytes=1_000_000), TOO_MUCH),
    ],
)
def test_whatever_becomes_of_the_child_is_one_sentence(orders: Path, spools: Path, code: str, limits: Limits, said: str) -> None:
    began = time.monotonic()
    with pytest.raises(Refusal) as refused:
        read_in_child([(orders, "orders.csv")], None, None, limits=limits, command=child(code))
    assert str(refused.value).startswith(said)
    assert time.monotonic() - began < 15
    assert list(spools.iterdir()) == []


def test_with_many_files_the_sentence_names_the_one_at_fault_or_all(orders: Path) -> None:
    files = [(orders, "a.csv"), (orders, "b.csv")]
    step = to_wire(sentence("Reading {file}", file="b.csv"))
    with pytest.raises(Refusal, match=r"^b\.csv is too large"):
        read_in_child(files, None, None, limits=QUICK, command=child(f"say(progress=[0.5, {step!r}]); os.abort()"))
    with pytest.raises(Refusal, match="^One of these files is too large or damaged"):
        read_in_child(files, None, None, limits=QUICK, command=child("os.abort()"))


def test_progress_is_passed_on(orders: Path) -> None:
    heard: list[tuple[float, Sentence]] = []
    step = sentence("Reading {file}", file="orders.csv")
    code = f"say(progress=[0.25, {to_wire(step)!r}]); {ANSWER}"
    with read_in_child([(orders, "orders.csv")], None, lambda share, said: heard.append((share, said)), limits=QUICK, command=child(code)):
        assert heard == [(0.25, step)]


class PageLeft(BaseException):
    """As a page's run ends when its visitor goes elsewhere: no Exception."""


def test_a_page_that_is_left_ends_the_child_and_leaves_nothing(orders: Path, spools: Path, tmp_path: Path) -> None:
    step = to_wire(sentence("Reading {file}", file="orders.csv"))
    note = tmp_path / "still there"
    code = f"say(progress=[0.25, {step!r}]); time.sleep(2); open({str(note)!r}, 'w')"

    def leave(share: float, said: Sentence) -> None:
        raise PageLeft

    with pytest.raises(PageLeft):
        read_in_child([(orders, "orders.csv")], None, leave, limits=QUICK, command=child(code))
    assert list(spools.iterdir()) == []
    time.sleep(2.2)
    assert not note.exists()


def test_two_children_at_once_and_the_others_wait(orders: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    code = f"""
mark = os.path.join({str(marks)!r}, str(os.getpid()))
open(mark, "w").close()
most = len(os.listdir({str(marks)!r}))
time.sleep(0.5)
os.remove(mark)
document = json.loads({json.dumps(json.dumps(to_wire(NOTHING)))})
say(reading=document | {{"refused_count": most}})
"""
    at_once: list[int] = []
    heard: list[str] = []

    def read() -> None:
        with read_in_child(
            [(orders, "a.csv")], None, lambda _, said: heard.append(said.text), limits=QUICK, command=child(code)
        ) as reading:
            at_once.append(reading.refused_count)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(at_once) == 4
    assert max(at_once) == 2
    assert heard == ["Waiting until another file has been read"] * 2


def test_limits_grow_with_the_file() -> None:
    assert limits_for(50 * MEGABYTE) == Limits()
    large, huge = limits_for(500 * MEGABYTE), limits_for(5_000 * MEGABYTE)
    assert large.processor_seconds == 45 + 450
    assert limits_for(50 * MEGABYTE, files=365).processor_seconds == 45 + 182
    assert Limits().memory_bytes < large.memory_bytes < huge.memory_bytes == 5_000 * MEGABYTE
    assert large.engine_memory_bytes < large.memory_bytes < large.address_space_bytes


def test_too_little_disk_is_said_before_anything_is_read(orders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retention.ingest.guard.parent.shutil.disk_usage", lambda folder: type("Usage", (), {"free": 400 * MEGABYTE}))
    with pytest.raises(Refusal, match="Reading needs 500 MB of free disk space"):
        read_in_child([(orders, "orders.csv")], None, None, limits=QUICK, command=child("os.abort()"))
