"""Columns of money that are not what was paid, or not for this line, or not in this unit; and customers under other words."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="a mall's price is the price of the whole line",
        files={
            "mall.csv": "invoice_no,customer_id,gender,age,category,quantity,price,payment_method,invoice_date,shopping_mall\n"
            "I1,C1,Female,28,Clothing,5,1500.40,Credit Card,5/8/2022,Kanyon\nI2,C2,Male,21,Shoes,3,1800.51,Debit Card,12/12/2021,Forum\n"
            "I3,C3,Male,20,Clothing,1,300.08,Cash,9/11/2021,Metrocity\nI4,C4,Female,66,Shoes,5,3000.85,Credit Card,16/05/2021,Metropol\n"
            "I5,C5,Female,53,Books,4,60.60,Cash,24/10/2021,Kanyon\nI6,C1,Female,28,Books,1,15.15,Cash,24/05/2022,Forum\n"
        },
        lines=6,
        customers=5,
        revenue="6677.59",
        first="2021-05-16",
        last="2022-08-05",
    ),
    Case(
        name="lines of a shop's database: the grand total comes again in every line",
        files={
            "pakistan.csv": "item_id,status,created_at,sku,price,qty_ordered,grand_total,increment_id,category_name_1,"
            "discount_amount,payment_method,"
            "Working Date,BI Status,MV,Year,Month,Customer Since,FY,Customer ID\n"
            "211131,complete,7/13/2016,kreations_1,1950.00,1,2190.00,100147443,Fashion,0.00,cod,7/13/2016,Net,1950,2016,7,2016-7,FY17,1\n"
            "211132,complete,7/13/2016,kcc_2,240.00,1,2190.00,100147443,Beauty,0.00,cod,7/13/2016,Net,240,2016,7,2016-7,FY17,1\n"
            "211134,complete,7/14/2016,ego_3,2450.00,1,2600.00,100147444,Fashion,0.00,cod,7/14/2016,Gross,2450,2016,7,2016-7,FY17,2\n"
            "211135,complete,7/14/2016,kcc_4,75.00,2,2600.00,100147444,Soghaat,0.00,cod,7/14/2016,Net,150,2016,7,2016-7,FY17,2\n"
            "211139,canceled,7/15/2016,kcc_4,75.00,2,150.00,100147445,Soghaat,0.00,cod,7/15/2016,Canceled,150,2016,7,2016-7,FY17,1\n"
        },
        lines=5,
        orders=3,
        customers=2,
        revenue="4790.00",
    ),
    Case(
        name="the order's total with its shipping comes again in every line: the lines count",
        files={
            "lines.csv": "order no,date,client,item,qty,price,order total\n1,2024-01-05,Ann,cup,2,10.00,35.00\n1,2024-01-05,Ann,"
            "mug,1,10.00,35.00\n"
            "2,2024-01-13,Bob,pan,1,60.00,75.00\n2,2024-01-13,Bob,cup,1,10.00,75.00\n3,2024-01-14,Ann,mug,1,10.00,15.00\n"
        },
        lines=5,
        orders=3,
        customers=2,
        revenue="110.00",
    ),
    Case(
        name="the order's total comes again in lines without prices: it counts once",
        files={
            "lines.csv": "order no,date,client,item,order total\n1,2024-01-05,Ann,cup,30.00\n1,2024-01-05,Ann,mug,30.00\n1,"
            "2024-01-05,Ann,lid,30.00\n"
            "2,2024-01-13,Bob,pan,70.00\n2,2024-01-13,Bob,cup,70.00\n3,2024-01-14,Ann,mug,10.00\n"
        },
        lines=6,
        orders=3,
        customers=2,
        revenue="110.00",
    ),
    Case(
        name="the line's and the order's total stand side by side",
        files={
            "lines.csv": "order no,date,client,item,order total,line total\n1,2024-01-05,Ann,cup,30.00,20.00\n1,2024-01-05,Ann,"
            "mug,30.00,10.00\n"
            "2,2024-01-13,Bob,pan,70.00,60.00\n2,2024-01-13,Bob,cup,70.00,10.00\n3,2024-01-14,Ann,mug,10.00,10.00\n"
        },
        lines=5,
        orders=3,
        revenue="110.00",
    ),
    Case(
        name="what was paid has no name, but is quantity × price in every row",
        files={
            "book.csv": "date,client,item,qty,price,x1\n2024-01-05,Ann,cup,2,10.00,20.00\n2024-01-13,Bob,pan,3,7.50,22.50\n"
            "2024-01-14,Ann,lid,1,4.00,4.00\n"
        },
        lines=3,
        customers=2,
        revenue="46.50",
    ),
    Case(
        name="what is planned is not what was sold",
        files={
            "plan.csv": "Date,Client,Sales plan,Forecast sales,Sales\n2024-01-05,Ann,100,90,80.50\n2024-01-13,Bob,200,190,"
            "210.00\n2024-01-14,Ann,50,60,20.00\n"
        },
        lines=3,
        customers=2,
        revenue="310.50",
    ),
    Case(
        name="freight, tax, tip and fee are named like money, but the subtotal is what the goods cost",
        files={
            "bills.csv": "Date,Customer,Freight amount,Tax amount,Tip amount,Service fee,Subtotal\n"
            "2024-01-05,Ann,5.00,2.00,1.00,0.50,20.00\n2024-01-13,Bob,7.00,3.00,0.00,0.50,31.00\n"
        },
        lines=2,
        revenue="51.00",
    ),
    Case(
        name="phone numbers are who, not how much",
        files={
            "calls.csv": "Date,Contact,Paid\n2024-01-05,+373 69 123 456,20.00\n2024-01-13,+373 79 654 321,31.00\n2024-01-19,"
            "+373 69 123 456,9.00\n"
        },
        lines=3,
        customers=2,
        revenue="60.00",
    ),
    Case(
        name="e-mail addresses under a word that nobody knows are the customers",
        files={
            "shop.csv": "Date,Qwerty,Amount\n2024-01-05,ann@example.com,20.00\n2024-01-13,bob@example.com,31.00\n2024-01-19,"
            "ann@example.com,9.00\n"
        },
        lines=3,
        customers=2,
        revenue="60.00",
    ),
    Case(
        name="amounts in cents, as the header says",
        files={"charges.csv": "Date,Customer,Amount (cents)\n2024-01-05,Ann,2050\n2024-01-13,Bob,3100\n2024-01-19,Ann,999\n"},
        lines=3,
        revenue="61.49",
    ),
    Case(
        name="what ads cost in millionths, as the header says",
        files={
            "ads.csv": "day,ad campaign,clicks,impressions,spend_micros,conversion value\n2024-01-05,Brand,10,400,12500000,80.00\n"
            "2024-01-06,Brand,12,500,7250000,95.00\n2024-01-07,Shoes,3,90,1000000,0.00\n"
        },
        spend="20.75",
        roles=("spend",),
        absent=("revenue",),
    ),
    Case(
        name="who stands for nobody is no customer",
        files={
            "till.csv": "Date,Receipt,Customer,Total\n2024-01-05,1,Ann,20.00\n2024-01-13,2,Walk-in customer,31.00\n2024-01-19,3,"
            "GUEST,9.00\n"
            "2024-01-20,4,(anonymous),5.00\n2024-01-21,5,Guest House Ltd,100.00\n"
        },
        lines=5,
        orders=5,
        customers=2,
        revenue="165.00",
        findings=("rows_without_customer",),
    ),
    Case(
        name="headers in a language that nobody here knows: days, sums and people are known by their looks",
        files={"myynti.csv": "Päivä;Ostaja;Yhteensä\n13.01.2024;Aino;20,50\n14.01.2024;Eero;31,00\n20.02.2024;Aino;9,25\n"},
        lines=3,
        customers=2,
        revenue="60.75",
        findings=("unknown_headers",),
    ),
    Case(
        name="readings of a thermometer under unknown words are no sales",
        files={"mittaus.csv": "Hetki;Kosteus\n13.01.2024;20,5\n14.01.2024;31,0\n20.01.2024;9,25\n"},
        refusal="mittaus.csv",
    ),
    Case(
        name="costs of ads that look like millionths are read as they stand, aloud",
        files={"ads.csv": "day,campaign name,clicks,cost\n2024-01-05,Brand,10,12500000\n2024-01-06,Brand,12,7250000\n"},
        spend="19750000.00",
        roles=("spend",),
        findings=("likely_micros",),
    ),
]
