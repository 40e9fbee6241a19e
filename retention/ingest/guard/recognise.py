"""What kind of file this is, by its bytes first and its name second; whatever is no table is refused in one sentence."""

from __future__ import annotations

import codecs
import mmap
import re
import struct
import zipfile
import zlib
from pathlib import Path, PurePath
from typing import Literal

from retention.ingest.guard.limits import MAX_NAME_CHARACTERS
from retention.sentence import N_, Refusal, Sentence, sentence

Format = Literal["text", "json", "xlsx", "xlsb", "xls", "ods", "parquet", "zip", "gzip"]

# Shop systems like to call their text files .xls: the bytes decide, the name only has to be a table's name.
TABLE_NAMES = frozenset(
    " .csv .tsv .tab .txt .psv .ssv .dat .asc .xlsx .xlsm .xlsb .xls .ods .parquet .json .jsonl .ndjson .zip .gz".split(" ")
)
JSON_NAMES = frozenset((".json", ".jsonl", ".ndjson"))

PICTURE = N_("{file} looks like a picture, not a table; save the table as CSV or Excel and try again")
PDF = N_("{file} looks like a PDF document, not a table; save the table as CSV or Excel and try again")
WEB_PAGE = N_("{file} looks like a web page or an XML document; open it in a spreadsheet program, save it as CSV or Excel and try again")
DATABASE = N_("{file} looks like a database, not a table; export the table as CSV or Excel and try again")
ARCHIVE = N_("{file} looks like an archive; unpack it and choose the table inside")
DOCUMENT = N_("{file} looks like a text document or slides, not a table; save the table as CSV or Excel and try again")
RECORDING = N_("{file} looks like sound or film, not a table; save the table as CSV or Excel and try again")
OTHER = N_("{file} is not a kind of file that can be read here; save the table as CSV or Excel and try again")

ZIP, GZIP, OLE, PARQUET = b"PK\3\4", b"\x1f\x8b", bytes.fromhex("d0cf11e0a1b11ae1"), b"PAR1"
# Every pattern holds a byte that no text has, or words that no table starts with: "Product,DUCK" is an honest header.
SIGNATURES = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|\0\0\x01\0|8BPS\0|BM.{4}\0{4}|RIFF.{4}WEBP|\0.{3}ftyp(heic|avif|mif1)", PICTURE),
        (rb"%PDF-", PDF),
        (rb"SQLite format 3\0|.{8}DUCK.\0|\0\x01\0\0Standard (Jet|ACE) DB", DATABASE),
        (rb"Rar!\x1a|7z\xbc\xaf|.{257}ustar[\0 ]|BZh\d1AY&SY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|PK\x05\x06", ARCHIVE),
        (rb"\{\\rtf", DOCUMENT),
        (rb"RIFF.{4}(WAVE|AVI )|ID3[\x02-\x04]\0|OggS\0|\0.{3}ftyp|\x1a\x45\xdf\xa3", RECORDING),
    )
)
MARKUP = re.compile(
    r"\s*(?:<\?[^>]*>\s*)*<(!doctype|!--|html|head|body|table|meta|div|style|script|(?:\w+:)?workbook|svg)\b", re.IGNORECASE
)
# An object, or a list of objects, lists or texts: no line of cells begins like that.
JSON = re.compile(r'\s*(\{\s*["}]|\[\s*[\[{"])')
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x01\x1f"))  # the last two stand between cells now and then
SAMPLE_BYTES = 1 << 18
# What Python's reader raises over a zip file that is not whole.
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError)


class NoTable(Refusal):
    """The refusal of a file that is whole, but no table: among others in an archive it is passed over."""


def shown(name: str) -> str:
    """A file's or sheet's name fit to be shown: without folders and control characters, at most 100 characters. Never used as a path."""
    plain = "".join(letter for letter in re.split(r"[\\/]", name)[-1] if letter.isprintable()).strip() or "?"
    return plain if len(plain) <= MAX_NAME_CHARACTERS else f"{plain[: MAX_NAME_CHARACTERS - 21]}…{plain[-20:]}"


