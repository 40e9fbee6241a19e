"""The process that alone opens what people upload: it caps itself, reads, says how far it is, and hands the reading to its parent."""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import BinaryIO

import duckdb

from retention.ingest.formats.identical import same_twice, sha256
from retention.ingest.formats.raw import RawTable, read_raw
from retention.ingest.guard.limits import MEGABYTE, Limits, cap
from retention.ingest.guard.wire import to_wire
from retention.ingest.reading import Finding, Reading
from retention.sentence import Refusal, Sentence, sentence


@dataclass(frozen=True)
class Request:
    """What the parent asks for, as it arrives in JSON: paths and shown names side by side, and the folder that takes the rows."""

    paths: Sequence[str]
    names: Sequence[str]
    mapping: Mapping[str, object] | None
    spool: str
    scratch: str
    limits: Mapping[str, int]


class WithoutFrames(MetaPathFinder):
    """Keeps pandas and NumPy out of this process: Arrow would import them, for a second and 150 MB, and to no use here."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Nothing for every other module, so that the usual finders go on; for those two the answer that they are not there."""
        if name in ("pandas", "numpy"):
            raise ModuleNotFoundError(name)


def main() -> None:
    """Nothing comes back; the outcome is one line of JSON on what was standard output: a reading, a refusal or a failure.

    Every exception ends here, also those that are not an Exception: a parser written in Rust panics with a BaseException of its own.
    """
    with os.fdopen(os.dup(1), "wb") as parent:
        os.dup2(2, 1)  # whatever a parser prints goes to the log, not into the conversation
        try:
            request = Request(**json.load(sys.stdin.buffer))
            cap(Limits(**request.limits))
            sys.meta_path.insert(0, WithoutFrames())
            gc.disable()  # nothing here forms cycles, and a million fresh rows would make the collector look again and again
            _tell(parent, {"reading": to_wire(read(request, lambda share, said: _tell(parent, {"progress": [share, to_wire(said)]})))})
        except Refusal as refusal:
            _tell(parent, {"refusal": to_wire(refusal.sentence)})
        except BaseException:
            traceback.print_exc()
            _tell(parent, {"failure": None})


def _tell(parent: BinaryIO, document: Mapping[str, object]) -> None:
    parent.write(json.dumps(document).encode() + b"\n")
    parent.flush()


def read(request: Request, progress: Callable[[float, Sentence], None]) -> Reading:
    """The files of the request read and understood together; the rows lie in the spool folder."""
    from retention.ingest.understand import understand  # which imports Arrow, so only now that nothing else comes along

    paths = [Path(path) for path in request.paths]
    sizes = [path.stat().st_size for path in paths]
    tables: list[RawTable] = []
    findings: list[Finding] = []
    first_with: dict[str, str] = {}
    with _engine(request) as connection:
        for position, (path, name) in enumerate(zip(paths, request.names, strict=True)):
            progress(0.5 * sum(sizes[:position]) / max(1, sum(sizes)), sentence("Reading {file}", file=name))
            first = first_with.setdefault(sha256(path), name)
            if first == name:
                tables += read_raw(path, name, connection)
            else:
                findings.append(same_twice(name, first))
        progress(0.5, sentence("Understanding what was read"))
        reading = understand(connection, tables, request.mapping, Path(request.spool), lambda share, said: progress(0.5 + share / 2, said))
    digest_of = {name: digest for digest, name in first_with.items()}
    files = tuple(replace(file, sha256=digest_of[file.file]) for file in reading.files)
    return replace(reading, files=files, findings=(*findings, *reading.findings))


def _engine(request: Request) -> duckdb.DuckDBPyConnection:
    """A database in memory that spills into the scratch folder and can open no other files than those it was given."""
    limits = Limits(**request.limits)
    connection = duckdb.connect(
        config={
            "threads": limits.engine_threads,
            "memory_limit": f"{limits.engine_memory_bytes // MEGABYTE}MB",
            "temp_directory": request.scratch,
            "max_temp_directory_size": f"{limits.disk_bytes // MEGABYTE}MB",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
            "arrow_output_version": "1.5",  # which has amounts of eight bytes instead of sixteen
        }
    )
    connection.execute("set allowed_paths = ?", [list(request.paths)])
    connection.execute("set allowed_directories = ?", [[request.spool]])
    connection.execute("set enable_external_access = false")
    return connection


if __name__ == "__main__":
    main()
