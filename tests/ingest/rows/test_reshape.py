from __future__ import annotations

from decimal import Decimal

import pytest

from tests.ingest.small_files import finding, read_files, rows_of

TOTAL_ONCE = (
    "Order,Date,Client,Total,Item,Qty,Price\n"
    "1,2024-01-13,Ann,35.00,Tea,2,10.00\n1,,,,Cup,1,10.00\n2,2024-01-14,Bob,10.00,Tea,1,10.00\n3,2024-01-15,Ann,30.00,Tea,1,10.00\n"
    "3,,,,Cup,2,10.00\n"
)


def lines_of(reading, *columns):
    return rows_of(reading, "order_lines", "order_id", *columns)


def test_a_total_on_the_first_line_is_shared_out_and_the_lines_keep_the_order(tmp_path):
    reading = read_files(tmp_path, {"orders.csv": TOTAL_ONCE})
    assert lines_of(reading, "customer_id", "amount") == [
        ("1", "Ann", Decimal("23.33")),  # 35 × 20 / 30
        ("1", "Ann", Decimal("11.67")),
        ("2", "Bob", Decimal("10.00")),
        ("3", "Ann", Decimal("10.00")),
        ("3", "Ann", Decimal("20.00")),
    ]
    assert (reading.totals.order_lines, reading.totals.orders, reading.totals.customers) == (5, 3, 2)
    assert (reading.totals.revenue, str(reading.totals.last_date)) == (Decimal("75.00"), "2024-01-15")
    shared = finding(reading, "order_totals_shared")
    assert shared and shared.rows == 2


@pytest.mark.parametrize(
    ("total", "lines", "shares"),
    [
        ("10.00", [("1", "1.00")] * 3, ["3.34", "3.33", "3.33"]),  # the cent that is left over goes to the first line
        ("0.01", [("1", "5.00")] * 2, ["0.00", "0.01"]),
        ("20.00", [("1", "")] * 3, ["6.66", "6.67", "6.67"]),  # no prices: alike
        ("9.00", [("1", "9.00"), ("1", "0.00")], ["9.00", "0.00"]),  # a gift costs nothing
        ("-30.00", [("1", "10.00"), ("2", "10.00")], ["-10.00", "-20.00"]),
    ],
)
def test_shares_are_cents_and_add_up_to_the_total(tmp_path, total, lines, shares):
    header = "Name,Financial Status,Created at,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
    first, *rest = [f"Thing {place},{quantity},{price}" for place, (quantity, price) in enumerate(lines)]
    rows = [f"#1,paid,2024-01-13 10:00:00,{total},{first}", *(f"#1,,2024-01-13 10:00:00,,{line}" for line in rest)]
    other = "#2,paid,2024-01-14 10:00:00,5.00,Tea,1,5.00\n"
    reading = read_files(tmp_path, {"orders.csv": header + "\n".join(rows) + "\n" + other})
    assert [amount for number, amount in lines_of(reading, "amount") if number == "#1"] == [Decimal(share) for share in shares]


def test_decimal_commas_stay_decimal_commas(tmp_path):
    content = TOTAL_ONCE.replace(",", ";").replace(".00", ",50")
    reading = read_files(tmp_path, {"orders.csv": content})
    assert (reading.totals.order_lines, reading.totals.revenue) == (5, Decimal("76.50"))  # 35,50 + 10,50 + 30,50


def test_orders_without_a_number_go_on_until_the_next_date(tmp_path):
    rows = [line.partition(",")[2] for line in TOTAL_ONCE.splitlines()]
    reading = read_files(tmp_path, {"orders.csv": "\n".join(rows) + "\n"})
    assert (reading.totals.order_lines, reading.totals.customers, reading.totals.revenue) == (5, 2, Decimal("75.00"))


def test_cells_that_were_merged_are_filled_down_and_the_lines_keep_their_amounts(tmp_path):
    content = (
        "Order,Date,Client,Item,Amount\n1,2024-01-13,Ann,Tea,10.00\n,,,Cup,5.00\n2,2024-01-14,Bob,Tea,7.00\n,,,Jam,3.00\n,,,Cup,5.00\n"
    )
    reading = read_files(tmp_path, {"orders.csv": content})
    assert lines_of(reading, "customer_id", "amount") == [
        ("1", "Ann", Decimal(10)),
        ("1", "Ann", Decimal(5)),
        ("2", "Bob", Decimal(7)),
        ("2", "Bob", Decimal(3)),
        ("2", "Bob", Decimal(5)),
    ]
    assert reading.totals.revenue == Decimal("30.00")


def test_a_total_on_every_line_counts_once_where_the_prices_add_up_to_it(tmp_path):
    rows = [
        f"{order},2024-01-{order + 12},Ann,20.00,{item},{pieces},5.00" for order in (1, 2, 3) for item, pieces in (("Tea", 1), ("Cup", 3))
    ]
    reading = read_files(tmp_path, {"orders.csv": "Order,Date,Client,Total,Item,Qty,Price\n" + "\n".join(rows) + "\n"})
    assert (reading.totals.order_lines, reading.totals.orders, reading.totals.revenue) == (6, 3, Decimal("60.00"))


@pytest.mark.parametrize(
    ("content", "lines", "revenue", "refused"),
    [
        # One date is missing: that row is refused, not given to the order above.
        (
            "Order,Date,Client,Item,Amount\n1,2024-01-13,Ann,Tea,10.00\n2,,Bob,Cup,5.00\n3,2024-01-14,Bob,Tea,7.00\n"
            "4,2024-01-15,Bob,Tea,7.00\n",
            3,
            "24.00",
            1,
        ),
        # Amounts are missing in orders of their own.
        (
            "Order,Date,Client,Item,Amount\n1,2024-01-13,Ann,Tea,10.00\n2,2024-01-13,Bob,Cup,\n3,2024-01-14,Bob,Tea,\n"
            "4,2024-01-15,Bob,Tea,7.00\n",
            2,
            "17.00",
            2,
        ),
        # Every line has its own amount, and twice it is the same.
        (
            "Order,Date,Client,Item,Qty,Price,Amount\n"
            + "".join(f"{n},2024-01-1{n},Ann,{i},1,5.00,5.00\n" for n in (3, 4, 5) for i in "ab"),
            6,
            "30.00",
            0,
        ),
    ],
)
def test_ordinary_files_with_blank_cells_are_left_as_they_are(tmp_path, content, lines, revenue, refused):
    reading = read_files(tmp_path, {"orders.csv": content})
    assert (reading.totals.order_lines, reading.totals.revenue, reading.refused_count) == (lines, Decimal(revenue), refused)
    assert finding(reading, "order_totals_shared") is None


def test_a_row_of_totals_below_belongs_to_no_order(tmp_path):
    reading = read_files(tmp_path, {"orders.csv": TOTAL_ONCE + "Total,,,75.00,,,\n"})
    assert (reading.totals.order_lines, reading.totals.revenue, finding(reading, "total_rows").rows) == (5, Decimal("75.00"), 1)
