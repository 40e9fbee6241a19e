"""Starts the reading child, listens to it, ends it in time, and turns whatever becomes of it into a reading or one sentence."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, cast

from retention.ingest.limits import MAX_ANSWER_BYTES, MAX_CHILDREN, MEGABYTE, Limits, limits_for
from retention.ingest.reading import Reading
from retention.ingest.wire import NotAsAgreed, from_wire
from retention.sentence import Refusal, Sentence, sentence

Progress = Callable[[float, Sentence], None]
CHILD = (sys.executable, "-P", "-m", "retention.ingest.child")
REPOSITORY = Path(__file__).resolve().parents[2]
# What Python itself may need to start; nothing else of the parent's environment, where secrets live, reaches the child.
KEPT_VARIABLES = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH")
_slots = threading.BoundedSemaphore(MAX_CHILDREN)


def read_in_child(
    files: Sequence[tuple[Path, str]],
    mapping: Mapping[str, object] | None,
    progress: Progress | None,
    *,
    limits: Limits | None = None,
    command: Sequence[str] = CHILD,
) -> Reading:
    """What the files (path, shown name) hold, read by one capped child process. The caller owns the reading's spool folder.

    Refuses what the child refuses, and a child that dies, hangs or talks nonsense; nothing is left on disk then.
    """
    file_bytes = sum(path.stat().st_size for path, _ in files)
    limits = limits or limits_for(file_bytes)
    said = progress or _say_nothing
    spool = Path(tempfile.mkdtemp(prefix="retention-"))  # 0700: nobody else may look
    try:
        _check_disk(spool, file_bytes)
        scratch = spool / "scratch"
        scratch.mkdir()
        request = {
            "paths": [str(path.resolve()) for path, _ in files],
            "names": [name for _, name in files],
            "mapping": mapping,
            "spool": str(spool),
            "scratch": str(scratch),
            "limits": asdict(limits),
        }
        with _one_of_few(said):
            reading = from_wire(Reading, _converse(command, request, limits, scratch, said), spool)
        shutil.rmtree(scratch)
        return replace(reading, spool=spool)
    except BaseException:  # also what is no Exception: a page that is left or rerun while its file is read
        shutil.rmtree(spool, ignore_errors=True)
        raise


def _say_nothing(share: float, said: Sentence) -> None:
    """For callers that do not watch."""


def _check_disk(spool: Path, file_bytes: int) -> None:
    needed = 3 * file_bytes + 500 * MEGABYTE
    if shutil.disk_usage(spool).free < needed:
        raise Refusal(sentence("Reading needs {size} MB of free disk space; free some and try again", size=needed // MEGABYTE))


@contextmanager
def _one_of_few(said: Progress) -> Iterator[None]:
    """Waits for a place: each child may take 1.5 GB, so only a few run at once."""
    if not _slots.acquire(blocking=False):
        said(0.0, sentence("Waiting until another file has been read"))
        _slots.acquire()
    try:
        yield
    finally:
        _slots.release()


def _converse(command: Sequence[str], request: Mapping[str, object], limits: Limits, scratch: Path, said: Progress) -> object:
    """What the child answers, while its progress is passed on. Raises the child's refusal, or one for a child that gives no answer."""
    names = cast("list[str]", request["names"])
    current = names[0] if len(names) == 1 else None
    with _running(command, scratch) as (stdin, stdout, process), _deadline(process, limits.wall_seconds) as is_late:
        with suppress(BrokenPipeError), stdin:  # a child that is gone already is noticed below
            stdin.write(json.dumps(request).encode())
        try:
            while line := stdout.readline(MAX_ANSWER_BYTES):
                match json.loads(line):
                    case {"reading": document}:
                        return document
                    case {"refusal": document}:
                        raise Refusal(from_wire(Sentence, document, scratch))
                    case {"progress": [float() | int() as share, document]}:
                        step = from_wire(Sentence, document, scratch)
                        current = names[0] if len(names) == 1 else cast("str | None", dict(step.values).get("file"))
                        said(share, step)
                    case _:
                        raise NotAsAgreed("a failure, or a message of another form")
        except (ValueError, NotAsAgreed) as error:
            raise _too_much(current) from error
        is_over_time = process.wait() == -signal.SIGXCPU if sys.platform != "win32" else False
        raise _too_slow(current, limits) if is_late.is_set() or is_over_time else _too_much(current)


def _too_much(name: str | None) -> Refusal:
    if name is None:
        return Refusal(sentence("These files together are too large to read safely; load them one at a time"))
    return Refusal(
        sentence("{file} is too large or damaged to read safely; open it in a spreadsheet program, save the table as CSV and try again", file=name)
    )


def _too_slow(name: str | None, limits: Limits) -> Refusal:
    if name is None:
        return Refusal(sentence("Reading these files together took too long and was stopped; load them one at a time"))
    return Refusal(
        sentence(
            "Reading {file} took longer than {seconds} seconds and was stopped; save the table as CSV, or split it, and try again",
            file=name,
            seconds=limits.processor_seconds,
        )
    )


@contextmanager
def _running(command: Sequence[str], scratch: Path) -> Iterator[tuple[IO[bytes], IO[bytes], subprocess.Popen[bytes]]]:
    """The child and its two pipes; whatever happens, it is dead afterwards. What it prints goes to a log in the scratch folder."""
    with (scratch / "child.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=scratch,
            env=_environment(scratch),
            start_new_session=True,
        )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield process.stdin, process.stdout, process
    finally:
        _end(process)
        process.wait()
        process.stdout.close()


def _environment(scratch: Path) -> dict[str, str]:
    return {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ} | {
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONUTF8": "1",
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "TZ": "UTC",
        # Threads and allocators that reserve address space in advance would use up the cap without using memory.
        "MALLOC_ARENA_MAX": "2",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "OPENBLAS_NUM_THREADS": "1",
    }


@contextmanager
def _deadline(process: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """Ends the process after so many seconds; the event tells whether that happened."""
    is_late = threading.Event()

    def end() -> None:
        is_late.set()
        _end(process)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
