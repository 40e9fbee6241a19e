"""Measures a workbook by streaming through its parts before any parser sees it, because a parser believes all that a cell says."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from retention.ingest.guard.limits import INFLATION_FREE_BYTES, MAX_INFLATED_BYTES, MAX_INFLATION, MAX_PARTS, MAX_PIECE_BYTES, MEGABYTE
from retention.ingest.guard.recognise import ZIP_ERRORS, damaged, protected
from retention.ingest.guard.survey import OdsSurvey, Survey, XlsxSurvey
from retention.sentence import Refusal, sentence

BLOCK_BYTES = 1 << 18
WORKSHEET = re.compile(rb"<(?:(\w{1,20}):)?worksheet\b")


def preflight(path: Path, shown_name: str) -> dict[str, Survey]:
    """What each sheet of a workbook (xlsx, xlsb, ods) holds, by the sheet's name. Refuses what would overwhelm a parser.

    Inflates every XML part once, a quarter of a megabyte at a time, and stops at the first thing that is too much.
    The sheets of xlsb are binary and stay unmeasured; the child's memory cap has to do for them.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive.infolist(), path.stat().st_size, shown_name)
            _check_manifest(archive, shown_name)
            names = _sheet_names(archive, shown_name)
            surveys: list[Survey] = []
            for part in archive.infolist():
                if part.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        surveys += _measure(stream, part, names, shown_name)
    except ZIP_ERRORS as error:
        raise damaged(shown_name) from error
    return {survey.sheet: survey for survey in surveys}


def _check_directory(parts: list[zipfile.ZipInfo], file_bytes: int, shown_name: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise protected(shown_name)
    if len(parts) > MAX_PARTS or len({part.filename for part in parts}) < len(parts):
        raise damaged(shown_name)
    inflated_bytes = sum(part.file_size for part in parts)
    is_swollen = inflated_bytes > INFLATION_FREE_BYTES and inflated_bytes > MAX_INFLATION * file_bytes
    if inflated_bytes > MAX_INFLATED_BYTES or is_swollen:
        raise Refusal(
            sentence(
                "{file} unfolds to {size} MB inside, too much to read; save the table as CSV and try again",
                file=shown_name,
                size=inflated_bytes // MEGABYTE,
            )
        )


def _check_manifest(archive: zipfile.ZipFile, shown_name: str) -> None:
    """An OpenDocument file with a password keeps readable parts beside scrambled ones; its manifest says so."""
    if "META-INF/manifest.xml" in archive.namelist():
        with archive.open("META-INF/manifest.xml") as stream:
            if b"encryption-data" in stream.read(MEGABYTE):
                raise protected(shown_name)


def _sheet_names(archive: zipfile.ZipFile, shown_name: str) -> dict[str, str]:
    """The name of each worksheet part as people see it; empty where the workbook hides it in an unusual place."""
    book = next((name for name in archive.namelist() if name.lower().endswith("workbook.xml")), "")
    folder, base = posixpath.split(book)
    relations = posixpath.join(folder, "_rels", base + ".rels")
    if not book or relations not in archive.namelist():
        return {}
    try:
        targets = {
            item.get("Id"): posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))[1:]
            for item in _small_document(archive, relations, shown_name)
        }
        sheets = [item for item in _small_document(archive, book, shown_name).iter() if item.tag.rpartition("}")[2] == "sheet"]
    except ElementTree.ParseError as error:
        raise damaged(shown_name) from error
    identities = [next((value for key, value in sheet.items() if key.endswith("}id")), None) for sheet in sheets]
    return {targets[identity]: sheet.get("name", "") for sheet, identity in zip(sheets, identities, strict=True) if identity in targets}


def _small_document(archive: zipfile.ZipFile, part: str, shown_name: str) -> ElementTree.Element:
    if archive.getinfo(part).file_size > MAX_PIECE_BYTES:
        raise damaged(shown_name)
    content = archive.read(part)
    if b"\0" in content:  # UTF-16, in which definitions would pass unseen, and which no spreadsheet program writes
        raise damaged(shown_name)
    _forbid_definitions(content, shown_name)
    return ElementTree.fromstring(content)  # noqa: S314 - a few kilobytes without definitions


def _measure(stream: IO[bytes], part: zipfile.ZipInfo, names: dict[str, str], shown_name: str) -> list[Survey]:
    first = stream.read(BLOCK_BYTES)
    blocks = chain((first,), iter(lambda: stream.read(BLOCK_BYTES), b""))
    if part.filename == "content.xml":
        document = OdsSurvey(shown_name)
        for piece in _pieces(blocks, document.openings, document.row_end, shown_name):
            document.add(piece)
        return document.surveys
    if root := WORKSHEET.search(first):
        name = names.get(part.filename, posixpath.basename(part.filename))
        sheet = XlsxSurvey(shown_name, name, root[1] or b"", part.file_size)
        for piece in _pieces(blocks, sheet.openings, sheet.row_end, shown_name):
            sheet.add(piece)
        return [sheet.survey]
    end = b""
    for block in blocks:
        _forbid_definitions(end + block, shown_name)
        end = block[-len(b"<!DOCTYPE") :]
    return []


def _pieces(blocks: Iterator[bytes], openings: tuple[bytes, ...], row_end: bytes, shown_name: str) -> Iterator[bytes]:
    """The stream again, cut only where no cell (xlsx) or row (ods) is torn apart."""
    kept = b""
    for block in blocks:
        kept += block
        if (ended := kept.rfind(row_end)) != -1:
            cut = ended + len(row_end)
        elif (cut := max(kept.rfind(opening) for opening in openings)) == -1:
            cut = kept.rfind(b"<")
        if cut > 0:
            _forbid_definitions(kept[:cut], shown_name)
            yield kept[:cut]
            kept = kept[cut:]
        if len(kept) > MAX_PIECE_BYTES:
            raise Refusal(
                sentence("{file} holds a cell with more text than a spreadsheet can have; shorten it and try again", file=shown_name)
            )
    yield kept


def _forbid_definitions(piece: bytes, shown_name: str) -> None:
    """Document type definitions can unfold a kilobyte to gigabytes or fetch other files, and no spreadsheet program writes them."""
    if b"!" in piece and b"<!DOCTYPE" in piece:
        raise Refusal(
            sentence(
                "{file} contains definitions that a table has no need of; open it in a spreadsheet program, save it again and try again",
                file=shown_name,
            )
        )
