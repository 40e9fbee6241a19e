"""Reading and loading a CSV of order lines against DuckDB's own reader. Run: python tests/benchmarks/benchmark_load.py [lines …]

DuckDB's part is `create table as from read_csv`, types guessed; ours is everything from the file to the committed workspace:
the child process, its understanding of the file, exact amounts, the ledger.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retention.ingest import read
from retention.warehouse import open_workspace
from tests.benchmarks.benchmark_marts import timed

DEFAULT_SIZES = (1_000_000,)
ORDERS = """
copy (
    select
        i // 2 as "Order no",
        cast(date '2023-01-01' + cast(hash(i // 2) % 1095 as integer) as varchar) as "Order date",
        'C' || lpad(cast(hash(i // 2 + 1) % ($lines // 8) as varchar), 7, '0') as "Customer",
        'Product ' || hash(i) % 500 as "Product",
        hash(i + 1) % 5 + 1 as "Quantity",
        printf('%.2f', hash(i + 2) % 10000 / 100.0) as "Amount"
    from range($lines) as numbers (i)
) to '{path}' (header, delimiter ',')
"""


def load_with_duckdb(path: Path) -> None:
    """DuckDB's own reader, into a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(str(Path(folder) / "own.duckdb"))
        connection.execute(f"create table orders as from read_csv('{path}')")
        connection.close()


def load_with_the_house(path: Path) -> None:
    """From the file to the committed workspace."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "house.duckdb")
        with read([path]) as reading:
            workspace.load(reading)
        workspace.close()


def main(sizes: tuple[int, ...]) -> None:
    for lines in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "orders.csv"
            duckdb.connect().execute(ORDERS.format(path=path), {"lines": lines})
            floor = timed(lambda path=path: load_with_duckdb(path), 5)
            house = timed(lambda path=path: load_with_the_house(path), 5)
            megabytes = path.stat().st_size / 1e6
            print(f"{lines:>12,} lines, {megabytes:.0f} MB: DuckDB {floor:.2f} s, read + load {house:.2f} s, ratio {house / floor:.1f}")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
