"""Shapes that only workbooks have: merged cells, a table over several sheets, several tables on one sheet."""

from __future__ import annotations

from tests.ingest.awkward.books import book
from tests.ingest.awkward.case import Case

JANUARY = [["2024-01-05", "Ann", 10], ["2024-01-16", "Bob", 20.5]]
FEBRUARY = [["2024-02-07", "Ann", 5], ["2024-02-18", "Cid", 30]]
MARCH = [["2024-03-09", "Ann", 7], ["2024-03-10", "Bob", 8]]
HEADER = ["Date", "Customer", "Amount"]
ALL = {"lines": 6, "customers": 3, "revenue": "80.50", "first": "2024-01-05", "last": "2024-03-10"}

CASES = [
    Case(
        "a month on each sheet", {"a.xlsx": book({"Jan": [HEADER, *JANUARY], "Feb": [HEADER, *FEBRUARY], "Mar": [HEADER, *MARCH]})}, **ALL
    ),
    Case("only the first sheet has headers", {"a.xlsx": book({"Jan": [HEADER, *JANUARY], "Feb": FEBRUARY, "Mar": MARCH})}, **ALL),
    Case(
        "a merged title over a merged header of two rows",
        {
            "a.xlsx": book(
                {
                    "Sales": [
                        ["Sales 2024", None, None, None, None],
                        ["Order", None, "Customer", None, "Amount"],
                        ["No", "Date", "Name", "City", None],
                        *([number + 1, day, name, "Bonn", amount] for number, (day, name, amount) in enumerate(JANUARY + FEBRUARY)),
                    ]
                },
                merged=[(0, 0, 0, 4), (1, 0, 1, 1), (1, 2, 1, 3), (1, 4, 2, 4)],
            )
        },
        lines=4,
        orders=4,
        customers=3,
        revenue="65.50",
    ),
    Case(
        "years over quarters of months across",
        {
            "a.xlsx": book(
                {
                    "Sales": [
                        ["Customer", "2023", None, "2024", None],
                        [None, "Nov", "Dec", "Jan", "Feb"],
                        ["Ann", 10, None, 5, 1],
                        ["Bob", None, 20.5, 7, None],
                    ]
                },
                merged=[(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)],
            )
        },
        lines=5,
        customers=2,
        revenue="43.50",
        first="2023-11-01",
        last="2024-02-01",
    ),
    Case(
        "sales beside costs, both with titles, on one sheet",
        {
            "a.xlsx": book(
                {
                    "All": [
                        ["Sales", None, None, None, "Advertising", None, None],
                        [*HEADER, None, "Date", "Channel", "Spend"],
                        *([*sale, None, None, None, None] for sale in JANUARY),
                        *([*sale, None, sale[0], "Google Ads", 15] for sale in FEBRUARY),
                        *([*sale, None, None, None, None] for sale in MARCH),
                    ]
                }
            )
        },
        **ALL,
        spend="30",
    ),
    Case(
        "sales and a list of customers below each other on one sheet",
        {
            "a.xlsx": book(
                {
                    "All": [
                        HEADER,
                        *JANUARY,
                        *FEBRUARY,
                        *MARCH,
                        [],
                        ["Customer", "E-mail", "Registered"],
                        ["Ann", "ann@x.example", "2023-12-01"],
                        ["Bob", "bob@x.example", "2023-12-02"],
                        ["Cid", "cid@x.example", "2024-02-01"],
                    ]
                }
            )
        },
        **ALL,
        roles=("orders", "customers"),
    ),
]
