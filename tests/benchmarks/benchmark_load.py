"""Reading and loading what people upload against the least that it takes. Run: python tests/benchmarks/benchmark_load.py [lines …]

A CSV of order lines: DuckDB's part is `create table as from read_csv`, types guessed; ours is everything from the file to the
committed workspace: the child process, its understanding of the file, exact amounts, the ledger. With it the most memory that the
child took. A workbook: python-calamine's part is every cell as Python's own value; ours is the raw table. Many small files have
nothing to compare with. Beside the time on the clock stands that of the processors, ours and our child's, which other work on the
machine disturbs less; both are the medians of several runs by turns.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retention.ingest import read
from retention.ingest.formats.raw import read_raw
from retention.warehouse import open_workspace

DEFAULT_SIZES = (1_000_000,)
WORKBOOK_ROWS = 100_000
SMALL_FILES, LINES_OF_SMALL_FILE = 300, 5
ORDERS = """
select
    i // 2 as "Order no",
    cast(date '2023-01-01' + cast(hash(i // 2) % 1095 as integer) as varchar) as "Order date",
    'C' || lpad(cast(hash(i // 2 + 1) % ($lines // 8) as varchar), 7, '0') as "Customer",
    'Product ' || hash(i) % 500 as "Product",
    hash(i + 1) % 5 + 1 as "Quantity",
    printf('%.2f', hash(i + 2) % 10000 / 100.0) as "Amount"
from range($lines) as numbers (i)
"""


def compared(floor: Callable[[], object], house: Callable[[], object], repeats: int) -> str:
    """What the floor and the house take by turns, and the ratios of the two, on the clock and on the processors."""
    floors, houses = [], []
    for _ in range(repeats):
        floors.append(seconds(floor))
        houses.append(seconds(house))
    (floor_wall, floor_cpu), (house_wall, house_cpu) = medians(floors), medians(houses)
    wall = f"{floor_wall:.2f} s, ours {house_wall:.2f} s, ratio {house_wall / floor_wall:.2f}"
    return f"{wall} (processors {floor_cpu:.2f} s, {house_cpu:.2f} s, ratio {house_cpu / floor_cpu:.2f})"


def medians(runs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The usual time on the clock, and that on the processors."""
    return statistics.median(wall for wall, _ in runs), statistics.median(cpu for _, cpu in runs)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long the work takes on the clock, and on the processors with the children that it waits for."""
    started, used = time.perf_counter(), processor_seconds()
    work()
    return time.perf_counter() - started, processor_seconds() - used


def processor_seconds() -> float:
    """What this process and its children have used of the processors so far."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def load_with_duckdb(path: Path) -> None:
    """DuckDB's own reader, into a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(str(Path(folder) / "own.duckdb"))
        connection.execute(f"create table orders as from read_csv('{path}')")
        connection.close()


def load_with_the_house(paths: Sequence[Path]) -> None:
    """From the files to the committed workspace."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "house.duckdb")
        with read(paths) as reading:
            workspace.load(reading)
        workspace.close()


def measure_lines(lines: int, folder: Path) -> str:
    """One line of the report on a CSV file."""
    path = folder / "orders.csv"
    duckdb.connect().execute(f"copy ({ORDERS}) to '{path}' (header, delimiter ',')", {"lines": lines})
    repeats = 5 if lines <= 1_000_000 else 3
    found = compared(lambda: load_with_duckdb(path), lambda: load_with_the_house([path]), repeats)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"{lines:>12,} lines, {path.stat().st_size / 1e6:.0f} MB: DuckDB {found}, child {memory:.0f} MB at most"


def measure_workbook(folder: Path) -> str:
    """One line of the report on a workbook."""
    path = folder / "orders.xlsx"
    rows = duckdb.connect().execute(ORDERS, {"lines": WORKBOOK_ROWS}).fetchall()
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order no", "Order date", "Customer", "Product", "Quantity", "Amount"])
        for place, row in enumerate(rows):
            sheet.write_row(place + 1, 0, [*row[:-1], float(row[-1])])

    def read_with_the_house() -> None:
        with duckdb.connect(config={"threads": 2}) as connection:
            read_raw(path, path.name, connection)

    found = compared(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(), read_with_the_house, 9)
    return f"{len(rows):>12,} rows of xlsx: calamine {found}"


def measure_small_files(folder: Path) -> str:
    """One line of the report on files of single days."""
    paths = [folder / f"day{place:03}.csv" for place in range(SMALL_FILES)]
    for place, path in enumerate(paths):
        first = place * LINES_OF_SMALL_FILE
        lines = [f"{first + i},2024-{place % 12 + 1:02}-{place % 28 + 1:02},C{i},{10 * i + place}.50" for i in range(LINES_OF_SMALL_FILE)]
        path.write_text("\n".join(["Order,Date,Customer,Amount", *lines, ""]))
    one, one_cpu = medians([seconds(lambda: load_with_the_house(paths[:1])) for _ in range(5)])
    wall, cpu = seconds(lambda: load_with_the_house(paths))
    return f"{SMALL_FILES:>12,} small files: {wall:.1f} s (processors {cpu:.1f} s), one of them {one:.2f} s (processors {one_cpu:.2f} s)"


def main(sizes: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lines in sizes:
            print(measure_lines(lines, folder), flush=True)
        print(measure_workbook(folder), flush=True)
        print(measure_small_files(folder), flush=True)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
