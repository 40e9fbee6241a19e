from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.ingest.small_files import finding, read_files, rows_of, said

FAR = (date.today() + timedelta(days=400)).isoformat()


def test_every_row_is_kept_or_accounted_for(tmp_path):
    content = (
        "Отчёт\n\nДата;Клиент;Сумма\n13.01.2024;Анна;10,50\n;;\nДата;Клиент;Сумма\n14.01.2024;Борис;2 000\n"
        "когда-то;Вера;5\n15.01.2024;Вера;\nИтого;;2 010,50\n"
    )
    reading = read_files(tmp_path, {"продажи.csv": content})
    assert (reading.files[0].header_row, reading.files[0].rows, reading.totals.order_lines, reading.refused_count) == (2, 4, 2, 2)
    assert rows_of(reading, "order_lines", "file", "row", "customer_id", "amount") == [
        ("продажи.csv", 4, "Анна", Decimal("10.5000")),
        ("продажи.csv", 7, "Борис", Decimal("2000.0000")),
    ]
    counts = {found.code: found.rows for found in reading.findings}
    assert counts == {"blank_rows": 1, "repeated_header_rows": 1, "total_rows": 1, "refused_rows": 2}
    total = finding(reading, "total_rows")
    assert total is not None
    assert said(total.sentence) == "1 row of totals in продажи.csv was left out: it would have added 2010.50"


def test_a_refused_row_is_named_with_its_column_and_its_value(tmp_path):
    content = (
        f"date,customer,amount\n2024-01-01,a,1\n2024-01-02,b,2\nsoon,c,3\n0001-01-01,d,4\n{FAR},e,5\n2024-01-03,f,NaN\n2024-01-04,g,\n"
    )
    reading = read_files(tmp_path, {"x.csv": content + "2024-01-05,h,1e308\n,i,5\n2024-01-06,j,6,7\n" + "2024-01-07,k,7\n" * 8})
    assert [(refused.row, said(refused.reason)) for refused in reading.refused] == [
        (4, "soon in column date is not a date that can be read; write it like 31.12.2024"),
        (5, "0001-01-01 in column date lies before 1990 or more than a year ahead"),
        (6, f"{FAR} in column date lies before 1990 or more than a year ahead"),
        (7, "NaN in column amount is not a number that can be read; write it like 1234.50"),
        (8, "The cell in column amount is empty"),
        (9, "1e308 in column amount is not a number that can be read; write it like 1234.50"),
        (10, "The cell in column date is empty"),
        (11, "The row has more cells than there are headers; put cells with a separator in them in quotes"),
    ]
    assert reading.totals.order_lines == 10


def test_ids_stay_text(tmp_path):
    content = (
        "order id,date,customer id,amount\n00123,2024-01-01,12345678901234567890,1\n00124,2024-01-02, NULL ,2\n00124,2024-01-03,1.2E+10,3\n"
    )
    reading = read_files(tmp_path, {"x.csv": content})
    assert rows_of(reading, "order_lines", "order_id", "customer_id") == [
        ("00123", "12345678901234567890"),
        ("00124", None),
        ("00124", "1.2E+10"),
    ]
    damaged = finding(reading, "damaged_ids")
    assert damaged is not None
    assert "column customer id of x.csv has lost its digits (1.2E+10)" in said(damaged.sentence)


def test_ids_that_went_through_floating_point_numbers_lose_their_zero(tmp_path):
    reading = read_files(tmp_path, {"x.csv": "date,customer id,amount\n2024-01-01,17850.0,1\n2024-01-02,,2\n2024-01-03,13047.0,3\n"})
    assert rows_of(reading, "order_lines", "customer_id") == [("17850",), (None,), ("13047",)]
    assert finding(reading, "ids_mended") is not None


