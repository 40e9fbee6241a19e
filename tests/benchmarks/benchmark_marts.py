"""All marts against a bare scan + group by customer of the same lines. Run: python tests/benchmarks/benchmark_marts.py [lines …]

Prints the medians and their ratio; the ratio is what counts, the machine only scales both. The mart of costs is timed apart too, so
that what the ladder alone takes can be read off.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retention.answers.ask import ask
from retention.question import Question
from retention.warehouse import Workspace, open_workspace
from retention.warehouse.engine import DuckDB

COSTS = ("cost_window",)
DEFAULT_SIZES = (1_000_000, 10_000_000)
# Two lines an order, eight lines a customer; everybody comes on a day of their own and stays for a while of their own within three
# years. An order's customer and day come from its number, so that its lines agree.
LINES = """
insert into order_lines (import_id, file, "row", order_id, customer_id, customer, ordered_at, amount, discount, cost,
    status, currency)
with
orders as (
    select
        i as line,
        i // 2 as order_number,
        cast(floor(pow(hash(i // 2) % 1000000 / 1000000.0, 1.5) * $customers) as integer) as customer,
        hash(i // 2 + 7919) % 1000 / 1000.0 as moment,
        hash(i) % 10000 as cents
    from range($lines) as numbers (i)
),

lives as (
    select
        line,
        order_number,
        customer,
        cents,
        hash(customer) % 1000 as first_day,
        moment * least(1095 - hash(customer) % 1000, pow(hash(customer + 104729) % 1000 / 1000.0, 3) * 1500) as days_later
    from orders
)

select
    1,
    'made.csv',
    line,
    cast(order_number as varchar),
    'c' || customer,
    customer + 1,
    timestamp '2023-01-01' + interval (cast(first_day + days_later as integer)) day,
    cents / 100,
    case when order_number % 5 = 0 then 1 else 0 end,
    cents / 200,
    'sale',
    'EUR'
from lives
"""


def timed(work: Callable[[], object], repeats: int) -> float:
    """The median time of a piece of work, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def bare(workspace: Workspace) -> None:
    """The least anybody could do with the lines."""
    with workspace.cursor() as cursor:
        cursor.execute(
            "create temp table bare as select customer_id, count(*) as lines, sum(amount) as amount, max(ordered_at) as latest"
            " from order_lines group by customer_id"
        )


@contextmanager
def store_timed() -> Iterator[dict[str, list[float]]]:
    """The times of every mart by name, for as long as it is open."""
    times: dict[str, list[float]] = {}
    store = DuckDB.store

    def timed_store(self: DuckDB, name: str, sql: str, *rest: object, **named: object) -> None:
        start = time.perf_counter()
        store(self, name, sql, *rest, **named)  # type: ignore[arg-type]
        times.setdefault(name, []).append(time.perf_counter() - start)

    DuckDB.store = timed_store  # type: ignore[method-assign]
    try:
        yield times
    finally:
        DuckDB.store = store  # type: ignore[method-assign]


def measure(lines: int, path: Path) -> str:
    """One line of the report."""
    workspace = open_workspace(path)
    with workspace.cursor() as cursor:
        cursor.execute(LINES, {"lines": lines, "customers": lines // 8})
        cursor.execute("insert into customer_keys select distinct customer, customer_id from order_lines")
    turn = iter(range(1000))

    def build() -> None:
        with ask(workspace, Question(full_price_streak=5 + next(turn))):  # a new question each time
            pass

    repeats = 5 if lines <= 1_000_000 else 3
    floor = timed(lambda: bare(workspace), repeats)
    with store_timed() as times:
        marts = timed(build, repeats)
    workspace.close()
    medians = {name: statistics.median(found) for name, found in times.items()}
    ladder = marts - sum(medians[name] for name in COSTS)
    slowest = ", ".join(f"{name} {medians[name]:.2f}" for name in sorted(medians, key=medians.__getitem__, reverse=True)[:5])
    return (
        f"{lines:>12,} lines: scan + group by {floor:.3f} s, all marts {marts:.2f} s, ratio {marts / floor:.1f}"
        f" (ladder marts {ladder:.2f} s, ratio {ladder / floor:.1f}; slowest: {slowest})"
    )


def main(sizes: tuple[int, ...]) -> None:
    for lines in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(lines, Path(folder) / "made.duckdb"), flush=True)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
