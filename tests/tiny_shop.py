"""A shop of five customers, every figure of which can be worked out by hand.

The data end on 2026-04-10. Limits are fixed in the test: at risk after 30 days of silence, lapsed after 45.

Anna   10.00 on 01-05, 20.00 on 02-04, 30.00 on 03-06, 40.00 on 04-05       four purchases, 100.00, brought Dan
Boris  50.00 on 01-10 (and a cancelled 100.00 on 04-08)                      one purchase, 50.00, silent for 90 days: lapsed on 02-25
Clara  5.00 + 7.00 on 03-01 (two orders), 8.00 on 03-31, return of 3.00      two purchases, 17.00, silent for 10 days
Dan    15.00 on 02-01, 02-11 and 02-21                                       three purchases, 45.00, silent for 48: lapsed on 04-08
Elena  return of 4.00 on 03-15                                               no purchase in the data
nobody 9.99 on 04-10                                                         a sale without a customer

Sales: 212.00 of customers who bought, 217.99 in all. Cost is known for Dan's lines only: 10.00 of each 15.00.
Spend: 62.00 winning in January, 31.00 shared by halves in March, 30.00 keeping in April (one third of it by the 10th).
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from retention.warehouse import Workspace, open_workspace
from tests.many_lines import insert

LINES = [
    # order, customer, day, amount, cost, status
    ("1", "anna", "2026-01-05", "10.00", None, "sale"),
    ("2", "boris", "2026-01-10", "50.00", None, "sale"),
    ("3", "dan", "2026-02-01", "15.00", "10.00", "sale"),
    ("4", "anna", "2026-02-04", "20.00", None, "sale"),
    ("5", "dan", "2026-02-11", "15.00", "10.00", "sale"),
    ("6", "dan", "2026-02-21", "15.00", "10.00", "sale"),
    ("7", "clara", "2026-03-01", "5.00", None, "sale"),
    ("8", "clara", "2026-03-01", "7.00", None, "sale"),
    ("9", "anna", "2026-03-06", "30.00", None, "sale"),
    ("10", "elena", "2026-03-15", "-4.00", None, "return"),
    ("11", "clara", "2026-03-31", "8.00", None, "sale"),
    ("12", "clara", "2026-04-02", "-3.00", None, "return"),
    ("13", "anna", "2026-04-05", "40.00", None, "sale"),
    ("14", "boris", "2026-04-08", "100.00", None, "cancelled"),
    ("15", None, "2026-04-10", "9.99", None, "sale"),
]
SPEND = [
    ("2026-01-01", "2026-01-31", "ads", "62.00", "acquisition", 1.0),
    ("2026-03-01", "2026-03-31", "fair", "31.00", "shared", 0.5),
    ("2026-04-01", "2026-04-30", "newsletter", "30.00", "retention", 0.0),
]


def make_tiny_shop(path: Path, lines: list[tuple[str | None, ...]] = LINES) -> Workspace:
    """The shop in a workspace of its own."""
    workspace = open_workspace(path)
    with workspace.cursor() as cursor:
        columns = ("import_id", "file", "row", "order_id", "customer_id", "ordered_at", "amount", "cost", "status", "currency")
        insert(cursor, "order_lines", columns, ((1, "tiny.csv", number, *line, "EUR") for number, line in enumerate(lines, start=2)))
        columns = ("import_id", "file", "row", "first_day", "last_day", "channel", "amount", "purpose", "acquisition_share")
        insert(cursor, "spend", columns, ((1, "spend.csv", number, *line) for number, line in enumerate(SPEND, start=2)))
        cursor.execute(
            "insert into customers (import_id, file, \"row\", customer_id, referred_by) values (1, 'people.csv', 2, 'dan', 'anna')"
        )
        cursor.execute("update workspace set data_version = 1")
    return workspace


def flat_limits(gaps: pa.Table, summaries: pa.Table, at_risk_quantile: float, lapsed_quantile: float) -> pa.Table:
    """At risk after 30 days of silence and lapsed after 45, for everybody."""
    nothing = pa.array([0], pa.int64())
    columns = {"repeat_purchases": nothing}
    for name, days in (("at_risk", 30), ("lapsed", 45)):
        columns |= {
            f"{name}_flat_days": pa.array([days], pa.int64()),
            f"{name}_base_millidays": nothing,
            f"{name}_factor_millionths": nothing,
        }
    return pa.table(columns)
