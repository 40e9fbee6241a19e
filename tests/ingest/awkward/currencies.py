"""Amounts in several currencies are never added up as they stand."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

MIXED = "date,customer,amount,currency\n2024-01-05,a,100,MDL\n2024-01-06,b,10,EUR\n2024-01-07,a,50,MDL\n2024-01-08,c,5,USD\n"

CASES = [
    Case(
        name="several currencies wait for their rates",
        files={"sales.csv": MIXED},
        lines=4,
        absent=("revenue", "currency"),
        findings=("several_currencies",),
    ),
    Case(
        name="rates turn several currencies into one",
        files={"sales.csv": MIXED},
        lines=4,
        revenue="434.00",  # 150 + 10 × 19.5 + 5 × 17.8
        currency="MDL",
        findings=("converted_currencies",),
        mapping={"rates": {"EUR": "19.5", "USD": "17.8"}},
    ),
    Case(
        name="the sums can be reported in another currency",
        files={"sales.csv": MIXED},
        revenue="22.80",  # 150 × 0.05 + 10 + 5 × 1.06
        currency="EUR",
        mapping={"currency": "EUR", "rates": {"MDL": "0.05", "USD": "1.06"}},
    ),
    Case(
        name="signs beside the amounts are currencies too",
        files={"sales.csv": "date,customer,amount\n2024-01-05,a,€10.00\n2024-01-06,b,$20.00\n2024-01-07,a,€5.50\n"},
        absent=("revenue",),
        findings=("several_currencies",),
    ),
    Case(
        name="a column that is converted already is preferred",
        files={
            "sales.csv": "date,customer,amount,currency,amount EUR\n2024-01-05,a,100,MDL,5.10\n"
            "2024-01-06,b,10,EUR,10.00\n2024-01-07,a,50,USD,46.00\n"
        },
        revenue="61.10",
        currency="EUR",
    ),
]
