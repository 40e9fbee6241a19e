from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import duckdb
import pytest

from retention.ingest import read
from retention.ingest.child import Request, _engine
from retention.ingest.guard.limits import Limits
from retention.ingest.guard.parent import ChildFailed, read_in_child
from retention.sentence import Refusal, Sentence
from tests.ingest.workbook_files import sheet_xml, write_xlsx

SALES = "order_id,customer_id,date,amount\n1,a,2024-01-31,5.00\n2,b,2024-02-01,7.50\n"
MORE_SALES = "order_id,customer_id,date,amount\n3,a,2024-03-01,5.00\n4,b,2024-03-02,7.50\n"
TOO_MUCH = "is too large or damaged to read safely"


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text(SALES)
    return path


def test_a_file_is_read_by_the_child(sales: Path) -> None:
    heard: list[tuple[float, Sentence]] = []
    with read([sales], progress=lambda share, said: heard.append((share, said))) as reading:
        (file,) = reading.files
        assert (file.file, file.sheet, file.rows) == ("sales.csv", None, 2)
        assert file.sha256 == hashlib.sha256(SALES.encode()).hexdigest()
        assert reading.tables["order_lines"].parent == reading.spool
        assert reading.tables["order_lines"].is_file()
    assert not reading.spool.exists()
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert min(shares) >= 0 and max(shares) <= 1
    assert heard[0][1].text == "Reading {file}"


def test_one_name_twice_is_two_files_and_one_content_twice_is_one(sales: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for name, content in (("sales.csv", MORE_SALES), ("copy.csv", SALES)):
        (tmp_path / "other" / name).write_text(content)
    with read([sales, tmp_path / "other" / "sales.csv", tmp_path / "other" / "copy.csv"]) as reading:
        assert [(file.file, file.sha256 != "") for file in reading.files] == [("sales.csv", True), ("sales (2).csv", True)]
        assert reading.totals.order_lines == 4
        (finding,) = [finding for finding in reading.findings if finding.code == "same_file_twice"]
        assert dict(finding.sentence.values) == {"file": "copy.csv", "first": "sales.csv"}


def test_names_are_shown_and_never_opened(sales: Path) -> None:
    with read([sales], names=["../../etc/<img src=x>.csv"]) as reading:
        assert reading.files[0].file == "<img src=x>.csv"


@pytest.mark.parametrize(
    ("name", "said"),
    [("no such.csv", "There is no file .*no such.csv"), ("", "is a folder"), ("/dev/null", "is a device, not a file")],
)
def test_what_is_no_file(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read([tmp_path / name])


def test_no_file_at_all() -> None:
    with pytest.raises(Refusal, match="No file was given"):
        read([])


def test_a_refusal_of_the_child_arrives_whole(tmp_path: Path) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    with pytest.raises(Refusal) as refused:
        read([tmp_path / "photo.csv"])
    assert refused.value.sentence.text.startswith("{file} looks like a picture")
    assert refused.value.sentence.values == (("file", "photo.csv"),)


def test_a_parser_that_aborts_takes_nobody_with_it(tmp_path: Path) -> None:
    """Cells that the pre-flight does not see, for they have a prefix of their own: the parser asks for 549 GB and aborts."""
    rows = '<y:row r="1"><y:c r="A1"><y:v>1</y:v></y:c></y:row><y:row r="1048576"><y:c r="XFD1048576"><y:v>1</y:v></y:c></y:row>'
    path = write_xlsx(tmp_path / "sparse.xlsx", {"S": sheet_xml(rows).replace("<worksheet ", '<worksheet xmlns:y="y" ')})
    with pytest.raises(Refusal, match=f"^sparse.xlsx {TOO_MUCH}") as refused:
        read([path])
    assert isinstance(refused.value.__cause__, ChildFailed)
    assert "memory allocation of" in str(refused.value.__cause__)


@pytest.mark.parametrize(
    "reading",
    [
        "raise type('PanicException', (BaseException,), {})('a parser in Rust panics')",
        "raise MemoryError",
        "raise SystemExit(0)",
        "bytearray(2_500_000_000)",
        "print('{\"reading\": 1}'); raise ValueError('the log only')",
        "return {1, 2}",
    ],
)
def test_every_end_of_the_child_is_a_sentence(sales: Path, reading: str) -> None:
    code = f"import retention.ingest.child as child\ndef read(request, progress): {reading}\nchild.read = read\nchild.main()"
    with pytest.raises(Refusal, match=f"^sales.csv {TOO_MUCH}"):
        read_in_child([(sales, "sales.csv")], None, None, command=[sys.executable, "-P", "-c", code])


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/passwd')",
        "copy (select 1) to '{folder}/out.csv'",
        "attach '{folder}/other.duckdb'",
        "select * from read_csv('https://example.com/a.csv')",
        "install httpfs",
        "load spatial",
        "select * from sales",
    ],
)
def test_the_engine_opens_nothing_but_the_files_it_was_given(sales: Path, tmp_path: Path, statement: str) -> None:
    spool = tmp_path / "spool"
    (spool / "scratch").mkdir(parents=True)
    request = Request([str(sales)], ["sales.csv"], None, str(spool), str(spool / "scratch"), vars(Limits()))
    with _engine(request) as connection:
        assert len(connection.execute("select * from read_csv($path)", {"path": str(sales)}).fetchall()) == 2
        connection.execute(f"copy (select 1) to '{spool}/scratch/a.csv'")
        with pytest.raises(duckdb.Error):
            connection.execute(statement.format(folder=tmp_path)).fetchall()
