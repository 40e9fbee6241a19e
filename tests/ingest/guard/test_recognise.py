from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from retention.ingest.guard.recognise import recognise, shown
from retention.sentence import Refusal
from tests.ingest.workbook_files import ole_file, sheet_xml, write_ods, write_xlsx

CSV = b"date,amount\n2024-01-31,5\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", CSV),
        ("A.TSV", CSV),
        ("no ending", CSV),
        ("really text.xls", CSV),
        ("a.txt", "дата;сумма\n".encode("cp1251")),
        ("a.txt", "дата;сумма\n".encode("utf-16")),
        ("a.txt", "date;amount\n".encode("utf-16-le")),
        ("a.csv", b"\xef\xbb\xbf" + CSV),
        ("one nul.csv", b"a,b\n1,x\0y\n"),
        ("a bank's.csv", b"<TICKER>;<DATE>\nX;20240131\n"),
        ("duck.csv", b"Product,DUCKS\n1,2\n"),
        ("ids.csv", b"ID3,GIF8,BM\n1,2,3\n"),
    ],
)
def test_text_in_many_dresses(tmp_path: Path, name: str, content: bytes) -> None:
    assert recognise(written(tmp_path, content), name) == "text"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "a.csv is empty"),
        ("a.csv", b" \r\n\t\n", "a.csv is empty"),
        ("a.csv", "\ufeff\n".encode("utf-16"), "a.csv is empty"),
        ("photo.csv", PNG, "photo.csv looks like a picture"),
        ("photo.xlsx", b"\xff\xd8\xff\xe0" + bytes(40), "looks like a picture"),
        ("photo.csv", b"BM\x36\x00\x01\x00\0\0\0\0" + bytes(40), "looks like a picture"),
        ("photo.csv", b"RIFF\x10\x20\x30\x40WEBPVP8 " + bytes(40), "looks like a picture"),
        ("photo.csv", b"<?xml version='1.0'?><svg xmlns='x'/>", "looks like a picture"),
        ("a.csv", b"%PDF-1.7\n", "looks like a PDF"),
        ("a.csv", b"\n<!DOCTYPE html><html></html>", "looks like a web page"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "looks like a web page"),
        ("a.csv", b"<table><tr><td>1</td></tr></table>", "looks like a web page"),
        ("a.xls", b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<ss:Workbook/>', "XML document"),
        ("a.csv", b"SQLite format 3\0" + bytes(100), "looks like a database"),
        ("a.csv", b"\x12\x9a\x03\x44\x51\x62\x73\x84DUCK\x40\0\0\0\0\0\0\0", "looks like a database"),
        ("a.csv", b"Rar!\x1a\7\0" + bytes(40), "looks like an archive"),
        ("a.tar", bytes(257) + b"ustar\0" + bytes(40), "looks like an archive"),
        ("a.csv", zipped("[Content_Types].xml", "word/document.xml"), "looks like a text document"),
        ("a.csv", b"ID3\x04\0" + bytes(40), "looks like sound or film"),
        ("a.csv", random.Random(1).randbytes(4_000), "is not a kind of file"),
        ("a.docm", b"a,b\n1,2\n", "is not a kind of file"),
        ("a.csv", ole_file("WordDocument"), "looks like a text document"),
        ("a.xlsx", ole_file("EncryptionInfo", "EncryptedPackage"), "a.xlsx is protected with a password"),
        ("a.xls", ole_file("Nothing known"), "a.xls is damaged or cut short"),
        ("a.xlsx", zipped("xl/workbook.xml")[:-30], "a.xlsx is damaged or cut short"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        recognise(written(tmp_path, content), name)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_bytes_win_over_the_name(tmp_path: Path) -> None:
    assert recognise(write_xlsx(tmp_path / "a", {"S": sheet_xml("")}), "renamed.csv") == "xlsx"
    assert recognise(write_ods(tmp_path / "b", ""), "renamed.jpg") == "ods"
    assert recognise(written(tmp_path, b"PAR1" + bytes(20)), "renamed.csv") == "parquet"
    assert recognise(written(tmp_path, ole_file("Workbook")), "renamed.csv") == "xls"
    assert recognise(written(tmp_path, zipped("[Content_Types].xml", "xl/workbook.bin")), "renamed.csv") == "xlsb"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", b' {"a": 1}\n', "json"),
        ("a.txt", b'[\n {"a": 1}]', "json"),
        ("a.json", b"[1, 2]", "json"),
        ("a", '[["a"]]'.encode("utf-16"), "json"),
        ("a.csv", b"[1],[2]\n3,4\n", "text"),
        ("a.csv", b"{id},{name}\n3,4\n", "text"),
        ("a.csv", zipped("orders.csv"), "zip"),
        ("a.csv", b"\x1f\x8b\x08\0" + bytes(40), "gzip"),
        ("a.csv", b"a\x1fb\n1\x1f2\n", "text"),
    ],
)
def test_json_and_archives_by_their_bytes(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert recognise(written(tmp_path, content), name) == expected


def test_a_word_inside_an_old_workbook_is_not_its_directory(tmp_path: Path) -> None:
    content = ole_file("Workbook") + b"cell text: " + "EncryptedPackage".encode("utf-16-le") + b"\0\0"
    assert recognise(written(tmp_path, content), "a.xls") == "xls"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("orders.csv", "orders.csv"),
        ("../../etc/<img src=x>.csv", "<img src=x>.csv"),
        ("C:\\Users\\me\\orders.csv", "orders.csv"),
        ("a\n\x1b[31m\u202eb.csv", "a[31mb.csv"),
        ("", "?"),
        ("x" * 300 + ".csv", "x" * 79 + "…" + "x" * 16 + ".csv"),
    ],
)
def test_names_are_only_shown(name: str, expected: str) -> None:
    assert shown(name) == expected
    assert len(shown(name)) <= 100


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path
