"""One small set of sales in every kind of file that shops have."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from tests.ingest.awkward.case import Case

ROWS = [("1", "2024-01-05", "Ann", "10.50"), ("2", "2024-02-16", "Bob", "20.00"), ("3", "2024-03-27", "Ann", "30.25")]
RECORDS = [dict(zip(("Order", "Date", "Customer", "Amount"), row, strict=True)) for row in ROWS]
SUMS = {"lines": 3, "orders": 3, "customers": 2, "revenue": "60.75", "first": "2024-01-05", "last": "2024-03-27"}


def lines_of(delimiter: str, rows: list[tuple[str, ...]] = ROWS) -> str:
    return "".join(delimiter.join(row) + "\n" for row in [("Order", "Date", "Customer", "Amount"), *rows])


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def parquet() -> bytes:
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(RECORDS), content)
    return content.getvalue()


def without_quotes(number: dict[str, str]) -> dict[str, object]:
    return number | {"Amount": float(number["Amount"])}


NESTED = {
    "status": "ok",
    "page": {"number": 1, "of": 1},
    "data": {
        "orders": [
            {"order_number": 7, "created_at": "2024-01-13", "customer": {"email": "ann@example.com"}, "total": 5.5},
            {"order_number": 8, "created_at": "2024-01-14", "customer": {"email": "bob@example.com"}, "total": 4.5},
        ]
    },
}
WITH_LINES = [
    {
        "id": 501,
        "date": "2024-01-13",
        "customer": {"email": "ann@example.com"},
        "items": [{"sku": "A", "price": 2.5, "quantity": 2}, {"sku": "B", "price": 1.1, "quantity": 1}],
    },
    {"id": 502, "date": "2024-01-14", "customer": {"email": "bob@example.com"}, "items": [{"sku": "A", "price": 2.5, "quantity": 4}]},
]

CASES = [
    *[
        Case(name=f"cells apart by {name}", files={"orders.txt": lines_of(delimiter)}, **SUMS)
        for name, delimiter in (
            ("circumflexes", "^"),
            ("tildes", "~"),
            ("broken bars", "¦"),
            ("two bars", "||"),
            ("runs of blanks", "     "),
            ("single blanks", " "),
            ("a control character", "\x1f"),
            ("semicolons and blanks", " ; "),
        )
    ],
    Case(name="the first line tells the separator", files={"orders.csv": "sep=;\r\n" + lines_of(";").replace("\n", "\r\n")}, **SUMS),
    Case(
        name="whole lines in quotes",
        files={"orders.csv": "".join(f'"{line}"\n' for line in lines_of(",").replace("Ann", '""Ann""').splitlines())},
        **SUMS,
    ),
    Case(name="single quotes", files={"orders.csv": "\n".join(f"'{line}'" for line in lines_of("','").splitlines())}, **SUMS),
    Case(name="a separator at the end of every line", files={"orders.csv": lines_of(";").replace("\n", ";\n")}, **SUMS),
    Case(
        name="decimal commas in quotes between commas",
        files={"orders.csv": 'Order,Date,Customer,Amount\n1,2024-01-13,Ann,"1.010,50"\n2,2024-02-16,Bob,"20,00"\n'},
        lines=2,
        revenue="1030.50",
    ),
    Case(
        name="decimal commas between blanks",
        files={
            "orders.txt": "Order  Date        Customer  Amount\n1      2024-01-13  Ann Lee   10,50\n2      2024-02-16  Bob       20,25\n"
        },
        lines=2,
        customers=2,
        revenue="30.75",
    ),
    Case(
        name="a lost separator",
        files={"orders.csv": lines_of(",", [*ROWS, ("4", "2024-04-07", "10.50"), *[("5", "2024-05-08", "Cid", "1.00")] * 6])},
        lines=9,
        revenue="66.75",
        refused=1,
    ),
    Case(name="json records", files={"orders.json": json.dumps([without_quotes(record) for record in RECORDS])}, **SUMS),
    Case(name="json columns", files={"orders.json": json.dumps({name: [one[name] for one in RECORDS] for name in RECORDS[0]})}, **SUMS),
    Case(name="json lists with a header", files={"orders.json": json.dumps([list(RECORDS[0]), *ROWS])}, **SUMS),
    Case(
        name="json as pandas splits it",
        files={"x.txt": json.dumps({"columns": list(RECORDS[0]), "index": [0, 1, 2], "data": ROWS})},
        **SUMS,
    ),
    Case(
        name="json lines, one broken",
        files={"orders.jsonl": "\n".join(json.dumps(record) for record in RECORDS) + '\n{"Order": "4", "Da\n'},
        refused=1,
        **SUMS,
    ),
    Case(name="json called csv in utf-16", files={"orders.csv": json.dumps(RECORDS).encode("utf-16")}, **SUMS),
    Case(name="json deep inside an answer", files={"answer.json": json.dumps(NESTED)}, lines=2, orders=2, customers=2, revenue="10.00"),
    Case(
        name="json orders with their lines inside",
        files={"orders.json": json.dumps(WITH_LINES)},
        orders=2,
        customers=2,
        revenue="16.10",
        first="2024-01-13",
        last="2024-01-14",
    ),
    Case(name="broken json", files={"orders.json": '[{"Order": 1,\n "Date": }]'}, refusal="orders.json .* at line 2, character 10"),
    Case(name="a packed csv", files={"orders.csv.gz": gzip.compress(lines_of(";").encode("utf-16"))}, **SUMS),
    Case(name="packed json lines", files={"orders.gz": gzip.compress("\n".join(map(json.dumps, RECORDS)).encode())}, **SUMS),
    Case(
        name="a packed file cut short",
        files={"orders.csv.gz": gzip.compress(lines_of(";").encode())[:-9]},
        refusal="is damaged or cut short",
    ),
    Case(
        name="an archive of months, with notes, a picture and rubbish",
        files={
            "shop.zip": zipped(
                {
                    "2024/january.csv": lines_of(";", [*ROWS[:1], ("4", "2024-01-16", "Cid", "1.00")]),
                    "2024/february.json": json.dumps([*RECORDS[1:2], RECORDS[1] | {"Order": "5"}]),
                    "2024/march.csv.gz": gzip.compress(lines_of("\t", [*ROWS[2:], ("6", "2024-03-28", "Cid", "1.25")]).encode()),
                    "__MACOSX/._january.csv": "\0\5\x16",
                    "readme.txt": "Nothing to add",
                    "logo.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
                }
            )
        },
        findings=("no_table",),
        lines=6,
        orders=6,
        customers=3,
        revenue="83.00",
    ),
    Case(
        name="the same file twice in an archive",
        files={"shop.zip": zipped({"orders.csv": lines_of(","), "backup/orders.csv": lines_of(",")})},
        findings=("same_file_twice",),
        **SUMS,
    ),
    Case(name="parquet in an archive", files={"shop.zip": zipped({"orders.parquet": parquet()})}, **SUMS),
    Case(
        name="archives inside archives inside an archive",
        files={"shop.zip": zipped({"a.zip": zipped({"b.zip": zipped({"orders.csv": lines_of(",")})})})},
        refusal="shop.zip holds archives inside archives",
    ),
    Case(name="an archive without any table", files={"shop.zip": zipped({"readme.md": "# Shop"})}, refusal="shop.zip holds no table"),
]
