from __future__ import annotations

import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from retention.ingest.guard import preflight as preflight_module
from retention.ingest.guard import survey as survey_module
from retention.ingest.guard.preflight import preflight
from retention.sentence import Refusal
from tests.ingest.workbook_files import ods_number, sheet_xml, write_ods, write_xlsx


def cell(reference: str, value: str = "<v>1</v>") -> str:
    return f'<c r="{reference}" s="1">{value}</c>'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>', "row 1048576 and column 16384"),
        (f'<row r="1">{cell("A1")}{cell("Z1048576")}</row>', "row 1048576 and column 26"),
        (f'<row r="1">{cell("A1")}<c s="1" r=\'XFD20000\'><v>1</v></c></row>', "row 20000 and column 16384"),
        (f'<row r="1">{cell("SS1")}</row>', "column 513"),
        ("<row>" + "<c><v>1</v></c>" * 600 + "</row>", "column 600"),
        (f'<row r="1">{cell("ZZZZZZ4294967295")}</row>', "is damaged or cut short"),
        (f'<row r="1">{cell("A2097152")}</row>', "is damaged or cut short"),
    ],
)
def test_sheets_that_reach_too_far_are_refused(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        preflight(write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(rows)}), "a.xlsx")


def test_empty_styled_cells_far_away_do_not_matter(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{i}">{cell(f"A{i}")}{cell(f"AD{i}")}<c r="XFD{i}" s="1"/></row>' for i in range(1, 400))
    below = "".join(f'<row r="{i}"><c r="A{i}" s="1"/><c r="B{i}" s="1"></c></row>' for i in range(400, 900_000, 90))
    end = '<row r="1048576"><c r="XFD1048576" s="3"/></row>'
    survey = preflight(write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(rows + below + end)}), "a.xlsx")["Orders"]
    assert (survey.rows, survey.columns, survey.has_values) == (399, 30, True)


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_what_a_sheet_holds_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefix: str) -> None:
    monkeypatch.setattr(survey_module, "COUNTED_FROM_BYTES", 0)
    plain = sheet_xml(f'<row r="3">{cell("B3")}{cell("C3", "<is><t>a</t></is>")}</row><row r="7"><c r="D7" s="2"/></row>')
    sheet = re.sub("<(/?)", rf"<\1{prefix}", plain).replace("xmlns=", "xmlns:x=" if prefix else "xmlns=")
    survey = preflight(write_xlsx(tmp_path / "a.xlsx", {"A &amp; B": sheet}), "a.xlsx")["A & B"]
    assert (survey.cells, survey.rows, survey.columns, survey.has_values) == (3, 3, 3, True)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("<c><f>A1+1</f></c><c><f>A1+1</f><v/></c><c><f>A1+1</f><v></v></c><c><f t='shared' si='0'/></c>", 4),
        ('<c><f>A1+1</f><v>2</v></c><c t="str"><f>T(1)</f><v></v></c><c><v>1</v></c>', 0),
    ],
)
def test_formulas_without_a_saved_result_are_counted(tmp_path: Path, cells: str, expected: int) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(f"<row>{cells}</row>")})
    assert preflight(path, "a.xlsx")["Orders"].unsaved_formulas == expected


@pytest.mark.parametrize(
    ("sheet", "extra", "said"),
    [
        (sheet_xml("", '<!DOCTYPE worksheet [<!ENTITY a "b">]>'), {}, "contains definitions"),
        (sheet_xml(""), {"xl/theme/theme1.xml": b"<!DOCTYPE a><a/>"}, "contains definitions"),
        (
            sheet_xml("<row><c t='inlineStr'><is><t>" + "".join(map(chr, range(97, 123))) * 200_000 + "</t></is></c></row>"),
            {},
            "more text than",
        ),
        (sheet_xml(""), {f"x/{number}": b"" for number in range(5_001)}, "is damaged or cut short"),
        (sheet_xml(""), {"xl/media/a.bin": bytes(21_000_000)}, "unfolds to 21 MB"),
    ],
)
def test_workbooks_that_would_overwhelm_a_parser_are_refused(tmp_path: Path, sheet: str, extra: dict[str, bytes], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        preflight(write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet}, extra), "a.xlsx")


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retention.ingest.guard.survey.MAX_CELLS", 1_000)
    rows = "".join(f"<row>{'<c><v>1</v></c>' * 10}</row>" for _ in range(101))
    with pytest.raises(Refusal, match="holds more than 1000 cells"):
        preflight(write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(rows)}), "a.xlsx")


