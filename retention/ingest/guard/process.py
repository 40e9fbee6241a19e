"""A process with almost no environment, which is ended in time and in any case."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
# What Python itself may need to start; nothing else of our environment, where secrets live, reaches the process.
KEPT_VARIABLES = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Running:
    """A process one can talk to: one message in, lines out."""

    process: subprocess.Popen[bytes]
    is_late: threading.Event
    log: Path

    def send(self, message: bytes) -> None:
        """Nothing comes back: the process has the whole message. One that has ended already is noticed at its first missing line."""
        if self.process.stdin is not None:
            with suppress(BrokenPipeError), self.process.stdin as stdin:
                stdin.write(message)

    def lines(self, most_bytes: int) -> Iterator[bytes]:
        """What the process says, line by line, until it ends; a longer line than agreed comes in parts."""
        while self.process.stdout is not None and (line := self.process.stdout.readline(most_bytes)):
            yield line

    def ran_out_of_time(self) -> bool:
        """Whether the process, which has stopped talking, was ended by the clock or by its own processor limit."""
        code = self.process.wait()
        return self.is_late.is_set() or (sys.platform != "win32" and code == -signal.SIGXCPU)

    def complaint(self) -> str:
        """The end of what the process wrote to standard error: for developers, never for the page."""
        return self.log.read_text("utf-8", "replace")[-4_000:]


@contextmanager
def running(command: Sequence[str], folder: Path, seconds: float) -> Iterator[Running]:
    """The process, working in this folder for so many seconds at most; afterwards it is dead, whatever happened."""
    log_path = folder / "child.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
    is_late = threading.Event()

    def end_late() -> None:
        is_late.set()
        _end(process)

    timer = threading.Timer(seconds, end_late)
    timer.daemon = True
    timer.start()
    with process:
        try:
            yield Running(process, is_late, log_path)
        finally:
            timer.cancel()
            _end(process)


def _environment(folder: Path) -> dict[str, str]:
    return {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ} | {
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONUTF8": "1",
        "TMPDIR": str(folder),
        "TEMP": str(folder),
        "TZ": "UTC",
        # Threads and allocators that reserve address space in advance would use up the cap without using memory.
        "MALLOC_ARENA_MAX": "2",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