@pytest.mark.parametrize(
    ("header", "rows", "counted"),
    [
        ("Status", {"completed": "sale", "Refunded": "cancelled", "cancelled": "cancelled", "pending": "sale", "unpaid": "unpaid"}, 20),
        (
            "Статус заказа",
            {"доставлен": "sale", "Возврат": "cancelled", "Отменён": "cancelled", "не оплачен": "unpaid", "тест": "test"},
            10,
        ),
        ("Stare", {"finalizată": "sale", "anulată": "cancelled", "returnată": "cancelled", "partially_refunded": "sale"}, 20),
        ("Вид операции", {"Продажа": "sale", "Возврат": "return"}, 0),
    ],
)
def test_a_status_decides_whether_a_row_counts(tmp_path, header, rows, counted):
    lines = "".join(f"2024-01-{day:02};k{day};10;{status}\n" for day, status in enumerate(rows, start=13))
    reading = read_files(tmp_path, {"x.csv": f"date;customer;amount;{header}\n{lines}"})
    assert [status for (status,) in rows_of(reading, "order_lines", "status")] == list(rows.values())
    assert reading.totals.revenue == Decimal(counted)


def test_money_that_goes_back_is_a_return(tmp_path):
    lines = "1,6,2010-12-01 08:26:00,2.55\nC2,-1,2010-12-02 08:26:00,2.55\n3,2,2010-12-03 08:26:00,0\n"
    reading = read_files(tmp_path, {"x.csv": f"InvoiceNo,Quantity,InvoiceDate,UnitPrice\n{lines}"})
    assert rows_of(reading, "order_lines", "ordered_at", "amount", "status") == [
        (datetime(2010, 12, 1, 8, 26), Decimal("15.3"), "sale"),
        (datetime(2010, 12, 2, 8, 26), Decimal("-2.55"), "return"),
        (datetime(2010, 12, 3, 8, 26), Decimal(0), "sale"),
    ]


@pytest.mark.parametrize(
    ("headers", "row", "amount", "discount", "cost"),
    [
        ("qty,price,discount", "2,10.00,0.1", "18", "2", None),
        ("qty,price,discount %", "2,10.00,10", "18", "2", None),
        ("qty,price,discount", "2,10.00,2.50", "17.5", "2.5", None),
        ("qty,price,discount,total", "2,10.00,0.1,18", "18", "2", None),
        ("qty,price,discount,total", "2,10.00,25,20", "20", None, None),
        ("total,discount %", "18,10", "18", "2", None),
        ("total,unit cost,qty", "18,4,2", "18", None, "8"),
        ("total,profit", "18,5.5", "18", None, "12.5"),
        ("total,parts_cost,labor_cost", "18,3,4", "18", None, "7"),
        ("qty,price", "3,0.12345678", "0.3704", None, None),
    ],
)
def test_amount_discount_and_cost_are_worked_out_from_what_is_there(tmp_path, headers, row, amount, discount, cost):
    reading = read_files(tmp_path, {"x.csv": f"date,customer,{headers}\n2024-01-13,a,{row}\n2024-01-14,b,{row}\n"})
    expected = tuple(None if text is None else Decimal(text) for text in (amount, discount, cost))
    assert rows_of(reading, "order_lines", "amount", "discount", "cost") == [expected, expected]


def test_the_sum_is_that_of_the_amounts_before_they_are_rounded(tmp_path):
    reading = read_files(tmp_path, {"x.csv": "date,customer,amount\n" + "2024-01-13,a,0.00004\n" * 1000})
    assert reading.totals.revenue == Decimal("0.04")


@pytest.mark.parametrize(
    ("header", "amounts", "currencies"),
    [
        ("Сумма, руб.", ["10", "20"], ["RUB", "RUB"]),
        ("Total", ["$10", "$20"], ["USD", "USD"]),
        ("Total", ["10 €", "20 lei"], ["EUR", "RON"]),
        ("Total", ["10", "20"], [None, None]),
    ],
)
def test_the_currency_comes_from_signs_or_headers(tmp_path, header, amounts, currencies):
    reading = read_files(tmp_path, {"x.csv": f"date;customer;{header}\n2024-01-13;a;{amounts[0]}\n2024-01-14;b;{amounts[1]}\n"})
    assert [currency for (currency,) in rows_of(reading, "order_lines", "currency")] == currencies


