"""Where tables begin and end: titles, headers of several rows, units, notes, pages, several tables in one file, no header at all."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

# Ann 10 + 5.50 + 7 = 22.50, Bob 20 + 30 = 50: 72.50 altogether.
JANUARY = "2024-01-05,Ann,Tea,10\n2024-01-16,Bob,Cup,20\n"
FEBRUARY = "2024-02-07,Ann,Tea,5.50\n2024-02-18,Bob,Pot,30\n"
MARCH = "2024-03-09,Ann,Tea,7\n"
ROWS = JANUARY + FEBRUARY + MARCH
PLAIN = {"lines": 5, "customers": 2, "revenue": "72.50", "first": "2024-01-05", "last": "2024-03-09"}
HEADER = "Date,Customer,Product,Amount\n"
SPEND = "Date,Channel,Spend\n2024-01-01,Google Ads,100\n2024-02-01,Newsletter,50\n2024-03-01,Google Ads,25.50\n"

CASES = [
    Case("three title rows and a blank one above the header", {"a.csv": f"Tea House Ltd\nSales\nJan-Mar 2024\n\n{HEADER}{ROWS}"}, **PLAIN),
    Case(
        "a blank row in the middle is no end", {"a.csv": HEADER + JANUARY + ",,,\n" + FEBRUARY + MARCH}, **PLAIN, findings=("blank_rows",)
    ),
    Case("a summary of names and values above the table", {"a.csv": f"Total sales,72.50\nOrders,5\n\n{HEADER}{ROWS}"}, **PLAIN),
    Case(
        "a note below a list of customers",
        {"a.csv": "Customer ID,Name,Registered\nC1,Ann,2024-01-01\nC2,Bob,2024-01-02\nC3,Cid,2024-01-03\nMade by the sales team,,\n"},
        customers=3,
        roles=("customers",),
        findings=("note_rows",),
    ),
    Case(
        "empty columns everywhere, as merged cells of accounting reports leave them",
        {
            "a.csv": ";;;;;;;\n;Продажи;;;;;;\n;;;;;;;\n;Контрагент;;Дата;;Номер;;Сумма\n;Иванов;;13.01.2024;;1;;100,00\n"
            ";Петров;;14.01.2024;;2;;50,00\n;Иванов;;15.01.2024;;3;;25,00\n;Итого;;;;;;175,00\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="175",
        findings=("total_rows",),
    ),
    Case(
        "notes below the table",
        {"a.csv": f"{HEADER}{ROWS},,,\n* preliminary data,,,\nPrepared by,A. Smith,,\nGenerated on 2024-04-01,,,\n"},
        **PLAIN,
        findings=("note_rows", "blank_rows"),
    ),
    Case(
        "a printed report repeats title and header on every page",
        {"a.csv": f"Sales report,,,\n{HEADER}{JANUARY}{FEBRUARY}Page 1 of 2,,,\nSales report,,,\n{HEADER}{MARCH}Page 2 of 2,,,\n"},
        **PLAIN,
        findings=("repeated_header_rows", "note_rows"),
    ),
    Case("units right under the header", {"a.csv": f"{HEADER},,,EUR\n{ROWS}"}, **PLAIN, currency="EUR"),
    Case(
        "a row that numbers the columns, as in accounting forms",
        {"a.csv": "№;Дата;Клиент;Товар;Сумма\n1;2;3;4;5\n1;05.01.2024;Иванов;Чай;10,50\n2;26.01.2024;Петров;Чай;20,00\n"},
        lines=2,
        customers=2,
        revenue="30.50",
        last="2024-01-26",
    ),
    Case(
        "columns numbered by letters and figures",
        {
            "a.csv": "Дата;Клиент;Количество;Сумма\nА;Б;1;2\n"
            "05.01.2024;Иванов;1;10,50\n26.01.2024;Петров;3;20,00\n27.01.2024;Петров;1;1,50\n"
        },
        lines=3,
        customers=2,
        revenue="32.00",
    ),
    Case(
        "a header of two rows with merged cells",
        {
            "a.csv": "Order,,Customer,,Amount\nNo,Date,Name,City,\n"
            "1,2024-01-11,Ann,Bonn,10\n2,2024-01-12,Bob,Bonn,20\n3,2024-01-13,Ann,Bonn,30\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="60",
        last="2024-01-13",
    ),
    Case(
        "a table of costs below the sales",
        {"a.csv": f"{HEADER}{ROWS},,,\nMarketing,,,\n" + SPEND.replace("\n", ",\n")},
        **PLAIN,
        spend="175.50",
        roles=("order_lines", "spend"),
    ),
    Case("a table of costs below the sales without a blank row", {"a.csv": f"{HEADER}{ROWS}{SPEND}"}, **PLAIN, spend="175.50"),
    Case(
        "the same table goes on below under a wider header",
        {"a.csv": f"{HEADER}{ROWS}Date,Customer,Product,Amount,Comment\n2024-03-20,Cid,Tea,8,gift\n2024-03-21,Ann,Cup,9,\n"},
        lines=7,
        customers=3,
        revenue="89.50",
        last="2024-03-21",
    ),
    Case(
        "sales and costs side by side",
        {
            "a.csv": "Date,Customer,Amount,,Date,Channel,Spend\n2024-01-05,Ann,10,,2024-01-01,Google Ads,100\n"
            "2024-01-16,Bob,20,,2024-02-01,Newsletter,50\n"
            "2024-02-07,Ann,5.50,,,,\n2024-02-18,Bob,30,,,,\n2024-03-09,Ann,7,,,,\n"
        },
        **PLAIN,
        spend="150",
        roles=("orders", "spend"),
    ),
    Case(
        "an empty column in the middle of one table",
        {
            "a.csv": "Date,Customer,,Product,Amount\n"
            + "".join(line.replace(",Tea", ",,Tea").replace(",Cup", ",,Cup").replace(",Pot", ",,Pot") + "\n" for line in ROWS.splitlines())
        },
        **PLAIN,
        roles=("order_lines",),
    ),
    Case(
        "the second file of a table has no header",
        {"jan.csv": HEADER + ROWS, "feb.csv": "2024-04-01,Cid,Tea,11\n2024-04-02,Ann,Cup,12\n2024-04-03,Dan,Cup,13.50\n"},
        lines=8,
        customers=4,
        revenue="109.00",
        last="2024-04-03",
    ),
    Case(
        "no header: order number, date, e-mail, quantity, price, amount",
        {
            "a.csv": "1001,2024-01-05,ann@x.example,2,5.50,11.00\n1002,2024-01-16,bob@x.example,1,7.25,7.25\n"
            "1003,2024-02-07,ann@x.example,3,2.00,6.00\n1004,2024-02-18,cid@x.example,4,2.00,8.00\n"
        },
        lines=4,
        orders=4,
        customers=3,
        revenue="32.25",
        findings=("no_headers",),
    ),
    Case(
        "no header: phones of the customers and several lines of an order",
        {
            "a.csv": "501;05.01.2024;+373 69 111 222;1;100,00;100,00\n501;05.01.2024;+373 69 111 222;2;50,00;100,00\n"
            "502;16.01.2024;+373 69 333 444;1;70,00;70,00\n503;27.01.2024;+373 69 111 222;3;10,00;30,00\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="300.00",
    ),
    Case(
        "orders and their lines, both without headers: products are no customers",
        {
            "InvoiceHeader.csv": "1,22-11-2020,Ali,3370.0\n2,13-10-2021,Saleh,4035.0\n3,25-05-2022,Mona,12420.0\n",
            "InvoiceLine.csv": "1,Mobile,3200.0,1,3200.0\n1,Cover,20.0,2,40.0\n1,Headphone,130.0,1,130.0\n2,Laptop,4000.0,1,4000.0\n"
            "2,Mouse,35.0,1,35.0\n3,Mobile,12000.0,1,12000.0\n3,Plug,210.0,2,420.0\n",
        },
        lines=7,
        orders=3,
        customers=3,
        revenue="19825.00",
        first="2020-11-22",
        last="2022-05-25",
    ),
]