def damaged(shown_name: str) -> Refusal:
    """The refusal of a file that its own format cannot make sense of."""
    return Refusal(
        sentence("{file} is damaged or cut short; open it in the program that made it, save it again and try again", file=shown_name)
    )


def protected(shown_name: str) -> Refusal:
    """The refusal of a file that opens only with a password."""
    return Refusal(sentence("{file} is protected with a password; save a copy without the password and try again", file=shown_name))


def recognise(path: Path, shown_name: str) -> Format:
    """The format of the file. Refuses what is empty, locked, damaged or no table, and says which."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    if sample.startswith(ZIP):
        return _inside_zip(path, shown_name)
    if sample.startswith(OLE):
        return _inside_ole(path, shown_name)
    if sample.startswith(PARQUET):
        return "parquet"
    if sample.startswith(GZIP):
        return "gzip"
    for signature, said in SIGNATURES:
        if signature.match(sample):
            raise _refusal(said, shown_name)
    return _text(path, sample, shown_name)


def _refusal(said: str, shown_name: str) -> NoTable:
    return NoTable(Sentence(said, (("file", shown_name),)))


def _text(path: Path, sample: bytes, shown_name: str) -> Format:
    if _is_blank(path):
        raise NoTable(sentence("{file} is empty; choose the file that holds the table", file=shown_name))
    text = _decoded(sample)
    written = text.encode("utf-8", "replace")
    if len(written) - len(written.translate(None, CONTROLS)) > max(8, len(written) // 100):
        raise _refusal(OTHER, shown_name)
    if markup := MARKUP.match(text):
        raise _refusal(PICTURE if markup[1].lower() == "svg" else WEB_PAGE, shown_name)
    ending = PurePath(shown_name).suffix.lower()
    if ending not in TABLE_NAMES:
        raise _refusal(OTHER, shown_name)
    return "json" if JSON.match(text) or (ending in JSON_NAMES and text.lstrip()[:1] in "[{") else "text"


def _is_blank(path: Path) -> bool:
    with path.open("rb") as file:
        while block := file.read(SAMPLE_BYTES):
            if block.strip(b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe\x1a"):
                return False
    return True


def _decoded(sample: bytes) -> str:
    """The sample as text, good enough to look for control characters and markup; the text reader finds the true encoding."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return sample.decode(encoding, "replace")
    high_first, low_first = sample[0::2].count(0), sample[1::2].count(0)
    if max(high_first, low_first) > len(sample) // 8:  # UTF-16 without a mark: every second byte of Latin text is zero
        return sample.decode("utf-16-be" if high_first > low_first else "utf-16-le", "replace")
    return sample.decode("latin-1")


def _inside_zip(path: Path, shown_name: str) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            is_short = "mimetype" in names and archive.getinfo("mimetype").file_size < 100
            kind = archive.read("mimetype") if is_short else b""
    except ZIP_ERRORS as error:
        raise damaged(shown_name) from error
    if any(name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if kind.startswith(b"application/vnd.oasis") or any(name.startswith(("word/", "ppt/")) for name in names):
        raise _refusal(DOCUMENT, shown_name)
    return "zip"


def _inside_ole(path: Path, shown_name: str) -> Format:
    """The old Office container: its directory of 128-byte entries, each beginning with a name, tells what is inside."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _has_entry(content, "EncryptedPackage"):
            raise protected(shown_name)
        if _has_entry(content, "Workbook") or _has_entry(content, "Book"):
            return "xls"
        if _has_entry(content, "WordDocument") or _has_entry(content, "PowerPoint Document"):
            raise _refusal(DOCUMENT, shown_name)
    raise damaged(shown_name)


def _has_entry(content: mmap.mmap, name: str) -> bool:
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = content.find(wanted)
    while at != -1 and at % 128:
        at = content.find(wanted, at + 1)
    return at != -1