def test_a_cell_that_cannot_be_read_but_is_not_needed_counts_as_empty_aloud(tmp_path):
    reading = read_files(
        tmp_path, {"x.csv": "date,customer,amount,cost\n2024-01-13,a,10,5\n" + "2024-01-14,b,20,8\n" * 8 + "2024-01-15,c,5,?\n"}
    )
    assert rows_of(reading, "order_lines", "cost")[-1] == (None,)
    unread = finding(reading, "unread_cells")
    assert unread is not None
    assert said(unread.sentence) == "1 cell in column cost of x.csv could not be read and counts as empty"


def test_spend_says_what_it_was_for(tmp_path):
    content = (
        "Дата;Канал;Сумма;Назначение\n13.01.2024;Яндекс Директ;1000;привлечение\n14.01.2024;Рассылка;200;удержание\n"
        "15.01.2024;Баннеры;300;\n16.01.2024;СМС постоянным;40;\n17.01.2024;Сайт;50;общие\n18.01.2024;Разное;60;\n"
    )
    reading = read_files(tmp_path, {"расходы.csv": content})
    purposes = ["acquisition", "retention", "acquisition", "retention", "shared", "shared"]
    shares = [Decimal(share) for share in ("1", "0", "1", "0", "0.5", "0.5")]
    assert rows_of(reading, "spend", "purpose", "acquisition_share") == list(zip(purposes, shares, strict=True))
    assert reading.totals.spend == Decimal("1650.00")


def test_a_month_of_spend_lasts_to_its_end(tmp_path):
    reading = read_files(tmp_path, {"x.csv": "month,channel,spend\n2024-02,Google Ads,100\n2024-03,Newsletter,50\n"})
    assert rows_of(reading, "spend", "first_day", "last_day", "purpose") == [
        (date(2024, 2, 1), date(2024, 2, 29), "acquisition"),
        (date(2024, 3, 1), date(2024, 3, 31), "retention"),
    ]


def test_contacts_customers_and_feedback_become_their_tables(tmp_path):
    reading = read_files(
        tmp_path,
        {
            "контакты.csv": "Дата;Канал;Этап;Человек\n13.01.2024;ВК;охват;1 000\n14.01.2024;ВК;визит;100\n14.01.2024;ВК;ерунда;10\n",
            "клиенты.csv": "Клиент;Имя;Дата регистрации;Канал;Кто привёл\na;Анна;13.01.2024;ВК;b\nb;Борис;14.01.2024;;\na;Анна 2;;;\n",
            "отзывы.csv": "Дата;Клиент;Оценка;Комментарий\n13.01.2024;a;9;Хорошо\n14.01.2024;b;11;\n15.01.2024;;5;\n16.01.2024;c;;Текст\n",
        },
    )
    assert rows_of(reading, "contacts", "day", "stage", "people") == [
        (date(2024, 1, 13), "reached", 1000),
        (date(2024, 1, 14), "visited", 100),
    ]
    assert rows_of(reading, "customers", "customer_id", "name", "referred_by", "signed_up_on") == [
        ("a", "Анна", "b", date(2024, 1, 13)),
        ("b", "Борис", None, date(2024, 1, 14)),
    ]
    assert rows_of(reading, "feedback", "customer_id", "score", "comment") == [("a", 9, "Хорошо"), ("c", None, "Текст")]
    assert [said(refused.reason) for refused in reading.refused] == [
        "ерунда in column Этап is none of the known stages: reached, visited, enquired",
        "11 in column Оценка is not possible here",
        "The cell in column Клиент is empty",
    ]
    assert [found.rows for found in reading.findings if found.code == "repeated_customers"] == [1]
