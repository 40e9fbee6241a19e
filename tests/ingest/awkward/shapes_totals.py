"""Rows that add up other rows, with the word and without it, and names that only look like the word; months across; groups."""

from __future__ import annotations

from tests.ingest.awkward.case import Case
from tests.ingest.awkward.shapes import FEBRUARY, HEADER, JANUARY, MARCH, PLAIN, ROWS

TOTALS = ("total_rows",)
BY_CUSTOMER = (
    "Дата;Клиент;Сумма\n05.01.2024;Иванов;100,00\n16.01.2024;Иванов;50,00\nИтого по клиенту Иванов:;;150,00\n"
    "17.01.2024;Петров;70,00\nИтого по клиенту Петров:;;70,00\nИтого;;220,00\n"
)

CASES = [
    *(
        Case(f"totals called {word}", {"a.csv": f"{HEADER}{ROWS}{word},,,72.50\n"}, **PLAIN, findings=TOTALS)
        for word in ("Grand Total", "Итого", "Summe", "Suma", "Razem", "Toplam", "Разом", "合计", "Всього", "Total général", "Totale")
    ),
    Case("subtotals by customer", {"a.csv": BY_CUSTOMER}, lines=3, customers=2, revenue="220", findings=TOTALS),
    Case("totals in the customer's column with a date", {"a.csv": f"{HEADER}{ROWS}2024-03-31,Total,,72.50\n"}, **PLAIN, findings=TOTALS),
    Case("totals at the top, right under the header", {"a.csv": f"{HEADER}Total,,,72.50\n{ROWS}"}, **PLAIN, findings=TOTALS),
    Case("totals without any word at the end", {"a.csv": f"{HEADER}{ROWS},,,72.50\n"}, **PLAIN, findings=TOTALS),
    Case(
        "totals of each month without any word",  # 10 + 20, 5.50 + 30, 7
        {"a.csv": f"{HEADER}{JANUARY},,,30\n{FEBRUARY},,,35.50\n{MARCH},,,7\n,,,72.50\n"},
        **PLAIN,
        findings=TOTALS,
    ),
    Case("a sum that is no sum of the rows is refused", {"a.csv": f"{HEADER}{ROWS},,,71.00\n"}, **PLAIN, refused=1),
    Case(
        "totals by shop, named in the shop's column, with a date",
        {
            "a.csv": "Date,Shop,Amount\n2024-01-31,North,10\n2024-01-31,South,20\n2024-01-31,Total,30\n"
            "2024-02-29,North,5\n2024-02-29,South,6\n2024-02-29,Total,11\n"
        },
        lines=4,
        revenue="41",
        findings=TOTALS,
    ),
    Case(
        "customers whose names begin with the word",
        {"a.csv": f"{HEADER}{ROWS}2024-03-10,Total Wine Ltd,Tea,100\n2024-03-11,Итого-Сервис,Cup,200\nsoon,Total Wine Ltd,Tea,100\n"},
        lines=7,
        customers=4,
        revenue="372.50",
        refused=1,
    ),
    Case(
        "customers above their documents, with the sum of each",
        {
            "a.csv": "Контрагент / Документ;Дата;Сумма\nИванов;;300,00\nРеализация 1;05.01.2024;100,00\nРеализация 2;16.01.2024;200,00\n"
            "Петров;;50,00\nРеализация 3;17.02.2024;50,00\nИтого;;350,00\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="350",
        last="2024-02-17",
        findings=("group_rows", "total_rows"),
    ),
    Case(
        "customers above documents that hold the date in their name",
        {
            "a.csv": "Продажи по контрагентам;\n;\nКонтрагент, документ;Выручка\nИванов;300,00\n"
            "Реализация 0001 от 05.01.2024 12:00:00;100,00\n"
            "Реализация 0002 от 16.01.2024 9:30:00;200,00\nПетров;50,00\nРеализация 0003 от 17.02.2024 10:00:00;50,00\nИтого;350,00\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="350",
        first="2024-01-05",
        findings=("group_rows",),
    ),
    Case(
        "a customer's name only in the first of their rows, alone",
        {"a.csv": "Client,Date,Product,Amount\nAnn,,,\n,2024-01-05,Tea,10\n,2024-01-16,Cup,20\nBob,,,\n,2024-02-07,Tea,5.50\n"},
        lines=3,
        customers=2,
        revenue="35.50",
        findings=("group_rows",),
    ),
    Case(
        "shops above their customers",
        {
            "a.csv": "Client;Data;Suma\nCentru;;150\nAnn;13.01.2024;100\nBob;14.01.2024;50\n"
            "Botanica;;75\nAnn;15.01.2024;70\nCid;16.01.2024;5\n"
        },
        lines=4,
        customers=3,
        revenue="225",
        findings=("group_rows",),
    ),
    Case(
        "months as titles between the rows",
        {
            "a.csv": "Дата;Клиент;Сумма\nЯнварь 2024;;\n13.01.2024;Иванов;100\n14.01.2024;Петров;50\nИтого;;150\n"
            "Февраль 2024;;\n15.02.2024;Иванов;70\nИтого;;70\n"
        },
        lines=3,
        customers=2,
        revenue="220",
        last="2024-02-15",
        findings=("note_rows", "total_rows"),
    ),
    *(
        Case(
            f"months across, written like {months[0]}",
            {"a.csv": f"Customer;{';'.join(months)};Total\nAnn;100;;50;150\nBob;0;20;30;50\nTotal;100;20;80;200\n"},
            lines=4,
            customers=2,
            revenue="200",
            first="2024-01-01",
            last="2024-03-01",
            findings=("months_across", "total_rows"),
        )
        for months in (
            ("янв.24", "фев.24", "мар.24"),
            ("2024-01", "2024-02", "2024-03"),
            ("Jan 2024", "Feb 2024", "Mar 2024"),
            ("01.01.2024", "01.02.2024", "01.03.2024"),
            ("1/1/2024", "2/1/2024", "3/1/2024"),
            ("Januar 2024", "Februar 2024", "März 2024"),
            ("01/2024", "02/2024", "03/2024"),
        )
    ),
    Case(
        "days across",
        {"a.csv": "Shop,2024-03-04,2024-03-05,2024-03-06\nNorth,10,20.50,30\nSouth,1,,3\n"},
        lines=5,
        revenue="64.50",
        first="2024-03-04",
        last="2024-03-06",
    ),
    Case(
        "months across whose year stands in the title",
        {"a.csv": "Продажи за 2023 год;;;\nКлиент;Январь;Февраль;Март\nИванов;100;;50\nПетров;;20;30\n"},
        lines=4,
        customers=2,
        revenue="200",
        first="2023-01-01",
        last="2023-03-01",
    ),
    Case(
        "sums in the first row that look like months make no months across",
        {
            "ventes.csv": "Date,Produit,Pays,Revenu,Revenus prévus,Coût,Bénéfice,Prix\n"
            "13.01.2004,Tees,France,5819.7,6586.16,1733.2,4086.5,5.105\n"
            "14.01.2005,Tees,France,10904.28,11363.52,2990.4,7913.88,10.21\n15.01.2005,Tees,Suisse,27987.84,28855.68,7593.6,20394.24,10.32\n"
        },
        lines=3,
        revenue="44711.82",
        first="2004-01-13",
        last="2005-01-15",
    ),
    Case(
        "groups whose documents stand in the next column, with their dates inside",
        {
            "отчет.csv": "Контрагент;Документ продажи;Количество;Сумма\nООО Ромашка;;5;15 000,00\n"
            ";Реализация товаров и услуг 0001 от 05.01.2024 10:00:00;3;9 000,00\n"
            ";Реализация товаров и услуг 0002 от 20.01.2024 12:30:00;2;6 000,00\nИП Иванов;;1;2 500,50\n"
            ";Реализация товаров и услуг 0003 от 22.01.2024 09:00:00;1;2 500,50\nИтого;;6;17 500,50\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="17500.50",
        first="2024-01-05",
        last="2024-01-22",
        findings=("group_rows", *TOTALS),
    ),
]
