"""Small honest files, and what becomes of them on bad disks, in bad programs and in bad hands."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.ingest.workbook_files import sheet_xml, write_ods, write_xlsx

HEADER = ["Order", "Date", "Customer", "Product", "Amount"]
ROWS = [[str(number), f"2024-01-{number:02}", f"Client {number % 4}", "Tea, green", f"{number}.50"] for number in range(1, 13)]
RUSSIAN = (
    "Дата;Клиент;Сумма\n" + "".join(f"{day:02}.01.2024;Ёлкин {day % 3};1 {day:03},50\n" for day in range(10, 22)) + "Итого;;12 186,00\n"
)
SEPARATORS = (b",", b";", b"\t", b"|", b" ", b"^")
ENCODINGS = ("utf-8", "cp1251", "utf-16", "gbk", "koi8-r", "latin-1")
JUNK = (
    b'"',
    b"'",
    b"\0",
    b"\n",
    b"\r",
    b"\\",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"{",
    b"]",
    b"=cmd|' /C calc'!A0",
    b"1e308",
    b"<",
    b"\x1a",
    "№".encode(),
)


def lines(separator: str) -> str:
    return "".join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) + "\n" for row in [HEADER, *ROWS])


def seeds(folder: Path) -> dict[str, bytes]:
    """A file of each kind by its name."""
    records = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
    cells = [
        f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for number, row in enumerate([HEADER, *ROWS], start=1)
    ]
    texts = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
        + "</table:table-row>"
        for row in [HEADER, *ROWS]
    )
    columns, packed = io.BytesIO(), io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), columns)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/orders.csv", lines(","))
        archive.writestr("records.json", json.dumps(records))
    nested = {
        "data": {"orders": [{"id": row[0], "date": row[1], "items": [{"sku": row[3], "price": row[4], "quantity": 1}]} for row in ROWS]}
    }
    return {
        "plain.csv": lines(",").encode(),
        "russian.csv": RUSSIAN.encode("cp1251"),
        "tabs.tsv": lines("\t").encode("utf-16"),
        "blanks.txt": "".join("   ".join(row) + "\n" for row in [HEADER, *ROWS]).encode(),
        "quoted.csv": "".join(";".join(f'"{cell}\n"' for cell in row) + "\r\n" for row in [HEADER, *ROWS]).encode(),
        "records.json": json.dumps(records, indent=1).encode(),
        "lines.jsonl": "\n".join(map(json.dumps, records)).encode(),
        "nested.json": json.dumps(nested).encode(),
        "book.xlsx": write_xlsx(folder / "book.xlsx", {"S": sheet_xml("".join(cells))}).read_bytes(),
        "book.ods": write_ods(folder / "book.ods", f'<table:table table:name="S">{texts}</table:table>').read_bytes(),
        "columns.parquet": columns.getvalue(),
        "packed.csv.gz": gzip.compress(lines(";").encode(), mtime=0),
        "shop.zip": packed.getvalue(),
    }


def mutant(content: bytes, chance: random.Random) -> bytes:
    """The file after one to four accidents."""
    for _ in range(chance.randint(1, 4)):
        content = ACCIDENTS[chance.randrange(len(ACCIDENTS))](content or b"x", chance)
    return content


def _flipped(content: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _cut(content: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:first] if chance.random() < 0.5 else content[:first] + content[last:]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:last] + content[first:last] * chance.randint(1, 3) + content[last:]


def _swapped(content: bytes, chance: random.Random) -> bytes:
    parts = content.split(b"\n")
    chance.shuffle(parts)
    return b"\n".join(parts)


def _separated(content: bytes, chance: random.Random) -> bytes:
    old, new = chance.sample(SEPARATORS, 2)
    return content.replace(old, new, chance.choice((-1, 1, 5)))


def _littered(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.choice(JUNK) + content[place:]
    return content


def _mixed(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    tail = content[place:].decode(chance.choice(ENCODINGS), "replace")
    return content[:place] + tail.encode(chance.choice(ENCODINGS), "replace")


ACCIDENTS = (_flipped, _cut, _doubled, _swapped, _separated, _littered, _mixed)
