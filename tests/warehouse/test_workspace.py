"""Nothing is lost, doubled, mixed up or let out: what a workspace promises."""

from __future__ import annotations

import ast
import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from retention.ingest.reading import Reading, Totals, Understood
from retention.question import Question
from retention.sentence import Refusal
from retention.warehouse import open_workspace
from retention.warehouse.homes import VisitorHome
from tests.tiny_shop import flat_limits, make_tiny_shop

ROOT = Path(__file__).resolve().parents[2]
CLOSED_DOORS = [
    "select * from read_csv('{outside}')",
    "select * from read_text('{outside}')",
    "select * from read_parquet('{outside}')",
    "select * from glob('/*')",
    "copy order_lines to '{folder}/out.csv'",
    "copy order_lines from '{outside}'",
    "attach '{folder}/other.duckdb' as other",
    "export database '{folder}/export'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "set memory_limit = '100GB'",
    "reset lock_configuration",
    "create persistent secret s (type s3, key_id 'a', secret 'b')",
    "select * from python_list",
]


def reading_of(folder: Path, rows: int, file: str = "orders.csv", content: str = "one") -> Reading:
    """A reading of `rows` order lines, as the ingest hands it over."""
    folder.mkdir(parents=True, exist_ok=True)
    table = pa.table(
        {
            "file": [file] * rows,
            "sheet": pa.array([None] * rows, pa.string()),
            "row": range(2, rows + 2),
            "order_id": [str(n) for n in range(rows)],
            "customer_id": [f"c{n % 7}" for n in range(rows)],
            "ordered_at": pa.array([date(2026, 1, 1 + n % 28) for n in range(rows)], pa.date32()).cast(pa.timestamp("us")),
            "amount": pa.array([Decimal("1.25")] * rows, pa.decimal128(18, 4)),
            **{name: pa.array([None] * rows, pa.decimal128(18, 4)) for name in ("discount", "cost", "quantity")},
            **{name: pa.array([None] * rows, pa.string()) for name in ("product", "category", "channel", "store", "city")},
            "status": ["sale"] * rows,
            "currency": ["EUR"] * rows,
        }
    )
    path = folder / "order_lines.arrow"
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    understood = Understood(file, None, "order_lines", "utf-8", ",", 0, rows, {}, sha256=hashlib.sha256(content.encode()).hexdigest())
    totals = Totals(rows, rows, 7, Decimal("1.25") * rows, "EUR", date(2026, 1, 1), date(2026, 1, 28), None)
    return Reading((understood,), (), (), 0, totals, {"order_lines": path}, folder)


def count(workspace, table="order_lines"):
    with workspace.cursor() as cursor:
        return cursor.execute(f"select count(*) from {table}").fetchone()[0]


