"""One customer in several spellings, rows that come twice, and what a switch does about them."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

EMAILS = "date,email,amount\n2024-01-05,ann@x.ro,10\n2024-02-05,Ann@X.ro,20\n2024-02-06,bob@x.ro,30\n"
JANUARY = "order,date,customer,amount\n1,2024-01-05,a,10\n2,2024-01-30,b,20\n2,2024-01-30,b,20\n"
FROM_LATE_JANUARY = "order,date,customer,amount\n2,2024-01-30,b,20\n2,2024-01-30,b,20\n3,2024-02-10,a,30\n"

CASES = [
    Case(
        name="letter case makes no second customer of an e-mail",
        files={"sales.csv": EMAILS},
        customers=2,
        revenue="60.00",
        repairs=("merged_customers",),
    ),
    Case(
        name="customers merged by letter case can be told apart again",
        files={"sales.csv": EMAILS},
        customers=3,
        revenue="60.00",
        repairs=("merged_customers",),
        mapping={"repairs": {"merged_customers": False}},
    ),
    Case(
        name="signs among the digits make no second customer of a phone number",
        files={
            "продажи.csv": "Дата;Телефон клиента;Сумма\n05.01.2024;+7 (912) 345-67-89;10\n"
            "06.02.2024;8 912 345 67 89;20\n07.02.2024;89123456789;5\n"
            "08.02.2024;+7 912 000-00-00;30\n"
        },
        customers=2,
        revenue="65.00",
        repairs=("merged_customers",),
    ),
    Case(
        name="codes that differ only in letter case stay apart where the case is mixed",
        files={
            "sales.csv": "date,customer id,amount\n2024-01-05,0015g00000aBcD,10\n"
            "2024-01-06,0015g00000aBcd,20\n2024-01-07,0015g00000aBcD,5\n"
        },
        customers=2,
    ),
    Case(
        name="codes in capitals and in small letters are one",
        files={"sales.csv": "date,customer id,amount\n2024-01-05,c001,10\n2024-01-06,C001,20\n2024-01-07,C002,5\n"},
        customers=2,
        repairs=("merged_customers",),
    ),
    Case(
        name="blanks inside a name make no second customer",
        files={"sales.csv": "date,name,amount\n2024-01-05,Ana  Pop,10\n2024-01-06,Ana Pop,20\n2024-01-07,ion popescu,5\n"},
        customers=2,
        findings=("customers_by_name",),
        repairs=("merged_customers",),
    ),
    Case(
        name="two exports of overlapping weeks count the overlap once",
        files={"january.csv": JANUARY, "from late january.csv": FROM_LATE_JANUARY},
        lines=4,
        orders=3,
        revenue="80.00",  # 10 + 20 + 20 + 30
        repairs=("overlapping_rows",),
    ),
    Case(
        name="the overlap of two exports can be counted twice if somebody says so",
        files={"january.csv": JANUARY, "from late january.csv": FROM_LATE_JANUARY},
        lines=6,
        revenue="120.00",
        mapping={"repairs": {"overlapping_rows": False}},
    ),
    Case(
        name="the same thing can be bought twice",
        files={"january.csv": JANUARY},
        lines=3,
        revenue="50.00",
        repairs=("exact_duplicate_rows",),
    ),
    Case(
        name="rows that come twice can be counted once",
        files={"january.csv": JANUARY},
        lines=2,
        revenue="30.00",
        mapping={"repairs": {"exact_duplicate_rows": True}},
    ),
    Case(
        name="cancelled orders count if somebody says so",
        files={"sales.csv": "date,customer,amount,status\n2024-01-05,a,10,paid\n2024-01-06,b,20,cancelled\n"},
        revenue="30.00",
        mapping={"repairs": {"not_counted_rows": False}},
    ),
    Case(
        name="a discount that was noted but not taken off can be taken off",
        files={
            "sales.csv": "date,customer,quantity,price,total,discount\n2024-01-05,a,2,10,20,10\n"
            "2024-01-06,b,1,30,30,0\n2024-01-07,a,1,50,50,20\n"
        },
        revenue="88.00",  # 18 + 30 + 40
        repairs=("discount_not_applied",),
        mapping={"repairs": {"discount_not_applied": True}},
    ),
    Case(
        name="returned orders of a list without amounts still count",
        files={
            "orders.csv": "order id,date,customer,amount\n1,2024-01-05,a,10\n2,2024-01-06,b,20\n",
            "returns.csv": "order id,returned\n2,yes\n",
        },
        revenue="30.00",
        repairs=("returned_orders",),
    ),
    Case(
        name="returned orders of a list can be taken out",
        files={
            "orders.csv": "order id,date,customer,amount\n1,2024-01-05,a,10\n2,2024-01-06,b,20\n",
            "returns.csv": "order id,returned\n2,yes\n",
        },
        revenue="10.00",
        mapping={"repairs": {"returned_orders": True}},
    ),
    Case(
        name="orders and their lines with the same sum are one and the same",
        files={
            "lines.csv": "date,customer id,service,amount\n2024-01-05,a,x,10\n2024-01-05,a,y,5\n2024-02-06,b,x,20\n",
            "invoices.csv": "invoice id,date,customer id,total\ni1,2024-01-05,a,15\ni2,2024-02-06,b,20\n",
        },
        lines=3,
        revenue="35.00",
        repairs=("same_sales_twice",),
    ),
    Case(
        name="guests with an e-mail are customers, guests without any are not",
        files={
            "sales.csv": "date,customer id,e-mail,amount\n2024-01-05,7,ann@x.ro,10\n2024-01-06,,ann@x.ro,20\n2024-01-07,,bob@x.ro,5\n"
            "2024-01-08,,,40\n2024-01-09,8,dan@x.ro,1\n"
        },
        customers=3,  # 7, bob and 8
        revenue="76.00",
        findings=("rows_without_customer",),
        repairs=("guests_with_contact",),
    ),
    Case(
        name="two customer numbers with one e-mail stay two until somebody says that they are one",
        files={
            "sales.csv": "date,customer id,e-mail,amount\n2024-01-05,7,ann@x.ro,10\n2024-01-06,9,Ann@x.ro,20\n2024-01-07,8,bob@x.ro,5\n"
        },
        customers=3,
        revenue="35.00",
        repairs=("same_contact",),
    ),
    Case(
        name="two customer numbers with one e-mail are one if somebody says so",
        files={
            "sales.csv": "date,customer id,e-mail,amount\n2024-01-05,7,ann@x.ro,10\n2024-01-06,9,Ann@x.ro,20\n2024-01-07,8,bob@x.ro,5\n"
        },
        customers=2,
        revenue="35.00",
        mapping={"repairs": {"same_contact": True}},
    ),
    Case(
        name="what a bank says came in was sold before",
        files={
            "sales.csv": "order,date,customer,amount\n1,2024-01-05,a,10\n2,2024-01-06,b,20\n",
            "bank.csv": "Booking date;Value date;Counterparty;Description;Debit;Credit;Balance\n"
            "07.01.2024;07.01.2024;Card clearing;pos;;29.50;129.50\n"
            "08.01.2024;08.01.2024;Landlord;rent;100.00;;29.50\n09.01.2024;09.01.2024;Card clearing;pos;;5.00;34.50\n"
            "19.01.2024;19.01.2024;Card clearing;pos;;7.00;41.50\n",
        },
        revenue="30.00",
        repairs=("same_sales_twice",),
    ),
]
