"""How much a file may ask of the machine: every number of the safety belt in one place, with its reason."""

from __future__ import annotations

import sys
from dataclasses import dataclass

MEGABYTE = 1_000_000

# A zip format is measured before any parser sees it: a workbook of 1 KB can ask a parser for 549 GB.
MAX_PARTS = 5_000  # real workbooks have tens of parts; 60,000 empty ones are a prank
MAX_INFLATED_BYTES = 400 * MEGABYTE  # 6 million cells of an honest workbook inflate to about 250 MB
MAX_INFLATION = 300  # honest workbooks shrink 5 to 50 times; bombs 1,000 times
INFLATION_FREE_BYTES = 20 * MEGABYTE  # small repetitive workbooks shrink well and harm nobody
MAX_PIECE_BYTES = 4 * MEGABYTE  # one cell (Excel stops at 32,767 characters) or one row of an OpenDocument sheet
MAX_CELLS = 6_000_000  # filled or styled; about 200 MB in the parser, and as much again as text
MAX_USED_RANGE = 24_000_000  # rows times columns up to the last filled cell: the parser holds all of it at 24 to 32 bytes a cell
MAX_COLUMNS = 512  # the widest export of a real shop system has some 200
SHEET_ROWS, SHEET_COLUMNS = 1_048_576, 16_384  # what the xlsx format itself allows

MAX_TEXT_BYTES = 400 * MEGABYTE  # text that a packed column may unfold to: 0.65 MB of Parquet can hold 5 GB of it
MAX_TABLES_IN_ARCHIVE = 500  # a year of daily exports is 365
MAX_NAME_CHARACTERS = 100  # of a file's or a sheet's name, which is only ever shown

MAX_CHILDREN = 2  # readers at once in one server: two cores, and 2 GB each
MAX_ANSWER_BYTES = 64 * MEGABYTE  # what a child may tell its parent besides the rows; 10,000 refused rows take 3 MB


@dataclass(frozen=True)
class Limits:
    """What one reading child may use.

    memory_bytes is what it may allocate: the largest honest upload (24 million cells of Parquet) allocates 1.5 GB.
    address_space_bytes also holds the program itself and the finished rows, which are looked at where they lie on disk.
    engine_memory_bytes is the engine's share; what does not fit there it spills to the scratch folder.
    """

    memory_bytes: int = 2_000 * MEGABYTE
    address_space_bytes: int = 3_000 * MEGABYTE
    engine_memory_bytes: int = 500 * MEGABYTE
    engine_threads: int = 2
    processor_seconds: int = 45
    wall_seconds: int = 60
    open_files: int = 64
    disk_bytes: int = 2_000 * MEGABYTE


def limits_for(file_bytes: int, files: int = 1) -> Limits:
    """The limits for reading so many files of this size together.

    Uploads (50 MB at most) get the plain limits. A big file on one's own disk may take longer (a second of processor per
    megabyte above 50; ten million lines of 54 bytes take 13) and more memory, up to two and a half times as much.
    Every further file may take half a second: a year of daily exports is 365 of them.
    """
    extra_megabytes = max(0, file_bytes - 50 * MEGABYTE) // MEGABYTE
    extra_seconds = extra_megabytes + files // 2
    memory_extra_bytes = min(extra_megabytes, 1_000) * MEGABYTE
    return Limits(
        memory_bytes=2_000 * MEGABYTE + 3 * memory_extra_bytes,
        address_space_bytes=3_000 * MEGABYTE + 3 * memory_extra_bytes + 4 * extra_megabytes * MEGABYTE,
        engine_memory_bytes=500 * MEGABYTE + memory_extra_bytes,
        processor_seconds=45 + extra_seconds,
        wall_seconds=60 + 2 * extra_seconds,
        disk_bytes=2_000 * MEGABYTE + 10 * extra_megabytes * MEGABYTE,
    )


def cap(limits: Limits) -> None:
    """Nothing comes back: from here on this process cannot grow beyond the limits.

    Linux keeps all of them. macOS does not cap memory, and Windows has no such caps at all: there the clock alone ends the process.
    """
    if sys.platform == "win32":
        return
    import resource

    caps = [
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, limits.disk_bytes),
        (resource.RLIMIT_CORE, 0),
    ]
    if sys.platform == "linux":
        caps += [(resource.RLIMIT_DATA, limits.memory_bytes), (resource.RLIMIT_AS, limits.address_space_bytes)]
    for kind, most in caps:
        hard = resource.getrlimit(kind)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))
    # The soft limit ends the process with a signal of its own, by which the parent knows that time was the reason.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor_seconds, limits.processor_seconds + 5))
