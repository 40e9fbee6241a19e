from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest

from retention.ingest import read
from retention.ingest.formats import archive
from retention.ingest.formats.raw import RawTable, read_raw
from retention.sentence import Refusal
from tests.ingest.small_files import cells_of, said
from tests.ingest.workbook_files import sheet_xml, write_xlsx

SALES = "order,date,amount\n1,2024-01-13,5\n2,2024-01-14,6\n"
OTHER_SALES = "order,date,amount\n3,2024-02-13,7\n4,2024-02-14,8\n"


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as opened:
        yield opened


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, member in members.items():
            packed.writestr(name, member)
    return content.getvalue()


def tables_of(content: bytes, folder: Path, connection: duckdb.DuckDBPyConnection, name: str = "shop.zip") -> list[RawTable]:
    (folder / name).write_bytes(content)
    return read_raw(folder / name, name, connection)


def test_every_table_is_named_by_the_archive_and_its_place_inside(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    book = write_xlsx(tmp_path / "book", {"Sheet1": sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')}).read_bytes()
    members = {"a/orders.csv": SALES, "b/orders.csv": OTHER_SALES, "book.xlsx": book, "clients.json": '[{"id": 1, "email": "a@b.c"}]'}
    tables = tables_of(zipped(members), tmp_path, connection)
    assert [(table.file, table.sheet, table.rows) for table in tables] == [
        ("shop.zip", "a / orders.csv", 3),
        ("shop.zip", "b / orders.csv", 3),
        ("shop.zip", "book.xlsx · Sheet1", 1),
        ("shop.zip", "clients.json", 2),
    ]
    assert cells_of(tables[1], connection)[2] == ("3", "2024-02-13", "7")


def test_what_is_no_table_is_passed_over_aloud(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    members = {
        "orders.csv": SALES,
        "Readme.txt": "Hello",
        "docs/terms.pdf": b"%PDF-1.7",
        "empty.csv": "",
        ".DS_Store": "x",
        "__MACOSX/a": "x",
    }
    (table,) = tables_of(zipped(members), tmp_path, connection)
    (finding,) = table.findings
    assert (finding.code, finding.severity, finding.file) == ("no_table", "info", "shop.zip")
    assert said(finding.sentence) == "shop.zip holds 3 files that are no tables and were passed over: Readme.txt, terms.pdf, empty.csv"


def test_one_packed_file_is_that_file(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    (table,) = tables_of(gzip.compress(SALES.encode()), tmp_path, connection, "orders.csv.gz")
    assert (table.file, table.sheet, table.rows, table.is_consecutive) == ("orders.csv.gz", None, 3, True)


def test_names_of_older_programs_come_out_right(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    content = zipped({"??????? 2024.csv": SALES, "?????.csv": OTHER_SALES})
    content = content.replace(b"??????? 2024", "Продажи 2024".encode("cp866")).replace(b"?????.", "Склад.".encode("cp866"))
    assert [table.sheet for table in tables_of(content, tmp_path, connection)] == ["Продажи 2024.csv", "Склад.csv"]


def test_a_member_name_is_never_a_path(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    tables = tables_of(zipped({"../../../etc/evil.csv": SALES, "/abs/other.csv": OTHER_SALES}), tmp_path, connection)
    assert [table.sheet for table in tables] == ["evil.csv", "other.csv"]
    assert not (tmp_path.parent / "etc").exists()


def test_the_child_reads_archives_too(tmp_path: Path) -> None:
    (tmp_path / "shop.zip").write_bytes(zipped({"orders.csv": SALES, "more.csv.gz": gzip.compress(OTHER_SALES.encode())}))
    with read([tmp_path / "shop.zip"]) as reading:
        assert [(file.file, file.sheet, bool(file.sha256)) for file in reading.files] == [
            ("shop.zip", "orders.csv", True),
            ("shop.zip", "more.csv.gz", True),
        ]
        assert reading.totals.order_lines == 4


def encrypted() -> bytes:
    content = bytearray(zipped({"orders.csv": SALES}))
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said_so"),
    [
        (zipped({}), "looks like an archive"),
        (zipped({"notes.md": "x"}), "shop.zip holds no table"),
        (zipped({"orders.csv": SALES})[:-30], "is damaged or cut short"),
        (gzip.compress(SALES.encode())[:-10], "is damaged or cut short"),
        (encrypted(), "is protected with a password"),
        (zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": SALES})})}), "holds archives inside archives"),
        (gzip.compress(gzip.compress(gzip.compress(SALES.encode()))), "holds archives inside archives"),
        (gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(20)), "shop.zip looks like a picture"),
        (gzip.compress(b"a" * 100_000_000), "shop.zip unfolds to more than"),
        (zipped({f"{number}.csv": "a,b\n" for number in range(501)}), "holds more than 500 files"),
        (zipped({"a.csv": SALES, "b.xlsx": zipped({"xl/workbook.xml": "x"})[:-30]}), "shop.zip · b.xlsx is damaged"),
    ],
)
def test_refusals(tmp_path: Path, connection: duckdb.DuckDBPyConnection, content: bytes, said_so: str) -> None:
    with pytest.raises(Refusal, match=said_so):
        tables_of(content, tmp_path, connection)


def test_many_small_bombs_share_one_allowance(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_INFLATED_BYTES", 2_000_000)
    bomb = zipped({"a.csv": "a,b\n" * 200_000})
    with pytest.raises(Refusal, match="shop.zip unfolds to more than 2 MB"):
        tables_of(zipped({"1.zip": bomb, "2.zip": bomb, "3.zip": bomb}), tmp_path, connection)
