from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from retention.ingest.formats import raw_rows
from retention.ingest.formats.raw import read_raw
from retention.sentence import Refusal
from tests.ingest.small_files import Cells, cells_of

AB = [("a", "b"), ("1", "x"), ("2", None)]


def tables_of(content: object, folder: Path, name: str = "a.json") -> dict[str | None, list[Cells]]:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")
    with duckdb.connect(config={"threads": 1}) as connection:
        return {raw.sheet: list(cells_of(raw, connection).values()) for raw in read_raw(folder / name, name, connection)}


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ([{"a": 1, "b": "x"}, {"a": 2}], AB),
        ({"ok": True, "result": {"page": [{"a": 1, "b": "x"}, {"a": 2, "b": None}], "links": [{"rel": "next"}]}}, AB),
        ({"a": [1, 2], "b": ["x", None]}, AB),
        ({"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": None}}, AB),
        ({"columns": ["a", "b"], "index": [0, 1], "data": [[1, "x"], [2, None]]}, AB),
        ([["a", "b"], [1, "x"], [2, ""]], AB),
        ('{"a": 1, "b": "x"}\n{"a": 2}\n', AB),
        ('{"a": 1, "b": "x"}\n\n[2, null]\n', AB),
        ({"k1": {"a": 1}, "k2": {"a": 2}}, [("id", "a"), ("k1", "1"), ("k2", "2")]),
        ({"id": 7, "paid": True}, [("id", "paid"), ("7", "true")]),
        (["x", None, 1.50], [("x",), (None,), ("1.5",)]),
        ([{"a": {"b": {"c": 1}, "d": []}, "e": ["x", "y"], "f": {}}], [("a.b.c", "e", "f"), ("1", "x, y", None)]),
        ([{"id": 1, "tax_lines": [{"rate": 0.2}]}], [("id", "tax_lines"), ("1", '[{"rate": "0.2"}]')]),
    ],
)
def test_tables_in_many_dresses(tmp_path: Path, content: object, rows: list[Cells]) -> None:
    assert tables_of(content, tmp_path) == {None: rows}


def test_numbers_keep_the_digits_they_were_written_with(tmp_path: Path) -> None:
    text = '[{"a": 10.50, "b": 12345678901234567890, "c": 1E+2, "d": -0.0, "e": NaN}]'
    assert tables_of(text, tmp_path)[None][1] == ("10.50", "12345678901234567890", "1E+2", "-0.0", "NaN")


def test_lists_inside_records_become_tables_that_can_be_joined(tmp_path: Path) -> None:
    orders = [{"id": 1, "items": [{"sku": "A"}, {"sku": "B"}]}, {"id": 2, "items": [{"sku": "A"}]}, {"id": 3, "items": []}]
    assert tables_of({"customers": [{"id": 9, "name": "Ann", "orders": orders}, {"id": 8, "name": "Bob", "orders": []}]}, tmp_path) == {
        "customers": [("customer id", "name"), ("9", "Ann"), ("8", "Bob")],
        "orders": [("customer id", "order id"), ("9", "1"), ("9", "2"), ("9", "3")],
        "items": [("order id", "customer id", "sku"), ("1", "9", "A"), ("1", "9", "B"), ("2", "9", "A")],
    }


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        (['{"a": 1}', '{"a": ', '{"a": 3}', "[[4]]"], [3, 5]),
        (['{"a": ', '{"a": 2}', '{"a": 3}'], [2]),
        (["[", '{"a": 1},', '{"a": 2},', '{"a": '], [4]),
    ],
)
def test_a_broken_line_costs_no_other_one(tmp_path: Path, lines: list[str], refused: list[int]) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    with duckdb.connect(config={"threads": 1}) as connection:
        (raw,) = read_raw(tmp_path / "a.jsonl", "a.jsonl", connection)
        filled = [row for row, cells in cells_of(raw, connection).items() if any(cells)]
    assert (list(raw.refused), raw.is_consecutive) == (refused, False)
    assert sorted([*filled, *refused]) == list(range(1, raw.rows + 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a":\n [1, }', "a.json breaks off or is no proper JSON at line 2, character 6"),
        ('[{"a": 1}, {"a"', "at line 1, character 16"),
        ("[" * 100_000, "a.json holds lists within lists"),
        ("[]", "a.json is empty"),
        ('{"a": []}', "a.json is empty"),
        (json.dumps([{f"c{number}": 1 for number in range(600)}]), "a.json has 1 rows and 600 columns, too much"),
        (json.dumps([{f"list{number}": [{"a": 1}] for number in range(60)}]), "a.json holds too many lists"),
    ],
)
def test_refusals(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        tables_of(text, tmp_path)


def test_more_cells_than_can_be_held_are_refused_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_rows, "MAX_USED_RANGE", 1_000)
    with pytest.raises(Refusal, match="501 rows and 2 columns"):
        tables_of("\n".join(['{"a": 1, "b": 2}'] * 100_000), tmp_path)


def test_half_letters_and_invisible_ones_do_no_harm(tmp_path: Path) -> None:
    assert tables_of('[{"a\\ud83d": "x\\udc00y", "b": "z\\u0000"}]', tmp_path)[None] == [("a?", "b"), ("x?y", "z")]


def test_a_long_file_is_read_line_by_line(tmp_path: Path) -> None:
    rows = tables_of("\n".join(f'{{"a": {number}}}' for number in range(25_001)), tmp_path)[None]
    assert (len(rows), rows[0], rows[-1]) == (25_002, ("a",), ("25000",))
