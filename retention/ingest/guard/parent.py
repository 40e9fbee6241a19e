"""Has files read by a capped child, and turns whatever becomes of it into a reading or one sentence."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from retention.ingest.guard.limits import MAX_ANSWER_BYTES, MAX_CHILDREN, MEGABYTE, Limits, limits_for
from retention.ingest.guard.process import running
from retention.ingest.guard.wire import NotAsAgreed, from_wire
from retention.ingest.reading import Reading
from retention.sentence import Refusal, Sentence, sentence

Progress = Callable[[float, Sentence], None]
CHILD = (sys.executable, "-P", "-m", "retention.ingest.child")
_places = threading.BoundedSemaphore(MAX_CHILDREN)


class ChildFailed(Exception):
    """The cause behind a refusal: what the child wrote to its log. For developers; it may quote the file and is never shown."""


@dataclass(frozen=True)
class Step:
    """How far the child is (0 to 1), and what it is doing."""

    share: float
    said: Sentence


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
    limits = limits or limits_for(file_bytes, len(files))
    progress = progress or _tell_nobody
    spool = Path(tempfile.mkdtemp(prefix="retention-"))  # 0700: nobody else may look
    try:
        _check_disk(spool, file_bytes)
        scratch = spool / "scratch"
        scratch.mkdir()
        names = [name for _, name in files]
        request = {
            "paths": [str(path.resolve()) for path, _ in files],
            "names": names,
            "mapping": mapping,
            "spool": str(spool),
            "scratch": str(scratch),
            "limits": asdict(limits),
        }
        with _one_of_few(progress):
            reading = _converse(command, json.dumps(request).encode(), names, limits, scratch, progress)
        shutil.rmtree(scratch)
        return replace(reading, tables={table: spool / path.name for table, path in reading.tables.items()}, spool=spool)
    except BaseException:  # also what is no Exception: a page that is left, or run again, while its file is read
        shutil.rmtree(spool, ignore_errors=True)
        raise


def _tell_nobody(share: float, said: Sentence) -> None:
    """For callers that do not watch."""


def _check_disk(spool: Path, file_bytes: int) -> None:
    needed_bytes = 3 * file_bytes + 500 * MEGABYTE
    if shutil.disk_usage(spool).free < needed_bytes:
        raise Refusal(sentence("Reading needs {size} MB of free disk space; free some and try again", size=needed_bytes // MEGABYTE))


@contextmanager
def _one_of_few(progress: Progress) -> Iterator[None]:
    """Waits for a place: each child may take 2 GB, so only a few run at once."""
    if not _places.acquire(blocking=False):
        progress(0.0, sentence("Waiting until another file has been read"))
        _places.acquire()
    try:
        yield
    finally:
        _places.release()


def _converse(command: Sequence[str], request: bytes, names: Sequence[str], limits: Limits, scratch: Path, progress: Progress) -> Reading:
    """What the child answers, while its progress is passed on. Raises the child's refusal, or one for a child that gives no answer."""
    current = names[0] if len(names) == 1 else None
    with running(command, scratch, limits.wall_seconds) as child:
        child.send(request)
        for line in child.lines(MAX_ANSWER_BYTES):
            match _understood(line, scratch):
                case Reading() as reading:
                    return reading
                case Refusal() as refusal:
                    raise refusal
                case Step(share, said):
                    if len(names) > 1:
                        current = next((str(value) for name, value in said.values if name == "file"), None)
                    progress(share, said)
                case None:
                    raise _too_much(current) from ChildFailed(child.complaint())
        said_why = _too_slow(current) if child.ran_out_of_time() else _too_much(current)
        raise said_why from ChildFailed(child.complaint())


def _understood(line: bytes, folder: Path) -> Reading | Refusal | Step | None:
    """The child's message; None where it reports a failure or says something that is not agreed."""
    try:
        match json.loads(line):
            case {"reading": document}:
                return from_wire(Reading, document, folder)
            case {"refusal": document}:
                return Refusal(from_wire(Sentence, document, folder))
            case {"progress": [float() | int() as share, document]}:
                return Step(share, from_wire(Sentence, document, folder))
    except (ValueError, RecursionError, NotAsAgreed):
        return None
    return None


def _too_much(name: str | None) -> Refusal:
    if name is None:
        return Refusal(sentence("One of these files is too large or damaged to read safely; load them one at a time"))
    return Refusal(
        sentence(
            "{file} is too large or damaged to read safely; open it in a spreadsheet program, save the table as CSV and try again",
            file=name,
        )
    )


def _too_slow(name: str | None) -> Refusal:
    if name is None:
        return Refusal(sentence("Reading these files together took too long and was stopped; load them one at a time"))
    return Refusal(sentence("Reading {file} took too long and was stopped; save the table as CSV, or split it, and try again", file=name))