def test_a_load_is_in_the_ledger_and_can_be_taken_back(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with reading_of(tmp_path / "a", 10) as reading:
        loaded = workspace.load(reading)
    assert (loaded.import_id, loaded.rows, loaded.already_loaded) == (1, 10, ())
    assert [(entry.import_id, entry.file, entry.rows) for entry in workspace.imports()] == [(1, "orders.csv", 10)]
    assert workspace.data_version == 1
    assert [entry.import_id for entry in workspace.undo()] == [1]
    assert (count(workspace), count(workspace, "imports"), workspace.data_version) == (0, 0, 2)
    workspace.close()


def test_the_same_content_twice_adds_nothing_and_says_so(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    for name in ("orders.csv", "renamed.csv"):
        with reading_of(tmp_path / name, 10, file=name) as reading:
            loaded = workspace.load(reading)
    assert (loaded.import_id, loaded.rows, loaded.already_loaded) == (None, 0, ("renamed.csv",))
    assert (count(workspace), workspace.data_version) == (10, 1)
    workspace.close()


def numbers(workspace):
    """The number of every customer, and that of every line, by the customer's id."""
    with workspace.cursor() as cursor:
        keys = dict(cursor.execute("select customer_id, customer from customer_keys").fetchall())
        lines = dict(cursor.execute("select distinct customer_id, customer from order_lines").fetchall())
    return keys, lines


def test_customers_keep_their_numbers_from_load_to_load_and_lose_them_with_their_last_line(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with reading_of(tmp_path / "one", 3) as reading:  # c0, c1 and c2
        workspace.load(reading)
    first = {"c0": 1, "c1": 2, "c2": 3}
    assert numbers(workspace) == (first, first)
    with reading_of(tmp_path / "two", 5, "more.csv", "two") as reading:
        workspace.load(reading)
    both = {**first, "c3": 4, "c4": 5}
    assert numbers(workspace) == (both, both)
    workspace.undo(1)
    assert numbers(workspace) == (both, both), "all of them stand in the second file too"
    with reading_of(tmp_path / "again", 2, "more.csv", "two") as reading:
        workspace.load(reading, replaces=2)
    left = {"c0": 1, "c1": 2}
    assert numbers(workspace) == (left, left), "nobody is remembered whose lines have gone"
    workspace.undo()
    assert numbers(workspace) == ({}, {})
    with reading_of(tmp_path / "last", 1, "last.csv", "last") as reading:
        workspace.load(reading)
    assert numbers(workspace)[0] == {"c0": 6}, "figures read by an old number never go under another name"
    workspace.close()


def test_a_line_without_a_customer_has_no_number(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    keys, lines = numbers(workspace)
    workspace.close()
    assert lines == {**keys, None: None} and sorted(keys) == ["anna", "boris", "clara", "dan", "elena"]


def test_reading_again_takes_the_place_of_the_earlier_import_or_changes_nothing(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with reading_of(tmp_path / "a", 10) as reading:
        workspace.load(reading)
    with reading_of(tmp_path / "b", 4) as reading:  # the same content, understood as fewer rows
        assert workspace.load(reading).earlier_import_id == 1
        broken = Reading(
            **{**vars(reading), "tables": {"order_lines": reading.tables["order_lines"], "spend": reading.tables["order_lines"]}}
        )
        with pytest.raises(duckdb.Error):
            workspace.load(broken, replaces=1)
        assert (count(workspace), workspace.data_version) == (10, 1)
        assert workspace.load(reading, replaces=1).rows == 4
    assert (count(workspace), [entry.rows for entry in workspace.imports()]) == (4, [4])
    workspace.close()


def test_reading_one_file_of_an_import_again_leaves_its_others_alone(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with reading_of(tmp_path / "a", 10, "a.csv", "first") as one, reading_of(tmp_path / "b", 5, "b.csv", "second") as two:
        rows = pa.concat_tables([pa.ipc.open_file(str(reading.tables["order_lines"])).read_all() for reading in (one, two)])
        both = tmp_path / "both.arrow"
        with pa.OSFile(str(both), "wb") as sink, pa.ipc.new_file(sink, rows.schema) as writer:
            writer.write_table(rows)
        workspace.load(Reading(**{**vars(one), "files": (*one.files, *two.files), "tables": {"order_lines": both}}))
    with reading_of(tmp_path / "c", 4, "renamed.csv", "first") as again:
        assert workspace.load(again, replaces=1).rows == 4
    assert {(entry.file, entry.import_id, entry.rows) for entry in workspace.imports()} == {("b.csv", 1, 5), ("renamed.csv", 2, 4)}
    assert count(workspace) == 9
    workspace.close()


def test_undo_of_what_is_not_there_is_one_sentence(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with pytest.raises(Refusal, match="There is no import to take back"):
        workspace.undo()
    with pytest.raises(Refusal, match="no import number 7"):
        workspace.undo(7)
    workspace.close()


def test_a_load_that_breaks_leaves_nothing(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    with reading_of(tmp_path / "a", 10) as reading:
        broken = Reading(**{**vars(reading), "tables": {**reading.tables, "spend": reading.tables["order_lines"]}})
        with pytest.raises(duckdb.Error):
            workspace.load(broken)
    assert (count(workspace), count(workspace, "imports"), workspace.data_version) == (0, 0, 0)
    workspace.close()


@pytest.mark.parametrize("attack", CLOSED_DOORS)
def test_sql_reaches_its_own_file_and_nothing_else(tmp_path, attack):
    outside = tmp_path / "outside.csv"
    outside.write_text("secret\n1\n")
    python_list = [1, 2]  # noqa: F841 - the attack would read it
    workspace = open_workspace(tmp_path / "inside" / "w.duckdb")
    with workspace.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(attack.format(outside=outside, folder=tmp_path)).fetchall()
    workspace.close()


def test_eight_threads_asking_at_once_all_get_the_right_numbers(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    # as-of day -> customers who bought by then, sales in cents
    truth = {
        date(2026, 1, 7): (1, 1000),
        date(2026, 1, 31): (2, 6000),
        date(2026, 2, 21): (3, 12500),
        date(2026, 3, 10): (4, 1000 + 2000 + 3000 + 5000 + 1200 + 4500),
        date(2026, 4, 10): (4, 21200),
    }
    wrong = []

    def asks(thread: int) -> None:
        days = list(truth)
        for turn in range(40):
            day = days[(thread + turn) % len(days)]
            with workspace.marts(Question(as_of=day), flat_limits) as marts, marts.engine() as engine:
                found = engine.arrow("select count(*) as customers, sum(value) as value from customers_now").to_pylist()[0]
            if (found["customers"], found["value"]) != truth[day]:
                wrong.append((day, found))

    threads = [threading.Thread(target=asks, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    workspace.close()


def test_visitors_have_their_own_data_and_leave_nothing_behind(tmp_path):
    alice, bob = VisitorHome(), VisitorHome()
    with reading_of(tmp_path / "a", 3, file="ALICE-SECRET.csv") as reading:
        alice.workspace.load(reading)
    assert [entry.file for entry in alice.workspace.imports()] == ["ALICE-SECRET.csv"]
    assert bob.workspace.imports() == ()
    assert alice.workspace.id != bob.workspace.id
    folders = (alice.folder, bob.folder)
    assert [folder.stat().st_mode & 0o077 for folder in folders] == [0, 0]  # nobody else can look in
    del alice
    bob.close()
    assert [folder.exists() for folder in folders] == [False, False]


def test_a_second_program_is_told_who_holds_the_file(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    code = "import sys; from retention.warehouse import open_workspace; from pathlib import Path; open_workspace(Path(sys.argv[1]))"
    second = subprocess.run([sys.executable, "-c", code, str(tmp_path / "w.duckdb")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert f"already open in another program (process {os.getpid()})" in second.stderr
    workspace.close()


def test_a_file_that_is_no_workspace_is_refused(tmp_path):
    (tmp_path / "w.duckdb").write_bytes(b"not a database at all" * 1000)
    with pytest.raises(Refusal, match="not a workspace"):
        open_workspace(tmp_path / "w.duckdb")
    foreign = duckdb.connect(str(tmp_path / "foreign.duckdb"))
    foreign.execute("create table something (a integer)")
    foreign.close()
    with pytest.raises(Refusal, match="not a workspace"):
        open_workspace(tmp_path / "foreign.duckdb")


LOADER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from retention.warehouse import open_workspace
from tests.warehouse.test_workspace import reading_of
workspace = open_workspace(Path(sys.argv[1]) / "w.duckdb")
for turn in range(int(sys.argv[3]), 1000):
    with reading_of(Path(sys.argv[1]) / "spool", 20_000, f"file_{turn}.csv", f"content {turn}") as reading:
        workspace.load(reading)
    print(turn, flush=True)
"""


def test_a_kill_in_the_middle_of_a_load_leaves_the_earlier_data_whole(tmp_path):
    next_turn = 0
    for round_number in range(4):
        loader = subprocess.Popen(
            [sys.executable, "-c", LOADER, str(tmp_path), str(ROOT), str(next_turn)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        said = [int(loader.stdout.readline()) for _ in range(2)]
        time.sleep(0.02 + 0.03 * round_number)  # somewhere inside the next load
        loader.send_signal(signal.SIGKILL)
        said += [int(line) for line in loader.stdout.read().split()]
        loader.wait()
        workspace = open_workspace(tmp_path / "w.duckdb")
        ledger = {entry.file: entry.rows for entry in workspace.imports()}
        with workspace.cursor() as cursor:
            rows = dict(cursor.execute("select file, count(*) from order_lines group by file").fetchall())
            version = workspace.data_version
        workspace.close()
        assert set(said) <= {int(name[5:-4]) for name in ledger}, "a load that was reported done is gone"
        assert rows == dict.fromkeys(ledger, 20_000), "half a load is there"
        assert version == len(ledger)
        next_turn = max(said) + 2  # the killed one may or may not be there


def test_every_query_text_is_a_literal_of_ours():
    """No f-string in the warehouse takes a name from anywhere but our own constants: the names are listed here."""
    ours = {
        "table",
        "told",
        "taken",
        "keyed",
        "lines",
        "name",
        "sql",
        "source",
        "catalogue",
        "self.catalogue",
        "marts.catalogue",
        "'view' if is_view else 'table'",
    }
    ours |= {"sql_text('checks', check.name)"}
    found = set()
    for path in (ROOT / "retention" / "warehouse").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in {"execute", "arrow", "store"}:
                for part in ast.walk(call):
                    if isinstance(part, ast.FormattedValue):
                        found.add(ast.unparse(part.value))
    assert found <= ours
