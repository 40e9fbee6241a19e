"""A rerun of every view of the ladder and value pages with a thousand and with a million customers.

Run: python tests/benchmarks/benchmark_pages.py [customers …] [--views ladder/now,value/base]. Prints the first load and the median of the
reruns after it for each view and size, and how many times slower the largest shop's rerun is than the smallest's. The pages run inside
this process, without a browser; the first load of a large shop takes minutes.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "pages"))

from streamlit.testing.v1 import AppTest

from retention.warehouse import Workspace, open_workspace
from shared.ladder_views import VIEWS as LADDER_VIEWS
from shared.value_views import VIEWS as VALUE_VIEWS
from tests.many_lines import number_lines

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
SIZES = (1_000, 1_000_000)
RERUNS = 9
VIEW_FIELDS = {"ladder": "ladder_view", "value": "view"}
LONGEST_SECONDS = 1_800
# Two purchases a customer in the middle, as every second one comes once; everybody is in a channel, and every line has a category.
LINES = """
insert into order_lines
    (import_id, file, "row", order_id, customer_id, ordered_at, amount, discount, cost, product, category, channel, status, currency)
with
customers as (
    select
        i as customer,
        hash(i) % 1000 as first_day,
        1 + cast(floor(pow(hash(i + 104729) % 1000 / 1000.0, 4) * 12) as integer) as purchases,
        10 + hash(i + 7919) % 60 as pace
    from range($customers) as numbers (i)
),

purchases as (
    select
        customer,
        number,
        first_day + number * pace + hash(customer * 31 + number) % 9 as days_later,
        5 + hash(customer * 17 + number) % 9000 / 100 as amount
    from customers
    cross join range(12) as numbers (number)
    where number < purchases
)

select
    1,
    'made.csv',
    row_number() over (),
    customer || '-' || number,
    'c' || lpad(cast(customer as varchar), 7, '0'),
    timestamp '2023-01-01' + interval (cast(days_later as integer)) day,
    amount,
    case when number % 5 = 4 then 1 else 0 end,
    amount * 0.6,
    'product ' || (customer + number) % 50,
    'category ' || (customer + number) % 7,
    'channel ' || customer % 4,
    'sale',
    'EUR'
from purchases
where days_later < 1095
"""


def make_shop(home: Path, customers: int) -> Workspace:
    """A shop of so many customers as somebody's own data."""
    workspace = open_workspace(home / "workspace.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute(LINES, {"customers": customers})
        number_lines(cursor)
        cursor.execute("update workspace set data_version = 1")
    return workspace


def view_times(page: str, view: str) -> tuple[float, float]:
    """Seconds of the first load of one view, and the median of its reruns."""
    app = AppTest.from_file(str(FRAME), default_timeout=LONGEST_SECONDS)
    app.query_params["language"] = "en"
    app.query_params[VIEW_FIELDS[page]] = view
    start = time.perf_counter()
    app.run()
    app.switch_page(f"{page}.py").run()
    first = time.perf_counter() - start
    reruns = []
    for _ in range(RERUNS):
        start = time.perf_counter()
        app.run()
        reruns.append(time.perf_counter() - start)
    if app.exception or app.error:
        raise RuntimeError(f"{page}/{view}: {[element.value for element in (*app.exception, *app.error)]}")
    return first, statistics.median(reruns)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("customers", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--views", help="only these, such as ladder/now,value/base")
    asked = parser.parse_args()
    every = [*(f"ladder/{view}" for view in LADDER_VIEWS), *(f"value/{view}" for view in VALUE_VIEWS)]
    views = asked.views.split(",") if asked.views else every
    logging.disable(logging.WARNING)  # a page without a browser warns on every run
    reruns: dict[str, list[float]] = {view: [] for view in views}
    for customers in asked.customers:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["RETENTION_HOME"] = folder
            workspace = make_shop(Path(folder), customers)
            for name in views:
                page, _, view = name.partition("/")
                try:
                    first, again = view_times(page, view)
                except RuntimeError as error:  # the other views are worth knowing all the same
                    print(f"{customers:>9,} customers, {name}: {error}", flush=True)
                    continue
                reruns[name].append(again)
                print(f"{customers:>9,} customers, {name}: first load {first:.2f} s, rerun {again * 1000:.0f} ms", flush=True)
            workspace.close()
    for name, times in reruns.items():
        if len(times) > 1:
            print(f"{name}: {times[0] * 1000:.0f} ms → {times[-1] * 1000:.0f} ms, ratio {times[-1] / times[0]:.2f}")


if __name__ == "__main__":
    main()