def test_a_part_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(f'<row r="1">{cell("A1")}</row>' * 100)})
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little")))
    with pytest.raises(Refusal, match="is damaged or cut short"):
        preflight(path, "a.xlsx")


def test_cut_short_and_encrypted(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml("")})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refusal, match="is damaged or cut short"):
        preflight(path, "a.xlsx")
    locked = write_ods(tmp_path / "a.ods", "", "<manifest><manifest:encryption-data/></manifest>")
    with pytest.raises(Refusal, match="is protected with a password"):
        preflight(locked, "a.ods")


MILLIARD = 'table:number-columns-repeated="1000000000"'
GAP = '<table:table-cell table:number-columns-repeated="16000"/>'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (f"<table:table-row>{ods_number(1, MILLIARD)}</table:table-row>", "more than 6000000 cells"),
        (f'<table:table-row table:number-rows-repeated="9000000">{ods_number(1)}</table:table-row>', "more than 6000000 cells"),
        (f"<table:table-row>{GAP}{ods_number(1)}</table:table-row>", "column 16001"),
        (
            '<table:table-row table:number-rows-repeated="100000000"><table:table-cell/></table:table-row>'
            f"<table:table-row>{ods_number(1)}</table:table-row>",
            "row 100000001 and column 1",
        ),
    ],
)
def test_repeated_cells_and_rows_are_multiplied(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        preflight(write_ods(tmp_path / "a.ods", f'<table:table table:name="Orders">{rows}</table:table>'), "a.ods")


def test_empty_repeats_to_the_end_of_a_sheet_are_what_every_honest_file_has(tmp_path: Path) -> None:
    rows = f"<table:table-row>{ods_number(1) * 2}{GAP}</table:table-row>" * 3
    end = f'<table:table-row table:number-rows-repeated="1048570">{GAP}</table:table-row>'
    tables = "".join(f'<table:table table:name="{name}">{rows}{end}</table:table>' for name in ("A &amp; B", "C"))
    surveys = preflight(write_ods(tmp_path / "a.ods", tables), "a.ods")
    assert {name: (survey.cells, survey.rows, survey.columns) for name, survey in surveys.items()} == {"A & B": (6, 3, 2), "C": (6, 3, 2)}


def test_a_large_sheet_passes_through_a_small_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_module, "COUNTED_FROM_BYTES", 0)
    rows = (f'<row r="{i}">{cell(f"A{i}")}{cell(f"B{i}", f"<v>{i * 7919}</v>")}</row>'.encode() for i in range(1, 200_001))
    path = write_xlsx(
        tmp_path / "a.xlsx", {"Orders": [sheet_xml("").partition("</sheetData>")[0].encode(), *rows, b"</sheetData></worksheet>"]}
    )
    tracemalloc.start()
    survey = preflight(path, "a.xlsx")["Orders"]
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (survey.cells, survey.rows, survey.columns) == (400_000, 200_000, 2)
    assert peak_bytes < 8_000_000


def test_no_tag_is_torn_apart_wherever_the_blocks_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_module, "COUNTED_FROM_BYTES", 0)
    rows = "".join(f'<row r="{i}">{cell(f"A{i}")}<c r="B{i}"><f>A{i}</f></c>{cell(f"AB{i}")}</row>' for i in range(1, 40))
    path = write_xlsx(tmp_path / "a.xlsx", {"Orders": sheet_xml(rows)})
    for block_bytes in (70, 101, 257, 1 << 18):
        monkeypatch.setattr(preflight_module, "BLOCK_BYTES", block_bytes)
        survey = preflight(path, "a.xlsx")["Orders"]
        assert (survey.cells, survey.rows, survey.columns, survey.unsaved_formulas) == (117, 39, 28, 39)
