"""Every line of the collections of broken files ends as its list says: read with that many rows, or refused in one sentence."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import duckdb
import pytest

from retention.ingest.formats.raw import RawTable, read_raw
from retention.ingest.understand import understand
from retention.sentence import Refusal
from tests.ingest.accounting import every_record_accounted_for
from tests.ingest.small_files import cells_of

BAD = Path(__file__).resolve().parents[3] / "shared" / "data" / "bad"
COLLECTIONS = ("csv-spectrum", "messytables-horror", "naughty-strings", "pollock", "python-calamine", "hostile-made")
SHEET = re.compile(r"([^|]*):(\d+)x(\d+)")
PARTS = 12
UNDERSTOOD, UNDERSTOOD_OF_POLLOCK = 4, 12  # to understand a file takes ten times as long as to read it: one in so many


def listed(collection: str) -> list[tuple[str, str, str]]:
    """File, expectation and rows of each line of the collection's list; nothing where it is not there."""
    if not (BAD / collection / "MANIFEST.tsv").exists():
        return []
    with (BAD / collection / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        lines = [(f"{collection}/{line['file']}", line["expected"], line["rows"]) for line in csv.DictReader(file, delimiter="\t")]
    # The hostile workbooks are read by the capped child: test_hostile.py.
    return [line for line in lines if not line[1].startswith("(oracle") and (collection != "hostile-made" or "/csv/" in line[0])]


CASES = [line for collection in COLLECTIONS for line in listed(collection)]


def raw_tables(name: str, connection: duckdb.DuckDBPyConnection) -> list[RawTable] | Refusal:
    try:
        return read_raw(BAD / name, Path(name).name, connection)
    except Refusal as refusal:
        return refusal


def outcome(
    name: str, folder: Path, is_understood: bool
) -> tuple[list[RawTable] | Refusal, Refusal | None, dict[str | None, list[tuple[str | None, ...]]]]:
    """What reading gives, what understanding refuses, and the records of each sheet from the first that holds anything."""
    folder.mkdir()
    with duckdb.connect(config={"threads": 1}) as connection, every_record_accounted_for():
        raws = raw_tables(name, connection)
        if isinstance(raws, Refusal):
            return raws, raws, {}
        cells = {raw.sheet: from_the_first(list(cells_of(raw, connection).values())) for raw in raws}
        try:
            if not is_understood:
                return raws, None, cells
            understand(connection, raws, None, folder, None)
        except Refusal as refusal:
            return raws, refusal, cells
        return raws, None, cells


def from_the_first(records: list[tuple[str | None, ...]]) -> list[tuple[str | None, ...]]:
    return records[next((place for place, record in enumerate(records) if any(record)), 0) :]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_listed_file_ends_as_its_list_says(part: int, tmp_path: Path) -> None:
    for number, (name, expected, rows) in enumerate(CASES[part::PARTS]):
        one_in = UNDERSTOOD_OF_POLLOCK if name.startswith("pollock/") else UNDERSTOOD
        is_understood = number % one_in == 0 or expected.startswith("refuse")
        raws, refusal, cells = outcome(name, tmp_path / str(number), is_understood)
        if refusal is not None:
            assert "\n" not in str(refusal) and len(str(refusal)) < 400, name
        if expected.startswith("refuse"):
            assert refusal is not None, name
        elif expected.startswith("load") and expected != "load-or-named-reject":
            assert not isinstance(raws, Refusal) or not rows or "0x0" in rows, (name, str(raws))
        if isinstance(raws, Refusal) or not rows:
            continue
        if sheets := SHEET.findall(rows):
            found = {(sheet, len(records), len(records[0])) for sheet, records in cells.items()}
            assert {(sheet, int(length), int(width)) for sheet, length, width in sheets if (length, width) != ("0", "0")} <= found, name
        elif expected == "load":
            filled = [record for record in cells[None] if any(record)]
            assert int(rows) in (len(filled), len(filled) - 1, raws[0].rows, raws[0].rows - 1), (name, len(filled))
        elif name.startswith("pollock/"):
            assert raws[0].rows >= int(rows), name
            assert raws[0].width > 1, name


@pytest.mark.skipif(not CASES, reason="the collections do not lie beside this checkout")
def test_the_collections_are_complete() -> None:
    assert (len(CASES) > 250, len(listed("pollock"))) == (True, 158)


@pytest.mark.parametrize("name", [name for name, _, _ in listed("csv-spectrum")])
def test_every_cell_is_that_of_the_oracle(name: str) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        raws = raw_tables(name, connection)
        assert isinstance(raws, list)
        header, *body = cells_of(raws[0], connection).values()
    oracle = json.loads((BAD / name.replace("csvs", "json").replace(".csv", ".json")).read_text(encoding="utf-8"))
    # The collection was copied with its line ends made alike, its oracle was not.
    oracle = [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in oracle]
    assert [dict(zip(header, [(cell or "").replace("\r\n", "\n") for cell in row], strict=True)) for row in body] == oracle


def test_polluted_files_hold_what_the_clean_ones_do(bad_data: Path) -> None:
    """Cell by cell: all rows but the one that was polluted, in all files whose pollution costs a row at most."""
    exact = 0
    for path in sorted((bad_data / "pollock" / "polluted").glob("*.csv")):
        with (bad_data / "pollock" / "clean" / path.name).open(encoding="utf-8", newline="") as file:
            clean = [tuple(cell.strip() or None for cell in row) for row in csv.reader(file)]
        with duckdb.connect(config={"threads": 1}) as connection:
            raws = raw_tables(f"pollock/polluted/{path.name}", connection)
            if isinstance(raws, Refusal):
                assert clean == [], path.name
                continue
            found = [tuple((cell or "").strip() or None for cell in row[: len(clean[0])]) for row in cells_of(raws[0], connection).values()]
        differing = sum(found.count(row) < clean.count(row) for row in set(clean))
        exact += differing <= 1
        assert differing <= 16, path.name
    assert exact >= 70
