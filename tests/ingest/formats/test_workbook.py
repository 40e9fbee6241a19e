from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import duckdb
import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from retention.ingest.formats import workbook
from retention.ingest.formats.raw import RawTable, read_raw
from retention.ingest.formats.workbook import cell_text
from retention.sentence import Refusal
from tests.ingest.workbook_files import ods_number, sheet_xml, write_ods, write_xlsx


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as opened:
        yield opened


def rows_of(table: RawTable, connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    columns = ", ".join(f"c{position}" for position in range(table.width))
    return connection.execute(f'select "row", {columns} from {table.table} order by "row"').fetchall()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (12345.0, "12345"),
        (0.1, "0.1"),
        (-3.25, "-3.25"),
        (4607012345678.0, "4607012345678"),
        (1.5e-7, "1.5e-07"),
        (1e20, "1e+20"),
        (7, "7"),
        (True, "true"),
        (False, "false"),
        ("00123", "00123"),
        (date(2014, 1, 31), "2014-01-31"),
        (datetime(2014, 1, 31, 12, 30), "2014-01-31 12:30:00"),
        (time(9, 5), "09:05:00"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
    ],
)
def test_one_cell_as_text(cell: workbook.Cell, expected: str) -> None:
    assert cell_text(cell) == expected


WHOLE_NUMBERS = [0.0, 1.0, -7.0, 1e9, 79991234567.0, 4607012345678.0, 123456789012345.0, 1e15 + 1]
FRACTIONS = [0.0, 423.87, -0.1, 1e-4, 99999999.5, 12.0]


@pytest.mark.parametrize("numbers", [WHOLE_NUMBERS, FRACTIONS, [*WHOLE_NUMBERS, *FRACTIONS], [1e-5, 1.0], [2.5e-9], [1e17, 1e16, 1.0]])
def test_a_number_reads_the_same_in_a_pure_and_in_a_mixed_column(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection, numbers: list[float]
) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheets = {name: book.add_worksheet(name) for name in ("pure", "mixed")}
        for row, number in enumerate(numbers):
            sheets["pure"].write_row(row, 0, [number, 1.5])
            sheets["mixed"].write_row(row, 0, [number, "text" if row else 1.5])
        sheets["mixed"].write(len(numbers), 0, "text")
    pure, mixed = (rows_of(table, connection) for table in read_raw(path, "a.xlsx", connection))
    assert [row[1] for row in pure] == [row[1] for row in mixed[:-1]] == [cell_text(number) for number in numbers]


def test_every_row_and_every_kind_of_cell(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        sheet = book.add_worksheet("Orders")
        sheet.write_row(2, 1, ["id", "when", "amount", "paid"])
        sheet.write_row(3, 1, ["00123", datetime(2014, 1, 31), 12345, True])
        sheet.write_row(5, 1, [17850, datetime(2014, 1, 31, 12, 30), 0.1, "no"])
        sheet.write_formula(6, 1, "=1/0", None, "#DIV/0!")
        sheet.write_string(6, 2, "")
        sheet.write_row(7, 3, [-2.5])
        book.add_worksheet("Nothing here")
        book.add_worksheet("Returns").write_row(0, 0, ["id"])
        book.add_chartsheet("Picture")
    orders, returns = read_raw(path, "orders.xlsx", connection)
    assert (orders.file, orders.sheet, orders.table, orders.width, orders.rows) == ("orders.xlsx", "Orders", "raw_0", 4, 8)
    assert (returns.sheet, returns.table, returns.rows, returns.encoding, returns.delimiter) == ("Returns", "raw_1", 1, None, None)
    assert rows_of(orders, connection) == [
        (1, None, None, None, None),
        (2, None, None, None, None),
        (3, "id", "when", "amount", "paid"),
        (4, "00123", "2014-01-31", "12345", "true"),
        (5, None, None, None, None),
        (6, "17850", "2014-01-31 12:30:00", "0.1", "no"),
        (7, None, None, None, None),
        (8, None, None, "-2.5", None),
    ]


def test_a_workbook_longer_than_a_batch_keeps_its_row_numbers(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(20_000):
            sheet.write_row(row, 0, [row + 1, f"customer {row + 1}"])
    (table,) = read_raw(path, "a.xlsx", connection)
    sums = f'select count(*), sum("row"), count_if(c0 = "row"::varchar and c1 = \'customer \' || "row") from {table.table}'
    assert connection.execute(sums).fetchall() == [(20_000, 200_010_000, 20_000)]


def test_dates_counted_from_1904(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([date(2014, 1, 31)])
    book.save(tmp_path / "a.xlsx")
    (table,) = read_raw(tmp_path / "a.xlsx", "a.xlsx", connection)
    assert rows_of(table, connection) == [(1, "2014-01-31")]


def test_formulas_without_a_saved_result_are_told(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Orders"
    for row in (["amount"], ["=1+1"], ["=SUM(A2)"], [5]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (table,) = read_raw(tmp_path / "a.xlsx", "a.xlsx", connection)
    assert rows_of(table, connection) == [(1, "amount"), (2, None), (3, None), (4, "5")]
    (finding,) = table.findings
    assert (finding.code, finding.severity, finding.rows, finding.file, finding.sheet) == (
        "formulas_without_results",
        "warning",
        2,
        "a.xlsx",
        "Orders",
    )


def test_opendocument_repeats_are_unfolded(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{ods_number(7)}{ods_number(0.5)}</table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="9"/></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>'
        f"{ods_number(1)}</table:table-row>"
    )
    path = write_ods(tmp_path / "a.ods", f'<table:table table:name="Orders">{rows}</table:table>')
    (table,) = read_raw(path, "a.ods", connection)
    assert rows_of(table, connection) == [(1, "7", "0.5"), (2, "7", "0.5"), (3, None, None), (4, "id", "1")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (sheet_xml(""), "a.xlsx is empty"),
        (sheet_xml('<row r="1"><c r="A1" s="1"/></row>'), "a.xlsx is empty"),
        (sheet_xml('</sheetData><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'), "Sheet Orders of a.xlsx could not be read although"),
        (sheet_xml('<row r="1"><c r="A1"><v>1</v>'), "a.xlsx is damaged or cut short"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, connection: duckdb.DuckDBPyConnection, content: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_raw(write_xlsx(tmp_path / "a.xlsx", {"Orders": content}), "a.xlsx", connection)
