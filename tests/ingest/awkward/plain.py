"""Files without any trap: what every other kind is measured against."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="three plain orders",
        files={"orders.csv": "Order,Date,Customer,Amount\n1,2024-01-05,Ann,10.50\n2,2024-02-06,Bob,20.00\n3,2024-03-07,Ann,30.25\n"},
        lines=3,
        orders=3,
        customers=2,
        revenue="60.75",
        first="2024-01-05",
        last="2024-03-07",
        roles=("orders",),
    ),
]
