"""Files that are packed: what a .gz holds, and every table in a .zip, read as if they lay in one folder."""

from __future__ import annotations

import gzip
import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO

from duckdb import DuckDBPyConnection

from retention.ingest.formats.encoding_evidence import best_encoding
from retention.ingest.formats.identical import same_twice, sha256
from retention.ingest.formats.raw import RawTable, read_raw
from retention.ingest.guard.limits import (
    INFLATION_FREE_BYTES,
    MAX_INFLATED_BYTES,
    MAX_INFLATION,
    MAX_PARTS,
    MAX_TABLES_IN_ARCHIVE,
    MEGABYTE,
)
from retention.ingest.guard.recognise import ZIP_ERRORS, NoTable, damaged, protected, recognise, shown
from retention.ingest.reading import Finding
from retention.sentence import Refusal, counted, sentence

BLOCK_BYTES = 1 << 20
DEEPEST = 2  # an archive, and one inside it
IN_UTF8 = 0x800
# What computers put into archives on their own account, and the notes that come with exports.
HIDDEN = re.compile(r"(^|/)(__MACOSX/|\.[^./]|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
NOTES = re.compile(r"(^|/)(read[ _-]?me|licen[cs]e|прочти|читай|citeste|citește)[^/]*\.(txt|csv)$|(^|/)(readme|licen[cs]e)$", re.IGNORECASE)


@dataclass
class Unpacked:
    """What an archive turned out to hold: tables with their names inside it, and the names of what is no table."""

    archive: str
    packed_bytes: int
    folder: Path
    tables: list[tuple[Path, str]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    inflated_bytes: int = 0

    def write(self, stream: IO[bytes] | gzip.GzipFile) -> Path:
        """The stream as a file of its own; refuses what inflates to more than a table of a shop can."""
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as copy:
            while block := stream.read(BLOCK_BYTES):
                self.count(len(block))
                copy.write(block)
        return Path(copy.name)

    def count(self, more_bytes: int) -> None:
        """Nothing comes back; so many bytes more have been inflated."""
        self.inflated_bytes += more_bytes
        is_swollen = self.inflated_bytes > max(INFLATION_FREE_BYTES, MAX_INFLATION * self.packed_bytes)
        if self.inflated_bytes > MAX_INFLATED_BYTES or is_swollen:
            raise Refusal(
                sentence(
                    "{file} unfolds to more than {size} MB inside, too much to read; unpack it and choose the tables in it",
                    file=self.archive,
                    size=self.inflated_bytes // MEGABYTE,
                )
            )


def read_archive(path: Path, shown_name: str, connection: DuckDBPyConnection) -> list[RawTable]:
    """The raw tables of every table in the archive, named by the archive (file) and by their names inside it (sheet).

    What is plainly no table is passed over aloud. Refuses an archive that is locked, damaged, too large, packed more than twice
    or without any table, and one that holds a table which would be refused on its own.
    """
    unpacked = Unpacked(shown_name, path.stat().st_size, Path(tempfile.mkdtemp(prefix="unpacked-")))
    try:
        _unpack(path, "", unpacked, 1)
    except NotImplementedError as error:
        raise Refusal(sentence("{file} is packed in an unusual way; unpack it and choose the tables in it", file=shown_name)) from error
    except ZIP_ERRORS as error:
        raise damaged(shown_name) from error
    if not unpacked.tables:
        raise Refusal(sentence("{file} holds no table; choose the file that holds the table", file=shown_name))
    findings = [_passed_over(unpacked)] if unpacked.passed_over else []
    tables: list[RawTable] = []
    first_with: dict[str, str] = {}
    for (member, _), label in zip(unpacked.tables, _labels([name for _, name in unpacked.tables]), strict=True):
        told = f"{shown_name} · {label}" if label else shown_name
        first = first_with.setdefault(sha256(member), told)
        if first == told:
            tables += [_within(shown_name, label, raw) for raw in read_raw(member, told, connection)]
        else:
            findings.append(replace(same_twice(told, first), file=shown_name, sheet=label))
    return [replace(tables[0], findings=(*findings, *tables[0].findings)), *tables[1:]]


def _within(archive: str, label: str | None, raw: RawTable) -> RawTable:
    """The table under the archive's name: "book.xlsx · Sheet1" is its sheet then."""
    sheet = " · ".join(part for part in (label, raw.sheet) if part) or None
    findings = tuple(replace(finding, file=archive, sheet=sheet) for finding in raw.findings)
    return replace(raw, file=archive, sheet=sheet, findings=findings)


def _unpack(path: Path, name: str, unpacked: Unpacked, depth: int) -> None:
    """Nothing comes back; the tables in this file, which is called so inside the archive, are known."""
    told = f"{unpacked.archive} · {shown(name)}" if name else unpacked.archive
    try:
        kind = recognise(path, told)
    except NoTable:
        if not name:
            raise
        path.unlink()
        unpacked.passed_over.append(name)
        return
    if kind not in ("zip", "gzip"):
        unpacked.tables.append((path, name))
        if len(unpacked.tables) > MAX_TABLES_IN_ARCHIVE:
            raise _too_many(unpacked.archive)
    elif depth > DEEPEST:
        raise Refusal(sentence("{file} holds archives inside archives; unpack it and choose the tables in it", file=unpacked.archive))
    elif kind == "gzip":
        with gzip.open(path) as stream:
            _unpack(unpacked.write(stream), name, unpacked, depth + 1)
    else:
        for member, inside in _members(path, unpacked):
            _unpack(member, f"{name}/{inside}" if name else inside, unpacked, depth + 1)


def _members(path: Path, unpacked: Unpacked) -> Iterator[tuple[Path, str]]:
    with zipfile.ZipFile(path) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir()]
        if any(part.flag_bits & 1 for part in parts):
            raise protected(unpacked.archive)
        if len(parts) > MAX_PARTS:
            raise _too_many(unpacked.archive)
        for part in parts:
            name = _name(part)
            if HIDDEN.search(name):
                continue
            if NOTES.search(name):
                unpacked.passed_over.append(name)
                continue
            with archive.open(part) as stream:
                yield unpacked.write(stream), name


def _name(part: zipfile.ZipInfo) -> str:
    """The member's name; older programs write it in their country's encoding without saying so."""
    if part.flag_bits & IN_UTF8 or part.filename.isascii():
        return part.filename
    with suppress(UnicodeError):
        written = part.filename.encode("cp437")
        return written.decode(best_encoding(written), "replace")
    return part.filename


def _labels(names: list[str]) -> list[str | None]:
    """How the tables are called: by their names without folders where those are all different."""
    short = [shown(name) for name in names]
    labels: list[str | None] = []
    for name, label in zip(names, short, strict=True):
        if not name:
            labels.append(None)
            continue
        if short.count(label) > 1:
            label = " / ".join(shown(part) for part in PurePosixPath(name).parts)
        times = labels.count(label)
        labels.append(f"{label} ({times + 1})" if times else label)
    return labels


def _too_many(archive: str) -> Refusal:
    said = sentence("{file} holds more than {most} files; unpack it and choose the tables in it", file=archive, most=MAX_TABLES_IN_ARCHIVE)
    return Refusal(said)


def _passed_over(unpacked: Unpacked) -> Finding:
    names = [shown(name) for name in unpacked.passed_over]
    said = counted(
        "{file} holds a file that is no table and was passed over: {names}",
        "{file} holds {count} files that are no tables and were passed over: {names}",
        len(names),
        file=unpacked.archive,
        names=", ".join(names[:5]) + (", …" if len(names) > 5 else ""),
    )
    return Finding("no_table", "info", 0, said, unpacked.archive)
